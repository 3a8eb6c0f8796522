"""The AWS CLI as people type it: from an empty account to shifted traffic, its waiters, outputs and exit codes."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass

import pytest

from conformance import scenario
from conformance.cli import Cli

# Exit code of a waiter that gave up.
WAITER = 255


@dataclass(frozen=True)
class Shop:
    """A service under CODE_DEPLOY, made with the CLI alone."""

    blue: str
    green: str
    listener: str
    first: str
    second: str

    def appspec(self, definition: str) -> str:
        return scenario.appspec(definition)


NAMES = ("--application-name", scenario.APPLICATION, "--deployment-group-name", scenario.GROUP)


@pytest.fixture(scope="module")
def shop(cli: Cli) -> Shop:
    cli.json("ecs", "create-cluster", "--cluster-name", "shop")
    subnets = ("--subnets", "subnet-1", "subnet-2")
    balancer = cli.text(
        "elbv2", "create-load-balancer", "--name", "shop", *subnets, "--query", "LoadBalancers[0].LoadBalancerArn"
    )
    blue, green = (target_group(cli, name) for name in ("blue", "green"))
    action = f"Type=forward,TargetGroupArn={blue}"
    listening = ("--load-balancer-arn", balancer, "--protocol", "HTTP", "--port", "80", "--default-actions", action)
    listener = cli.text("elbv2", "create-listener", *listening, "--query", "Listeners[0].ListenerArn")
    definitions = [register(cli, tag) for tag in (1, 2)]
    service(cli, definitions[0], blue)
    group(cli, listener)
    return Shop(blue, green, listener, *definitions)


def target_group(cli: Cli, name: str) -> str:
    kind = ("--protocol", "HTTP", "--port", "8080", "--vpc-id", "vpc-1", "--target-type", "ip")
    return cli.text("elbv2", "create-target-group", "--name", name, *kind, "--query", "TargetGroups[0].TargetGroupArn")


def register(cli: Cli, tag: int) -> str:
    path = cli.file(f"definition-{tag}.json", json.dumps(scenario.definition(tag)))
    arguments = ("--cli-input-json", f"file://{path}", "--query", "taskDefinition.taskDefinitionArn")
    return cli.text("ecs", "register-task-definition", *arguments)


def service(cli: Cli, definition: str, target_group_arn: str) -> None:
    network = "awsvpcConfiguration={subnets=[subnet-1],securityGroups=[sg-1]}"
    binding = f"targetGroupArn={target_group_arn},containerName=app,containerPort=8080"
    named = ("--cluster", "shop", "--service-name", "web", "--task-definition", definition, "--desired-count", "2")
    kind = ("--launch-type", "FARGATE", "--deployment-controller", "type=CODE_DEPLOY")
    cli.json("ecs", "create-service", *named, *kind, "--load-balancers", binding, "--network-configuration", network)


def group(cli: Cli, listener: str) -> None:
    cli.json("deploy", "create-application", "--application-name", scenario.APPLICATION, "--compute-platform", "ECS")
    style = "deploymentType=BLUE_GREEN,deploymentOption=WITH_TRAFFIC_CONTROL"
    groups = "targetGroups=[{name=blue},{name=green}]"
    pair = f"targetGroupPairInfoList=[{{{groups},prodTrafficRoute={{listenerArns=[{listener}]}}}}]"
    config = ("--deployment-config-name", "CodeDeployDefault.ECSAllAtOnce", "--service-role-arn", scenario.ROLE)
    blue_green = ("--blue-green-deployment-configuration", waits("CONTINUE_DEPLOYMENT", 0, 1))
    services = ("--ecs-services", "serviceName=web,clusterName=shop", "--load-balancer-info", pair)
    cli.json("deploy", "create-deployment-group", *NAMES, *config, "--deployment-style", style, *services, *blue_green)


def waits(action: str, ready: int, termination: int) -> str:
    blue = f"terminateBlueInstancesOnDeploymentSuccess={{action=TERMINATE,terminationWaitTimeInMinutes={termination}}}"
    return f"{blue},deploymentReadyOption={{actionOnTimeout={action},waitTimeInMinutes={ready}}}"


def deploy(cli: Cli, definition: str) -> str:
    path = cli.file("revision.json", json.dumps(scenario.revision(scenario.appspec(definition))))
    return cli.text("deploy", "create-deployment", *NAMES, "--revision", f"file://{path}", "--query", "deploymentId")


def weighted(cli: Cli, listener: str) -> str:
    query = "Rules[?IsDefault].Actions[].ForwardConfig.TargetGroups[] | [?Weight > `0`].TargetGroupArn"
    return cli.text("elbv2", "describe-rules", "--listener-arn", listener, "--query", query)


def update(cli: Cli, *changes: str) -> None:
    named = ("--application-name", scenario.APPLICATION, "--current-deployment-group-name", scenario.GROUP)
    cli.json("deploy", "update-deployment-group", *named, *changes)


# Deployments


def test_deploy_and_wait(cli: Cli, shop: Shop) -> None:
    before, after = sorted_by_traffic(cli, shop)
    id = deploy(cli, shop.second)
    assert cli.run("deploy", "wait", "deployment-successful", "--deployment-id", id).returncode == 0
    info = cli.json("deploy", "get-deployment", "--deployment-id", id)["deploymentInfo"]
    assert (info["status"], info["creator"]) == ("Succeeded", "user")
    target = cli.json("deploy", "get-deployment-target", "--deployment-id", id, "--target-id", "shop:web")
    assert target["deploymentTarget"]["ecsTarget"]["status"] == "Succeeded"
    assert weighted(cli, shop.listener) == after != before
    assert primary(cli) == shop.second


def sorted_by_traffic(cli: Cli, shop: Shop) -> tuple[str, str]:
    """The group with the traffic, and the idle one."""
    now = weighted(cli, shop.listener)
    return (shop.blue, shop.green) if now == shop.blue else (shop.green, shop.blue)


def primary(cli: Cli) -> str:
    query = "services[0].taskSets[?status=='PRIMARY'].taskDefinition"
    return cli.text("ecs", "describe-services", "--cluster", "shop", "--services", "web", "--query", query)


def test_ecs_deploy(cli: Cli, shop: Shop) -> None:
    """The CLI's own blue/green deployment: it registers, renders the AppSpec, deploys and waits."""
    _, after = sorted_by_traffic(cli, shop)
    done = cli.run(*ecs_deploy(cli, shop, scenario.APPLICATION))
    assert done.returncode == 0, done.stderr
    assert "Successfully deployed" in done.stdout
    assert weighted(cli, shop.listener) == after
    assert primary(cli) not in (shop.first, shop.second)


