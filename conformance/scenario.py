"""One account's life: an image, a load balancer, a service, and deployments of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from conformance.player import Player, first

MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json"
LAYER = "sha256:" + "1" * 64
ROLE = "arn:aws:iam::123456789012:role/codedeploy"
APPLICATION = "AppECS-shop-web"
GROUP = "DgpECS-shop-web"


@dataclass(frozen=True)
class Network:
    vpc: str
    subnets: list[str]
    security_group: str


def network(player: Player) -> Network:
    """moto checks that they exist; the sandbox has no networks and takes any name."""
    if player.kind == "sandbox":
        return Network("vpc-1", ["subnet-1", "subnet-2"], "sg-1")
    ec2 = player.account.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    # Without names for hosts, moto fails on RunTask.
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    zones = ("eu-west-1a", "eu-west-1b")
    subnets = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{i}.0/24", AvailabilityZone=zone)["Subnet"]["SubnetId"]
        for i, zone in enumerate(zones)
    ]
    group = ec2.create_security_group(GroupName="web", Description="web", VpcId=vpc)["GroupId"]
    return Network(vpc, subnets, group)


def manifest(number: int) -> str:
    config = {"mediaType": "application/vnd.oci.image.config.v1+json", "size": 2, "digest": "sha256:" + f"{number:064d}"}
    layer = {"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "size": 7, "digest": LAYER}
    return json.dumps({"schemaVersion": 2, "mediaType": MANIFEST_TYPE, "config": config, "layers": [layer]})


def appspec(task_definition: str, hooks: dict[str, str] | None = None) -> str:
    properties = {
        "TaskDefinition": task_definition,
        "LoadBalancerInfo": {"ContainerName": "app", "ContainerPort": 8080},
    }
    service = {"TargetService": {"Type": "AWS::ECS::Service", "Properties": properties}}
    listed = [{event: function} for event, function in (hooks or {}).items()]
    return json.dumps({"version": 0.0, "Resources": [service], **({"Hooks": listed} if listed else {})})


def revision(content: str) -> dict[str, Any]:
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    return {"revisionType": "AppSpecContent", "appSpecContent": {"content": content, "sha256": sha256}}


def definition(tag: int, family: str = "web") -> dict[str, Any]:
    container = {
        "name": "app",
        "image": f"shop:{tag}",
        "portMappings": [{"containerPort": 8080}],
        "environment": [{"name": "TAG", "value": str(tag)}],
        "essential": True,
    }
    return {
        "family": family,
        "networkMode": "awsvpc",
        "requiresCompatibilities": ["FARGATE"],
        "cpu": "256",
        "memory": "512",
        "containerDefinitions": [container],
    }


def identity(player: Player) -> None:
    player("sts", "GetCallerIdentity")


def images(p: Player) -> None:
    made = p("ecr", "CreateRepository", repositoryName="shop", tags=[{"Key": "team", "Value": "web"}])
    arn = first(made, "repository.repositoryArn")
    filters = [{"filterType": "WILDCARD", "filter": "latest*"}]
    p(
        "ecr",
        "CreateRepository",
        repositoryName="team/app",
        imageTagMutability="IMMUTABLE_WITH_EXCLUSION",
        imageTagMutabilityExclusionFilters=filters,
    )
    p("ecr", "CreateRepository", repositoryName="shop", expect="RepositoryAlreadyExistsException")
    p("ecr", "DescribeRepositories")
    p("ecr", "DescribeRepositories", repositoryNames=["shop"])
    p("ecr", "DescribeRepositories", repositoryNames=["nothing"], expect="RepositoryNotFoundException")
    p("ecr", "GetAuthorizationToken")
    for tag in (1, 2):
        body = manifest(tag)
        p(
            "ecr",
            "PutImage",
            repositoryName="shop",
            imageManifest=body,
            imageManifestMediaType=MANIFEST_TYPE,
            imageTag=str(tag),
        )
    p("ecr", "PutImage", repositoryName="shop", imageManifest=manifest(1), imageTag="1", expect="ImageAlreadyExistsException")
    p("ecr", "PutImage", repositoryName="nothing", imageManifest=manifest(1), expect="RepositoryNotFoundException")
    p("ecr", "ListImages", repositoryName="shop")
    p("ecr", "DescribeImages", repositoryName="shop")
    p("ecr", "DescribeImages", repositoryName="shop", imageIds=[{"imageTag": "none"}], expect="ImageNotFoundException")
    ids = [{"imageTag": "1"}, {"imageTag": "none"}]
    p("ecr", "BatchGetImage", repositoryName="shop", imageIds=ids)
    p("ecr", "BatchCheckLayerAvailability", repositoryName="shop", layerDigests=[LAYER, "sha256:" + "9" * 64, "wrong"])
    scans(p)
    p("ecr", "PutImageTagMutability", repositoryName="shop", imageTagMutability="IMMUTABLE")
    p(
        "ecr",
        "PutImage",
        repositoryName="shop",
        imageManifest=manifest(3),
        imageTag="1",
        expect="ImageTagAlreadyExistsException",
    )
    p("ecr", "TagResource", resourceArn=arn, tags=[{"Key": "stage", "Value": "test"}])
    p("ecr", "ListTagsForResource", resourceArn=arn)
    p("ecr", "UntagResource", resourceArn=arn, tagKeys=["stage"])


def scans(p: Player) -> None:
    """An image's scan: a setting of the sandbox, a call on moto."""
    p("ecr", "DescribeImageScanFindings", repositoryName="shop", imageId={"imageTag": "1"}, expect="ScanNotFoundException")
    if p.kind == "moto":
        p.account.client("ecr").start_image_scan(repositoryName="shop", imageId={"imageTag": "2"})
    p("ecr", "DescribeImageScanFindings", repositoryName="shop", imageId={"imageTag": "2"})


