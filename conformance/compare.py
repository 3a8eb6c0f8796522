"""The same scenario on the sandbox and on moto: where their answers have different members, types or outcomes."""

from __future__ import annotations

import importlib
import inspect
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from botocore import xform_name
from moto.core.responses import BaseResponse

from conformance.player import Player, Step
from conformance.wire import Exchange, read

# Packages of moto that are not named as botocore names the service.
PACKAGES = {"application-autoscaling": "applicationautoscaling"}

# moto's stacks are of another kind: no time passes, nothing is rolled back, rules, patterns and capabilities are not
# enforced, and a change set of a stack that is there makes a second one. Nothing can be learnt from a comparison call by
# call; test_templates.py has moto launch the templates for the types that it knows.
NOT_COMPARED = {"cloudformation"}


def moto_has(service: str, operation: str) -> bool:
    """Whether moto emulates the operation: a method of the service's response class is named as it."""
    if service in NOT_COMPARED:
        return False
    try:
        module = importlib.import_module(f"moto.{PACKAGES.get(service, service)}.responses")
    except ImportError:
        return False
    classes = [each for _, each in inspect.getmembers(module, inspect.isclass) if issubclass(each, BaseResponse)]
    name = xform_name(operation)
    return any(hasattr(each, name) and not hasattr(BaseResponse, name) for each in classes)


@dataclass(frozen=True)
class Difference:
    """`path` is a member, `services[].events`, or `error NAME OF THE STEP` for the outcome of a call."""

    operation: str
    path: str
    sandbox: str
    moto: str

    def __str__(self) -> str:
        return f"{self.operation} {self.path}: {self.sandbox} in the sandbox, {self.moto} in moto"


KINDS = {dict: "structure", list: "list", str: "text", bool: "boolean", int: "number", float: "number", type(None): "null"}

# Kinds by path.
Shapes = dict[str, set[str]]


def shapes(value: Any, path: str = "") -> Shapes:
    found: Shapes = defaultdict(set)
    if path:
        found[path].add(KINDS[type(value)])
    children: list[tuple[str, Any]] = []
    if isinstance(value, dict):
        children = [(f"{path}.{name}".lstrip("."), item) for name, item in value.items()]
    elif isinstance(value, list):
        children = [(f"{path}[]", item) for item in value]
    for where, item in children:
        for each, kinds in shapes(item, where).items():
            found[each] |= kinds
    return found


def merged(exchanges: list[Exchange]) -> Shapes:
    found: Shapes = defaultdict(set)
    for exchange in exchanges:
        for path, kinds in shapes(read(exchange).value).items():
            found[path] |= kinds
    return found


def differences(sandbox: Player, moto: Player) -> list[Difference]:
    """Of the operations that both have. A member that one side lacks is told once, without its own members."""
    ours, theirs = by_operation(sandbox), by_operation(moto)
    found: list[Difference] = []
    for (service, operation), steps in sorted(ours.items()):
        if not moto_has(service, operation):
            continue
        name = f"{service} {operation}"
        other = theirs[service, operation]
        found += outcomes(name, steps, other)
        found += members(name, merged(successes(steps)), merged(successes(other)))
    return found


def by_operation(player: Player) -> dict[tuple[str, str], list[Step]]:
    found: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in player.steps:
        found[step.service, step.operation].append(step)
    return found


def successes(steps: list[Step]) -> list[Exchange]:
    return [step.exchange for step in steps if step.error is None]


def outcomes(operation: str, ours: list[Step], theirs: list[Step]) -> list[Difference]:
    """Errors by step; calls of one name are compared as a set, for moto is asked once where the sandbox is waited for."""
    found = []
    for name in {step.name: None for step in [*ours, *theirs]}:
        here = {step.error or "success" for step in ours if step.name == name}
        there = {step.error or "success" for step in theirs if step.name == name}
        if here != there:
            found.append(Difference(operation, f"error {name}", ", ".join(sorted(here)), ", ".join(sorted(there))))
    return found


def members(operation: str, ours: Shapes, theirs: Shapes) -> list[Difference]:
    found = []
    if not ours or not theirs:
        return []
    for path in sorted(ours.keys() | theirs.keys()):
        if not parent_is_alike(path, ours, theirs):
            continue
        here, there = ours.get(path), theirs.get(path)
        if here != there:
            found.append(Difference(operation, path, kinds(here), kinds(there)))
    return found


def parent_is_alike(path: str, ours: Shapes, theirs: Shapes) -> bool:
    parent = path[: -len("[]")] if path.endswith("[]") else path.rpartition(".")[0]
    return not parent or (parent in ours and ours[parent] == theirs.get(parent))


def kinds(found: set[str] | None) -> str:
    return "nothing" if found is None else " or ".join(sorted(found))
