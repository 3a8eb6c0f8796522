"""Operations beside the deployment itself: each is called where the sandbox emulates it."""

from __future__ import annotations

import time
from typing import Any

from conformance import scenario
from conformance.player import Player, first

ALARM = {
    "AlarmName": "errors",
    "MetricName": "HTTPCode_Target_5XX_Count",
    "Namespace": "AWS/ApplicationELB",
    "Statistic": "Sum",
    "Period": 60,
    "EvaluationPeriods": 1,
    "Threshold": 1.0,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
}
LOGS = {"logGroupName": "/ecs/web", "logStreamName": "app/app/1"}
SCALED = {
    "ServiceNamespace": "ecs",
    "ResourceId": "service/more/scaled",
    "ScalableDimension": "ecs:service:DesiredCount",
}


class Optional:
    """Calls what is emulated and leaves out the rest."""

    def __init__(self, player: Player) -> None:
        self._player = player

    def __call__(self, service: str, operation: str, /, expect: str | None = None, **params: Any) -> Any:
        return self._player(service, operation, expect, **params) if self._player.has(service, operation) else {}


def play(player: Player) -> None:
    call = Optional(player)
    load_balancer(call, scenario.network(player))
    scaled_service(call)
    alarms(call)
    logs(call)
    scaling(call)
    one_off(call, scenario.network(player))


def load_balancer(call: Optional, net: scenario.Network) -> None:
    made = call("elbv2", "CreateLoadBalancer", Name="more", Subnets=net.subnets, Scheme="internal")
    lb = first(made, "LoadBalancers[0].LoadBalancerArn")
    group = {"Name": "more", "Protocol": "HTTP", "Port": 80, "VpcId": net.vpc, "TargetType": "ip"}
    group_arn = first(call("elbv2", "CreateTargetGroup", **group), "TargetGroups[0].TargetGroupArn")
    actions = [{"Type": "forward", "TargetGroupArn": group_arn}]
    made = call("elbv2", "CreateListener", LoadBalancerArn=lb, Protocol="HTTP", Port=80, DefaultActions=actions)
    listener = first(made, "Listeners[0].ListenerArn")
    conditions = [{"Field": "path-pattern", "Values": ["/a"]}]
    made = call("elbv2", "CreateRule", ListenerArn=listener, Priority=1, Conditions=conditions, Actions=actions)
    rule = first(made, "Rules[0].RuleArn")
    attributes(call, lb, group_arn, listener)
    call("elbv2", "SetRulePriorities", RulePriorities=[{"RuleArn": rule, "Priority": 5}])
    targets = [{"Id": "10.0.0.7", "Port": 80}]
    call("elbv2", "RegisterTargets", TargetGroupArn=group_arn, Targets=targets)
    call("elbv2", "DeregisterTargets", TargetGroupArn=group_arn, Targets=targets)
    call("elbv2", "DeleteTargetGroup", TargetGroupArn=group_arn, expect="ResourceInUse")
    call("elbv2", "DeleteRule", RuleArn=rule)
    call("elbv2", "DeleteListener", ListenerArn=listener)
    call("elbv2", "DeleteTargetGroup", TargetGroupArn=group_arn)
    call("elbv2", "DeleteLoadBalancer", LoadBalancerArn=lb)


def attributes(call: Optional, lb: str, group_arn: str, listener: str) -> None:
    delay = [{"Key": "deregistration_delay.timeout_seconds", "Value": "30"}]
    call("elbv2", "ModifyTargetGroup", TargetGroupArn=group_arn, HealthCheckIntervalSeconds=15)
    call("elbv2", "ModifyTargetGroupAttributes", TargetGroupArn=group_arn, Attributes=delay)
    call("elbv2", "DescribeTargetGroupAttributes", TargetGroupArn=group_arn)
    timeout = [{"Key": "idle_timeout.timeout_seconds", "Value": "30"}]
    call("elbv2", "ModifyLoadBalancerAttributes", LoadBalancerArn=lb, Attributes=timeout)
    call("elbv2", "DescribeLoadBalancerAttributes", LoadBalancerArn=lb)
    call("elbv2", "DescribeListenerAttributes", ListenerArn=listener)
    call("elbv2", "AddTags", ResourceArns=[lb], Tags=[{"Key": "team", "Value": "web"}])
    call("elbv2", "DescribeTags", ResourceArns=[lb])
    call("elbv2", "RemoveTags", ResourceArns=[lb], TagKeys=["team"])


def alarms(call: Optional) -> None:
    call("cloudwatch", "PutMetricAlarm", **ALARM)
    call("cloudwatch", "DescribeAlarms")
    call("cloudwatch", "DescribeAlarms", AlarmNames=["errors"])
    call("cloudwatch", "SetAlarmState", AlarmName="errors", StateValue="ALARM", StateReason="a test")
    call("cloudwatch", "DescribeAlarmHistory", AlarmName="errors")
    call("cloudwatch", "DescribeAlarmsForMetric", MetricName=ALARM["MetricName"], Namespace=ALARM["Namespace"])
    datum = [{"MetricName": "Errors", "Value": 1.0}]
    call("cloudwatch", "PutMetricData", Namespace="Shop", MetricData=datum)
    call("cloudwatch", "ListMetrics")
    times = {"StartTime": "2026-01-01T00:00:00Z", "EndTime": "2026-01-01T01:00:00Z"}
    series = {"Namespace": "Shop", "MetricName": "Errors", "Statistics": ["Sum"], "Period": 60}
    call("cloudwatch", "GetMetricStatistics", **series, **times)
    stat = {"Metric": {"Namespace": "Shop", "MetricName": "Errors"}, "Period": 60, "Stat": "Sum"}
    call("cloudwatch", "GetMetricData", MetricDataQueries=[{"Id": "m1", "MetricStat": stat}], **times)
    call("cloudwatch", "DisableAlarmActions", AlarmNames=["errors"])
    call("cloudwatch", "EnableAlarmActions", AlarmNames=["errors"])
    call("cloudwatch", "DeleteAlarms", AlarmNames=["errors"])


