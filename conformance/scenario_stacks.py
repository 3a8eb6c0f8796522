"""A stack's life: launched, changed by itself and by a change set, protected, and deleted."""

from __future__ import annotations

import json
from typing import Any

from conformance.player import Player

SERVICE = "cloudformation"
NAME = {"StackName": "stack"}


def topic(display_name: Any, **more: Any) -> dict[str, Any]:
    return {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": display_name}, **more}


ROLE = {
    "Type": "AWS::IAM::Role",
    "Properties": {
        "AssumeRolePolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}
            ],
        }
    },
}


def template(resources: dict[str, Any], **sections: Any) -> str:
    return json.dumps({"AWSTemplateFormatVersion": "2010-09-09", **sections, "Resources": resources})


def shop(**more: Any) -> str:
    """A topic named by a parameter, and its name as an export."""
    title = {"Type": "String", "Default": "one", "Description": "shown", "AllowedValues": ["one", "two"]}
    name = {"Fn::GetAtt": ["Topic", "TopicName"]}
    return template(
        {"Topic": topic({"Ref": "Title"}, Metadata={"a": "b"}), **more},
        Description="a shop",
        Metadata={"owner": "web"},
        Parameters={"Title": title},
        Outputs={"Name": {"Value": name, "Description": "its name", "Export": {"Name": "topic"}}},
    )


LOG_GROUP = "/stack/group"


def log_group(days: int) -> dict[str, Any]:
    return {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": LOG_GROUP, "RetentionInDays": days}}


USER = template({"User": topic({"Fn::ImportValue": "topic"})})
POLICY = json.dumps({"Statement": [{"Effect": "Allow", "Action": "Update:*", "Principal": "*", "Resource": "*"}]})


def status_is(*wanted: str) -> Any:
    return lambda answer: bool(answer["Stacks"]) and answer["Stacks"][0]["StackStatus"] in wanted


def play(p: Player) -> None:
    # moto carries an update out at once and enforces neither rules nor patterns: see compare.py.
    if p.kind != "sandbox" or not p.has(SERVICE, "CreateStack"):
        return
    launch(p)
    look(p)
    change(p)
    propose(p)
    turn_back(p)
    delete(p)


def launch(p: Player) -> None:
    p(SERVICE, "ValidateTemplate", TemplateBody=shop(Role=ROLE))
    p(SERVICE, "GetTemplateSummary", TemplateBody=shop(Role=ROLE))
    tags = [{"Key": "team", "Value": "web"}]
    p(SERVICE, "CreateStack", **NAME, TemplateBody=shop(Role=ROLE), Capabilities=["CAPABILITY_IAM"], Tags=tags)
    p(SERVICE, "CreateStack", **NAME, TemplateBody=shop(), expect="AlreadyExistsException")
    p.until(status_is("CREATE_COMPLETE"), SERVICE, "DescribeStacks", **NAME)
    p(SERVICE, "CreateStack", StackName="user", TemplateBody=USER)
    p.until(status_is("CREATE_COMPLETE"), SERVICE, "DescribeStacks", StackName="user")


def look(p: Player) -> None:
    p(SERVICE, "DescribeStacks", StackName="none", expect="ValidationError")
    for operation in ("DescribeStackEvents", "DescribeStackResources", "ListStackResources", "GetTemplate", "GetTemplateSummary"):
        p(SERVICE, operation, **NAME)
    p(SERVICE, "DescribeStackResource", **NAME, LogicalResourceId="Topic")
    p(SERVICE, "ListStacks")
    p(SERVICE, "ListExports")
    p(SERVICE, "ListImports", ExportName="topic")


def change(p: Player) -> None:
    p(SERVICE, "SetStackPolicy", **NAME, StackPolicyBody=POLICY)
    p(SERVICE, "GetStackPolicy", **NAME)
    title = [{"ParameterKey": "Title", "ParameterValue": "two"}]
    kept = {"UsePreviousTemplate": True, "Capabilities": ["CAPABILITY_IAM"]}
    p(SERVICE, "UpdateStack", **NAME, **kept, expect="ValidationError")
    p(SERVICE, "UpdateStack", **NAME, **kept, Parameters=title)
    p.until(status_is("UPDATE_COMPLETE"), SERVICE, "DescribeStacks", **NAME)


def propose(p: Player) -> None:
    changed = template({"User": topic("other"), "More": topic("more")})
    named = {"StackName": "user", "ChangeSetName": "next"}
    p(SERVICE, "CreateChangeSet", **named, TemplateBody=changed, Description="next")
    p.until(lambda answer: answer["Status"] == "CREATE_COMPLETE", SERVICE, "DescribeChangeSet", **named)
    p(SERVICE, "DescribeChangeSet", StackName="user", ChangeSetName="none", expect="ChangeSetNotFound")
    p(SERVICE, "ListChangeSets", StackName="user")
    p(SERVICE, "ExecuteChangeSet", **named)
    p.until(status_is("UPDATE_COMPLETE"), SERVICE, "DescribeStacks", StackName="user")
    p(SERVICE, "CreateChangeSet", StackName="new", ChangeSetName="first", ChangeSetType="CREATE", TemplateBody=changed)
    p(SERVICE, "DeleteChangeSet", StackName="new", ChangeSetName="first")


def turn_back(p: Player) -> None:
    """An update that is called off when its log group is gone: the rollback fails, and goes on without it."""
    group = {"StackName": "group"}
    p(SERVICE, "CreateStack", **group, TemplateBody=template({"Group": log_group(7)}))
    p.until(status_is("CREATE_COMPLETE"), SERVICE, "DescribeStacks", **group)
    # Long enough for what is done meanwhile.
    p.control("PATCH", "settings", {"stackResourceMs": 600_000})
    p(SERVICE, "UpdateStack", **group, TemplateBody=template({"Group": log_group(14)}))
    p("logs", "DeleteLogGroup", logGroupName=LOG_GROUP)
    p.control("PATCH", "settings", {"stackResourceMs": 1_000})
    p(SERVICE, "CancelUpdateStack", **group)
    p.until(status_is("UPDATE_ROLLBACK_FAILED"), SERVICE, "DescribeStacks", **group)
    p(SERVICE, "ContinueUpdateRollback", **group, ResourcesToSkip=["Group"])
    p.until(status_is("UPDATE_ROLLBACK_COMPLETE"), SERVICE, "DescribeStacks", **group)
    p(SERVICE, "DeleteStack", **group)


def delete(p: Player) -> None:
    p(SERVICE, "UpdateTerminationProtection", **NAME, EnableTerminationProtection=True)
    p(SERVICE, "DeleteStack", **NAME, expect="ValidationError")
    p(SERVICE, "UpdateTerminationProtection", **NAME, EnableTerminationProtection=False)
    for name in ("new", "user", "stack"):
        p(SERVICE, "DeleteStack", StackName=name)
    p.until(all_deleted, SERVICE, "ListStacks")


def all_deleted(answer: Any) -> bool:
    return all(each["StackStatus"] == "DELETE_COMPLETE" for each in answer["StackSummaries"])
