"""Every emulated operation's answers, as they came over the wire, against botocore's service models."""

from __future__ import annotations

import json

import pytest

from conformance.judge import faults
from conformance.models import operation_model
from conformance.player import Player
from conformance.wire import Exchange


def test_answers_hold_to_the_model(emulated_operation: tuple[str, str], played: Player) -> None:
    """Fails for an operation that no scenario has called with success, too."""
    service, operation = emulated_operation
    own = [each for each in played.account.exchanges if (each.service, each.operation) == emulated_operation]
    assert any(each.status < 300 for each in own), (
        f"no scenario calls {service} {operation} with success: add a call to conformance/scenario.py or scenario_more.py"
    )
    found = sorted({fault for each in own for fault in faults(each)})
    assert not found, "\n".join(found)


def exchange(service: str, operation: str, body: str, status: int = 200, **headers: str) -> Exchange:
    model = operation_model(service, operation)
    kind = "text/xml" if service == "elbv2" else "application/x-amz-json-1.1"
    return Exchange(service, model, status, {"content-type": kind, "x-amzn-requestid": "1", **headers}, body.encode())


NS = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"
META = "<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>"


def xml(result: str, namespace: str = NS) -> str:
    inner = f"<DescribeListenersResult>{result}</DescribeListenersResult>{META}"
    return f'<DescribeListenersResponse xmlns="{namespace}">{inner}</DescribeListenersResponse>'


def error_xml(code: str, kind: str = "Sender") -> str:
    error = f"<Error><Type>{kind}</Type><Code>{code}</Code><Message>m</Message></Error><RequestId>1</RequestId>"
    return f'<ErrorResponse xmlns="{NS}">{error}</ErrorResponse>'


WRONG = {
    "an unknown member": ("ecs", "ListClusters", '{"clusterArns": [], "more": 1}', "unknown member more"),
    "text for a list": ("ecs", "ListClusters", '{"clusterArns": "a"}', "not a list"),
    "a null": ("ecs", "ListClusters", '{"clusterArns": null}', "not a list"),
    "a number for text": ("ecs", "ListClusters", '{"clusterArns": [1]}', "not a string"),
    "a boolean for text": ("ecr", "PutImage", '{"image": {"registryId": true}}', "not a string"),
    "a time as text": (
        "codedeploy",
        "GetDeployment",
        '{"deploymentInfo": {"createTime": "2026-01-01T00:00:00Z"}}',
        "not a timestamp",
    ),
    "a value outside its enum": ("codedeploy", "GetDeployment", '{"deploymentInfo": {"status": "Done"}}', "none of"),
    "no JSON": ("ecs", "ListClusters", "<a/>", "cannot be read"),
    "a missing required member": (
        "codedeploy",
        "GetApplicationRevision",
        '{"revisionInfo": {}, "revision": {"s3Location": 1}}',
        "not a structure",
    ),
    "an unknown element": ("elbv2", "DescribeListeners", xml("<Listener/>"), "unknown member Listener"),
    "a wrongly named element of a list": (
        "elbv2",
        "DescribeListeners",
        xml("<Listeners><item/></Listeners>"),
        "named item, not member",
    ),
    "a member that stands there twice": (
        "elbv2",
        "DescribeListeners",
        xml("<NextMarker>1</NextMarker><NextMarker>2</NextMarker>"),
        "twice",
    ),
    "text for a number in XML": (
        "elbv2",
        "DescribeListeners",
        xml("<Listeners><member><Port>http</Port></member></Listeners>"),
        "not a integer",
    ),
    "another namespace": ("elbv2", "DescribeListeners", xml("", "urn:other"), "the root element"),
}


@pytest.mark.parametrize(("service", "operation", "body", "wanted"), WRONG.values(), ids=WRONG.keys())
def test_the_judge_finds(service: str, operation: str, body: str, wanted: str) -> None:
    found = faults(exchange(service, operation, body))
    assert any(wanted in fault for fault in found), found


WRONG_ERRORS = {
    "a foreign error": ("ecs", "ListClusters", {"__type": "ImageNotFoundException", "message": "m"}, 400, "neither"),
    "a status that is not modelled": ("ecs", "ListClusters", {"__type": "ServerException", "message": "m"}, 400, "not 500"),
    "no message": ("ecs", "ListClusters", {"__type": "ClientException"}, 400, "no message"),
    "no code": ("ecs", "ListClusters", {"message": "m"}, 400, "without a code"),
}


@pytest.mark.parametrize(("service", "operation", "body", "status", "wanted"), WRONG_ERRORS.values(), ids=WRONG_ERRORS.keys())
def test_the_judge_finds_in_errors(service: str, operation: str, body: dict[str, str], status: int, wanted: str) -> None:
    found = faults(exchange(service, operation, json.dumps(body), status))
    assert any(wanted in fault for fault in found), found


def test_the_judge_wants_the_wire_code_of_the_query_protocol() -> None:
    wrong = exchange("elbv2", "DescribeListeners", error_xml("ListenerNotFoundException"), 400)
    right = exchange("elbv2", "DescribeListeners", error_xml("ListenerNotFound"), 400)
    assert (bool(faults(wrong)), faults(right)) == (True, [])
    assert faults(exchange("elbv2", "DescribeListeners", error_xml("ListenerNotFound", "Receiver"), 400))
