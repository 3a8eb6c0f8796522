"""Requests that no well-behaved client sends: without a signature, not in the protocol, for operations that are not there."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request

import pytest
from botocore.model import ServiceModel

from conformance.common_errors import COMMON
from conformance.conftest import emulated
from conformance.judge import faults
from conformance.models import operation_model, service_model
from conformance.servers import Sandbox
from conformance.wire import Exchange, read_error

SIGNED = "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/x/aws4_request, SignedHeaders=host, Signature=0"


def request(
    url: str, model: ServiceModel, operation: str, body: str | None, *, signed: bool
) -> tuple[int, dict[str, str], bytes]:
    """`body` is the JSON, or the parameters after Action and Version; None for an empty request."""
    metadata = model.metadata
    headers = {"Authorization": SIGNED} if signed else {}
    if model.resolved_protocol == "query":
        parameters = urllib.parse.urlencode({"Action": operation, "Version": metadata["apiVersion"]})
        data = f"{parameters}&{body}" if body else parameters
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    else:
        data = "{}" if body is None else body
        headers["Content-Type"] = f"application/x-amz-json-{metadata.get('jsonVersion', '1.1')}"
        headers["X-Amz-Target"] = f"{metadata['targetPrefix']}.{operation}"
    sent = urllib.request.Request(url, data=data.encode(), headers=headers, method="POST")
    try:
        with urllib.request.urlopen(sent, timeout=30) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, {k.lower(): v for k, v in refused.headers.items()}, refused.read()


def answered(sandbox: Sandbox, service: str, operation: str, body: str | None = None, *, signed: bool = True) -> Exchange:
    model = service_model(service)
    status, headers, raw = request(sandbox.url, model, operation, body, signed=signed)
    # An operation that is not there has no model: any other of the service tells the protocol.
    name = operation if operation in model.operation_names else model.operation_names[0]
    return Exchange(service, model.operation_model(name), status, headers, raw)


# Its token stands for the caller (botocore: `authtype` none).
UNSIGNED = {("sts", "AssumeRoleWithWebIdentity")}


def test_no_call_without_a_signature(emulated_operation: tuple[str, str], sandbox: Sandbox) -> None:
    answer = answered(sandbox, *emulated_operation, signed=False)
    if emulated_operation in UNSIGNED:
        assert read_error(answer).code == "ValidationError"
        return
    assert (read_error(answer).code, answer.status) == ("MissingAuthenticationToken", 403)
    assert faults(answer) == []


@pytest.mark.parametrize("service", sorted(emulated()))
@pytest.mark.parametrize("operation", ["NothingLikeIt", "__proto__", "constructor"])
def test_an_operation_that_is_not_there(service: str, operation: str, sandbox: Sandbox) -> None:
    answer = answered(sandbox, service, operation)
    wanted = "InvalidAction" if answer.protocol == "query" else "UnknownOperationException"
    assert (read_error(answer).code, answer.status) == (wanted, COMMON[wanted].status)
    assert faults(answer) == []


BODIES = {"no JSON": "{", "a list": "[]", "a number": "1", "text": '"x"', "null": "null"}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_json_that_is_no_object(json_operation: tuple[str, str], body: str, sandbox: Sandbox) -> None:
    answer = answered(sandbox, *json_operation, body)
    assert (read_error(answer).code, answer.status) == ("SerializationException", 400)
    assert faults(answer) == []


# Members that botocore knows and the JavaScript SDK of package.json does not yet.
NEWER_THAN_THE_SDK = {"ec2DeploymentOptions", "trustedExecutionConfiguration"}


def test_each_member_of_a_wrong_type(json_operation: tuple[str, str], sandbox: Sandbox) -> None:
    """One wrong member at a time, nothing else given. What the sandbox's SDK has never heard of, it ignores as AWS would."""
    shape = operation_model(*json_operation).input_shape
    for name, member in shape.members.items():
        wrong = "x" if member.type_name in ("structure", "list", "map") else [1]
        answer = answered(sandbox, *json_operation, json.dumps({name: wrong}))
        refused = (answer.status, read_error(answer).code) == (400, "SerializationException")
        assert refused != (name in NEWER_THAN_THE_SDK), f"{name}: {answer.body!r}"
        assert not refused or faults(answer) == []


WRONG_PARAMETERS = {
    "a number": ("DescribeLoadBalancers", "PageSize=many"),
    "an empty number": ("DescribeTargetGroups", "PageSize="),
    "a boolean": ("CreateTargetGroup", "HealthCheckEnabled=maybe"),
}


@pytest.mark.parametrize(("operation", "parameters"), WRONG_PARAMETERS.values(), ids=WRONG_PARAMETERS.keys())
def test_parameters_of_a_wrong_type(operation: str, parameters: str, sandbox: Sandbox) -> None:
    answer = answered(sandbox, "elbv2", operation, parameters)
    assert (read_error(answer).code, answer.status) == ("MalformedInput", 400)
    assert faults(answer) == []