def logs(call: Optional) -> None:
    group = {"logGroupName": LOGS["logGroupName"]}
    call("logs", "CreateLogGroup", **group)
    call("logs", "CreateLogGroup", **group, expect="ResourceAlreadyExistsException")
    call("logs", "CreateLogStream", **LOGS)
    now = int(time.time() * 1_000)
    call("logs", "PutLogEvents", **LOGS, logEvents=[{"timestamp": now, "message": "started"}])
    call("logs", "DescribeLogGroups")
    call("logs", "DescribeLogStreams", **group)
    call("logs", "GetLogEvents", **LOGS, startFromHead=True)
    call("logs", "GetLogEvents", logGroupName="none", logStreamName="none", expect="ResourceNotFoundException")
    call("logs", "FilterLogEvents", **group)
    call("logs", "PutRetentionPolicy", **group, retentionInDays=7)
    call("logs", "DeleteRetentionPolicy", **group)
    arn = f"arn:aws:logs:eu-west-1:123456789012:log-group:{group['logGroupName']}"
    call("logs", "TagResource", resourceArn=arn, tags={"team": "web"})
    call("logs", "ListTagsForResource", resourceArn=arn)
    call("logs", "UntagResource", resourceArn=arn, tagKeys=["team"])
    call("logs", "DeleteLogStream", **LOGS)
    call("logs", "DeleteLogGroup", **group)


def scaled_service(call: Optional) -> None:
    """A service to scale, which needs no load balancer under the ECS controller."""
    call("ecs", "CreateCluster", clusterName="more")
    container = {"name": "app", "image": "shop:1", "memory": 128}
    call("ecs", "RegisterTaskDefinition", family="more", containerDefinitions=[container])
    call("ecs", "CreateService", cluster="more", serviceName="scaled", taskDefinition="more", desiredCount=1)
    call("ecs", "DescribeServices", cluster="more", services=["scaled"])


def scaling(call: Optional) -> None:
    service = "application-autoscaling"
    call(service, "RegisterScalableTarget", **SCALED, MinCapacity=1, MaxCapacity=4)
    call(service, "DescribeScalableTargets", ServiceNamespace="ecs")
    tracking = {
        "TargetValue": 50.0,
        "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"},
    }
    policy = {"PolicyName": "cpu", "PolicyType": "TargetTrackingScaling"}
    call(service, "PutScalingPolicy", **SCALED, **policy, TargetTrackingScalingPolicyConfiguration=tracking)
    call(service, "DescribeScalingPolicies", ServiceNamespace="ecs")
    action = {"ScheduledActionName": "night", "Schedule": "cron(0 20 * * ? *)", "ScalableTargetAction": {"MinCapacity": 1}}
    call(service, "PutScheduledAction", **SCALED, **action)
    call(service, "DescribeScheduledActions", ServiceNamespace="ecs")
    call(service, "DescribeScalingActivities", ServiceNamespace="ecs")
    call(service, "DeleteScheduledAction", **SCALED, ScheduledActionName="night")
    call(service, "DeleteScalingPolicy", **SCALED, PolicyName="none", expect="ObjectNotFoundException")
    call(service, "DeleteScalingPolicy", **SCALED, PolicyName="cpu")
    call(service, "DeregisterScalableTarget", **SCALED)


def one_off(call: Optional, net: scenario.Network) -> None:
    """Tasks that belong to no service."""
    call("ecs", "CreateCluster", clusterName="jobs")
    # moto adds up the memory of containers, and fails where one has none.
    container = {"name": "app", "image": "job:1", "memory": 128, "environment": [{"name": "A", "value": "1"}]}
    fargate = {"networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512"}
    call("ecs", "RegisterTaskDefinition", family="job", containerDefinitions=[container], **fargate)
    job = {"cluster": "jobs", "taskDefinition": "job", "launchType": "FARGATE"}
    placed = {"awsvpcConfiguration": {"subnets": net.subnets, "securityGroups": [net.security_group]}}
    overrides = {"containerOverrides": [{"name": "app", "command": ["migrate"]}]}
    tags = [{"key": "run", "value": "7"}]
    more = {"networkConfiguration": placed, "overrides": overrides, "startedBy": "run-7", "tags": tags}
    arn = first(call("ecs", "RunTask", **job, **more), "tasks[0].taskArn", "")
    call("ecs", "RunTask", **{**job, "taskDefinition": "none"}, **more, expect="ClientException")
    call("ecs", "ListTasks", cluster="jobs", startedBy="run-7")
    if arn:
        call("ecs", "DescribeTasks", cluster="jobs", tasks=[arn], include=["TAGS"])
        call("ecs", "StopTask", cluster="jobs", task=arn, reason="a test")
