"""Requests that AWS refuses, and the code it refuses them with (botocore's models say what each code means)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from conformance import scenario
from conformance.error_state import State

Params = dict[str, Any] | Callable[[State], dict[str, Any]]


@dataclass(frozen=True)
class Case:
    service: str
    operation: str
    code: str
    what: str
    params: Params
    # A file of the sandbox without which the case sleeps.
    needs: str | None = None

    @property
    def name(self) -> str:
        return f"{self.service}-{self.operation}-{self.code}-{self.what}"


CASES: list[Case] = []


def refuses(service: str, operation: str, code: str, what: str, params: Params, needs: str | None = None) -> None:
    CASES.append(Case(service, operation, code, what, params, needs))


APP = scenario.APPLICATION
GROUP = scenario.GROUP
ABSENT = "d-NOTTHERE1"
NAMES = {"applicationName": APP, "deploymentGroupName": GROUP}


def codedeploy(operation: str, code: str, what: str, params: Params, needs: str | None = None) -> None:
    refuses("codedeploy", operation, f"{code}Exception", what, params, needs)


# Names of applications.
BY_APPLICATION = (
    "CreateApplication CreateDeployment CreateDeploymentGroup DeleteApplication DeleteDeploymentGroup GetApplication "
    "GetApplicationRevision GetDeploymentGroup ListApplicationRevisions ListDeploymentGroups RegisterApplicationRevision "
    "UpdateApplication UpdateDeploymentGroup BatchGetDeploymentGroups"
).split()
REST = {"deploymentGroupName": GROUP, "currentDeploymentGroupName": GROUP, "deploymentGroupNames": [GROUP]}
SILENT_ON_ABSENT = {"CreateApplication", "DeleteApplication", "DeleteDeploymentGroup"}
for each in BY_APPLICATION:
    codedeploy(each, "ApplicationNameRequired", "no name", {**REST})
    codedeploy(each, "InvalidApplicationName", "a name that cannot be", {**REST, "applicationName": "a b"})
    if each not in SILENT_ON_ABSENT:
        codedeploy(each, "ApplicationDoesNotExist", "an unknown one", {**REST, "applicationName": "none"})
codedeploy("BatchGetApplications", "ApplicationNameRequired", "no names", {"applicationNames": []})
codedeploy("BatchGetApplications", "ApplicationDoesNotExist", "an unknown one", {"applicationNames": ["none"]})
codedeploy("BatchGetApplications", "BatchLimitExceeded", "101 names", {"applicationNames": [APP] * 101})
codedeploy(
    "CreateApplication", "ApplicationAlreadyExists", "one that is there", {"applicationName": APP, "computePlatform": "ECS"}
)
codedeploy("CreateApplication", "InvalidComputePlatform", "servers", {"applicationName": "new", "computePlatform": "Server"})
RESERVED = [{"Key": "aws:x", "Value": "y"}]
codedeploy(
    "CreateApplication",
    "InvalidTagsToAdd",
    "a reserved tag",
    {"applicationName": "new", "computePlatform": "ECS", "tags": RESERVED},
)
codedeploy("UpdateApplication", "ApplicationNameRequired", "no new name", {"applicationName": APP})
codedeploy(
    "UpdateApplication", "ApplicationAlreadyExists", "a taken name", {"applicationName": APP, "newApplicationName": "second"}
)

# Names of groups.
for each in ("CreateDeployment", "DeleteDeploymentGroup", "GetDeploymentGroup", "ListDeployments"):
    codedeploy(
        each, "InvalidDeploymentGroupName", "a name that cannot be", {"applicationName": APP, "deploymentGroupName": "a b"}
    )
    if each != "ListDeployments":
        codedeploy(each, "DeploymentGroupNameRequired", "no name", {"applicationName": APP})
    if each != "DeleteDeploymentGroup":
        codedeploy(each, "DeploymentGroupDoesNotExist", "an unknown one", {"applicationName": APP, "deploymentGroupName": "none"})
codedeploy(
    "BatchGetDeploymentGroups", "DeploymentGroupNameRequired", "no names", {"applicationName": APP, "deploymentGroupNames": []}
)
codedeploy(
    "BatchGetDeploymentGroups", "BatchLimitExceeded", "101 names", {"applicationName": APP, "deploymentGroupNames": [GROUP] * 101}
)
UPDATE = {"applicationName": APP, "currentDeploymentGroupName": GROUP}
codedeploy("UpdateDeploymentGroup", "DeploymentGroupNameRequired", "no name", {"applicationName": APP})
codedeploy(
    "UpdateDeploymentGroup", "DeploymentGroupDoesNotExist", "an unknown one", {**UPDATE, "currentDeploymentGroupName": "none"}
)
codedeploy("UpdateDeploymentGroup", "DeploymentGroupAlreadyExists", "a taken name", {**UPDATE, "newDeploymentGroupName": "other"})
codedeploy(
    "UpdateDeploymentGroup",
    "InvalidDeploymentGroupName",
    "a new name that cannot be",
    {**UPDATE, "newDeploymentGroupName": "a b"},
)


# What a group holds; CreateDeploymentGroup and UpdateDeploymentGroup check it alike.
def group(**changed: Any) -> Callable[[State], dict[str, Any]]:
    return lambda state: scenario.deployment_group(state.lb, **{"deploymentGroupName": "new", **changed})


def pair(change: Callable[[State], dict[str, Any]]) -> Callable[[State], dict[str, Any]]:
    def build(state: State) -> dict[str, Any]:
        good = {
            "targetGroups": [{"name": "blue"}, {"name": "green"}],
            "prodTrafficRoute": {"listenerArns": [state.lb.listener]},
        }
        return group(loadBalancerInfo={"targetGroupPairInfoList": [{**good, **change(state)}]})(state)

    return build


def blue_green(**options: Any) -> dict[str, Any]:
    return {"blueGreenDeploymentConfiguration": options}


KEEP = blue_green(terminateBlueInstancesOnDeploymentSuccess={"action": "KEEP_ALIVE"})
LONG = blue_green(terminateBlueInstancesOnDeploymentSuccess={"action": "TERMINATE", "terminationWaitTimeInMinutes": 2_881})
WAIT = blue_green(deploymentReadyOption={"actionOnTimeout": "CONTINUE_DEPLOYMENT", "waitTimeInMinutes": 1})
ALARMS = {"enabled": True, "alarms": [{"name": f"a{i}"} for i in range(11)]}
WRONG_GROUPS: list[tuple[str, str, dict[str, Any]]] = [
    ("InvalidBlueGreenDeploymentConfiguration", "KEEP_ALIVE", KEEP),
    ("InvalidBlueGreenDeploymentConfiguration", "a wait of more than two days", LONG),
    ("InvalidBlueGreenDeploymentConfiguration", "a ready wait without STOP_DEPLOYMENT", WAIT),
    ("InvalidAutoRollbackConfig", "no events", {"autoRollbackConfiguration": {"enabled": True}}),
    ("AlarmsLimitExceeded", "11 alarms", {"alarmConfiguration": ALARMS}),
    ("InvalidAlarmConfig", "an alarm without a name", {"alarmConfiguration": {"enabled": True, "alarms": [{}]}}),
    ("DeploymentConfigDoesNotExist", "an unknown configuration", {"deploymentConfigName": "none"}),
    ("InvalidECSService", "an unknown service", {"ecsServices": [{"serviceName": "none", "clusterName": "shop"}]}),
    ("InvalidECSService", "another controller", {"ecsServices": [{"serviceName": "rolling", "clusterName": "shop"}]}),
    ("InvalidRole", "no role's ARN", {"serviceRoleArn": "role"}),
    ("InvalidLoadBalancerInfo", "no pair", {"loadBalancerInfo": {"targetGroupPairInfoList": []}}),
]
for code, what, changed in WRONG_GROUPS:
    codedeploy("CreateDeploymentGroup", code, what, group(**changed))
    codedeploy("UpdateDeploymentGroup", code, what, {**UPDATE, **changed})
codedeploy("CreateDeploymentGroup", "DeploymentGroupAlreadyExists", "one that is there", group(deploymentGroupName=GROUP))
codedeploy("CreateDeploymentGroup", "DeploymentGroupNameRequired", "no name", group(deploymentGroupName=""))
codedeploy("CreateDeploymentGroup", "InvalidDeploymentGroupName", "a name that cannot be", group(deploymentGroupName="a b"))
codedeploy("CreateDeploymentGroup", "RoleRequired", "no role", group(serviceRoleArn=""))
codedeploy("CreateDeploymentGroup", "InvalidDeploymentStyle", "in place", group(deploymentStyle={"deploymentType": "IN_PLACE"}))
codedeploy("CreateDeploymentGroup", "ECSServiceMappingLimitExceeded", "a service that has a group", group())
codedeploy(
    "CreateDeploymentGroup", "InvalidTargetGroupPair", "one group twice", pair(lambda _: {"targetGroups": [{"name": "blue"}] * 2})
)
codedeploy(
    "CreateDeploymentGroup",
    "InvalidLoadBalancerInfo",
    "an unknown target group",
    pair(lambda _: {"targetGroups": [{"name": "blue"}, {"name": "none"}]}),
)
codedeploy(
    "CreateDeploymentGroup",
    "InvalidLoadBalancerInfo",
    "an unknown listener",
    pair(lambda _: {"prodTrafficRoute": {"listenerArns": ["none"]}}),
)
codedeploy(
    "CreateDeploymentGroup",
    "InvalidLoadBalancerInfo",
    "two listeners",
    pair(lambda state: {"prodTrafficRoute": {"listenerArns": [state.lb.listener, state.lb.test_listener]}}),
)
codedeploy(
    "CreateDeploymentGroup",
    "InvalidTrafficRoutingConfiguration",
    "a canary on a network load balancer",
    pair(lambda state: {"prodTrafficRoute": {"listenerArns": [state.network_listener]}}),
)
codedeploy("CreateDeploymentGroup", "InvalidTagsToAdd", "a reserved tag", group(tags=RESERVED))

# Configurations.
ECS = {"computePlatform": "ECS"}
for each in ("CreateDeploymentConfig", "DeleteDeploymentConfig", "GetDeploymentConfig"):
    codedeploy(each, "DeploymentConfigNameRequired", "no name", {**ECS})
    codedeploy(each, "InvalidDeploymentConfigName", "a name that cannot be", {**ECS, "deploymentConfigName": "a b"})
codedeploy(
    "CreateDeploymentConfig", "DeploymentConfigAlreadyExists", "one that is there", {**ECS, "deploymentConfigName": "Mine"}
)
codedeploy(
    "CreateDeploymentConfig",
    "InvalidDeploymentConfigName",
    "a reserved prefix",
    {**ECS, "deploymentConfigName": "CodeDeployDefault.Mine"},
)
codedeploy(
    "CreateDeploymentConfig", "InvalidComputePlatform", "servers", {"deploymentConfigName": "new", "computePlatform": "Server"}
)
for what, routing in {
    "a canary of 100 percent": {"type": "TimeBasedCanary", "timeBasedCanary": {"canaryPercentage": 100, "canaryInterval": 1}},
    "a linear one of 0 percent": {"type": "TimeBasedLinear", "timeBasedLinear": {"linearPercentage": 0, "linearInterval": 1}},
    "more than two days": {"type": "TimeBasedLinear", "timeBasedLinear": {"linearPercentage": 1, "linearInterval": 60}},
}.items():
    params = {**ECS, "deploymentConfigName": "new", "trafficRoutingConfig": routing}
    codedeploy("CreateDeploymentConfig", "InvalidTrafficRoutingConfiguration", what, params)
codedeploy("DeleteDeploymentConfig", "DeploymentConfigInUse", "one of a group", {"deploymentConfigName": "Mine"})
codedeploy(
    "DeleteDeploymentConfig", "InvalidOperation", "a predefined one", {"deploymentConfigName": "CodeDeployDefault.ECSAllAtOnce"}
)
codedeploy("GetDeploymentConfig", "DeploymentConfigDoesNotExist", "an unknown one", {"deploymentConfigName": "none"})


# Deployments.
def deployment(**changed: Any) -> Callable[[State], dict[str, Any]]:
    return lambda state: {**NAMES, "revision": scenario.revision(scenario.appspec(state.arns.first)), **changed}


codedeploy("CreateDeployment", "DeploymentLimitExceeded", "while another runs", deployment())
codedeploy("CreateDeployment", "RevisionRequired", "no revision", dict(NAMES))
codedeploy("CreateDeployment", "InvalidRevision", "from S3", deployment(revision={"revisionType": "S3"}))
codedeploy(
    "CreateDeployment",
    "InvalidRevision",
    "another sha256",
    deployment(revision={"revisionType": "AppSpecContent", "appSpecContent": {"content": "x", "sha256": "0" * 64}}),
)
codedeploy("CreateDeployment", "DescriptionTooLong", "a long description", deployment(description="x" * 513))
codedeploy(
    "CreateDeployment", "DeploymentConfigDoesNotExist", "an unknown configuration", deployment(deploymentConfigName="none")
)
codedeploy("CreateDeployment", "InvalidDeploymentConfigName", "a name that cannot be", deployment(deploymentConfigName="a b"))
codedeploy("CreateDeployment", "InvalidAutoRollbackConfig", "no events", deployment(autoRollbackConfiguration={"enabled": True}))
codedeploy("CreateDeployment", "AlarmsLimitExceeded", "11 alarms", deployment(overrideAlarmConfiguration=ALARMS))
codedeploy(
    "CreateDeployment", "InvalidAlarmConfig", "an alarm without a name", deployment(overrideAlarmConfiguration={"alarms": [{}]})
)
INPUT = "operations/codedeploy/deployment-input.ts"
codedeploy("CreateDeployment", "InvalidFileExistsBehavior", "an unknown behaviour", deployment(fileExistsBehavior="ASK"), INPUT)
codedeploy(
    "CreateDeployment", "InvalidTargetInstances", "instances for ECS", deployment(targetInstances={"tagFilters": []}), INPUT
)
BY_ID = (
    "GetDeployment GetDeploymentTarget BatchGetDeploymentTargets ListDeploymentTargets ContinueDeployment StopDeployment "
    "PutLifecycleEventHookExecutionStatus"
).split()
TARGET = {"targetId": "shop:web", "targetIds": ["shop:web"]}
for each in BY_ID:
    codedeploy(each, "DeploymentIdRequired", "no id", {**TARGET})
    codedeploy(each, "InvalidDeploymentId", "an id that cannot be", {**TARGET, "deploymentId": "x"})
    codedeploy(each, "DeploymentDoesNotExist", "an unknown one", {**TARGET, "deploymentId": ABSENT})
codedeploy("BatchGetDeployments", "DeploymentIdRequired", "no ids", {"deploymentIds": []})
codedeploy("BatchGetDeployments", "BatchLimitExceeded", "26 ids", {"deploymentIds": [ABSENT] * 26})


def with_id(which: str, **more: Any) -> Callable[[State], dict[str, Any]]:
    return lambda state: {"deploymentId": getattr(state, which), **more}


codedeploy("GetDeploymentTarget", "DeploymentTargetIdRequired", "no target", with_id("done"))
codedeploy("GetDeploymentTarget", "InvalidDeploymentTargetId", "a target that cannot be", with_id("done", targetId="x"))
codedeploy("GetDeploymentTarget", "DeploymentTargetDoesNotExist", "an unknown target", with_id("done", targetId="shop:none"))
codedeploy("GetDeploymentTarget", "DeploymentNotStarted", "before it starts", with_id("rollback", targetId="shop:web"))
codedeploy("ListDeploymentTargets", "DeploymentNotStarted", "before it starts", with_id("rollback"))
codedeploy("BatchGetDeploymentTargets", "DeploymentTargetIdRequired", "no targets", with_id("done", targetIds=[]))
codedeploy(
    "BatchGetDeploymentTargets", "DeploymentTargetListSizeExceeded", "two targets", with_id("done", targetIds=["a:b", "c:d"])
)
codedeploy(
    "BatchGetDeploymentTargets", "DeploymentTargetDoesNotExist", "an unknown target", with_id("done", targetIds=["shop:none"])
)
codedeploy("BatchGetDeploymentTargets", "DeploymentNotStarted", "before it starts", with_id("rollback", targetIds=["shop:web"]))
codedeploy("ContinueDeployment", "InvalidDeploymentWaitType", "an unknown wait", with_id("ready", deploymentWaitType="WAIT"))
codedeploy("ContinueDeployment", "DeploymentAlreadyCompleted", "one that has ended", with_id("done"))
codedeploy(
    "ContinueDeployment", "DeploymentIsNotInReadyState", "the other wait", with_id("ready", deploymentWaitType="TERMINATION_WAIT")
)
codedeploy("ContinueDeployment", "UnsupportedActionForDeploymentType", "a rollback", with_id("rollback"))
codedeploy("StopDeployment", "DeploymentAlreadyCompleted", "one that has ended", with_id("done"))
codedeploy("StopDeployment", "UnsupportedActionForDeploymentType", "a rollback", with_id("rollback"))
HOOK = "00000000-0000-4000-8000-000000000000"
put_hook = "PutLifecycleEventHookExecutionStatus"
codedeploy(
    put_hook,
    "InvalidLifecycleEventHookExecutionStatus",
    "a status",
    with_id("ready", lifecycleEventHookExecutionId=HOOK, status="Skipped"),
)
codedeploy(
    put_hook,
    "InvalidLifecycleEventHookExecutionId",
    "an id",
    with_id("ready", lifecycleEventHookExecutionId="x", status="Failed"),
)
codedeploy(
    put_hook,
    "LifecycleEventAlreadyCompleted",
    "another id",
    with_id("ready", lifecycleEventHookExecutionId=HOOK, status="Failed"),
)
codedeploy("ListDeployments", "ApplicationDoesNotExist", "an unknown application", {"applicationName": "none"})
codedeploy("ListDeployments", "InvalidTimeRange", "from late to early", {"createTimeRange": {"start": 2e9, "end": 1e9}})
codedeploy("ListDeployments", "InvalidDeploymentStatus", "an unknown status", {"includeOnlyStatuses": ["Done"]})
for each in ("ListApplications", "ListDeploymentConfigs", "ListDeployments"):
    codedeploy(each, "InvalidNextToken", "a foreign token", {"nextToken": "x"})
for each in ("ListDeploymentGroups", "ListApplicationRevisions"):
    codedeploy(each, "InvalidNextToken", "a foreign token", {"applicationName": APP, "nextToken": "x"})
codedeploy("ListDeploymentTargets", "InvalidNextToken", "a foreign token", with_id("done", nextToken="x"))
codedeploy("RegisterApplicationRevision", "RevisionRequired", "no revision", {"applicationName": APP})
codedeploy(
    "RegisterApplicationRevision",
    "InvalidRevision",
    "no content",
    {"applicationName": APP, "revision": {"revisionType": "AppSpecContent"}},
)
codedeploy("GetApplicationRevision", "RevisionRequired", "no revision", {"applicationName": APP})
codedeploy(
    "GetApplicationRevision",
    "RevisionDoesNotExist",
    "an unknown one",
    {"applicationName": APP, "revision": scenario.revision("x")},
)
for what, code, value in (
    ("an unknown order", "InvalidSortOrder", {"sortOrder": "up"}),
    ("an unknown key", "InvalidSortBy", {"sortBy": "size"}),
    ("an unknown filter", "InvalidDeployedStateFilter", {"deployed": "maybe"}),
):
    codedeploy("ListApplicationRevisions", code, what, {"applicationName": APP, **value})
ARN = "arn:aws:codedeploy:eu-west-1:123456789012:"
for each, more in (("TagResource", {"Tags": []}), ("UntagResource", {"TagKeys": ["a"]}), ("ListTagsForResource", {})):
    codedeploy(each, "ResourceArnRequired", "no ARN", dict(more))
    codedeploy(each, "InvalidArn", "no ARN of this service", {"ResourceArn": "arn:x", **more})
    # ListTagsForResource has no other error for what is not there.
    listed = each == "ListTagsForResource"
    application = {"ResourceArn": f"{ARN}application:none", **more}
    codedeploy(each, "InvalidArn" if listed else "ApplicationDoesNotExist", "an unknown application", application)
    group_arn = {"ResourceArn": f"{ARN}deploymentgroup:{APP}/none", **more}
    codedeploy(each, "InvalidArn" if listed else "DeploymentGroupDoesNotExist", "an unknown group", group_arn)
codedeploy("TagResource", "InvalidTagsToAdd", "a reserved tag", {"ResourceArn": f"{ARN}application:{APP}", "Tags": RESERVED})
for each in ("TagResource", "UntagResource"):
    codedeploy(each, "TagRequired", "no tags", {"ResourceArn": f"{ARN}application:{APP}"})
