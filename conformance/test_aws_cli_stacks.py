"""CloudFormation with the AWS CLI as people type it: deploy, single commands, waiters, exit codes."""

from __future__ import annotations

import json

import pytest

from conformance.cli import Cli
from conformance.scenario_stacks import ROLE, log_group, shop, template, topic


@pytest.fixture(scope="module", autouse=True)
def quick(cli: Cli) -> None:
    """`deploy` looks at once, and then only every half minute."""
    cli.control("PATCH", "settings", {"stackResourceMs": 1})


def outputs(cli: Cli, stack: str) -> dict[str, str]:
    found = cli.json("cloudformation", "describe-stacks", "--stack-name", stack)["Stacks"][0]["Outputs"]
    return {each["OutputKey"]: each["OutputValue"] for each in found}


def forget_change_sets(cli: Cli, stack: str) -> None:
    """The CLI names a change set by the second: the next one in the same second would be refused."""
    client = cli.boto3("cloudformation")
    for each in client.list_change_sets(StackName=stack)["Summaries"]:
        client.delete_change_set(ChangeSetName=each["ChangeSetId"])


def test_deploy(cli: Cli) -> None:
    """A new stack, the same again, a changed one, and one that fails and is rolled back."""
    file = cli.file("shop.json", shop(Role=ROLE))
    deploy = ("cloudformation", "deploy", "--stack-name", "deployed", "--template-file", file)
    refused = cli.run(*deploy)
    assert (refused.returncode, "Requires capabilities : [CAPABILITY_IAM]" in refused.stderr) == (cli.service_error, True)
    # Without tags the CLI sends an empty list, which takes a stack's tags away.
    allowed = (*deploy, "--capabilities", "CAPABILITY_IAM", "--tags", "team=web")
    made = cli.run(*allowed)
    assert (made.returncode, made.stderr) == (0, ""), made.stderr
    assert "Successfully created/updated stack - deployed" in made.stdout
    assert outputs(cli, "deployed")["Name"]
    forget_change_sets(cli, "deployed")
    again = cli.run(*allowed, "--no-fail-on-empty-changeset")
    assert (again.returncode, "No changes to deploy. Stack deployed is up to date" in again.stdout) == (0, True)
    forget_change_sets(cli, "deployed")
    strict = cli.run(*allowed, "--fail-on-empty-changeset")
    assert (strict.returncode, "No changes to deploy" in strict.stderr) == (255, True)
    forget_change_sets(cli, "deployed")
    changed = cli.run(*allowed, "--parameter-overrides", "Title=two")
    assert changed.returncode == 0, changed.stderr
    status = cli.text("cloudformation", "describe-stacks", "--stack-name", "deployed", "--query", "Stacks[0].StackStatus")
    assert status == "UPDATE_COMPLETE"


def test_deploy_of_what_fails(cli: Cli) -> None:
    file = cli.file("wrong.json", template({"Group": log_group(8)}))
    failed = cli.run("cloudformation", "deploy", "--stack-name", "wrong", "--template-file", file)
    assert (failed.returncode, "Failed to create/update the stack" in failed.stderr) == (255, True), failed.stderr
    events = cli.json("cloudformation", "describe-stack-events", "--stack-name", "wrong")["StackEvents"]
    told = {(each["LogicalResourceId"], each["ResourceStatus"]): each.get("ResourceStatusReason") for each in events}
    assert ("wrong", "ROLLBACK_COMPLETE") in told
    assert told["wrong", "ROLLBACK_IN_PROGRESS"] == (
        "The following resource(s) failed to create: [Group]. Rollback requested by user."
    )
    assert "retentionInDays" in str(told["Group", "CREATE_FAILED"]) or "RetentionInDays" in str(told["Group", "CREATE_FAILED"])
    forget_change_sets(cli, "wrong")
    again = cli.run("cloudformation", "deploy", "--stack-name", "wrong", "--template-file", file)
    assert "is in ROLLBACK_COMPLETE state and can not be updated." in again.stderr


def test_a_change_set_is_looked_at_first(cli: Cli) -> None:
    file = cli.file("looked.json", template({"Topic": topic("one")}))
    deploy = ("cloudformation", "deploy", "--stack-name", "looked", "--template-file")
    proposed = cli.run(*deploy, file, "--no-execute-changeset")
    assert proposed.returncode == 0, proposed.stderr
    change_set = proposed.stdout.split("--change-set-name ")[1].strip()
    described = cli.json("cloudformation", "describe-change-set", "--change-set-name", change_set)
    assert [each["ResourceChange"]["Action"] for each in described["Changes"]] == ["Add"]
    cli.json("cloudformation", "execute-change-set", "--change-set-name", change_set)
    cli.json("cloudformation", "wait", "stack-create-complete", "--stack-name", "looked")
    replaced = template({"Topic": {**topic("one"), "Properties": {"TopicName": "other"}}})
    named = ("--stack-name", "looked", "--change-set-name", "next")
    cli.json("cloudformation", "create-change-set", *named, "--template-body", replaced)
    cli.json("cloudformation", "wait", "change-set-create-complete", *named)
    change = cli.json("cloudformation", "describe-change-set", *named)["Changes"][0]["ResourceChange"]
    assert (change["Action"], change["Replacement"], change["PolicyAction"]) == ("Modify", "True", "ReplaceAndDelete")


def test_single_commands(cli: Cli) -> None:
    named = ("--stack-name", "single")
    valid = cli.json("cloudformation", "validate-template", "--template-body", shop(Role=ROLE))
    assert (valid["Capabilities"], valid["Parameters"][0]["ParameterKey"]) == (["CAPABILITY_IAM"], "Title")
    body = cli.file("single.json", shop().replace('"Name": "topic"', '"Name": "single"'))
    made = cli.json("cloudformation", "create-stack", *named, "--template-body", f"file://{body}")
    assert made["StackId"].startswith("arn:aws:cloudformation:eu-west-1:123456789012:stack/single/")
    cli.json("cloudformation", "wait", "stack-create-complete", *named)
    cli.json("cloudformation", "wait", "stack-exists", *named)
    title = "ParameterKey=Title,ParameterValue=two"
    cli.json("cloudformation", "update-stack", *named, "--use-previous-template", "--parameters", title)
    cli.json("cloudformation", "wait", "stack-update-complete", *named)
    assert json.dumps(cli.json("cloudformation", "get-template", *named)["TemplateBody"]) == open(body).read()
    resources = cli.text("cloudformation", "list-stack-resources", *named, "--query", "StackResourceSummaries[].ResourceStatus")
    assert resources == "UPDATE_COMPLETE"
    cli.json("cloudformation", "delete-stack", *named)
    cli.json("cloudformation", "wait", "stack-delete-complete", *named)
    gone = cli.run("cloudformation", "describe-stacks", *named)
    assert (gone.returncode, "Stack with id single does not exist" in gone.stderr) == (cli.service_error, True)


def test_on_failure_keeps_what_there_is(cli: Cli) -> None:
    body = template({"Topic": topic("x"), "Group": {**log_group(8), "DependsOn": "Topic"}})
    named = ("--stack-name", "kept")
    cli.json("cloudformation", "create-stack", *named, "--template-body", body, "--on-failure", "DO_NOTHING")
    waited = cli.run("cloudformation", "wait", "stack-create-complete", *named)
    assert (waited.returncode, "terminal failure state" in waited.stderr) == (255, True), waited.stderr
    statuses = cli.text("cloudformation", "describe-stack-resources", *named, "--query", "StackResources[].ResourceStatus")
    assert statuses.split() == ["CREATE_COMPLETE", "CREATE_FAILED"]
