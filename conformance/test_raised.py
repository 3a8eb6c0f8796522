"""Every error code that the sandbox's source can raise is one that AWS has, and is provoked by a case."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import pytest

from conformance import error_cases_identity, error_cases_more, error_cases_stacks, error_cases_watch
from conformance.common_errors import COMMON
from conformance.conftest import emulated
from conformance.error_cases import CASES
from conformance.judge import modelled
from conformance.models import service_model
from conformance.servers import BOTOCORE_NAMES, ROOT

OTHERS = (error_cases_identity, error_cases_more, error_cases_stacks, error_cases_watch)

SOURCE = ROOT / "sandbox"
RAISED = re.compile(r"AwsError\(\s*'(\w+)'|'([A-Z]\w+Exception)'")
TEMPLATE = re.compile(r"`(\w*)\$\{kind\}(\w+Exception)`")
# The kinds of names that `checkName` of CodeDeploy puts into its codes.
KINDS = ("Application", "DeploymentGroup", "DeploymentConfig")

# Raised for what no request can bring about on an account without an image registry.
ELSEWHERE = {
    "InvalidConfigurationRequest": "a listener whose port is taken on this machine: held by __tests__/sandbox/balancer",
    "LimitExceededFault": "PutMetricAlarm with more alarms than one makes in a test",
    "LayersNotFoundException": "PutImage with a registry: held by __tests__/sandbox/registry",
    "AccessDeniedException": "a fault: test_errors.py plays it",
    "ExpiredTokenException": "a fault: test_errors.py plays it",
}


# Of operations that are not emulated in every version.
SLEEPING = {"InvalidConfigurationRequest", "LimitExceededFault"}


def raised() -> dict[str, set[str]]:
    """Codes by the files that name them."""
    found: dict[str, set[str]] = defaultdict(set)
    for file in SOURCE.rglob("*.ts"):
        text = file.read_text()
        where = str(file.relative_to(SOURCE))
        # What a stack's resources fail with is told in its events, and never an answer.
        if where.startswith("cloudformation/resources/"):
            continue
        for match in RAISED.finditer(text):
            found[match[1] or match[2]].add(where)
        for before, after in TEMPLATE.findall(text):
            for kind in KINDS:
                found[f"{before}{kind}{after}"].add(where)
    return found


@cache
def known(service: str) -> frozenset[str]:
    """Wire codes of the service's model."""
    model = service_model(service)
    return frozenset(code for name in model.operation_names for code in modelled(model.operation_model(name)))


def services_of(file: str) -> list[str]:
    """The services that a source file serves: by its folder, else any."""
    found = re.match(r"operations/([\w-]+)/|(ecs)/", file)
    if not found:
        return list(emulated())
    name = found[1] or found[2]
    return [BOTOCORE_NAMES.get(name, name)]


CODES = raised()


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_raised_code_is_one_of_aws(code: str) -> None:
    for file in CODES[code]:
        in_model = any(code in known(service) for service in services_of(file))
        assert in_model or code in COMMON, f"{file} raises {code}, which is in no service model and not common"


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_raised_code_is_provoked(code: str) -> None:
    provoked = code in {case.code for case in CASES} or code in COMMON or code in ELSEWHERE
    assert provoked, f"no case provokes {code} ({', '.join(sorted(CODES[code]))}): add one to error_cases*.py"


def test_exceptions_to_the_rule_are_needed() -> None:
    assert all(code in CODES for code in ELSEWHERE if code not in SLEEPING)


def test_common_errors_name_their_source() -> None:
    assert all(common.source for common in COMMON.values())
