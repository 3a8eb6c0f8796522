"""boto3's parsers, paginators and waiters, over a whole blue/green deployment."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import boto3
import jmespath
import pytest
from botocore import xform_name
from botocore.exceptions import WaiterError
from botocore.parsers import create_parser

from conformance import scenario, scenario_more, scenario_stacks
from conformance.account import REGION, Account
from conformance.conftest import SPEED, emulated
from conformance.player import Player, first
from conformance.servers import Sandbox
from conformance.wire import Exchange, read


def client_of(service: str) -> Any:
    return boto3.client(service, region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test")


# Parsers


def paths(value: Any, path: str = "") -> set[str]:
    """Every member, as `services[].taskSets[].id`."""
    if isinstance(value, dict):
        return {found for name, item in value.items() for found in {f"{path}.{name}", *paths(item, f"{path}.{name}")}}
    if isinstance(value, list):
        return {found for item in value for found in paths(item, f"{path}[]")}
    return set()


def parsed(exchange: Exchange) -> Any:
    answer = {"status_code": exchange.status, "headers": exchange.headers, "body": exchange.body}
    result = create_parser(exchange.model.service_model.resolved_protocol).parse(answer, exchange.model.output_shape)
    result.pop("ResponseMetadata")
    return result


def test_the_parser_reads_all_that_was_sent(emulated_operation: tuple[str, str], played: Player) -> None:
    own = [
        each
        for each in played.account.exchanges
        if (each.service, each.operation) == emulated_operation and each.status < 300 and each.model.output_shape
    ]
    lost = {path for each in own for path in paths(read(each).value) - paths(parsed(each))}
    assert lost == set()


def test_times_are_times(played: Player) -> None:
    """A deployment's times lie in an order, with a time zone: a wrong unit or format would not give that."""
    info = played.account.client("codedeploy").get_deployment
    ids = played.account.client("codedeploy").list_deployments()["deployments"]
    ended = [each for each in (info(deploymentId=id)["deploymentInfo"] for id in ids) if each["status"] == "Succeeded"]
    assert ended
    for each in ended:
        times: list[datetime] = [each["createTime"], each["startTime"], each["completeTime"]]
        assert times == sorted(times)
        assert all(time.tzinfo for time in times)
        assert (times[2] - times[0]).total_seconds() < 3_600


# Paginators


@pytest.fixture(scope="module")
def crowded() -> Iterator[Account]:
    """More of everything than goes on a page. Pages of CodeDeploy hold 100, and no request can ask for less."""
    running = Sandbox("--registry", "none", "--stepped")
    try:
        findings = [{"name": f"CVE-{i}", "severity": "LOW"} for i in range(3)]
        running.control("PATCH", "settings", {"imageScans": {"*": {"kind": "basic", "status": "COMPLETE", "findings": findings}}})
        account = Account(running.url)
        fill(Player(account, "sandbox", emulated(), running.control))
        yield account
    finally:
        running.close()


def fill(p: Player) -> None:
    for i in range(3):
        p("ecr", "CreateRepository", repositoryName=f"more-{i}")
    for i in range(3):
        body = scenario.manifest(i)
        kind = scenario.MANIFEST_TYPE
        p("ecr", "PutImage", repositoryName="more-0", imageManifest=body, imageManifestMediaType=kind, imageTag=f"v{i}")
    net = scenario.network(p)
    lb = scenario.balancer(p, net)
    for i in range(3):
        p("elbv2", "CreateLoadBalancer", Name=f"more-{i}", Subnets=net.subnets)
        p("ecs", "CreateCluster", clusterName=f"more-{i}")
        p("ecs", "RegisterTaskDefinition", **scenario.definition(1, f"more-{i}"))
    p("ecs", "CreateCluster", clusterName="shop")
    web = scenario.web_service(net, lb.blue, "more-0")
    p("ecs", "CreateService", **{**web, "serviceName": "busy", "desiredCount": 3})
    fill_watched(scenario_more.Optional(p))
    fill_stacks(p)
    for i in range(MANY):
        p("codedeploy", "CreateApplication", applicationName=f"app-{i:03}", computePlatform="ECS")
        p("codedeploy", "CreateDeploymentConfig", deploymentConfigName=f"config-{i:03}", computePlatform="ECS")
        revision = scenario.revision(f"text {i}")
        p("codedeploy", "RegisterApplicationRevision", applicationName="app-000", revision=revision)
        p("ecs", "CreateService", **{**web, "serviceName": f"web-{i:03}", "desiredCount": 0})
        services = [{"serviceName": f"web-{i:03}", "clusterName": "shop"}]
        named = {"applicationName": "app-000", "deploymentGroupName": f"group-{i:03}"}
        p("codedeploy", "CreateDeploymentGroup", **scenario.deployment_group(lb, **named, ecsServices=services))
        id = scenario.deploy(p, "arn:aws:ecs:eu-west-1:123456789012:task-definition/more-0:1", **named)
        p("codedeploy", "StopDeployment", deploymentId=id, autoRollbackEnabled=False)
    p.control("POST", "advance", {"ms": 60_000})


