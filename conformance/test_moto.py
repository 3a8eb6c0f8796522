"""The scenario on the sandbox and on moto: every difference between them is listed with its reason, and is still there."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from conformance import compare
from conformance.account import Account
from conformance.compare import Difference
from conformance.conftest import emulated
from conformance.player import Player

LIST = Path(__file__).with_name("differences.yml")


@pytest.fixture(scope="module", autouse=True)
def quiet() -> Iterator[None]:
    """moto's server prints a traceback for each operation that it does not have."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@cache
def listed() -> dict[Difference, dict[str, Any]]:
    """What the file lists, each with its group."""
    groups = yaml.safe_load(LIST.read_text())
    return {each: group for group in groups for each in differences_of(group)}


def differences_of(group: dict[str, Any]) -> list[Difference]:
    return [
        Difference(operation, path, *both) for operation, paths in group["differences"].items() for path, both in paths.items()
    ]


@pytest.fixture(scope="module")
def found(played: Player, played_on_moto: Player) -> set[Difference]:
    return set(compare.differences(played, played_on_moto))


def in_both() -> list[tuple[str, str]]:
    return [(service, name) for service, names in sorted(emulated().items()) for name in names if compare.moto_has(service, name)]


@pytest.mark.parametrize(("service", "operation"), in_both(), ids=["-".join(each) for each in in_both()])
def test_differences_are_the_listed_ones(service: str, operation: str, found: set[Difference], played: Player) -> None:
    name = f"{service} {operation}"
    if not any((step.service, step.operation) == (service, operation) for step in played.steps):
        pytest.fail(f"moto has {name}, and no scenario calls it")
    own = {each for each in found if each.operation == name}
    wanted = {each for each in listed() if each.operation == name}
    unlisted = [f"      '{d.path}': ['{d.sandbox}', '{d.moto}']" for d in own - wanted]
    assert own == wanted, "\n".join(
        [
            f"Not in differences.yml under {name}:",
            *sorted(unlisted),
            "Listed, and no longer there:",
            *sorted(map(str, wanted - own)),
        ]
    )


def test_every_listed_operation_is_one_of_moto() -> None:
    """Of those that the sandbox does not emulate, what is listed sleeps."""
    pairs = {tuple(each.operation.split(" ")) for each in listed()}
    assert [pair for pair in pairs if not compare.moto_has(*pair)] == []


def test_every_difference_has_a_reason_and_a_source() -> None:
    assert all(group["reason"].strip() and group["source"].strip() for group in listed().values())


def test_nothing_is_listed_twice() -> None:
    groups = yaml.safe_load(LIST.read_text())
    assert sum(len(differences_of(group)) for group in groups) == len(listed())


def test_a_difference_is_found(played: Player) -> None:
    """Against an account in which nothing was done, each answer that the scenario needs differs."""
    nothing = Player(Account("http://127.0.0.1:9"), "moto", {})
    assert compare.differences(played, nothing)


def test_members_are_compared_by_path_and_kind() -> None:
    ours = compare.shapes({"a": [{"b": 1, "c": {"d": "x"}}], "same": True})
    theirs = compare.shapes({"a": [{"b": "1"}], "same": False, "more": []})
    assert [(d.path, d.sandbox, d.moto) for d in compare.members("s o", ours, theirs)] == [
        ("a[].b", "number", "text"),
        ("a[].c", "structure", "nothing"),
        ("more", "nothing", "list"),
    ]