# What the sandbox says of the image with the tag 2.
SCANS = {
    "2": {
        "kind": "basic",
        "status": "COMPLETE",
        "findings": [{"name": "CVE-1", "severity": "HIGH", "package": "zlib", "version": "1.2", "fixedIn": "1.3"}],
    }
}


def delete_images(p: Player) -> None:
    p("ecr", "DeleteRepository", repositoryName="shop", expect="RepositoryNotEmptyException")
    ids = [{"imageTag": "1"}, {"imageTag": "none"}, {"imageTag": "2", "imageDigest": "wrong"}]
    p("ecr", "BatchDeleteImage", repositoryName="shop", imageIds=ids)
    p("ecr", "DeleteRepository", repositoryName="shop", force=True)
    p("ecr", "DeleteRepository", repositoryName="shop", expect="RepositoryNotFoundException")


@dataclass(frozen=True)
class Balancer:
    arn: str
    blue: str
    green: str
    listener: str
    test_listener: str


def forward(*weighted: tuple[str, int]) -> list[dict[str, Any]]:
    groups = [{"TargetGroupArn": arn, "Weight": weight} for arn, weight in weighted]
    return [{"Type": "forward", "ForwardConfig": {"TargetGroups": groups}}]


def balancer(p: Player, net: Network) -> Balancer:
    made = p("elbv2", "CreateLoadBalancer", Name="shop", Subnets=net.subnets, SecurityGroups=[net.security_group])
    arn = first(made, "LoadBalancers[0].LoadBalancerArn")
    groups = [target_group(p, net, name) for name in ("blue", "green")]
    blue, green = groups
    listeners = [
        first(
            p(
                "elbv2",
                "CreateListener",
                LoadBalancerArn=arn,
                Protocol="HTTP",
                Port=port,
                DefaultActions=[{"Type": "forward", "TargetGroupArn": blue}],
            ),
            "Listeners[0].ListenerArn",
        )
        for port in (80, 8080)
    ]
    rules(p, listeners[0], blue, green)
    p("elbv2", "DescribeLoadBalancers")
    p("elbv2", "DescribeLoadBalancers", Names=["nothing"], expect="LoadBalancerNotFound")
    p("elbv2", "DescribeTargetGroups")
    p("elbv2", "DescribeTargetGroups", Names=["nothing"], expect="TargetGroupNotFound")
    p("elbv2", "DescribeListeners", LoadBalancerArn=arn)
    p("elbv2", "DescribeListeners", ListenerArns=[f"{listeners[0]}0"], expect="ListenerNotFound")
    p("elbv2", "ModifyListener", ListenerArn=listeners[1], DefaultActions=forward((blue, 1), (green, 0)))
    return Balancer(arn, blue, green, *listeners)


