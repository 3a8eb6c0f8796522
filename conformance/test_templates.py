"""The templates through the AWS CLI, as people without a console launch them, on the sandbox; and through moto's CreateStack."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import boto3
import pytest
from awscli.customizations.cloudformation.yamlhelper import yaml_parse
from moto.cloudformation.parsing import NULL_MODELS, get_model_map

from conformance.account import REGION
from conformance.cli import Cli
from conformance.servers import Moto
from conformance.templates import FOLDER, LAUNCHES, stack_of

TEMPLATES = list(LAUNCHES)


def test_every_template_is_launched() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.yml")) == sorted(LAUNCHES) == sorted(sum(WAVES, []))


# The AWS CLI on the sandbox, which proposes each change; test_aws_cli_stacks.py has it execute and wait as well. `deploy` looks
# every 30 s, whatever the clock of the sandbox says: boto3 executes and waits here.
CLI_SANDBOX = ("--speed", "10000", "--registry", "none")
# What is in one wave goes on at the same time. A later wave imports what an earlier one exports.
WAVES = [["network.yml", "cluster.yml", "service.yml"], ["github-oidc.yml", "pipeline.yml"]]
SOON = {"Delay": 0.1, "MaxAttempts": 600}


def at_once(work: Callable[[str], None], templates: list[str]) -> None:
    with ThreadPoolExecutor() as pool:
        list(pool.map(work, templates))


@pytest.mark.parametrize("template", TEMPLATES)
def test_it_is_valid(cli: Cli, template: str) -> None:
    body = (FOLDER / template).read_text()
    said = cli.boto3("cloudformation").validate_template(TemplateBody=body)
    declared = yaml_parse(body)
    assert {each["ParameterKey"] for each in said["Parameters"]} == set(declared["Parameters"])
    assert said["Description"] == declared["Description"]


@pytest.fixture(scope="module")
def deployed(cli: Cli) -> dict[str, dict[str, Any]]:
    """The stacks after `aws cloudformation deploy --no-execute-changeset` and what it says to do next, by template."""
    client = cli.boto3("cloudformation")
    stacks: dict[str, dict[str, Any]] = {}

    def deploy(template: str) -> None:
        stack = stack_of(template)
        values = [f"{name}={value}" for name, value in LAUNCHES[template].items()]
        named = ("--stack-name", stack, "--template-file", str(FOLDER / template))
        given = ("--no-execute-changeset", "--capabilities", "CAPABILITY_IAM", "--parameter-overrides", *values)
        done = cli.run("cloudformation", "deploy", *named, *given)
        assert done.returncode == 0, f"{template}: {done.stderr}"
        client.execute_change_set(ChangeSetName=done.stdout.split("--change-set-name ")[1].strip())
        client.get_waiter("stack_create_complete").wait(StackName=stack, WaiterConfig=SOON)
        stacks[template] = client.describe_stacks(StackName=stack)["Stacks"][0]

    for wave in WAVES:
        at_once(deploy, wave)
    return stacks


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_cli_deploys(deployed: dict[str, dict[str, Any]], template: str) -> None:
    stack = deployed[template]
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    declared = yaml_parse((FOLDER / template).read_text())["Outputs"]
    told = {each["OutputKey"]: each["OutputValue"] for each in stack["Outputs"]}
    assert {name for name, output in declared.items() if "Condition" not in output} <= set(told) <= set(declared)
    assert all(value and "${" not in value.replace("${{", "") for value in told.values())


def test_a_second_deploy_changes_nothing(cli: Cli, deployed: dict[str, dict[str, Any]]) -> None:
    def deploy(template: str) -> None:
        again = cli.run(
            *("cloudformation", "deploy", "--stack-name", stack_of(template), "--template-file", str(FOLDER / template)),
            *("--capabilities", "CAPABILITY_IAM", "--no-fail-on-empty-changeset"),
        )
        assert again.returncode == 0, f"{template}: {again.stderr}"
        assert "No changes to deploy" in again.stdout + again.stderr, template

    at_once(deploy, list(deployed))


def test_they_are_deleted(cli: Cli, deployed: dict[str, dict[str, Any]]) -> None:
    client = cli.boto3("cloudformation")

    def delete(template: str) -> None:
        client.delete_stack(StackName=deployed[template]["StackId"])
        client.get_waiter("stack_delete_complete").wait(StackName=deployed[template]["StackId"], WaiterConfig=SOON)

    for wave in reversed(WAVES):
        at_once(delete, wave)


# moto: a smoke test of another emulator, for the types that it knows.


def modelled(kind: str) -> bool:
    return kind in get_model_map() and kind not in NULL_MODELS


@dataclass(frozen=True)
class Gaps:
    """Logical ids of resources that moto does not model, and of those (also) whose attributes it does not."""

    absent: frozenset[str]
    mute: frozenset[str]
    # Whether elements that may be AWS::NoValue, which moto leaves in a list as null, are kept or left out.
    keeps_options: bool

    def hides(self, name: str) -> bool:
        """Whether moto has no value for `Name` or `Name.Attribute`."""
        resource, dot, _ = name.partition(".")
        return resource in (self.mute if dot else self.absent)


def gaps_of(resources: dict[str, Any], keeps_options: bool) -> Gaps:
    kinds = {name: resource["Type"] for name, resource in resources.items()}
    absent = frozenset(name for name, kind in kinds.items() if not modelled(kind))
    silent = {name for name in set(kinds) - absent if not hasattr(get_model_map()[kinds[name]], "get_cfn_attribute")}
    return Gaps(absent, absent | silent, keeps_options)


def without(value: Any, gaps: Gaps) -> Any:
    """
    `value` without what moto cannot give: what refers to its gaps, Fn::Cidr, AWS::NoValue in lists, GitHub's expressions in
    texts, which it takes for names.
    """
    if isinstance(value, list):
        kept = [each["Fn::If"][1] if may_be_none(each) else each for each in value if gaps.keeps_options or not may_be_none(each)]
        return [without(each, gaps) for each in kept]
    if isinstance(value, str) and "${{ " in value:
        return "expressions of GitHub"
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        ((name, argument),) = value.items()
        if name == "Ref" and gaps.hides(argument):
            return "absent"
        if name == "Fn::GetAtt" and gaps.hides(argument if isinstance(argument, str) else ".".join(argument)):
            return "absent"
        if name == "Fn::If":
            return {name: [without(each, gaps) for each in argument]}
        if name == "Fn::Cidr":
            return [f"10.0.{index}.0/24" for index in range(16)]
        if name == "Fn::Sub":
            text, own = argument if isinstance(argument, list) else (argument, {})
            if "{{ " in text:
                return "expressions of GitHub"
            return {name: [without_names(text, own, gaps), without(own, gaps)]}
    return {name: without(member, gaps) for name, member in value.items()}


def may_be_none(element: Any) -> bool:
    return isinstance(element, dict) and element.get("Fn::If", [])[2:] == [{"Ref": "AWS::NoValue"}]


def without_names(text: str, own: dict[str, Any], gaps: Gaps) -> str:
    first, *pieces = text.split("${")
    named = ((name, rest) for name, _, rest in (piece.partition("}") for piece in pieces))
    hidden = ("absent" + rest if name not in own and gaps.hides(name) else f"${{{name}}}{rest}" for name, rest in named)
    return "".join([first, *hidden])


def for_moto(template: str) -> dict[str, Any]:
    whole: dict[str, Any] = yaml_parse((FOLDER / template).read_text())
    # Without any statement moto finds a policy malformed.
    gaps = gaps_of(whole["Resources"], keeps_options=template == "github-oidc.yml")
    whole["Resources"] = {
        name: {key: member for key, member in resource.items() if key != "DependsOn"}
        for name, resource in whole["Resources"].items()
        if name not in gaps.absent
    }
    return {section: without(body, gaps) for section, body in whole.items()}


@pytest.fixture(scope="module")
def moto() -> Iterator[Any]:
    """moto's server as boto3 sees it, with a VPC and two subnets: it looks for those that are named."""
    running = Moto()
    try:
        session = boto3.Session("test", "test", region_name=REGION)
        ec2 = session.client("ec2", endpoint_url=running.url)
        vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
        zones = zip("ab", ("10.9.0.0/24", "10.9.1.0/24"), strict=True)
        subnets = [
            ec2.create_subnet(VpcId=vpc, CidrBlock=block, AvailabilityZone=f"{REGION}{zone}")["Subnet"]["SubnetId"]
            for zone, block in zones
        ]
        yield session.client("cloudformation", endpoint_url=running.url), {"VpcId": vpc, "Subnets": ",".join(subnets)}
    finally:
        running.close()


