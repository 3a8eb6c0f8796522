"""The two judged servers: the sandbox as a child process, moto in this one."""

from __future__ import annotations

import json
import os
import queue
import re
import subprocess
import threading
import urllib.request
from pathlib import Path
from typing import Any

from moto.server import ThreadedMotoServer

ROOT = Path(__file__).resolve().parent.parent
START_LIMIT_S = 60


def node() -> str:
    """The project's own Node, which the `node` package brings; else the one on the PATH."""
    own = ROOT / "node_modules" / ".bin" / "node"
    return str(own) if own.exists() else "node"


class Sandbox:
    """`node sandbox/main.ts` on a free port. The images of the scenarios are nowhere: responders stand for their tasks."""

    def __init__(self, *options: str) -> None:
        command = [node(), "sandbox/main.ts", "--port", "0", "--seed", "1", "--tasks", "responder", *options]
        self.log: list[str] = []
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={k: v for k, v in os.environ.items() if not k.startswith("AWS_")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._urls: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        url = self._urls.get(timeout=START_LIMIT_S)
        if url is None:
            raise RuntimeError(f"{' '.join(command)} ended before it told its URL:\n" + "\n".join(self.log))
        self.url = url

    def _read(self) -> None:
        """Keeps the output, and hands on the URL of the greeting's `export AWS_ENDPOINT_URL=…`."""
        assert self._process.stdout
        for line in self._process.stdout:
            self.log.append(line.rstrip())
            if found := re.match(r"export AWS_ENDPOINT_URL=(\S+)", line):
                self._urls.put(found[1])
        self._urls.put(None)

    def control(self, method: str, path: str, body: Any = None) -> Any:
        """One call of the `/_sandbox/` API; raises HTTPError for a refusal."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/_sandbox/{path}", data=data, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def operations(self) -> dict[str, list[str]]:
        """Names of the emulated operations by botocore's service name."""
        known: dict[str, list[str]] = self.control("GET", "operations")
        return {BOTOCORE_NAMES.get(service, service): names for service, names in known.items()}

    def close(self) -> None:
        """Ends it as Ctrl+C would, and waits."""
        self._process.terminate()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise


# Where the folder under sandbox/operations/ is not named as botocore names the service.
BOTOCORE_NAMES = {
    "elb": "elbv2",
    "applicationautoscaling": "application-autoscaling",
    "application-auto-scaling": "application-autoscaling",
    "autoscaling": "application-autoscaling",
    "cloudwatch-logs": "logs",
}


class Moto:
    """moto's server on a free port of the loopback."""

    def __init__(self) -> None:
        self._server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        self._server.start()
        host, port = self._server.get_host_and_port()
        self.url = f"http://{host}:{port}"

    def close(self) -> None:
        self._server.stop()
