"""Plays one scenario on any server and keeps what came back, step by step."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from botocore import xform_name
from botocore.exceptions import ClientError

from conformance.account import Account
from conformance.wire import Exchange

Kind = Literal["sandbox", "moto"]
WAIT_S = 60


@dataclass
class Step:
    """One call of the scenario. `error` is the code of the answer, None for a success."""

    name: str
    service: str
    operation: str
    exchange: Exchange
    error: str | None


class Player:
    """Calls operations. On the sandbox an outcome that the scenario does not foresee ends the play; moto may differ."""

    def __init__(self, account: Account, kind: Kind, emulated: dict[str, list[str]], control: Any = None) -> None:
        self.account = account
        self.kind = kind
        self.control = control
        self.emulated = emulated
        self.steps: list[Step] = []

    def has(self, service: str, operation: str) -> bool:
        return operation in self.emulated.get(service, [])

    def __call__(self, service: str, operation: str, /, expect: str | None = None, **params: Any) -> Any:
        """The parsed answer; empty after an error. `expect` is the code of the error that is wanted."""
        before = len(self.account.exchanges)
        error = None
        answer: Any = {}
        try:
            answer = getattr(self.account.client(service), xform_name(operation))(**params)
        except ClientError as cause:
            error = cause.response["Error"]["Code"]
            if self.kind == "sandbox" and error != expect:
                raise AssertionError(f"{service} {operation} {params}: {cause}") from cause
        if self.kind == "sandbox" and error != expect:
            raise AssertionError(f"{service} {operation} {params}: wanted {expect}, and it succeeded")
        name = f"{operation} {expect}" if expect else operation
        self.steps.append(Step(name, service, operation, self.account.exchanges[before], error))
        return answer

    def until(self, holds: Callable[[Any], bool], service: str, operation: str, /, **params: Any) -> Any:
        """Asks until the answer holds; on moto, where nothing moves, once."""
        end = time.monotonic() + WAIT_S
        while True:
            answer = self(service, operation, **params)
            if self.kind == "moto" or holds(answer):
                return answer
            if time.monotonic() > end:
                raise AssertionError(f"{service} {operation} {params}: not in {WAIT_S} s; the last answer: {answer}")
            time.sleep(0.05)

    def when_it_may(self, not_yet: str, service: str, operation: str, /, **params: Any) -> Any:
        """Calls until the answer is no longer the error `not_yet`; on moto once."""
        end = time.monotonic() + WAIT_S
        while self.kind == "sandbox" and time.monotonic() < end:
            try:
                return self(service, operation, **params)
            except AssertionError as cause:
                if not_yet not in str(cause):
                    raise
            time.sleep(0.05)
        return self(service, operation, **params)


def first(answer: Any, path: str, default: str = "none") -> Any:
    """`services[0].taskSets[0].id` of an answer, or the default where it ends on the way."""
    for part in re.findall(r"\w+", path):
        try:
            answer = answer[int(part)] if part.isdigit() else answer[part]
        except (KeyError, IndexError, TypeError):
            return default
    return answer