# By template: types that a launch with LAUNCHES makes at least, of those that moto knows.
MADE = {
    "network.yml": {"AWS::EC2::VPC", "AWS::EC2::Subnet", "AWS::EC2::InternetGateway", "AWS::EC2::RouteTable"},
    "cluster.yml": {"AWS::ECS::Cluster", "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::ElasticLoadBalancingV2::Listener"},
    "service.yml": {
        "AWS::ECR::Repository",
        "AWS::ECS::Cluster",
        "AWS::ECS::Service",
        "AWS::ECS::TaskDefinition",
        "AWS::ElasticLoadBalancingV2::Listener",
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        "AWS::IAM::Role",
        "AWS::Logs::LogGroup",
    },
    "github-oidc.yml": {"AWS::IAM::ManagedPolicy", "AWS::IAM::Role"},
    "pipeline.yml": {"AWS::Events::Rule", "AWS::IAM::Role", "AWS::Logs::LogGroup", "AWS::S3::Bucket", "AWS::SNS::Topic"},
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_moto_makes_what_it_knows(moto: Any, template: str) -> None:
    client, network = moto
    values = {name: network.get(name, value) for name, value in LAUNCHES[template].items()}
    body = for_moto(template)
    client.create_stack(
        StackName=stack_of(template),
        TemplateBody=json.dumps(body),
        Parameters=[{"ParameterKey": name, "ParameterValue": value} for name, value in values.items()],
        Capabilities=["CAPABILITY_IAM"],
    )
    stack = client.describe_stacks(StackName=stack_of(template))["Stacks"][0]
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    made = client.list_stack_resources(StackName=stack_of(template))["StackResourceSummaries"]
    assert {each["ResourceType"] for each in made} >= MADE[template]
    told = {each["OutputKey"]: each["OutputValue"] for each in stack.get("Outputs", [])}
    assert {name for name, output in body["Outputs"].items() if "Condition" not in output} <= set(told)
    assert "" not in told.values()