def fill_watched(call: scenario_more.Optional) -> None:
    for i in range(3):
        call("cloudwatch", "PutMetricAlarm", **{**scenario_more.ALARM, "AlarmName": f"alarm-{i}"})
        call("cloudwatch", "PutMetricData", Namespace="Shop", MetricData=[{"MetricName": f"m{i}", "Value": 1.0}])
        call("logs", "CreateLogGroup", logGroupName=f"group-{i}")
        call("logs", "CreateLogStream", logGroupName="group-0", logStreamName=f"stream-{i}")
        named = {"logGroupName": "group-0", "logStreamName": f"stream-{i}"}
        call("logs", "PutLogEvents", **named, logEvents=[{"timestamp": NOW_MS, "message": f"line {i}"}])
        service = {"cluster": "shop", "serviceName": f"scaled-{i}", "taskDefinition": "more-0", "desiredCount": 0}
        call("ecs", "CreateService", **service, networkConfiguration={"awsvpcConfiguration": {"subnets": ["subnet-1"]}})
        target = {**scenario_more.SCALED, "ResourceId": f"service/shop/scaled-{i}"}
        call("application-autoscaling", "RegisterScalableTarget", **target, MinCapacity=0, MaxCapacity=4)
        tracking = {
            "TargetValue": 50.0,
            "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"},
        }
        policy = {"PolicyName": f"cpu-{i}", "PolicyType": "TargetTrackingScaling"}
        call(
            "application-autoscaling",
            "PutScalingPolicy",
            **target,
            **policy,
            TargetTrackingScalingPolicyConfiguration=tracking,
        )
        action = {
            "ScheduledActionName": f"night-{i}",
            "Schedule": "cron(0 20 * * ? *)",
            "ScalableTargetAction": {"MinCapacity": 0},
        }
        call("application-autoscaling", "PutScheduledAction", **target, **action)


def fill_stacks(p: Player) -> None:
    """A stack with many resources and exports, many stacks that import one of them, and one with many events and change sets."""
    if not p.has("cloudformation", "CreateStack"):
        return
    topic, template = scenario_stacks.topic, scenario_stacks.template
    outputs = {f"O{i}": {"Value": f"v{i}", "Export": {"Name": f"e-{i:03}"}} for i in range(MANY)}
    many = template({f"T{i}": topic("one") for i in range(MANY)}, Outputs=outputs)
    few = {f"T{i}": topic("x") for i in range(35)}
    p("cloudformation", "CreateStack", StackName="many", TemplateBody=many)
    p("cloudformation", "CreateStack", StackName="few", TemplateBody=template(few))
    p.control("POST", "advance", {"ms": 5_000})
    user = template({"User": topic({"Fn::ImportValue": "e-000"})})
    for i in range(MANY):
        p("cloudformation", "CreateStack", StackName=f"user-{i:03}", TemplateBody=user)
        added = template({**few, "More": topic("x")})
        p("cloudformation", "CreateChangeSet", StackName="few", ChangeSetName=f"set-{i:03}", TemplateBody=added)
    changed = many.replace('"one"', '"two"')
    p("cloudformation", "CreateChangeSet", StackName="many", ChangeSetName="all", TemplateBody=changed)
    p.control("POST", "advance", {"ms": 5_000})


