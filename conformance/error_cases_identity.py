"""What STS refuses."""

from __future__ import annotations

from conformance.error_cases import refuses
from conformance.scenario_identity import ROLE, token

NAMED = {"RoleArn": ROLE, "RoleSessionName": "judge"}
BY_TOKEN = {**NAMED, "WebIdentityToken": token()}

refuses("sts", "AssumeRole", "AccessDenied", "an unknown role", NAMED)
for operation, given in (("AssumeRole", NAMED), ("AssumeRoleWithWebIdentity", BY_TOKEN)):
    refuses("sts", operation, "ValidationError", "a session name that cannot be", {**given, "RoleSessionName": "a b"})
    refuses("sts", operation, "ValidationError", "a session of a minute", {**given, "DurationSeconds": 60})
    refuses("sts", operation, "MalformedPolicyDocument", "a policy that is none", {**given, "Policy": "{}"})
refuses("sts", "AssumeRoleWithWebIdentity", "InvalidIdentityToken", "no token", {**NAMED, "WebIdentityToken": "none"})
refuses("sts", "AssumeRoleWithWebIdentity", "InvalidIdentityToken", "an unknown provider", BY_TOKEN)