def target_group(p: Player, net: Network, name: str) -> str:
    made = p(
        "elbv2",
        "CreateTargetGroup",
        Name=name,
        Protocol="HTTP",
        Port=8080,
        VpcId=net.vpc,
        TargetType="ip",
        HealthCheckPath="/health",
        HealthCheckIntervalSeconds=10,
        Matcher={"HttpCode": "200-299"},
    )
    return str(first(made, "TargetGroups[0].TargetGroupArn"))


def rules(p: Player, listener: str, blue: str, green: str) -> None:
    paths = [{"Field": "path-pattern", "PathPatternConfig": {"Values": ["/next/*"]}}]
    made = p(
        "elbv2",
        "CreateRule",
        ListenerArn=listener,
        Priority=10,
        Conditions=paths,
        Actions=forward((blue, 100), (green, 0)),
    )
    rule = first(made, "Rules[0].RuleArn")
    hosts = [{"Field": "host-header", "HostHeaderConfig": {"Values": ["old.example.com"]}}]
    redirect = {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}
    p(
        "elbv2",
        "CreateRule",
        ListenerArn=listener,
        Priority=20,
        Conditions=hosts,
        Actions=[{"Type": "redirect", "RedirectConfig": redirect}],
    )
    closed = {"StatusCode": "503", "ContentType": "text/plain", "MessageBody": "closed"}
    fixed = [{"Type": "fixed-response", "FixedResponseConfig": closed}]
    p("elbv2", "CreateRule", ListenerArn=listener, Priority=30, Conditions=[{**paths[0]}], Actions=fixed)
    p("elbv2", "CreateRule", ListenerArn=listener, Priority=30, Conditions=paths, Actions=fixed, expect="PriorityInUse")
    p("elbv2", "DescribeRules", ListenerArn=listener)
    p("elbv2", "DescribeRules", RuleArns=[f"{rule}0"], expect="RuleNotFound")
    p("elbv2", "ModifyRule", RuleArn=rule, Actions=forward((blue, 1), (green, 0)))


@dataclass(frozen=True)
class Service:
    first: str
    second: str
    arn: str


def service(p: Player, net: Network, lb: Balancer) -> Service:
    made = p("ecs", "CreateCluster", clusterName="shop", tags=[{"key": "team", "value": "web"}])
    cluster = first(made, "cluster.clusterArn")
    p("ecs", "DescribeClusters", clusters=["shop", "nothing"], include=["TAGS", "SETTINGS"])
    p("ecs", "ListClusters")
    arns = [first(p("ecs", "RegisterTaskDefinition", **definition(tag)), "taskDefinition.taskDefinitionArn") for tag in (1, 2)]
    p("ecs", "DescribeTaskDefinition", taskDefinition="web", include=["TAGS"])
    p("ecs", "DescribeTaskDefinition", taskDefinition="nothing", expect="ClientException")
    p("ecs", "ListTaskDefinitions", familyPrefix="web")
    p("ecs", "ListTaskDefinitionFamilies")
    arn = first(p("ecs", "CreateService", **web_service(net, lb.blue, arns[0])), "service.serviceArn")
    p("ecs", "CreateService", **{**web_service(net, lb.blue, arns[0]), "cluster": "nothing"}, expect="ClusterNotFoundException")
    p.until(
        lambda answer: answer["services"][0]["runningCount"] == 2,
        "ecs",
        "DescribeServices",
        cluster="shop",
        services=["web", "nothing"],
        include=["TAGS"],
    )
    p("ecs", "DescribeServices", cluster="nothing", services=["web"], expect="ClusterNotFoundException")
    p("ecs", "ListServices", cluster="shop")
    p("ecs", "UpdateService", cluster="shop", service="web", desiredCount=2, healthCheckGracePeriodSeconds=30)
    p("ecs", "UpdateService", cluster="shop", service="none", desiredCount=2, expect="ServiceNotFoundException")
    p(
        "ecs",
        "UpdateService",
        cluster="shop",
        service="web",
        taskDefinition=arns[1],
        expect="InvalidParameterException",
    )
    p("ecs", "DescribeTaskSets", cluster="shop", service="web")
    tasks = first(p("ecs", "ListTasks", cluster="shop"), "taskArns", "")
    p("ecs", "DescribeTasks", cluster="shop", tasks=[*tasks, "0" * 32])
    if p.has("ecs", "StopTask"):
        p("ecs", "StopTask", cluster="shop", task=tasks[0] if tasks else "0" * 32, reason="a test")
    p("ecs", "TagResource", resourceArn=cluster, tags=[{"key": "stage", "value": "test"}])
    p("ecs", "ListTagsForResource", resourceArn=cluster)
    p("ecs", "UntagResource", resourceArn=cluster, tagKeys=["stage"])
    p("elbv2", "DescribeTargetHealth", TargetGroupArn=lb.blue)
    target = [{"Id": "10.0.0.9", "Port": 8080}]
    p("elbv2", "DescribeTargetHealth", TargetGroupArn=lb.green, Targets=target)
    return Service(arns[0], arns[1], arn)


