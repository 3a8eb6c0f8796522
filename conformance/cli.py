"""The AWS CLI with nothing of this machine: no configuration, no profile, no credentials."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import botocore

from conformance.account import REGION

WAITERS = Path("cloudformation", "2010-05-15", "waiters-2.json")


def quick_waiters(work: Path) -> Path:
    """
    A folder for AWS_DATA_PATH, which the CLI reads before its own: CloudFormation's waiters as they are, but for the half minute
    between two looks, which no clock of the sandbox shortens.
    """
    own = json.loads((Path(botocore.__file__).parent / "data" / WAITERS).read_text())
    for waiter in own["waiters"].values():
        waiter["delay"] = 1
    quick = work / "data" / WAITERS
    quick.parent.mkdir(parents=True)
    quick.write_text(json.dumps(own))
    return work / "data"


@dataclass(frozen=True)
class Cli:
    program: str
    url: str
    work: Path
    # 1 or 2.
    major: int
    # The sandbox's own API.
    control: Any
    # Of `quick_waiters`.
    data: Path

    @property
    def service_error(self) -> int:
        """Exit code for an error of the service (AWS CLI User Guide: return codes; version 1 has 255 for all)."""
        return 254 if self.major > 1 else 255

    @property
    def usage(self) -> int:
        """Exit code for a command line that cannot be."""
        return 252 if self.major > 1 else 2

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Nothing but what is given here: no configuration, no profile, no credentials of this machine."""
        known = {"PATH": os.environ["PATH"], "HOME": str(self.work), "LC_ALL": "C.UTF-8"}
        aws = {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_DEFAULT_REGION": "eu-west-1",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_PAGER": "",
            "AWS_DATA_PATH": str(self.data),
        }
        command = [self.program, *arguments]
        env = {**known, **aws, **environment}
        return subprocess.run(command, env=env, capture_output=True, text=True, timeout=180, stdin=subprocess.DEVNULL)

    def json(self, *arguments: str) -> Any:
        done = self.run(*arguments, "--output", "json")
        assert done.returncode == 0, f"aws {' '.join(arguments)}: {done.stderr}"
        return json.loads(done.stdout) if done.stdout.strip() else {}

    def text(self, *arguments: str) -> str:
        done = self.run(*arguments, "--output", "text")
        assert done.returncode == 0, f"aws {' '.join(arguments)}: {done.stderr}"
        return done.stdout.strip()

    def boto3(self, service: str) -> Any:
        """A client of the same account, for what needs no CLI: one starts for half a second."""
        return boto3.client(
            service, endpoint_url=self.url, region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test"
        )

    def file(self, name: str, content: str) -> str:
        """The path of a file with that content, which the CLI reads as `file://`."""
        path = self.work / name
        path.write_text(content)
        return str(path)
