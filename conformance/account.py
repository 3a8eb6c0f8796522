"""boto3 clients of one server, every answer of which is kept."""

from __future__ import annotations

from typing import Any

import boto3
from botocore.config import Config
from botocore.model import OperationModel

from conformance.wire import Exchange

REGION = "eu-west-1"


class Account:
    """`checked`: whether botocore checks requests before it sends them; off for requests that are meant to be wrong."""

    def __init__(self, url: str, *, checked: bool = True) -> None:
        self.url = url
        self.exchanges: list[Exchange] = []
        self._checked = checked
        self._clients: dict[str, Any] = {}
        self._session = boto3.Session("test", "test", region_name=REGION)

    def client(self, service: str) -> Any:
        if service not in self._clients:
            self._clients[service] = self._make(service)
        return self._clients[service]

    def _make(self, service: str) -> Any:
        config = Config(retries={"total_max_attempts": 1}, parameter_validation=self._checked, connect_timeout=5)
        client = self._session.client(service, endpoint_url=self.url, config=config)

        def keep(operation_model: OperationModel, response_dict: dict[str, Any], **_: Any) -> None:
            headers = {str(name).lower(): str(value) for name, value in response_dict["headers"].items()}
            self.exchanges.append(
                Exchange(service, operation_model, response_dict["status_code"], headers, response_dict["body"])
            )

        client.meta.events.register("before-parse", keep)
        return client