NOW_MS = int(time.time() * 1_000)
MANY = 103
LISTS: dict[tuple[str, str], dict[str, Any]] = {
    ("codedeploy", "ListApplicationRevisions"): {"applicationName": "app-000"},
    ("codedeploy", "ListApplications"): {},
    ("codedeploy", "ListDeploymentConfigs"): {},
    ("codedeploy", "ListDeploymentGroups"): {"applicationName": "app-000"},
    ("codedeploy", "ListDeployments"): {},
    ("ecr", "DescribeImageScanFindings"): {"repositoryName": "more-0", "imageId": {"imageTag": "v0"}},
    ("ecr", "DescribeImages"): {"repositoryName": "more-0"},
    ("ecr", "DescribeRepositories"): {},
    ("ecr", "ListImages"): {"repositoryName": "more-0"},
    ("application-autoscaling", "DescribeScalableTargets"): {"ServiceNamespace": "ecs"},
    ("application-autoscaling", "DescribeScalingPolicies"): {"ServiceNamespace": "ecs"},
    ("application-autoscaling", "DescribeScheduledActions"): {"ServiceNamespace": "ecs"},
    ("cloudwatch", "DescribeAlarmHistory"): {},
    ("cloudwatch", "DescribeAlarms"): {},
    ("logs", "DescribeLogGroups"): {"logGroupNamePrefix": "group-"},
    ("logs", "DescribeLogStreams"): {"logGroupName": "group-0"},
    ("logs", "FilterLogEvents"): {"logGroupName": "group-0"},
    ("cloudformation", "DescribeChangeSet"): {"StackName": "many", "ChangeSetName": "all"},
    ("cloudformation", "DescribeStackEvents"): {"StackName": "few"},
    ("cloudformation", "DescribeStacks"): {},
    ("cloudformation", "ListChangeSets"): {"StackName": "few"},
    ("cloudformation", "ListExports"): {},
    ("cloudformation", "ListImports"): {"ExportName": "e-000"},
    ("cloudformation", "ListStackResources"): {"StackName": "many"},
    ("cloudformation", "ListStacks"): {},
    ("ecs", "ListClusters"): {},
    ("ecs", "ListServices"): {"cluster": "shop"},
    ("ecs", "ListTaskDefinitionFamilies"): {},
    ("ecs", "ListTaskDefinitions"): {},
    ("ecs", "ListTasks"): {"cluster": "shop"},
    ("elbv2", "DescribeListeners"): {},
    ("elbv2", "DescribeLoadBalancers"): {},
    ("elbv2", "DescribeRules"): {},
    ("elbv2", "DescribeTargetGroups"): {},
}
# What has one page here, whatever is done.
ONE_PAGE = {
    # An ECS deployment has one target.
    ("codedeploy", "ListDeploymentTargets"),
    # Nothing scales on a clock that stands still.
    ("application-autoscaling", "DescribeScalingActivities"),
    # Their pages hold hundreds of metrics or more, and no request can ask for less.
    ("cloudwatch", "GetMetricData"),
    ("cloudwatch", "ListMetrics"),
}


def paginated() -> list[tuple[str, str]]:
    """Every emulated operation for which boto3 has a paginator."""
    found = []
    for service, names in sorted(emulated().items()):
        client = client_of(service)
        found += [(service, name) for name in names if client.can_paginate(xform_name(name))]
    return [each for each in found if each not in ONE_PAGE]


def narrowed(account: Account, service: str, operation: str) -> dict[str, Any]:
    """The list's parameters; listeners and rules are asked for by what they belong to."""
    if (service, operation) not in LISTS:
        pytest.fail(f"{service} {operation} has a paginator and no case here: add one to LISTS")
    params = LISTS[service, operation]
    elb = account.client("elbv2")
    if operation in ("DescribeListeners", "DescribeRules"):
        arn = elb.describe_load_balancers(Names=["shop"])["LoadBalancers"][0]["LoadBalancerArn"]
        if operation == "DescribeListeners":
            return {"LoadBalancerArn": arn}
        return {"ListenerArn": elb.describe_listeners(LoadBalancerArn=arn)["Listeners"][0]["ListenerArn"]}
    return params