def ecs_deploy(cli: Cli, shop: Shop, application: str) -> tuple[str, ...]:
    definition = cli.file("deployed.json", json.dumps(scenario.definition(3)))
    appspec = cli.file("appspec.json", scenario.appspec(shop.first))
    named = ("--cluster", "shop", "--service", "web", "--codedeploy-application", application)
    files = ("--task-definition", definition, "--codedeploy-appspec", appspec)
    return ("ecs", "deploy", *named, *files, "--codedeploy-deployment-group", scenario.GROUP)


def test_ecs_deploy_tells_what_is_missing(cli: Cli, shop: Shop) -> None:
    done = cli.run(*ecs_deploy(cli, shop, "none"))
    assert done.returncode != 0
    assert "ApplicationDoesNotExistException" in done.stderr + done.stdout


def test_stop_with_rollback(cli: Cli, shop: Shop) -> None:
    before, _ = sorted_by_traffic(cli, shop)
    update(cli, "--blue-green-deployment-configuration", waits("STOP_DEPLOYMENT", 600, 600))
    id = deploy(cli, shop.first)
    until(cli, id, "Ready")
    stopped = cli.json("deploy", "stop-deployment", "--deployment-id", id, "--auto-rollback-enabled")
    assert stopped["status"] in ("Pending", "Succeeded")
    waited = cli.run("deploy", "wait", "deployment-successful", "--deployment-id", id)
    assert (waited.returncode, "terminal failure state" in waited.stderr) == (WAITER, True)
    info = cli.json("deploy", "get-deployment", "--deployment-id", id)["deploymentInfo"]
    rollback = info["rollbackInfo"]["rollbackDeploymentId"]
    assert cli.run("deploy", "wait", "deployment-successful", "--deployment-id", rollback).returncode == 0
    assert weighted(cli, shop.listener) == before


