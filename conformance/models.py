"""botocore's service models, without a client for each question."""

from __future__ import annotations

from functools import cache

import botocore.session
from botocore.model import OperationModel, ServiceModel


@cache
def service_model(service: str) -> ServiceModel:
    return botocore.session.get_session().get_service_model(service)


def operation_model(service: str, operation: str) -> OperationModel:
    return service_model(service).operation_model(operation)


def takes_json(service: str, operation: str) -> bool:
    """Whether its request is a JSON object with members."""
    shape = operation_model(service, operation).input_shape
    return service_model(service).resolved_protocol == "json" and bool(shape and shape.members)


def has_required(service: str, operation: str) -> bool:
    shape = operation_model(service, operation).input_shape
    return bool(shape and shape.required_members)
