"""Errors that any operation may answer with, whatever its model says, each with where that is written."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Common:
    status: int
    protocols: tuple[str, ...]
    source: str
    # Services that give it another status.
    other: dict[str, int] = field(default_factory=dict)

    def statuses(self, service: str) -> set[int]:
        return {self.status, self.other.get(service, self.status)}


_AWS = "AWS documentation, Common Errors"
COMMON: dict[str, Common] = {
    "MissingAuthenticationToken": Common(403, ("json", "query", "cbor"), f"{_AWS}: MissingAuthenticationToken, 403"),
    "InternalFailure": Common(500, ("json", "query", "cbor"), f"{_AWS}: InternalFailure, 500"),
    "ThrottlingException": Common(
        400,
        ("json", "query", "cbor"),
        f"{_AWS}: ThrottlingException, 400; Amazon ECR documentation, Common Errors: 429",
        {"ecr": 429},
    ),
    # CloudWatch once spoke the query protocol, in which these are common; in its newer protocols they bear their shapes' names.
    "InvalidParameterCombinationException": Common(400, ("json", "cbor"), f"{_AWS}: InvalidParameterCombination, 400"),
    "InvalidParameterValueException": Common(400, ("json", "cbor"), f"{_AWS}: InvalidParameterValue, 400"),
    "ValidationException": Common(400, ("json", "cbor"), "Smithy specification: smithy.framework#ValidationException, 400"),
    "ValidationError": Common(400, ("query",), f"{_AWS}: ValidationError, 400"),
    "InvalidAction": Common(400, ("query",), f"{_AWS}: InvalidAction, 400"),
    "ExpiredToken": Common(403, ("query",), "AWS STS documentation, Common Errors: the query services' ExpiredToken, 403"),
    "AccessDenied": Common(403, ("query",), "AWS documentation, Common Errors of the query services: AccessDenied, 403"),
    "ExpiredTokenException": Common(400, ("json", "cbor"), f"{_AWS}: ExpiredTokenException"),
    "AccessDeniedException": Common(400, ("json", "cbor"), f"{_AWS}: AccessDeniedException, 400"),
    "UnknownOperationException": Common(400, ("json", "cbor"), "Smithy specification, AWS JSON 1.1: unknown operations"),
    "SerializationException": Common(400, ("json", "cbor"), "Smithy specification, AWS protocol tests: malformed requests"),
    "MalformedInput": Common(400, ("query",), "github.com/boto/boto/issues/37: an answer of Elastic Load Balancing"),
}
