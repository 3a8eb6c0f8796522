"""What came over the wire, before botocore's parsers drop what they do not know."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from botocore.model import OperationModel, Shape
from botocore.parsers import BaseCBORParser


@dataclass
class Exchange:
    """One answer, as it was received."""

    service: str
    model: OperationModel
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def operation(self) -> str:
        return str(self.model.name)

    @property
    def protocol(self) -> str:
        """`json`, `query` or `cbor`, by what the answer says it is."""
        if "cbor" in self.headers.get("content-type", "") or "smithy-protocol" in self.headers:
            return "cbor"
        declared = str(self.model.service_model.resolved_protocol)
        return "cbor" if "cbor" in declared else declared


@dataclass
class Tree:
    """An answer's members as plain data. Scalars of XML stay text; `problems` are faults of the form."""

    value: Any
    problems: list[str] = field(default_factory=list)


def read(exchange: Exchange) -> Tree:
    """The members of a successful answer."""
    if exchange.protocol == "query":
        return read_xml(exchange)
    try:
        value = read_cbor(exchange.body) if exchange.protocol == "cbor" else json.loads(exchange.body or b"null")
    except (ValueError, EOFError) as cause:
        return Tree({}, [f"the body cannot be read: {cause}"])
    return Tree(value)


def read_cbor(body: bytes) -> Any:
    """CBOR without a model: byte strings, times and unknown members as they stand."""
    return BaseCBORParser().parse_data_item(BytesIO(body)) if body else {}


def read_xml(exchange: Exchange) -> Tree:
    """An answer of the query protocol: `<OpResponse><OpResult>members</OpResult><ResponseMetadata/></OpResponse>`."""
    problems: list[str] = []
    try:
        root = ElementTree.fromstring(exchange.body)
    except ElementTree.ParseError as cause:
        return Tree({}, [f"the body is not XML: {cause}"])
    namespace = exchange.model.service_model.metadata.get("xmlNamespace", "")
    output = exchange.model.output_shape
    wrapper = output.serialization.get("resultWrapper") if output else None
    wanted = f"{{{namespace}}}{exchange.operation}Response"
    if root.tag != wanted:
        problems.append(f"the root element is {root.tag}, not {wanted}")
    children = {local(child): child for child in root}
    expected = {"ResponseMetadata"} | ({wrapper} if wrapper else set())
    problems += [f"unknown element {name} beside the result" for name in sorted(children.keys() - expected)]
    metadata = children.get("ResponseMetadata")
    if metadata is None or not any(local(child) == "RequestId" and child.text for child in metadata):
        problems.append("there is no ResponseMetadata with a RequestId")
    if output is None or wrapper is None:
        return Tree({}, problems)
    if wrapper not in children:
        return Tree({}, [*problems, f"there is no element {wrapper}"])
    value = structure(output, children[wrapper], "", problems)
    return Tree(value, problems)


def local(element: ElementTree.Element) -> str:
    return re.sub(r"^\{.*\}", "", element.tag)


def xml_value(shape: Shape, element: ElementTree.Element, path: str, problems: list[str]) -> Any:
    if shape.type_name == "structure":
        return structure(shape, element, path, problems)
    if shape.type_name == "list":
        wanted = shape.member.serialization.get("name", "member")
        for child in element:
            if local(child) != wanted:
                problems.append(f"{path}: a list element is named {local(child)}, not {wanted}")
        return [xml_value(shape.member, child, f"{path}[]", problems) for child in element]
    if shape.type_name == "map":
        return xml_map(shape, element, path, problems)
    if len(element):
        problems.append(f"{path}: a {shape.type_name} holds elements")
    return element.text or ""


def structure(shape: Shape, element: ElementTree.Element, path: str, problems: list[str]) -> dict[str, Any]:
    """Elements by member name; flattened lists are gathered. Unknown and repeated ones are problems."""
    names = {wire_name(name, member): name for name, member in shape.members.items()}
    found: dict[str, Any] = {}
    for child in element:
        name = names.get(local(child))
        where = f"{path}.{name or local(child)}".lstrip(".")
        if name is None:
            problems.append(f"unknown member {where}")
            continue
        member = shape.members[name]
        if member.type_name == "list" and member.serialization.get("flattened"):
            found.setdefault(name, []).append(xml_value(member.member, child, f"{where}[]", problems))
            continue
        if name in found:
            problems.append(f"{where} stands there twice")
        found[name] = xml_value(member, child, where, problems)
    return found


def wire_name(name: str, member: Shape) -> str:
    if member.type_name == "list" and member.serialization.get("flattened"):
        return str(member.member.serialization.get("name", member.serialization.get("name", name)))
    return str(member.serialization.get("name", name))


def xml_map(shape: Shape, element: ElementTree.Element, path: str, problems: list[str]) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    for entry in element:
        parts = {local(child): child for child in entry}
        key = parts.get(shape.key.serialization.get("name", "key"))
        value = parts.get(shape.value.serialization.get("name", "value"))
        if local(entry) != "entry" or key is None or value is None:
            problems.append(f"{path}: a map's entry must hold a key and a value")
            continue
        entries[key.text or ""] = xml_value(shape.value, value, f"{path}{{}}", problems)
    return entries


@dataclass
class Failure:
    """An error answer in its raw form."""

    code: str
    message: str
    problems: list[str]


def read_error(exchange: Exchange) -> Failure:
    if exchange.protocol == "query":
        return read_xml_error(exchange)
    try:
        body = read_cbor(exchange.body) if exchange.protocol == "cbor" else json.loads(exchange.body)
    except ValueError as cause:
        return Failure("", "", [f"the body cannot be read: {cause}"])
    problems = [f"unknown member {name} in the error" for name in body if name not in ("__type", "message", "Message")]
    code = str(body.get("__type", "")).rsplit("#", 1)[-1]
    message = body.get("message", body.get("Message"))
    if not isinstance(message, str) or not message:
        problems.append("the error has no message")
    return Failure(code, str(message), problems)


def read_xml_error(exchange: Exchange) -> Failure:
    try:
        root = ElementTree.fromstring(exchange.body)
    except ElementTree.ParseError as cause:
        return Failure("", "", [f"the body is not XML: {cause}"])
    parts = {local(each): (each.text or "") for each in root.iter()}
    problems: list[str] = []
    namespace = exchange.model.service_model.metadata.get("xmlNamespace", "")
    if root.tag != f"{{{namespace}}}ErrorResponse":
        problems.append(f"the root element is {root.tag}")
    if [local(child) for child in root] != ["Error", "RequestId"] or not parts.get("RequestId"):
        problems.append("an error must hold Error and RequestId")
    wanted_type = "Sender" if exchange.status < 500 else "Receiver"
    if parts.get("Type") != wanted_type:
        problems.append(f"Type is {parts.get('Type')}, not {wanted_type}")
    if not parts.get("Message"):
        problems.append("the error has no Message")
    return Failure(parts.get("Code", ""), parts.get("Message", ""), problems)


def is_time(value: Any, protocol: str) -> bool:
    """Epoch seconds in JSON, ISO 8601 in XML, a tagged time in CBOR."""
    if protocol == "cbor":
        return isinstance(value, datetime)
    if protocol == "query":
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", str(value)))
    return isinstance(value, int | float) and not isinstance(value, bool)