def items_of(result_keys: list[Any], pages: list[Any]) -> list[Any]:
    return [item for page in pages for key in result_keys for item in (jmespath.search(str(key.expression), page) or [])]


@pytest.mark.parametrize(("service", "operation"), paginated(), ids=["-".join(each) for each in paginated()])
def test_pages_hold_what_one_answer_holds(service: str, operation: str, crowded: Account) -> None:
    client = crowded.client(service)
    paginator = client.get_paginator(xform_name(operation))
    params = narrowed(crowded, service, operation)
    limit = paginator._pagination_cfg.get("limit_key")
    pages = list(paginator.paginate(**params, PaginationConfig={"PageSize": 1} if limit else {}))
    found = items_of(paginator.result_keys, pages)
    assert len(pages) > 1
    assert len({str(item) for item in found}) == len(found)
    if limit:
        whole = getattr(client, xform_name(operation))(**params, **{limit: 50})
        rest = [whole] if len(found) <= 50 else list(paginator.paginate(**params, PaginationConfig={"PageSize": 50}))
        assert found == items_of(paginator.result_keys, rest)
    else:
        assert MANY <= len(found) <= MANY + 10


# Waiters


@dataclass(frozen=True)
class Deployed:
    """An account before and after its deployment."""

    player: Player
    lb: scenario.Balancer
    arns: scenario.Service
    blue_tasks: list[str]
    blue_targets: list[dict[str, Any]]
    deployment: str

    def wait(self, service: str, name: str, attempts: int = 200, **params: Any) -> None:
        config = {"Delay": 0.1, "MaxAttempts": attempts}
        self.player.account.client(service).get_waiter(name).wait(**params, WaiterConfig=config)


@pytest.fixture(scope="module")
def deployed() -> Iterator[Deployed]:
    running = Sandbox(*SPEED)
    try:
        running.control("PATCH", "settings", {"imageScans": {"*": {**scenario.SCANS["2"], "afterMs": 30_000}}})
        yield deploy(Player(Account(running.url), "sandbox", emulated(), running.control))
    finally:
        running.close()


def deploy(p: Player) -> Deployed:
    net = scenario.network(p)
    p("ecr", "CreateRepository", repositoryName="shop")
    kind = scenario.MANIFEST_TYPE
    lb = scenario.balancer(p, net)
    arns = scenario.service(p, net, lb)
    scenario.application(p, lb)
    tasks = p("ecs", "ListTasks", cluster="shop")["taskArns"]
    before = Deployed(p, lb, arns, tasks, [], "")
    before.wait("ecs", "tasks_running", cluster="shop", tasks=tasks)
    before.wait("elbv2", "target_in_service", TargetGroupArn=lb.blue)
    health = p("elbv2", "DescribeTargetHealth", TargetGroupArn=lb.blue)["TargetHealthDescriptions"]
    body = scenario.manifest(1)
    p("ecr", "PutImage", repositoryName="shop", imageManifest=body, imageManifestMediaType=kind, imageTag="1")
    targets = [each["Target"] for each in health]
    return Deployed(p, lb, arns, tasks, targets, scenario.deploy(p, arns.second))


def services_inactive(of: Deployed) -> None:
    p = of.player
    small = {"containerDefinitions": [{"name": "app", "image": "shop:1", "memory": 128}]}
    p("ecs", "RegisterTaskDefinition", family="small", **small)
    p("ecs", "CreateService", cluster="shop", serviceName="short", taskDefinition="small", desiredCount=0)
    p("ecs", "DeleteService", cluster="shop", service="short")
    of.wait("ecs", "services_inactive", cluster="shop", services=["short"])


