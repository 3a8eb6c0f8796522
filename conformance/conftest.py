"""The servers that the tests share, and what is emulated."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from conformance import scenario, scenario_identity, scenario_more, scenario_stacks
from conformance.account import Account
from conformance.cli import Cli, quick_waiters
from conformance.models import has_required, takes_json
from conformance.player import Player
from conformance.servers import Moto, Sandbox

# Waits of minutes take seconds.
SPEED = ("--speed", "60", "--registry", "none")


@cache
def emulated() -> dict[str, list[str]]:
    """Emulated operations by botocore's service name, as the sandbox tells them. Asked while tests are collected."""
    sandbox = Sandbox("--registry", "none")
    try:
        return sandbox.operations()
    finally:
        sandbox.close()


# Parameters that stand for every emulated operation of a kind, as (service, name).
OPERATIONS: dict[str, Callable[[str, str], bool]] = {
    "emulated_operation": lambda _service, _name: True,
    "json_operation": takes_json,
    "demanding_operation": has_required,
    # The JavaScript client of CloudWatch speaks CBOR where boto3 speaks JSON: held by __tests__/sandbox.
    "sdk_operation": lambda service, _name: service != "cloudwatch",
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for fixture, holds in OPERATIONS.items():
        if fixture in metafunc.fixturenames:
            known = [(service, name) for service, names in sorted(emulated().items()) for name in names]
            pairs = [pair for pair in known if holds(*pair)]
            metafunc.parametrize(fixture, pairs, ids=["-".join(pair) for pair in pairs])


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    running = Sandbox(*SPEED)
    yield running
    running.close()


def play(player: Player) -> None:
    scenario.play(player)
    scenario_more.play(player)
    scenario_stacks.play(player)
    scenario_identity.play(player)


@pytest.fixture(scope="session")
def played() -> Iterator[Player]:
    """The whole scenario on a sandbox of its own."""
    running = Sandbox(*SPEED)
    try:
        running.control("PATCH", "settings", {"imageScans": scenario.SCANS, "hooks": {"waits": "silent"}})
        player = Player(Account(running.url), "sandbox", emulated(), running.control)
        play(player)
        yield player
    finally:
        running.close()


@pytest.fixture(scope="session")
def played_on_moto() -> Iterator[Player]:
    """The same on moto."""
    running = Moto()
    try:
        player = Player(Account(running.url), "moto", emulated())
        play(player)
        yield player
    finally:
        running.close()


def absent(reason: str) -> Any:
    """Skips, or fails where CONFORMANCE_ALL=1 says that nothing may be left out."""
    if os.environ.get("CONFORMANCE_ALL") == "1":
        pytest.fail(f"CONFORMANCE_ALL=1, and {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def cli(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """On a sandbox with the options that the module names in CLI_SANDBOX, or the usual ones."""
    beside = Path(sys.executable).with_name("aws")
    program = str(beside) if beside.exists() else shutil.which("aws")
    if program is None:
        absent("there is no aws on the PATH: pip install -r conformance/requirements.txt")
    running = Sandbox(*getattr(request.module, "CLI_SANDBOX", SPEED))
    try:
        version = subprocess.run([str(program), "--version"], capture_output=True, text=True).stdout
        major = int(version.removeprefix("aws-cli/").partition(".")[0])
        work = tmp_path_factory.mktemp("aws")
        yield Cli(str(program), running.url, work, major, running.control, quick_waiters(work))
    finally:
        running.close()