def until(cli: Cli, id: str, status: str) -> None:
    for _ in range(60):
        now = cli.text("deploy", "get-deployment", "--deployment-id", id, "--query", "deploymentInfo.status")
        if now == status:
            return
    raise AssertionError(f"{id} is {now}, not {status}")


def test_continue_both_waits(cli: Cli, shop: Shop) -> None:
    _, after = sorted_by_traffic(cli, shop)
    update(cli, "--blue-green-deployment-configuration", waits("STOP_DEPLOYMENT", 600, 600))
    id = deploy(cli, shop.first)
    until(cli, id, "Ready")
    refused = cli.run("deploy", "continue-deployment", "--deployment-id", id, "--deployment-wait-type", "TERMINATION_WAIT")
    assert (refused.returncode, "DeploymentIsNotInReadyStateException" in refused.stderr) == (cli.service_error, True)
    cli.json("deploy", "continue-deployment", "--deployment-id", id, "--deployment-wait-type", "READY_WAIT")
    for _ in range(60):
        target = cli.json("deploy", "get-deployment-target", "--deployment-id", id, "--target-id", "shop:web")
        if target["deploymentTarget"]["ecsTarget"]["status"] == "Succeeded":
            break
    cli.json("deploy", "continue-deployment", "--deployment-id", id, "--deployment-wait-type", "TERMINATION_WAIT")
    until(cli, id, "Succeeded")
    assert weighted(cli, shop.listener) == after


def test_a_revision_registered_without_a_bucket(cli: Cli, shop: Shop) -> None:
    location = cli.file("location.json", json.dumps(scenario.revision("version: 0.0")))
    named = ("--application-name", scenario.APPLICATION, "--revision", f"file://{location}")
    cli.json("deploy", "register-application-revision", *named, "--description", "by hand")
    found = cli.json("deploy", "get-application-revision", *named)
    assert found["revision"]["appSpecContent"]["content"] == "version: 0.0"
    assert found["revisionInfo"]["description"] == "by hand"
    assert "registerTime" in found["revisionInfo"]
    listed = cli.json("deploy", "list-application-revisions", "--application-name", scenario.APPLICATION)
    assert found["revision"]["appSpecContent"]["sha256"] in [each["appSpecContent"]["sha256"] for each in listed["revisions"]]


# Waiters of the other services

WAITS = {
    "ecs tasks-running": ("ecs", "wait", "tasks-running", "--cluster", "shop", "--tasks"),
    "elbv2 load-balancer-available": ("elbv2", "wait", "load-balancer-available", "--names", "shop"),
    "elbv2 load-balancer-exists": ("elbv2", "wait", "load-balancer-exists", "--names", "shop"),
    "elbv2 target-in-service": ("elbv2", "wait", "target-in-service", "--target-group-arn"),
}


@pytest.mark.parametrize("name", WAITS)
def test_wait(name: str, cli: Cli, shop: Shop) -> None:
    more: list[str] = []
    if name.endswith("tasks-running"):
        more = cli.text("ecs", "list-tasks", "--cluster", "shop", "--query", "taskArns[]").split()
        assert len(more) >= 2
    elif name.endswith("target-in-service"):
        more = [weighted(cli, shop.listener)]
    done = cli.run(*WAITS[name], *more)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


# Images


def test_images(cli: Cli) -> None:
    cli.json("ecr", "create-repository", "--repository-name", "shop")
    manifest = cli.file("manifest.json", scenario.manifest(1))
    put = ("--repository-name", "shop", "--image-tag", "1", "--image-manifest", f"file://{manifest}")
    media = ("--image-manifest-media-type", scenario.MANIFEST_TYPE)
    digest = cli.text("ecr", "put-image", *put, *media, "--query", "image.imageId.imageDigest")
    found = ("ecr", "describe-images", "--repository-name", "shop", "--image-ids", "imageTag=1")
    assert cli.text(*found, "--query", "imageDetails[0].imageDigest") == digest
    token = cli.text("ecr", "get-authorization-token", "--query", "authorizationData[0].authorizationToken")
    assert base64.b64decode(token).startswith(b"AWS:")
    password = cli.run("ecr", "get-login", "--no-include-email")
    assert password.stdout.startswith("docker login -u AWS -p ")


# Outputs