def services_stable(of: Deployed) -> None:
    p = of.player
    small = {"containerDefinitions": [{"name": "app", "image": "shop:1", "memory": 128}]}
    p("ecs", "RegisterTaskDefinition", family="small", **small)
    p("ecs", "CreateService", cluster="shop", serviceName="still", taskDefinition="small", desiredCount=0)
    of.wait("ecs", "services_stable", cluster="shop", services=["still"])


def load_balancers_deleted(of: Deployed) -> None:
    if not of.player.has("elbv2", "DeleteLoadBalancer"):
        of.wait("elbv2", "load_balancers_deleted", Names=["never-there"])
        return
    made = of.player("elbv2", "CreateLoadBalancer", Name="brief", Subnets=["subnet-1", "subnet-2"])
    arn = first(made, "LoadBalancers[0].LoadBalancerArn")
    of.player("elbv2", "DeleteLoadBalancer", LoadBalancerArn=arn)
    of.wait("elbv2", "load_balancers_deleted", LoadBalancerArns=[arn])


def after_success(service: str, name: str, params: Callable[[Deployed], dict[str, Any]]) -> Callable[[Deployed], None]:
    def wait(of: Deployed) -> None:
        of.wait("codedeploy", "deployment_successful", deploymentId=of.deployment)
        of.wait(service, name, **params(of))

    return wait


def alarm_exists(of: Deployed) -> None:
    of.player("cloudwatch", "PutMetricAlarm", **scenario_more.ALARM)
    of.wait("cloudwatch", "alarm_exists", AlarmNames=["errors"])


def stack_waiter(name: str) -> Callable[[Deployed], None]:
    """A stack of its own for each waiter, changed where the waiter waits for that."""
    stack = {"StackName": name.replace("_", "-")}
    plain = {**stack, "TemplateBody": scenario_stacks.template({"Topic": scenario_stacks.topic("x")})}
    changed = {**stack, "TemplateBody": scenario_stacks.template({"Topic": scenario_stacks.topic("y")})}
    denied = json.dumps({"Statement": [{"Effect": "Deny", "Action": "Update:*", "Principal": "*", "Resource": "*"}]})

    def wait(of: Deployed) -> None:
        call = of.player
        call("cloudformation", "CreateStack", **plain)
        of.wait("cloudformation", "stack_create_complete", **stack)
        if name == "stack_update_complete":
            call("cloudformation", "UpdateStack", **changed)
        elif name == "stack_rollback_complete":
            call("cloudformation", "UpdateStack", **changed, StackPolicyDuringUpdateBody=denied)
        elif name == "stack_delete_complete":
            call("cloudformation", "DeleteStack", **stack)
        elif name == "change_set_create_complete":
            call("cloudformation", "CreateChangeSet", **changed, ChangeSetName="next")
            of.wait("cloudformation", name, **stack, ChangeSetName="next")
            return
        of.wait("cloudformation", name, **stack)

    return wait


# Alarms of kinds that the sandbox does not have, and what it does not do.
NO_SUCH_ALARMS = {("cloudwatch", "composite_alarm_exists"), ("cloudwatch", "log_alarm_exists")}
NO_IMPORTS = {("cloudformation", "stack_import_complete")}
STACK_WAITERS = (
    "change_set_create_complete stack_create_complete stack_delete_complete stack_exists stack_rollback_complete "
    "stack_update_complete"
).split()
WAITERS: dict[tuple[str, str], Callable[[Deployed], None]] = {
    ("codedeploy", "deployment_successful"): lambda of: of.wait(
        "codedeploy", "deployment_successful", deploymentId=of.deployment
    ),
    **{("cloudformation", name): stack_waiter(name) for name in STACK_WAITERS},
    ("cloudwatch", "alarm_exists"): alarm_exists,
    ("ecr", "image_scan_complete"): lambda of: of.wait(
        "ecr", "image_scan_complete", repositoryName="shop", imageId={"imageTag": "1"}
    ),
    ("ecs", "services_inactive"): services_inactive,
    ("ecs", "services_stable"): services_stable,
    ("ecs", "tasks_running"): lambda of: of.wait(
        "ecs", "tasks_running", cluster="shop", tasks=of.player("ecs", "ListTasks", cluster="shop")["taskArns"]
    ),
    ("ecs", "tasks_stopped"): after_success("ecs", "tasks_stopped", lambda of: {"cluster": "shop", "tasks": of.blue_tasks}),
    ("elbv2", "load_balancer_available"): lambda of: of.wait("elbv2", "load_balancer_available", Names=["shop"]),
    ("elbv2", "load_balancer_exists"): lambda of: of.wait("elbv2", "load_balancer_exists", Names=["shop"]),
    ("elbv2", "load_balancers_deleted"): load_balancers_deleted,
    ("elbv2", "target_deregistered"): after_success(
        "elbv2", "target_deregistered", lambda of: {"TargetGroupArn": of.lb.blue, "Targets": of.blue_targets}
    ),
    ("elbv2", "target_in_service"): after_success("elbv2", "target_in_service", lambda of: {"TargetGroupArn": of.lb.green}),
}


