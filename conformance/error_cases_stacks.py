"""The same for CloudFormation. Nearly all that it refuses is a ValidationError; the message says what."""

from __future__ import annotations

from typing import Any

from conformance.error_cases import UPDATE, codedeploy, group, refuses
from conformance.scenario_stacks import ROLE, shop, template, topic

NONE = {"StackName": "none"}
# Stacks of error_state.py.
THERE = {"StackName": "stack"}
REVIEWED = {"StackName": "reviewed", "ChangeSetName": "first"}


def cloudformation(operation: str, code: str, what: str, params: Any) -> None:
    refuses("cloudformation", operation, code, what, params)


def invalid(operation: str, what: str, params: Any) -> None:
    cloudformation(operation, "ValidationError", what, params)


BODY = {"TemplateBody": template({"Topic": topic("x")})}
for each in (
    "CancelUpdateStack ContinueUpdateRollback CreateChangeSet DescribeStackEvents DescribeStackResource DescribeStackResources "
    "DescribeStacks GetStackPolicy GetTemplate GetTemplateSummary ListChangeSets ListStackResources SetStackPolicy UpdateStack "
    "UpdateTerminationProtection DescribeChangeSet DeleteChangeSet ExecuteChangeSet"
).split():
    more = {"ChangeSetName": "next", "LogicalResourceId": "Topic", "EnableTerminationProtection": True}
    # What is given beside the name must not be what is refused; a summary takes a template or a stack.
    own = more if each in ("GetTemplateSummary", "GetTemplate") else {**more, **BODY}
    invalid(each, "an unknown stack", {**NONE, **{k: v for k, v in own.items() if (each, k) != ("GetTemplate", "ChangeSetName")}})
for each in ("DescribeStacks", "DescribeStackEvents", "ListStacks", "ListExports", "ListStackResources", "ListChangeSets"):
    if each != "DescribeStacks":
        invalid(each, "a foreign token", {**THERE, "NextToken": "x"})
invalid("DescribeStacks", "a foreign token", {"NextToken": "x"})
invalid("ListImports", "an export that nobody imports", {"ExportName": "none"})
invalid("DescribeStackResource", "an unknown resource", {**THERE, "LogicalResourceId": "None"})
invalid("DescribeStackResources", "neither stack nor resource", {})
for each in ("CreateStack", "ValidateTemplate", "GetTemplateSummary", "CreateChangeSet"):
    named = {"StackName": "new", "ChangeSetName": "next", "ChangeSetType": "CREATE"}
    given = named if each.startswith("Create") else {}
    invalid(each, "no template", given)
    invalid(each, "no YAML", {**given, "TemplateBody": "a: [b"})
    invalid(each, "a template by its address", {**given, "TemplateURL": "https://bucket.s3.amazonaws.com/t"})
    invalid(each, "a type that there is not", {**given, "TemplateBody": template({"A": {"Type": "AWS::SNS::Tropic"}})})
invalid("CreateStack", "a name that cannot be", {"StackName": "1", **BODY})
WRONG = [{"ParameterKey": "Title", "ParameterValue": "three"}]
invalid("CreateStack", "a value that is not allowed", {"StackName": "new", "TemplateBody": shop(), "Parameters": WRONG})
invalid("UpdateStack", "nothing to do", {**THERE, "TemplateBody": shop()})
invalid("DeleteStack", "one that is protected", {"StackName": "protected"})
invalid("CancelUpdateStack", "one that is not updated", THERE)
invalid("ContinueUpdateRollback", "one that has not failed", THERE)
invalid("SetStackPolicy", "no policy", {**THERE, "StackPolicyBody": "{}"})
cloudformation("CreateStack", "AlreadyExistsException", "one that is there", {**THERE, **BODY})
cloudformation("CreateChangeSet", "AlreadyExistsException", "one that is there", {**REVIEWED, **BODY, "ChangeSetType": "CREATE"})
invalid("CreateChangeSet", "an import", {**REVIEWED, **BODY, "ChangeSetType": "IMPORT"})
for each in ("CreateStack", "UpdateStack", "CreateChangeSet"):
    name = "new" if each == "CreateStack" else "stack"
    given = {"StackName": name, "ChangeSetName": "next", "TemplateBody": template({"Role": ROLE})}
    cloudformation(each, "InsufficientCapabilitiesException", "a role", given)
for each in ("DescribeChangeSet", "ExecuteChangeSet", "GetTemplate"):
    cloudformation(each, "ChangeSetNotFound", "an unknown one", {**THERE, "ChangeSetName": "none"})
cloudformation("ExecuteChangeSet", "InvalidChangeSetStatus", "one that is not ready", REVIEWED)

# What a deployment group tells of, which came with the stacks.
TOPIC = "arn:aws:sns:eu-west-1:123456789012:deployments"
TRIGGER = {"triggerName": "t", "triggerTargetArn": TOPIC, "triggerEvents": ["DeploymentFailure"]}
for each, base in (("CreateDeploymentGroup", group), ("UpdateDeploymentGroup", lambda **more: {**UPDATE, **more})):
    codedeploy(each, "InvalidTriggerConfig", "no events", base(triggerConfigurations=[{**TRIGGER, "triggerEvents": []}]))
    codedeploy(each, "TriggerTargetsLimitExceeded", "11 triggers", base(triggerConfigurations=[TRIGGER] * 11))
