"""Every refusal has the code and the status that botocore's models give it, in boto3's eyes and on the wire."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from botocore import xform_name
from botocore.exceptions import ClientError

from conformance import error_cases_identity, error_cases_more, error_cases_stacks, error_cases_watch
from conformance.account import Account
from conformance.conftest import emulated
from conformance.error_cases import CASES, Case
from conformance.error_state import State, build
from conformance.judge import faults, modelled
from conformance.models import operation_model, service_model
from conformance.player import Player
from conformance.servers import ROOT, Sandbox
from conformance.wire import Exchange, read_error

OTHERS = (error_cases_identity, error_cases_more, error_cases_stacks, error_cases_watch)


def awake(case: Case) -> bool:
    """Cases of operations that are not emulated sleep, and those that wait for a file of the sandbox."""
    emulates = case.operation in emulated().get(case.service, [])
    return emulates and (case.needs is None or (ROOT / "sandbox" / case.needs).exists())


KNOWN = [case for case in CASES if awake(case)]


@dataclass
class Refusing:
    account: Account
    state: State
    sandbox: Sandbox


@pytest.fixture(scope="module")
def refusing() -> Iterator[Refusing]:
    running = Sandbox("--registry", "none", "--stepped")
    try:
        account = Account(running.url, checked=False)
        state = build(Player(account, "sandbox", emulated(), running.control))
        yield Refusing(account, state, running)
    finally:
        running.close()


def call(account: Account, service: str, operation: str, params: dict[str, Any]) -> tuple[str, Exchange]:
    """The code as boto3 gives it, and the answer as it came."""
    before = len(account.exchanges)
    known = operation_model(service, operation).input_shape
    # The table gives operations of a kind the same parameters; each takes those that it has.
    own = {name: value for name, value in params.items() if known and name in known.members}
    with pytest.raises(ClientError) as refused:
        getattr(account.client(service), xform_name(operation))(**own)
    return refused.value.response["Error"]["Code"], account.exchanges[before]


@pytest.mark.parametrize("case", KNOWN, ids=[case.name for case in KNOWN])
def test_refusal(case: Case, refusing: Refusing) -> None:
    params = case.params if isinstance(case.params, dict) else case.params(refusing.state)
    code, answer = call(refusing.account, case.service, case.operation, params)
    assert read_error(answer).code == case.code, read_error(answer).message
    assert code == code_for_boto3(case, answer)
    assert faults(answer) == []


def code_for_boto3(case: Case, answer: Exchange) -> str:
    """A service that once spoke the query protocol has its old codes in a header, and boto3 shows those."""
    if not service_model(case.service).is_query_compatible:
        return case.code
    return answer.headers["x-amzn-query-error"].partition(";")[0]


def test_no_case_stands_there_twice() -> None:
    names = [case.name for case in CASES]
    assert sorted(names) == sorted(set(names))


def test_nothing_that_is_required_may_be_missing(demanding_operation: tuple[str, str], refusing: Refusing) -> None:
    """An empty request is refused with one of the operation's own errors, or a common one."""
    _, answer = call(refusing.account, *demanding_operation, {})
    assert faults(answer) == []
    assert answer.status == 400


FAULTS = {"throttle": 400, "server-error": 500, "expired-token": None, "denied": None}


@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize("service", sorted(emulated()))
def test_faults_are_errors_as_aws_gives_them(service: str, kind: str, refusing: Refusing) -> None:
    operation = emulated()[service][0]
    refusing.sandbox.control("POST", "faults", {"operation": operation, "kind": kind, "times": 1})
    _, answer = call(refusing.account, service, operation, {})
    assert faults(answer) == []


def test_error_codes_are_those_of_the_model() -> None:
    """What `modelled` reads out of botocore: a code of its own on the wire, a status of its own, a fault of the server."""
    assert modelled(operation_model("elbv2", "DescribeTargetHealth"))["HealthUnavailable"] == 500
    assert modelled(operation_model("elbv2", "DescribeListeners"))["ListenerNotFound"] == 400
    assert modelled(operation_model("ecs", "ListTasks"))["ServerException"] == 500