def waiters() -> list[tuple[str, str]]:
    """boto3's waiters whose operation is emulated."""
    found = []
    for service, names in sorted(emulated().items()):
        client = client_of(service)
        found += [(service, name) for name in client.waiter_names if client.get_waiter(name).config.operation in names]
    return [each for each in found if each not in NO_SUCH_ALARMS | NO_IMPORTS]


@pytest.mark.parametrize(("service", "name"), waiters(), ids=["-".join(each) for each in waiters()])
def test_waiter_ends(service: str, name: str, deployed: Deployed) -> None:
    wait = WAITERS.get((service, name))
    assert wait, f"{service} has the waiter {name} and no case here: add one to WAITERS"
    wait(deployed)


def test_a_stopped_deployment_fails_its_waiter(deployed: Deployed) -> None:
    deployed.wait("codedeploy", "deployment_successful", deploymentId=deployed.deployment)
    id = scenario.deploy(deployed.player, deployed.arns.first)
    deployed.player("codedeploy", "StopDeployment", deploymentId=id, autoRollbackEnabled=False)
    with pytest.raises(WaiterError, match="Stopped"):
        deployed.wait("codedeploy", "deployment_successful", deploymentId=id)


def test_a_service_under_codedeploy_is_never_stable_to_the_waiter(deployed: Deployed) -> None:
    """It has task sets, and the waiter looks for one deployment (github.com/aws/aws-sdk/issues/465)."""
    with pytest.raises(WaiterError, match="Max attempts exceeded"):
        deployed.wait("ecs", "services_stable", attempts=3, cluster="shop", services=["web"])


def test_a_missing_service_fails_the_waiter(deployed: Deployed) -> None:
    with pytest.raises(WaiterError, match="MISSING"):
        deployed.wait("ecs", "services_stable", cluster="shop", services=["none"])


def test_the_deployment_is_what_was_asked_for(deployed: Deployed) -> None:
    deployed.wait("codedeploy", "deployment_successful", deploymentId=deployed.deployment)
    p = deployed.player
    service = p("ecs", "DescribeServices", cluster="shop", services=["web"])["services"][0]
    sets = [(each["status"], each["taskDefinition"], each["runningCount"]) for each in service["taskSets"]]
    assert sets == [("PRIMARY", deployed.arns.second, 2)]
    listener = p("elbv2", "DescribeListeners", ListenerArns=[deployed.lb.listener])["Listeners"][0]
    weights = {each["TargetGroupArn"]: each["Weight"] for each in listener["DefaultActions"][0]["ForwardConfig"]["TargetGroups"]}
    assert weights == {deployed.lb.green: 100, deployed.lb.blue: 0}
    target = p("codedeploy", "GetDeploymentTarget", deploymentId=deployed.deployment, targetId="shop:web")
    events = target["deploymentTarget"]["ecsTarget"]["lifecycleEvents"]
    assert [each["status"] for each in events] == ["Succeeded"] * 8
    assert all(one["endTime"] <= two["startTime"] for one, two in zip(events, events[1:], strict=False))
