"""The same for CloudWatch, CloudWatch Logs, Application Auto Scaling, and what removes parts of a load balancer."""

from __future__ import annotations

from typing import Any

from conformance.error_cases import refuses
from conformance.error_cases_more import NONE, elb
from conformance.error_state import State
from conformance.scenario_more import ALARM, SCALED


def cloudwatch(operation: str, code: str, what: str, params: Any) -> None:
    refuses("cloudwatch", operation, code, what, params)


STATE = {"AlarmName": "none", "StateValue": "ALARM", "StateReason": "a test"}
cloudwatch("SetAlarmState", "ResourceNotFound", "an unknown alarm", STATE)
cloudwatch("SetAlarmState", "InvalidFormatFault", "no JSON", {**STATE, "AlarmName": "errors", "StateReasonData": "{"})
for each in ("DescribeAlarms", "DescribeAlarmHistory"):
    cloudwatch(each, "InvalidNextToken", "a foreign token", {"NextToken": "x"})
cloudwatch("DescribeAlarms", "ValidationException", "names and a prefix", {"AlarmNames": ["a"], "AlarmNamePrefix": "a"})
cloudwatch("PutMetricData", "MissingRequiredParameterException", "no data", {"Namespace": "Shop"})
TIMES = {"StartTime": 1_790_000_000, "EndTime": 1_790_003_600}
SERIES = {"Namespace": "Shop", "MetricName": "Errors", "Statistics": ["Sum"], "Period": 60, **TIMES}
cloudwatch("GetMetricStatistics", "InvalidParameterValueException", "a period of 7 seconds", {**SERIES, "Period": 7})
cloudwatch("PutMetricAlarm", "ValidationException", "no periods", {**ALARM, "EvaluationPeriods": 0})


def logs(operation: str, code: str, what: str, params: Any) -> None:
    refuses("logs", operation, f"{code}Exception", what, params)


ABSENT = {"logGroupName": "none"}
STREAM = {**ABSENT, "logStreamName": "none"}
for each, params in {
    "CreateLogStream": STREAM,
    "DeleteLogGroup": ABSENT,
    "DeleteLogStream": STREAM,
    "DeleteRetentionPolicy": ABSENT,
    "DescribeLogStreams": ABSENT,
    "FilterLogEvents": ABSENT,
    "GetLogEvents": STREAM,
    "PutLogEvents": {**STREAM, "logEvents": [{"timestamp": 1, "message": "a"}]},
    "PutRetentionPolicy": {**ABSENT, "retentionInDays": 7},
}.items():
    logs(each, "ResourceNotFound", "an unknown group", params)
logs("CreateLogGroup", "ResourceAlreadyExists", "one that is there", {"logGroupName": "/ecs/web"})
logs("CreateLogGroup", "InvalidParameter", "a name that cannot be", {"logGroupName": "a b"})
logs("PutRetentionPolicy", "InvalidParameter", "8 days", {"logGroupName": "/ecs/web", "retentionInDays": 8})
GROUP_ARN = "arn:aws:logs:eu-west-1:123456789012:log-group:"
for each, more in (("TagResource", {"tags": {"a": "b"}}), ("ListTagsForResource", {}), ("UntagResource", {"tagKeys": ["a"]})):
    logs(each, "ResourceNotFound", "an unknown group", {"resourceArn": f"{GROUP_ARN}none", **more})
MANY = {f"k{i}": "" for i in range(51)}
logs("TagResource", "TooManyTags", "51 tags", {"resourceArn": f"{GROUP_ARN}/ecs/web", "tags": MANY})


def scaling(operation: str, code: str, what: str, params: Any) -> None:
    refuses("application-autoscaling", operation, f"{code}Exception", what, params)


OTHER = {**SCALED, "ResourceId": "service/shop/none"}
scaling("DeregisterScalableTarget", "ObjectNotFound", "an unknown target", OTHER)
scaling("DeleteScalingPolicy", "ObjectNotFound", "an unknown policy", {**OTHER, "PolicyName": "none"})
scaling("DeleteScheduledAction", "ObjectNotFound", "an unknown action", {**OTHER, "ScheduledActionName": "none"})
scaling("DescribeScalableTargets", "InvalidNextToken", "a foreign token", {"ServiceNamespace": "ecs", "NextToken": "x"})
scaling(
    "RegisterScalableTarget",
    "Validation",
    "a least above the most",
    {**SCALED, "ResourceId": "service/shop/web", "MinCapacity": 4, "MaxCapacity": 1},
)

elb("DeleteLoadBalancer", "OperationNotPermitted", "one that is protected", lambda state: {"LoadBalancerArn": state.protected})
elb("DeleteListener", "ListenerNotFound", "an unknown one", {"ListenerArn": NONE})
elb("DeleteRule", "RuleNotFound", "an unknown one", {"RuleArn": NONE})
elb("DeleteRule", "OperationNotPermitted", "the default rule", lambda state: {"RuleArn": state.default_rule})
elb("DeleteTargetGroup", "ResourceInUse", "one behind a listener", lambda state: {"TargetGroupArn": state.lb.blue})
for each in ("DescribeTargetGroupAttributes", "ModifyTargetGroup"):
    elb(each, "TargetGroupNotFound", "an unknown one", {"TargetGroupArn": NONE})
elb("DescribeLoadBalancerAttributes", "LoadBalancerNotFound", "an unknown one", {"LoadBalancerArn": NONE})


def attribute(key: str, value: str) -> list[dict[str, str]]:
    return [{"Key": key, "Value": value}]


def slow(state: State) -> dict[str, Any]:
    return {"LoadBalancerArn": state.lb.arn, "Attributes": attribute("idle_timeout.timeout_seconds", "0")}


elb("ModifyLoadBalancerAttributes", "ValidationError", "a time-out of 0", slow)
elb("SetRulePriorities", "RuleNotFound", "an unknown rule", {"RulePriorities": [{"RuleArn": NONE, "Priority": 1}]})
elb(
    "SetRulePriorities",
    "OperationNotPermitted",
    "the default rule",
    lambda state: {"RulePriorities": [{"RuleArn": state.default_rule, "Priority": 1}]},
)


def tagged(*keys: str) -> Any:
    return lambda state: {"ResourceArns": [state.lb.blue], "Tags": [{"Key": key, "Value": ""} for key in keys]}


elb("AddTags", "DuplicateTagKeys", "a key twice", tagged("a", "a"))
elb("AddTags", "TooManyTags", "51 tags", tagged(*MANY))
