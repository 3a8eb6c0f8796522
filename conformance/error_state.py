"""An account in which every state that an error needs stands still: its clock is stepped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from conformance import scenario, scenario_more, scenario_stacks
from conformance.player import Player, first

HOUR_MS = 60 * 60_000


@dataclass(frozen=True)
class State:
    """What the cases of an error refer to."""

    net: scenario.Network
    lb: scenario.Balancer
    network_listener: str
    default_rule: str
    # A load balancer that may not be deleted.
    protected: str
    other_group: dict[str, Any]
    arns: scenario.Service
    inactive: str
    digest: str
    # Ids of deployments: one that has succeeded, one that waits in Ready, a rollback that has only been created.
    done: str
    ready: str
    rollback: str


def build(p: Player) -> State:
    net = scenario.network(p)
    digest = images(p)
    lb = scenario.balancer(p, net)
    arns = services(p, net, lb)
    other_lb = other_balancer(p, net)
    inactive = first(p("ecs", "RegisterTaskDefinition", **scenario.definition(9, "gone")), "taskDefinition.taskDefinitionArn")
    p("ecs", "DeregisterTaskDefinition", taskDefinition=inactive)
    other_group = groups(p, lb, other_lb)
    done = scenario.deploy(p, arns.second)
    advance(p, HOUR_MS)
    ready = scenario.deploy(p, arns.second, deploymentGroupName="other")
    advance(p, 60_000)
    stacks(p)
    stopped = scenario.deploy(p, arns.first)
    advance(p, 15_000)
    p("codedeploy", "StopDeployment", deploymentId=stopped, autoRollbackEnabled=True)
    world = p.control("GET", "world")["codedeploy"]["deployments"]
    rollback = next(id for id, each in world.items() if each["creator"] == "codeDeployRollback")
    network = network_balancer(p, net)
    protected = watched(p, net)
    review(p)
    # The clock does not move from here on: it goes on running.
    p("ecs", "RunTask", cluster="jobs", taskDefinition="job", clientToken="taken")
    listed = p("elbv2", "DescribeRules", ListenerArn=lb.listener)["Rules"]
    default = next(rule["RuleArn"] for rule in listed if rule["IsDefault"])
    return State(net, lb, network, default, protected, other_group, arns, inactive, digest, done, ready, rollback)


def advance(p: Player, ms: int) -> None:
    p.control("POST", "advance", {"ms": ms})


def watched(p: Player, net: scenario.Network) -> str:
    """What only later versions emulate: alarms, logs, and a load balancer that is protected."""
    call = scenario_more.Optional(p)
    call("cloudwatch", "PutMetricAlarm", **scenario_more.ALARM)
    call("logs", "CreateLogGroup", logGroupName=scenario_more.LOGS["logGroupName"])
    made = p("elbv2", "CreateLoadBalancer", Name="protected", Subnets=net.subnets)
    arn = str(first(made, "LoadBalancers[0].LoadBalancerArn"))
    guard = [{"Key": "deletion_protection.enabled", "Value": "true"}]
    call("elbv2", "ModifyLoadBalancerAttributes", LoadBalancerArn=arn, Attributes=guard)
    return arn


def stacks(p: Player) -> None:
    """One, and one that is protected."""
    call = scenario_more.Optional(p)
    call("cloudformation", "CreateStack", StackName="stack", TemplateBody=scenario_stacks.shop())
    plain = scenario_stacks.template({"Topic": scenario_stacks.topic("x")})
    call("cloudformation", "CreateStack", StackName="protected", TemplateBody=plain, EnableTerminationProtection=True)
    advance(p, 1_500)


def review(p: Player) -> None:
    """A stack whose change set never gets ready: the clock stands."""
    named = {"StackName": "reviewed", "ChangeSetName": "first", "ChangeSetType": "CREATE"}
    plain = scenario_stacks.template({"Topic": scenario_stacks.topic("x")})
    scenario_more.Optional(p)("cloudformation", "CreateChangeSet", **named, TemplateBody=plain)


def images(p: Player) -> str:
    p("ecr", "CreateRepository", repositoryName="shop")
    p("ecr", "CreateRepository", repositoryName="fixed", imageTagMutability="IMMUTABLE")
    for name in ("shop", "fixed"):
        put = p("ecr", "PutImage", repositoryName=name, imageManifest=scenario.manifest(1), imageTag="1")
    return str(first(put, "image.imageId.imageDigest"))


def services(p: Player, net: scenario.Network, lb: scenario.Balancer) -> scenario.Service:
    p("ecs", "CreateCluster", clusterName="shop")
    arns = [
        first(p("ecs", "RegisterTaskDefinition", **scenario.definition(tag)), "taskDefinition.taskDefinitionArn")
        for tag in (1, 2)
    ]
    web = scenario.web_service(net, lb.blue, arns[0])
    arn = first(p("ecs", "CreateService", **web), "service.serviceArn")
    rolling = {key: value for key, value in web.items() if key != "loadBalancers"}
    p("ecs", "CreateService", **{**rolling, "serviceName": "rolling", "deploymentController": {"type": "ECS"}})
    p("ecs", "CreateService", **{**rolling, "serviceName": "ended", "deploymentController": {"type": "ECS"}})
    p("ecs", "DeleteService", cluster="shop", service="ended", force=True)
    p("ecs", "CreateCluster", clusterName="jobs")
    container = {"name": "app", "image": "job:1", "memory": 128}
    p("ecs", "RegisterTaskDefinition", family="job", containerDefinitions=[container])
    advance(p, 60_000)
    return scenario.Service(arns[0], arns[1], arn)


def other_balancer(p: Player, net: scenario.Network) -> scenario.Balancer:
    """For the service `other`, so that two deployments can be under way at once."""
    made = p("elbv2", "CreateLoadBalancer", Name="other", Subnets=net.subnets)
    arn = first(made, "LoadBalancers[0].LoadBalancerArn")
    blue, green = (scenario.target_group(p, net, f"other-{name}") for name in ("blue", "green"))
    actions = scenario.forward((blue, 1), (green, 0))
    made = p("elbv2", "CreateListener", LoadBalancerArn=arn, Protocol="HTTP", Port=80, DefaultActions=actions)
    listener = first(made, "Listeners[0].ListenerArn")
    other = {**scenario.web_service(net, blue, "web:1"), "serviceName": "other"}
    p("ecs", "CreateService", **other)
    advance(p, 60_000)
    return scenario.Balancer(arn, blue, green, listener, listener)


def network_balancer(p: Player, net: scenario.Network) -> str:
    """A listener of a Network Load Balancer, which shifts all at once or not at all."""
    made = p("elbv2", "CreateLoadBalancer", Name="net", Type="network", Subnets=net.subnets)
    arn = first(made, "LoadBalancers[0].LoadBalancerArn")
    group = {"Name": "tcp", "Protocol": "TCP", "Port": 80, "VpcId": net.vpc, "TargetType": "ip"}
    tcp = first(p("elbv2", "CreateTargetGroup", **group), "TargetGroups[0].TargetGroupArn")
    actions = [{"Type": "forward", "TargetGroupArn": tcp}]
    made = p("elbv2", "CreateListener", LoadBalancerArn=arn, Protocol="TCP", Port=80, DefaultActions=actions)
    return str(first(made, "Listeners[0].ListenerArn"))


def groups(p: Player, lb: scenario.Balancer, other_lb: scenario.Balancer) -> dict[str, Any]:
    p("codedeploy", "CreateApplication", applicationName=scenario.APPLICATION, computePlatform="ECS")
    p("codedeploy", "CreateApplication", applicationName="second", computePlatform="ECS")
    routing = {"type": "AllAtOnce"}
    named = {"deploymentConfigName": "Mine", "computePlatform": "ECS"}
    p("codedeploy", "CreateDeploymentConfig", **named, trafficRoutingConfig=routing)
    p("codedeploy", "CreateDeploymentGroup", **scenario.deployment_group(lb, deploymentConfigName="Mine"))
    pair = {
        "targetGroups": [{"name": "other-blue"}, {"name": "other-green"}],
        "prodTrafficRoute": {"listenerArns": [other_lb.listener]},
    }
    waiting = {
        "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 0},
        "deploymentReadyOption": {"actionOnTimeout": "STOP_DEPLOYMENT", "waitTimeInMinutes": 2_000},
    }
    other = scenario.deployment_group(
        other_lb,
        deploymentGroupName="other",
        deploymentConfigName="CodeDeployDefault.ECSAllAtOnce",
        ecsServices=[{"serviceName": "other", "clusterName": "shop"}],
        loadBalancerInfo={"targetGroupPairInfoList": [pair]},
        blueGreenDeploymentConfiguration=waiting,
    )
    p("codedeploy", "CreateDeploymentGroup", **other)
    return other
