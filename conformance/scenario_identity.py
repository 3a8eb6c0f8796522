"""Roles that are assumed, by the account's own keys and by a token. moto asks for neither role nor provider."""

from __future__ import annotations

import base64
import json
import time
from typing import Any

from conformance.player import Player

HOST = "token.actions.githubusercontent.com"
ROLE = "arn:aws:iam::123456789012:role/conformance"
STATEMENT = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "123456789012"}}
BY_TOKEN = {
    "Effect": "Allow",
    "Action": "sts:AssumeRoleWithWebIdentity",
    "Principal": {"Federated": {"Ref": "Provider"}},
    "Condition": {"StringEquals": {f"{HOST}:sub": "repo:acme/shop:environment:production"}},
}
TEMPLATE = {
    "Resources": {
        "Provider": {
            "Type": "AWS::IAM::OIDCProvider",
            "Properties": {"Url": f"https://{HOST}", "ClientIdList": ["sts.amazonaws.com"]},
        },
        "Role": {
            "Type": "AWS::IAM::Role",
            "Properties": {
                "RoleName": "conformance",
                "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [STATEMENT, BY_TOKEN]},
            },
        },
    }
}


def token(**changed: Any) -> str:
    """Signed by nobody: the sandbox reads its claims only."""
    claims = {
        "iss": f"https://{HOST}",
        "aud": "sts.amazonaws.com",
        "sub": "repo:acme/shop:environment:production",
        # By a clock that runs ahead.
        "exp": int(time.time()) + 10 * 86_400,
        **changed,
    }
    parts = [json.dumps(each).encode() for each in ({"alg": "RS256", "typ": "JWT"}, claims)]
    return ".".join([*(base64.urlsafe_b64encode(each).rstrip(b"=").decode() for each in parts), "c2ln"])


def launch(p: Player) -> None:
    """Past the player: what stacks answer is compared elsewhere."""
    stacks = p.account.client("cloudformation")
    stacks.create_stack(StackName="roles", TemplateBody=json.dumps(TEMPLATE), Capabilities=["CAPABILITY_NAMED_IAM"])
    end = time.monotonic() + 60
    status = ""
    while status != "CREATE_COMPLETE":
        if time.monotonic() > end or "ROLLBACK" in status:
            raise AssertionError(f"the stack of the roles is {status}")
        time.sleep(0.05)
        status = stacks.describe_stacks(StackName="roles")["Stacks"][0]["StackStatus"]


def play(p: Player) -> None:
    if not p.has("sts", "AssumeRole") and p.kind == "sandbox":
        return
    if p.kind == "sandbox":
        launch(p)
    named = {"RoleArn": ROLE, "RoleSessionName": "judge"}
    p("sts", "AssumeRole", **named)
    p("sts", "AssumeRole", **{**named, "RoleArn": f"{ROLE}-none"}, expect="AccessDenied")
    p("sts", "AssumeRoleWithWebIdentity", **named, WebIdentityToken=token())
    p("sts", "AssumeRoleWithWebIdentity", **named, WebIdentityToken=token(sub="another"), expect="AccessDenied")
    p("sts", "AssumeRoleWithWebIdentity", **named, WebIdentityToken=token(exp=1), expect="ExpiredTokenException")
    p("sts", "AssumeRoleWithWebIdentity", **named, WebIdentityToken="none", expect="InvalidIdentityToken")
