"""The same for ECS, ECR and Elastic Load Balancing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from conformance import scenario
from conformance.error_cases import refuses
from conformance.error_state import State

INVALID = "InvalidParameterException"


def ecs(operation: str, code: str, what: str, params: Any) -> None:
    refuses("ecs", operation, code, what, params)


BY_CLUSTER = {
    "CreateService": {"serviceName": "new", "taskDefinition": "web", "desiredCount": 1},
    "DeleteCluster": {},
    "DeleteService": {"service": "web"},
    "DescribeServices": {"services": ["web"]},
    "DescribeTasks": {"tasks": ["0" * 32]},
    "DescribeTaskSets": {"service": "web"},
    "ListServices": {},
    "ListTasks": {},
    "UpdateService": {"service": "web"},
}
for each, more in BY_CLUSTER.items():
    ecs(each, "ClusterNotFoundException", "an unknown cluster", {"cluster": "none", **more})
for each in ("DeleteService", "DescribeTaskSets", "UpdateService"):
    ecs(each, "ServiceNotFoundException", "an unknown service", {"cluster": "shop", "service": "none"})
    code = "ServiceNotFoundException" if each == "DeleteService" else "ServiceNotActiveException"
    ecs(each, code, "one that has ended", {"cluster": "shop", "service": "ended"})
ecs("ListTasks", "ServiceNotFoundException", "an unknown service", {"cluster": "shop", "serviceName": "none"})
ecs("CreateCluster", INVALID, "a name that cannot be", {"clusterName": "a b"})
RESERVED = [{"key": "aws:x", "value": "y"}]
ecs("CreateCluster", INVALID, "a reserved tag", {"clusterName": "new", "tags": RESERVED})
ecs("DeleteCluster", "ClusterContainsServicesException", "one with services", {"cluster": "shop"})
ecs("DeleteCluster", "ClusterContainsTasksException", "one with a task of its own", {"cluster": "jobs"})
JOB = {"cluster": "jobs", "taskDefinition": "job"}
AWSVPC = {"awsvpcConfiguration": {"subnets": ["subnet-1"]}}
FARGATE = [{"capacityProvider": "FARGATE"}]
ecs("RunTask", "ClusterNotFoundException", "an unknown cluster", {**JOB, "cluster": "none"})
ecs("RunTask", "ClientException", "an unknown task definition", {**JOB, "taskDefinition": "none"})
ecs("RunTask", "ClientException", "an inactive one", lambda state: {**JOB, "taskDefinition": state.inactive})
ecs("RunTask", INVALID, "11 tasks", {**JOB, "count": 11})
ecs("RunTask", INVALID, "a launch type and a strategy", {**JOB, "launchType": "EC2", "capacityProviderStrategy": FARGATE})
ecs("RunTask", INVALID, "a network for a bridge", {**JOB, "networkConfiguration": AWSVPC})
ecs("RunTask", INVALID, "no network for awsvpc", {**JOB, "taskDefinition": "web"})
ecs("RunTask", INVALID, "a container that is not there", {**JOB, "overrides": {"containerOverrides": [{"name": "none"}]}})
ecs("RunTask", INVALID, "tags of a service", {**JOB, "propagateTags": "SERVICE"})
ecs("RunTask", INVALID, "a platform without Fargate", {**JOB, "platformVersion": "LATEST"})
PLATFORM = {"capacityProviderStrategy": FARGATE, "platformVersion": "9.9.9"}
ecs("RunTask", "PlatformUnknownException", "an unknown platform", {**JOB, **PLATFORM})
ecs("RunTask", "ConflictException", "a token of another request", {**JOB, "clientToken": "taken", "count": 2})
ecs("DescribeServices", INVALID, "no services", {"cluster": "shop", "services": []})
ecs("DescribeServices", INVALID, "11 services", {"cluster": "shop", "services": ["web"] * 11})
ecs("DescribeTasks", INVALID, "no tasks", {"cluster": "shop", "tasks": []})
ecs("DescribeTasks", INVALID, "101 tasks", {"cluster": "shop", "tasks": ["0" * 32] * 101})
for each in ("ListClusters", "ListTaskDefinitions", "ListTaskDefinitionFamilies"):
    ecs(each, INVALID, "a foreign token", {"nextToken": "x"})
    ecs(each, INVALID, "a page of 101", {"maxResults": 101})
for each in ("ListServices", "ListTasks"):
    ecs(each, INVALID, "a foreign token", {"cluster": "shop", "nextToken": "x"})
    ecs(each, INVALID, "a page of 101", {"cluster": "shop", "maxResults": 101})
ecs("DescribeTaskDefinition", "ClientException", "an unknown one", {"taskDefinition": "none"})
ecs("DeregisterTaskDefinition", "ClientException", "an unknown one", {"taskDefinition": "none:1"})
for each, more in (("TagResource", {"tags": []}), ("UntagResource", {"tagKeys": ["a"]}), ("ListTagsForResource", {})):
    ecs(each, INVALID, "an unknown resource", {"resourceArn": "arn:aws:ecs:eu-west-1:123456789012:cluster/none", **more})
ecs("StopTask", "ClusterNotFoundException", "an unknown cluster", {"cluster": "none", "task": "0" * 32})
ecs("StopTask", INVALID, "an unknown task", {"cluster": "shop", "task": "0" * 32})
GOOD = scenario.definition(1)
APP = GOOD["containerDefinitions"][0]
for what, changed in {
    "a family that cannot be": {"family": "a b"},
    "an empty family": {"family": " "},
    "no containers": {"containerDefinitions": []},
    "a container without a name": {"containerDefinitions": [{"image": "a"}]},
    "a container without an image": {"containerDefinitions": [{"name": "a"}]},
    "one name twice": {"containerDefinitions": [APP, APP]},
    "nothing essential": {"containerDefinitions": [{**APP, "essential": False}]},
    "Fargate without awsvpc": {"networkMode": "bridge"},
    "Fargate without memory": {"memory": ""},
}.items():
    ecs("RegisterTaskDefinition", "ClientException", what, {**GOOD, **changed})


def web(**changed: Any) -> Callable[[State], dict[str, Any]]:
    return lambda state: {**scenario.web_service(state.net, state.lb.blue, state.arns.first), "serviceName": "new", **changed}


ecs("CreateService", "ClientException", "an unknown task definition", web(taskDefinition="none"))
ecs("CreateService", "ClientException", "an inactive task definition", lambda state: web(taskDefinition=state.inactive)(state))
for what, changed in {
    "a name that cannot be": {"serviceName": "a b"},
    "one that is there": {"serviceName": "web"},
    "a desired count below 0": {"desiredCount": -1},
    "no load balancer": {"loadBalancers": []},
    "an unknown target group": {"loadBalancers": [{"targetGroupArn": "none", "containerName": "app", "containerPort": 8080}]},
    "the DAEMON strategy": {"schedulingStrategy": "DAEMON"},
    "no network": {"networkConfiguration": {}},
    "no subnets": {"networkConfiguration": {"awsvpcConfiguration": {"subnets": []}}},
    "no task definition": {"taskDefinition": ""},
}.items():
    ecs("CreateService", INVALID, what, web(**changed))
for what, name, port in (("an unknown container", "none", 8080), ("an unknown port", "app", 1)):

    def bound(state: State, name: str = name, port: int = port) -> dict[str, Any]:
        given = {"targetGroupArn": state.lb.blue, "containerName": name, "containerPort": port}
        return web(loadBalancers=[given])(state)

    ecs("CreateService", INVALID, what, bound)
WEB = {"cluster": "shop", "service": "web"}
for what, changed in {
    "a task definition": {"taskDefinition": "web:2"},
    "a network": {"networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-1"]}}},
    "a platform version": {"platformVersion": "1.4.0"},
    "load balancers": {"loadBalancers": []},
    "a capacity provider": {"capacityProviderStrategy": []},
    "a forced deployment": {"forceNewDeployment": True},
    "a desired count below 0": {"desiredCount": -1},
}.items():
    ecs("UpdateService", INVALID, what, {**WEB, **changed})
ecs(
    "UpdateService",
    "ClientException",
    "an unknown task definition",
    {"cluster": "shop", "service": "rolling", "taskDefinition": "none"},
)
ecs("DeleteService", INVALID, "one that is scaled above 0", WEB)


def ecr(operation: str, code: str, what: str, params: Any) -> None:
    refuses("ecr", operation, f"{code}Exception", what, params)


BY_REPOSITORY = {
    "BatchCheckLayerAvailability": {"layerDigests": [scenario.LAYER]},
    "BatchDeleteImage": {"imageIds": [{"imageTag": "1"}]},
    "BatchGetImage": {"imageIds": [{"imageTag": "1"}]},
    "DeleteRepository": {},
    "DescribeImages": {},
    "DescribeImageScanFindings": {"imageId": {"imageTag": "1"}},
    "ListImages": {},
    "PutImage": {"imageManifest": scenario.manifest(1)},
    "PutImageTagMutability": {"imageTagMutability": "MUTABLE"},
}
for each, more in BY_REPOSITORY.items():
    ecr(each, "RepositoryNotFound", "an unknown one", {"repositoryName": "none", **more})
    ecr(each, "RepositoryNotFound", "another account's", {"repositoryName": "shop", "registryId": "1" * 12, **more})
    ecr(each, "InvalidParameter", "a name that cannot be", {"repositoryName": "UPPER", **more})
SHOP = {"repositoryName": "shop"}
ecr("DescribeRepositories", "RepositoryNotFound", "an unknown one", {"repositoryNames": ["none"]})
ecr("DescribeRepositories", "InvalidParameter", "names and a page", {"repositoryNames": ["shop"], "maxResults": 5})
ecr("CreateRepository", "RepositoryAlreadyExists", "one that is there", SHOP)
ecr("CreateRepository", "InvalidParameter", "a name that cannot be", {"repositoryName": "UPPER"})
ecr(
    "CreateRepository",
    "InvalidTagParameter",
    "a reserved tag",
    {"repositoryName": "new", "tags": [{"Key": "aws:x", "Value": "y"}]},
)
FILTERS = [{"filterType": "WILDCARD", "filter": "v*"}]
for each, name in (("CreateRepository", "new"), ("PutImageTagMutability", "shop")):
    mutable = {"repositoryName": name, "imageTagMutability": "MUTABLE"}
    excluded = {"repositoryName": name, "imageTagMutability": "IMMUTABLE_WITH_EXCLUSION"}
    ecr(each, "InvalidParameter", "filters without exclusion", {**mutable, "imageTagMutabilityExclusionFilters": FILTERS})
    ecr(each, "InvalidParameter", "exclusion without filters", excluded)
    ecr(each, "InvalidParameter", "six filters", {**excluded, "imageTagMutabilityExclusionFilters": FILTERS * 6})
ecr("DeleteRepository", "RepositoryNotEmpty", "one with images", SHOP)
for each, key in (
    ("BatchGetImage", "imageIds"),
    ("BatchDeleteImage", "imageIds"),
    ("BatchCheckLayerAvailability", "layerDigests"),
):
    ecr(each, "InvalidParameter", "nothing asked", {**SHOP, key: []})
ecr("DescribeImages", "ImageNotFound", "an unknown tag", {**SHOP, "imageIds": [{"imageTag": "none"}]})
ecr("DescribeImages", "InvalidParameter", "an empty id", {**SHOP, "imageIds": [{}]})
ecr("DescribeImages", "InvalidParameter", "a digest that cannot be", {**SHOP, "imageIds": [{"imageDigest": "x"}]})
ecr("DescribeImages", "InvalidParameter", "ids and a page", {**SHOP, "imageIds": [{"imageTag": "1"}], "maxResults": 5})
ecr("DescribeImages", "InvalidParameter", "no ids", {**SHOP, "imageIds": []})
for each, more in (("DescribeImages", SHOP), ("ListImages", SHOP), ("DescribeRepositories", {})):
    ecr(each, "InvalidParameter", "a page of 1001", {**more, "maxResults": 1001})
    ecr(each, "InvalidParameter", "a foreign token", {**more, "nextToken": "x"})
ecr("DescribeImageScanFindings", "ImageNotFound", "an unknown tag", {**SHOP, "imageId": {"imageTag": "none"}})
ecr("DescribeImageScanFindings", "ScanNotFound", "one that was never scanned", {**SHOP, "imageId": {"imageTag": "1"}})
ecr("PutImage", "InvalidParameter", "no JSON", {**SHOP, "imageManifest": "x"})
ecr("PutImage", "InvalidParameter", "no media type", {**SHOP, "imageManifest": "{}"})
ecr("PutImage", "InvalidParameter", "a tag that cannot be", {**SHOP, "imageManifest": scenario.manifest(1), "imageTag": "a b"})
WRONG_DIGEST = {"imageManifest": scenario.manifest(1), "imageDigest": "sha256:" + "0" * 64}
ecr("PutImage", "ImageDigestDoesNotMatch", "another digest", {**SHOP, **WRONG_DIGEST})
ecr("PutImage", "ImageAlreadyExists", "the same again", {**SHOP, "imageManifest": scenario.manifest(1), "imageTag": "1"})
FIXED = {"repositoryName": "fixed", "imageManifest": scenario.manifest(2), "imageTag": "1"}
ecr("PutImage", "ImageTagAlreadyExists", "an immutable tag", FIXED)
REPOSITORY = "arn:aws:ecr:eu-west-1:123456789012:repository/"
for each, more in (("TagResource", {"tags": []}), ("UntagResource", {"tagKeys": ["a"]}), ("ListTagsForResource", {})):
    ecr(each, "InvalidParameter", "no ARN of a repository", {"resourceArn": "arn:x", **more})
    ecr(each, "RepositoryNotFound", "an unknown one", {"resourceArn": f"{REPOSITORY}none", **more})
TAGGED = {"resourceArn": f"{REPOSITORY}shop"}
ecr("TagResource", "InvalidTagParameter", "a reserved tag", {**TAGGED, "tags": [{"Key": "aws:x", "Value": "y"}]})
ecr("TagResource", "TooManyTags", "51 tags", {**TAGGED, "tags": [{"Key": f"k{i}", "Value": ""} for i in range(51)]})


def elb(operation: str, code: str, what: str, params: Any) -> None:
    refuses("elbv2", operation, code, what, params)


INVALID_ELB = "ValidationError"
NONE = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:none"
PATHS = [{"Field": "path-pattern", "Values": ["/a"]}]
elb(
    "CreateLoadBalancer",
    "DuplicateLoadBalancerName",
    "a taken name",
    {"Name": "shop", "Subnets": ["subnet-9"], "Scheme": "internal"},
)
elb("CreateLoadBalancer", INVALID_ELB, "a name that cannot be", {"Name": "-a"})
elb("CreateLoadBalancer", INVALID_ELB, "a gateway", {"Name": "new", "Type": "gateway"})
elb("DescribeLoadBalancers", "LoadBalancerNotFound", "an unknown name", {"Names": ["none"]})
elb("DescribeLoadBalancers", "LoadBalancerNotFound", "an unknown ARN", {"LoadBalancerArns": [NONE]})
TCP = {"Name": "blue", "Protocol": "TCP", "Port": 80, "VpcId": "vpc-1", "TargetType": "ip"}
elb("CreateTargetGroup", "DuplicateTargetGroupName", "a taken name", TCP)
for what, changed in {
    "a name that cannot be": {"Name": "-a"},
    "no port": {"Port": None},
    "a Lambda target": {"TargetType": "lambda"},
    "a health check port": {"HealthCheckPort": "x"},
    "a health check path": {"HealthCheckPath": "x"},
    "a time-out above the interval": {"HealthCheckIntervalSeconds": 5, "HealthCheckTimeoutSeconds": 6},
    "a threshold of 1": {"HealthyThresholdCount": 1},
    "a matcher of 100": {"Matcher": {"HttpCode": "100"}},
}.items():
    given = {key: value for key, value in {**TCP, "Name": "new", "Protocol": "HTTP", **changed}.items() if value is not None}
    elb("CreateTargetGroup", INVALID_ELB, what, given)
elb("DescribeTargetGroups", "TargetGroupNotFound", "an unknown name", {"Names": ["none"]})
elb("DescribeTargetGroups", "TargetGroupNotFound", "an unknown ARN", {"TargetGroupArns": [NONE]})
elb("DescribeTargetGroups", "LoadBalancerNotFound", "an unknown load balancer", {"LoadBalancerArn": NONE})
elb("DescribeTargetHealth", "TargetGroupNotFound", "an unknown one", {"TargetGroupArn": NONE})
elb("DescribeListeners", "ListenerNotFound", "an unknown one", {"ListenerArns": [NONE]})
elb("DescribeListeners", "LoadBalancerNotFound", "an unknown load balancer", {"LoadBalancerArn": NONE})
elb("DescribeListeners", INVALID_ELB, "nothing asked", {})
elb("DescribeRules", "ListenerNotFound", "an unknown listener", {"ListenerArn": NONE})
elb("DescribeRules", "RuleNotFound", "an unknown one", {"RuleArns": [NONE]})
elb("DescribeRules", INVALID_ELB, "nothing asked", {})
for each in ("DescribeLoadBalancers", "DescribeTargetGroups"):
    elb(each, INVALID_ELB, "a foreign marker", {"Marker": "x"})
    elb(each, INVALID_ELB, "a page of 401", {"PageSize": 401})


def on(**named: str) -> Callable[[State], dict[str, Any]]:
    """Parameters by the load balancer's parts: `LoadBalancerArn="arn"`."""
    return lambda state: {name: getattr(state.lb, part) for name, part in named.items()}


