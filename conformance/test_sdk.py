"""The JavaScript SDK reads the same answers as boto3, and loses none of their members."""

from __future__ import annotations

import base64
import json
import subprocess
from typing import Any

import pytest

from conformance.player import Player
from conformance.servers import ROOT, node
from conformance.test_boto3 import paths
from conformance.wire import Exchange, read, read_error


@pytest.fixture(scope="module")
def answers(played: Player) -> list[tuple[Exchange, dict[str, Any]]]:
    """Each kept answer, and what the SDK made of it."""
    kept = [each for each in played.account.exchanges if each.service != "cloudwatch"]
    lines = "\n".join(
        json.dumps(
            {
                "service": each.service,
                "operation": each.operation,
                "status": each.status,
                "headers": each.headers,
                "body": base64.b64encode(each.body).decode(),
            }
        )
        for each in kept
    )
    done = subprocess.run(
        [node(), "conformance/sdk.ts"], cwd=ROOT, input=lines, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    made = [json.loads(line) for line in done.stdout.splitlines()]
    return list(zip(kept, made, strict=True))


def test_the_sdk_reads_all_that_was_sent(sdk_operation: tuple[str, str], answers: list[tuple[Exchange, dict[str, Any]]]) -> None:
    own = [(kept, made) for kept, made in answers if (kept.service, kept.operation) == sdk_operation]
    assert own
    for kept, made in own:
        if kept.status < 300:
            assert "output" in made, made
            lost = paths(read(kept).value) - paths(made["output"])
            assert lost == set()
        else:
            assert made["error"]["name"].removesuffix("Exception") == read_error(kept).code.removesuffix("Exception")
            assert made["error"]["message"] == read_error(kept).message


def test_the_sdk_reads_times(answers: list[tuple[Exchange, dict[str, Any]]]) -> None:
    """As ISO text after JSON: a number that is no time would be null."""
    for kept, made in answers:
        if kept.operation == "GetDeployment" and kept.status == 200:
            assert made["output"]["deploymentInfo"]["createTime"].startswith("20")
