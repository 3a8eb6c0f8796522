"""Holds answers against botocore's service models."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any

from botocore.model import OperationModel, Shape

from conformance.common_errors import COMMON
from conformance.wire import Exchange, is_time, read, read_error


def faults(exchange: Exchange) -> list[str]:
    """Everything in which the answer differs from the model; empty for a good one."""
    return [*headers(exchange), *(success(exchange) if exchange.status < 300 else failure(exchange))]


CONTENT_TYPES = {"json": "application/x-amz-json-", "query": "text/xml", "cbor": "application/cbor"}


def headers(exchange: Exchange) -> list[str]:
    found = []
    given = exchange.headers.get("content-type", "")
    wanted = CONTENT_TYPES[exchange.protocol]
    if exchange.protocol == "json":
        wanted += str(exchange.model.service_model.metadata.get("jsonVersion", "1.1"))
    if not given.startswith(wanted):
        found.append(f"the content type is {given!r}, not {wanted!r}")
    if not exchange.headers.get("x-amzn-requestid"):
        found.append("there is no x-amzn-RequestId")
    return found


def success(exchange: Exchange) -> list[str]:
    tree = read(exchange)
    found = list(tree.problems)
    wanted = exchange.model.http.get("responseCode", 200)
    if exchange.status != wanted:
        found.append(f"the status is {exchange.status}, not {wanted}")
    output = exchange.model.output_shape
    if output is None:
        return found + ([f"the operation has no output, and answered {tree.value}"] if tree.value else [])
    return found + shape_faults(output, tree.value, "", exchange.protocol)


def shape_faults(shape: Shape, value: Any, path: str, protocol: str) -> list[str]:
    """Unknown members, missing required ones, wrong types, and values outside their enum."""
    if getattr(shape, "is_document_type", False):
        return []
    check = {"structure": structure_faults, "list": list_faults, "map": map_faults}.get(shape.type_name)
    if check:
        return check(shape, value, path, protocol)
    return scalar_faults(shape, value, path, protocol)


def wrong(value: Any, shape: Shape, path: str) -> list[str]:
    return [f"{path or 'the answer'} is {value!r:.80}, not a {shape.type_name}"]


def structure_faults(shape: Shape, value: Any, path: str, protocol: str) -> list[str]:
    if not isinstance(value, dict):
        return wrong(value, shape, path)
    found = []
    for name, item in value.items():
        where = f"{path}.{name}".lstrip(".")
        if name not in shape.members:
            found.append(f"unknown member {where}")
        else:
            found += shape_faults(shape.members[name], item, where, protocol)
    return found + [f"{path}.{name} is missing".lstrip(".") for name in shape.required_members if name not in value]


def list_faults(shape: Shape, value: Any, path: str, protocol: str) -> list[str]:
    if not isinstance(value, list):
        return wrong(value, shape, path)
    return [fault for item in value for fault in shape_faults(shape.member, item, f"{path}[]", protocol)]


def map_faults(shape: Shape, value: Any, path: str, protocol: str) -> list[str]:
    if not isinstance(value, dict):
        return wrong(value, shape, path)
    return [fault for key, item in value.items() for fault in shape_faults(shape.value, item, f"{path}.{key}", protocol)]


def scalar_faults(shape: Shape, value: Any, path: str, protocol: str) -> list[str]:
    if not scalar_holds(shape, value, protocol):
        return wrong(value, shape, path)
    enum = getattr(shape, "enum", None)
    return [f"{path} is {value!r}, none of {', '.join(enum)}"] if enum and value not in enum else []


def scalar_holds(shape: Shape, value: Any, protocol: str) -> bool:
    kind = shape.type_name
    if kind == "timestamp":
        return is_time(value, protocol)
    if kind == "blob":
        return isinstance(value, bytes) if protocol == "cbor" else is_base64(value)
    if protocol == "query":
        return re.fullmatch(XML_FORMS.get(kind, r"(?s).*"), value) is not None
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, TYPES[kind])


XML_FORMS = {"boolean": "true|false", "integer": r"-?\d+", "long": r"-?\d+", "double": r"-?\d+(\.\d+)?([eE]-?\d+)?"}
XML_FORMS["float"] = XML_FORMS["double"]
TYPES: dict[str, Any] = {
    "string": str,
    "character": str,
    "integer": int,
    "long": int,
    "double": int | float,
    "float": int | float,
    "boolean": bool,
}


def is_base64(value: Any) -> bool:
    try:
        return isinstance(value, str) and base64.b64decode(value, validate=True) is not None
    except binascii.Error:
        return False


def modelled(model: OperationModel) -> dict[str, int]:
    """Status by wire code of the errors that the operation may raise."""
    found = {}
    for shape in model.error_shapes:
        error = shape.metadata.get("error", {})
        # The query protocol's code is the model's; AWS JSON's `__type` is the shape's own name.
        code = error.get("code", shape.name) if model.service_model.resolved_protocol == "query" else shape.name
        # `fault` is no attribute of botocore's Shape, only of the model behind it.
        found[code] = error.get("httpStatusCode", 500 if shape._shape_model.get("fault") else 400)
    return found


def failure(exchange: Exchange) -> list[str]:
    raw = read_error(exchange)
    own = modelled(exchange.model)
    common = COMMON.get(raw.code)
    if raw.code in own:
        wanted = {own[raw.code]}
    elif common and exchange.protocol in common.protocols:
        wanted = common.statuses(exchange.service)
    else:
        return [*raw.problems, f"{raw.code or 'an error without a code'} is neither modelled for the operation nor common"]
    if raw.code in own and exchange.protocol != "query" and exchange.model.service_model.is_query_compatible:
        raw.problems += query_error_faults(exchange, raw.code)
    allowed = " or ".join(map(str, sorted(wanted)))
    status = [] if exchange.status in wanted else [f"{raw.code} has the status {exchange.status}, not {allowed}"]
    return raw.problems + status


def query_error_faults(exchange: Exchange, code: str) -> list[str]:
    """The header in which a service that once spoke the query protocol has the code of that time, and whose fault it is."""
    shapes = {shape.name: shape.metadata.get("error", {}) for shape in exchange.model.error_shapes}
    wanted = f"{shapes[code].get('code', code)};{'Sender' if exchange.status < 500 else 'Receiver'}"
    given = exchange.headers.get("x-amzn-query-error")
    return [] if given == wanted else [f"x-amzn-query-error is {given}, not {wanted}"]