def listener(**changed: Any) -> Callable[[State], dict[str, Any]]:
    def build(state: State) -> dict[str, Any]:
        actions = [{"Type": "forward", "TargetGroupArn": state.lb.blue}]
        return {"LoadBalancerArn": state.lb.arn, "Protocol": "HTTP", "Port": 99, "DefaultActions": actions, **changed}

    return build


elb("CreateListener", "DuplicateListener", "a taken port", listener(Port=80))
elb("CreateListener", "LoadBalancerNotFound", "an unknown load balancer", listener(LoadBalancerArn=NONE))
elb(
    "CreateListener",
    "TargetGroupNotFound",
    "an unknown target group",
    listener(DefaultActions=[{"Type": "forward", "TargetGroupArn": NONE}]),
)
elb(
    "CreateListener",
    "InvalidLoadBalancerAction",
    "an action that is not there",
    listener(DefaultActions=[{"Type": "authenticate-oidc"}]),
)
elb("CreateListener", INVALID_ELB, "no actions", listener(DefaultActions=[]))


def elsewhere(state: State) -> dict[str, Any]:
    return {"ListenerArn": state.network_listener, "DefaultActions": [{"Type": "forward", "TargetGroupArn": state.lb.blue}]}


elb("ModifyListener", "TargetGroupAssociationLimit", "another load balancer's group", elsewhere)
elb("ModifyListener", "ListenerNotFound", "an unknown one", {"ListenerArn": NONE})
elb("ModifyRule", "RuleNotFound", "an unknown one", {"RuleArn": NONE})


def rule(**changed: Any) -> Callable[[State], dict[str, Any]]:
    def build(state: State) -> dict[str, Any]:
        actions = [{"Type": "forward", "TargetGroupArn": state.lb.blue}]
        return {"ListenerArn": state.lb.listener, "Priority": 99, "Conditions": PATHS, "Actions": actions, **changed}

    return build


elb("CreateRule", "PriorityInUse", "a taken priority", rule(Priority=10))
elb("CreateRule", "ListenerNotFound", "an unknown listener", rule(ListenerArn=NONE))
elb("CreateRule", "TargetGroupNotFound", "an unknown target group", rule(Actions=[{"Type": "forward", "TargetGroupArn": NONE}]))
elb("CreateRule", INVALID_ELB, "a priority of 0", rule(Priority=0))
elb("CreateRule", INVALID_ELB, "no conditions", rule(Conditions=[]))


def default_rule(state: State) -> dict[str, Any]:
    return {"RuleArn": state.default_rule}


elb("ModifyRule", "OperationNotPermitted", "the default rule", default_rule)