def test_json_and_text_say_the_same(cli: Cli, shop: Shop) -> None:
    asked = (
        "ecs",
        "describe-services",
        "--cluster",
        "shop",
        "--services",
        "web",
        "--query",
        "services[0].[serviceName,desiredCount]",
    )
    assert cli.json(*asked) == ["web", 2]
    assert cli.text(*asked) == "web\t2"


def test_table(cli: Cli, shop: Shop) -> None:
    done = cli.run("elbv2", "describe-target-groups", "--output", "table")
    assert done.returncode == 0
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()]
    assert ["TargetGroupName", "blue"] in rows
    assert ["HealthCheckPort", "traffic-port"] in rows


def test_yaml_where_the_cli_has_it(cli: Cli, shop: Shop) -> None:
    """Version 2 writes YAML; version 1 refuses the word before it calls anyone."""
    done = cli.run("sts", "get-caller-identity", "--output", "yaml")
    if cli.major == 1:
        assert (done.returncode, "Invalid choice" in done.stderr) == (cli.usage, True)
    else:
        assert "Account: '123456789012'" in done.stdout


def test_pages(cli: Cli, shop: Shop) -> None:
    everything = cli.json("ecs", "list-task-definitions", "--query", "taskDefinitionArns")
    small = cli.json("ecs", "list-task-definitions", "--page-size", "1", "--query", "taskDefinitionArns")
    assert small == everything
    assert len(everything) > 1
    # Where the API has a parameter of that name, the CLI asks for one page.
    one = cli.json("elbv2", "describe-target-groups", "--page-size", "1")
    rest = cli.json("elbv2", "describe-target-groups", "--marker", one["NextMarker"])
    assert [each["TargetGroupName"] for page in (one, rest) for each in page["TargetGroups"]] == ["blue", "green"]
    first = cli.json("ecs", "list-task-definitions", "--max-items", "1")
    assert len(first["taskDefinitionArns"]) == 1
    rest = cli.json("ecs", "list-task-definitions", "--starting-token", first["NextToken"])
    whole = cli.json("ecs", "list-task-definitions")
    assert first["taskDefinitionArns"] + rest["taskDefinitionArns"] == whole["taskDefinitionArns"]


# Errors

ERRORS = {
    "DeploymentDoesNotExistException": ("deploy", "get-deployment", "--deployment-id", "d-NOTTHERE1"),
    "DeploymentGroupDoesNotExistException": (
        *("deploy", "get-deployment-group", "--application-name", scenario.APPLICATION),
        *("--deployment-group-name", "none"),
    ),
    "ServiceNotFoundException": ("ecs", "update-service", "--cluster", "shop", "--service", "none", "--desired-count", "1"),
    "ClusterNotFoundException": ("ecs", "list-services", "--cluster", "none"),
    "RepositoryNotFoundException": ("ecr", "describe-images", "--repository-name", "none"),
    "TargetGroupNotFound": ("elbv2", "describe-target-groups", "--names", "none"),
    "LoadBalancerNotFound": ("elbv2", "describe-load-balancers", "--names", "none"),
}


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_of_the_service(code: str, cli: Cli, shop: Shop) -> None:
    done = cli.run(*ERRORS[code])
    assert done.returncode == cli.service_error
    assert f"An error occurred ({code}) when calling the " in done.stderr
    assert done.stdout == ""


def test_a_second_deployment_is_refused(cli: Cli, shop: Shop) -> None:
    update(cli, "--blue-green-deployment-configuration", waits("STOP_DEPLOYMENT", 600, 600))
    id = deploy(cli, shop.second)
    path = cli.file("again.json", json.dumps(scenario.revision(scenario.appspec(shop.first))))
    refused = cli.run("deploy", "create-deployment", *NAMES, "--revision", f"file://{path}")
    cli.json("deploy", "stop-deployment", "--deployment-id", id, "--no-auto-rollback-enabled")
    assert refused.returncode == cli.service_error
    assert f"already has an active Deployment '{id}'" in refused.stderr


def test_a_wrong_command_line_calls_no_one(cli: Cli) -> None:
    done = cli.run("ecs", "update-service", "--cluster", "shop")
    assert (done.returncode, "--service" in done.stderr) == (cli.usage, True)


def test_a_request_that_is_not_signed(cli: Cli) -> None:
    done = cli.run("sts", "get-caller-identity", "--no-sign-request")
    assert done.returncode == cli.service_error
    assert "(MissingAuthenticationToken)" in done.stderr
