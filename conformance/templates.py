"""The templates of cloudformation/, each with what it is launched with, in an order in which they can refer to each other."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "cloudformation"

VPC = {"VpcId": "vpc-0123456789abcdef0", "Subnets": "subnet-0123456789abcdef0,subnet-0123456789abcdef1"}

# By template: the parameters that have no default, and the service's stack.
LAUNCHES: dict[str, dict[str, str]] = {
    "network.yml": {"Name": "shop"},
    "cluster.yml": {"Name": "shared", **VPC},
    "service.yml": {"Name": "shop", **VPC},
    "github-oidc.yml": {
        "Repository": "octo/shop",
        "OwnerId": "1001",
        "RepositoryId": "2002",
        "ServiceStack": "service",
    },
    "pipeline.yml": {"Name": "shop-pipeline", "CodeCommitRepository": "shop", "ServiceStack": "service"},
}


def stack_of(template: str) -> str:
    return template.removesuffix(".yml")
