"""
docs/by-hand.md as it stands: each command, against a service that the template made, has the answer that the page shows.
docs/sandbox-iam.md: its command takes the role that deploys.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest

from conformance.servers import ROOT, Sandbox

PAGE = ROOT / "docs" / "by-hand.md"
BLOCK = re.compile(r"^```(bash|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PARAMETERS = ["Name=shop", "VpcId=vpc-0a000000000000001", "Subnets=subnet-0a000000000000001,subnet-0a000000000000002"]
ROLES = ["ServiceStack=shop", "Repository=octo/shop", "OwnerId=1", "RepositoryId=2"]


def blocks(page: Path = PAGE) -> list[tuple[str, str]]:
    return BLOCK.findall(page.read_text())


def commands() -> list[tuple[str, str]]:
    """Each command, with the answer below it."""
    found = blocks()
    return [(text, found[i + 1][1]) for i, (kind, text) in enumerate(found[:-1]) if kind == "bash" and found[i + 1][0] == "text"]


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    running = Sandbox("--registry", "none", "--speed", "100")
    try:
        env = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8",
            "AWS_ENDPOINT_URL": running.url,
            "AWS_DEFAULT_REGION": "eu-west-1",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_PAGER": "",
        }
        launch(running.url)
        yield env
    finally:
        running.close()


def launch(url: str) -> None:
    keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test", "region_name": "eu-west-1"}
    stacks = boto3.client("cloudformation", endpoint_url=url, **keys)
    for name, template, pairs in (("shop", "service.yml", PARAMETERS), ("shop-roles", "github-oidc.yml", ROLES)):
        parameters = [dict(zip(("ParameterKey", "ParameterValue"), pair.split("=", 1), strict=True)) for pair in pairs]
        body = (ROOT / "cloudformation" / template).read_text()
        stacks.create_stack(StackName=name, TemplateBody=body, Parameters=parameters, Capabilities=["CAPABILITY_IAM"])
        stacks.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 120})


def run(script: str, env: dict[str, str]) -> str:
    shell = ["bash", "-euo", "pipefail", "-c", script]
    done = subprocess.run(shell, env=env, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_the_page_has_commands_with_answers() -> None:
    assert len(commands()) >= 8
    # Beside them one block alone, which names the service.
    assert [kind for kind, _ in blocks()].count("bash") == len(commands()) + 1


@pytest.mark.parametrize("number", range(len(commands())))
def test_a_command_has_the_answer_that_is_shown(environment: dict[str, str], number: int) -> None:
    names = blocks()[0][1]
    command, answer = commands()[number]
    shown = run(names + command, environment)
    assert [line.rstrip() for line in shown.splitlines()] == [line.rstrip() for line in answer.splitlines()], command


def test_the_role_that_deploys_is_taken_as_a_job_would(environment: dict[str, str]) -> None:
    script = next(text for kind, text in blocks(ROOT / "docs" / "sandbox-iam.md") if kind == "bash")
    shown = run(f"{script}aws sts get-caller-identity --query Arn --output text", environment)
    assert re.fullmatch(r"arn:aws:sts::\d{12}:assumed-role/shop-roles-DeployRole-\w+/run\n", shown)