def web_service(net: Network, target_group_arn: str, task_definition: str) -> dict[str, Any]:
    vpc = {"subnets": net.subnets, "securityGroups": [net.security_group], "assignPublicIp": "DISABLED"}
    return {
        "cluster": "shop",
        "serviceName": "web",
        "taskDefinition": task_definition,
        "desiredCount": 2,
        "launchType": "FARGATE",
        "deploymentController": {"type": "CODE_DEPLOY"},
        "loadBalancers": [{"targetGroupArn": target_group_arn, "containerName": "app", "containerPort": 8080}],
        "networkConfiguration": {"awsvpcConfiguration": vpc},
    }


def deployment_group(lb: Balancer, **changed: Any) -> dict[str, Any]:
    pair = {
        "targetGroups": [{"name": "blue"}, {"name": "green"}],
        "prodTrafficRoute": {"listenerArns": [lb.listener]},
        "testTrafficRoute": {"listenerArns": [lb.test_listener]},
    }
    return {
        "applicationName": APPLICATION,
        "deploymentGroupName": GROUP,
        "deploymentConfigName": "CodeDeployDefault.ECSCanary10Percent5Minutes",
        "serviceRoleArn": ROLE,
        "deploymentStyle": {"deploymentType": "BLUE_GREEN", "deploymentOption": "WITH_TRAFFIC_CONTROL"},
        "ecsServices": [{"serviceName": "web", "clusterName": "shop"}],
        "blueGreenDeploymentConfiguration": {
            "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 1},
            "deploymentReadyOption": {"actionOnTimeout": "CONTINUE_DEPLOYMENT", "waitTimeInMinutes": 0},
        },
        "loadBalancerInfo": {"targetGroupPairInfoList": [pair]},
        "alarmConfiguration": {"enabled": True, "alarms": [{"name": "errors"}]},
        "autoRollbackConfiguration": {"enabled": True, "events": ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_REQUEST"]},
        **changed,
    }


def application(p: Player, lb: Balancer) -> None:
    p("codedeploy", "CreateApplication", applicationName=APPLICATION, computePlatform="ECS")
    p(
        "codedeploy",
        "CreateApplication",
        applicationName=APPLICATION,
        computePlatform="ECS",
        expect="ApplicationAlreadyExistsException",
    )
    p("codedeploy", "GetApplication", applicationName=APPLICATION)
    p("codedeploy", "GetApplication", applicationName="nothing", expect="ApplicationDoesNotExistException")
    p("codedeploy", "BatchGetApplications", applicationNames=[APPLICATION])
    p("codedeploy", "ListApplications")
    linear = {"type": "TimeBasedLinear", "timeBasedLinear": {"linearPercentage": 50, "linearInterval": 1}}
    names = ("Halves", "Unused")
    for name in names:
        p(
            "codedeploy",
            "CreateDeploymentConfig",
            deploymentConfigName=name,
            computePlatform="ECS",
            trafficRoutingConfig=linear,
        )
        p("codedeploy", "GetDeploymentConfig", deploymentConfigName=name)
    p("codedeploy", "GetDeploymentConfig", deploymentConfigName="CodeDeployDefault.ECSCanary10Percent5Minutes")
    p("codedeploy", "ListDeploymentConfigs")
    p("codedeploy", "DeleteDeploymentConfig", deploymentConfigName="Unused")
    tags = [{"Key": "team", "Value": "web"}]
    p("codedeploy", "CreateDeploymentGroup", **deployment_group(lb, tags=tags))
    p("codedeploy", "CreateDeploymentGroup", **deployment_group(lb), expect="DeploymentGroupAlreadyExistsException")
    named = {"applicationName": APPLICATION, "deploymentGroupName": GROUP}
    p("codedeploy", "GetDeploymentGroup", **named)
    p(
        "codedeploy",
        "GetDeploymentGroup",
        applicationName=APPLICATION,
        deploymentGroupName="nothing",
        expect="DeploymentGroupDoesNotExistException",
    )
    p("codedeploy", "BatchGetDeploymentGroups", applicationName=APPLICATION, deploymentGroupNames=[GROUP])
    p("codedeploy", "ListDeploymentGroups", applicationName=APPLICATION)
    update = {"applicationName": APPLICATION, "currentDeploymentGroupName": GROUP}
    p("codedeploy", "UpdateDeploymentGroup", **update, deploymentConfigName="Halves")
    arn = f"arn:aws:codedeploy:eu-west-1:123456789012:application:{APPLICATION}"
    p("codedeploy", "TagResource", ResourceArn=arn, Tags=tags)
    p("codedeploy", "ListTagsForResource", ResourceArn=arn)
    p("codedeploy", "UntagResource", ResourceArn=arn, TagKeys=["team"])


def deploy(p: Player, task_definition: str, **given: Any) -> str:
    usual = {"applicationName": APPLICATION, "deploymentGroupName": GROUP, "revision": revision(appspec(task_definition))}
    made = p("codedeploy", "CreateDeployment", **{**usual, **given})
    return str(first(made, "deploymentId", "d-000000000"))


def status_is(*wanted: str) -> Any:
    return lambda answer: answer["deploymentInfo"]["status"] in wanted


def deployments(p: Player, arns: Service) -> None:
    """A success with both waits looked at, a stop, and a hook that the caller answers."""
    content = revision(appspec(arns.second))
    named = {"applicationName": APPLICATION, "revision": content}
    p("codedeploy", "RegisterApplicationRevision", **named, description="second")
    p("codedeploy", "GetApplicationRevision", **named)
    p("codedeploy", "ListApplicationRevisions", applicationName=APPLICATION)
    done = deploy(p, arns.second, description="second")
    if p.kind == "sandbox":
        p("codedeploy", "GetDeploymentTarget", deploymentId=done, targetId="shop:web", expect="DeploymentNotStartedException")
    p.until(status_is("Succeeded"), "codedeploy", "GetDeployment", deploymentId=done)
    targets(p, done)
    p("codedeploy", "BatchGetDeployments", deploymentIds=[done])
    p("codedeploy", "ListDeployments", applicationName=APPLICATION, deploymentGroupName=GROUP)
    p("codedeploy", "GetDeployment", deploymentId="d-NOTTHERE1", expect="DeploymentDoesNotExistException")
    p("codedeploy", "GetDeploymentGroup", applicationName=APPLICATION, deploymentGroupName=GROUP)
    stopped = deploy(p, arns.first)
    p.until(status_is("InProgress"), "codedeploy", "GetDeployment", deploymentId=stopped)
    p("codedeploy", "StopDeployment", deploymentId=stopped, autoRollbackEnabled=True)
    answer = p.until(
        lambda each: "rollbackDeploymentId" in each["deploymentInfo"].get("rollbackInfo", {}),
        "codedeploy",
        "GetDeployment",
        deploymentId=stopped,
    )
    rollback = first(answer, "deploymentInfo.rollbackInfo.rollbackDeploymentId", "d-000000000")
    p.until(status_is("Succeeded"), "codedeploy", "GetDeployment", deploymentId=rollback)
    waits(p, arns)


def targets(p: Player, deployment: str) -> None:
    p("codedeploy", "ListDeploymentTargets", deploymentId=deployment)
    p("codedeploy", "GetDeploymentTarget", deploymentId=deployment, targetId="shop:web")
    p("codedeploy", "BatchGetDeploymentTargets", deploymentId=deployment, targetIds=["shop:web"])


def waits(p: Player, arns: Service) -> None:
    """READY_WAIT and TERMINATION_WAIT ended by ContinueDeployment, and a hook answered in the function's stead."""
    waiting = {
        "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 600},
        "deploymentReadyOption": {"actionOnTimeout": "STOP_DEPLOYMENT", "waitTimeInMinutes": 600},
    }
    update = {"applicationName": APPLICATION, "currentDeploymentGroupName": GROUP}
    p("codedeploy", "UpdateDeploymentGroup", **update, blueGreenDeploymentConfiguration=waiting)
    held = deploy(p, arns.first, revision=revision(appspec(arns.first, {"AfterInstall": "waits"})))
    p.until(status_is("InProgress"), "codedeploy", "GetDeployment", deploymentId=held)
    p.until(
        lambda each: event_is(each, "AfterInstall", "InProgress"),
        "codedeploy",
        "GetDeploymentTarget",
        deploymentId=held,
        targetId="shop:web",
    )
    hook = hook_of(p, held)
    p(
        "codedeploy",
        "PutLifecycleEventHookExecutionStatus",
        deploymentId=held,
        lifecycleEventHookExecutionId=hook,
        status="Succeeded",
    )
    p.until(status_is("Ready"), "codedeploy", "GetDeployment", deploymentId=held)
    p("codedeploy", "ContinueDeployment", deploymentId=held, deploymentWaitType="READY_WAIT")
    p.until(
        lambda each: each["deploymentTarget"]["ecsTarget"]["status"] == "Succeeded",
        "codedeploy",
        "GetDeploymentTarget",
        deploymentId=held,
        targetId="shop:web",
    )
    p("codedeploy", "ContinueDeployment", deploymentId=held, deploymentWaitType="TERMINATION_WAIT")
    p.until(status_is("Succeeded"), "codedeploy", "GetDeployment", deploymentId=held)


def event_is(answer: Any, name: str, status: str) -> bool:
    events = answer["deploymentTarget"]["ecsTarget"]["lifecycleEvents"]
    return any(each["lifecycleEventName"] == name and each["status"] == status for each in events)


def hook_of(p: Player, deployment: str) -> str:
    """The execution id that the hook's function would have been called with."""
    if p.kind == "moto":
        return "00000000-0000-0000-0000-000000000000"
    world = p.control("GET", "world")
    return str(world["codedeploy"]["deployments"][deployment]["hook"]["executionId"])


def delete_all(p: Player, arns: Service) -> None:
    named = {"applicationName": APPLICATION}
    p("codedeploy", "UpdateApplication", **named, newApplicationName="renamed")
    p("codedeploy", "GetApplication", **named, expect="ApplicationDoesNotExistException")
    p("codedeploy", "DeleteDeploymentGroup", applicationName="renamed", deploymentGroupName=GROUP)
    p("codedeploy", "DeleteApplication", applicationName="renamed")
    p("ecs", "DeleteCluster", cluster="shop", expect="ClusterContainsServicesException")
    p("ecs", "DeleteService", cluster="shop", service="web", force=True)
    p.until(
        lambda answer: answer["services"][0]["status"] == "INACTIVE",
        "ecs",
        "DescribeServices",
        cluster="shop",
        services=["web"],
    )
    p("ecs", "DeregisterTaskDefinition", taskDefinition=arns.first)
    p.when_it_may("ClusterContainsTasksException", "ecs", "DeleteCluster", cluster="shop")
    delete_images(p)


def play(p: Player) -> None:
    """Everything, in the order in which an account would live through it."""
    net = network(p)
    identity(p)
    images(p)
    lb = balancer(p, net)
    arns = service(p, net, lb)
    application(p, lb)
    deployments(p, arns)
    delete_all(p, arns)
