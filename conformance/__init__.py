"""Clients from elsewhere drive the sandbox, and any difference from AWS's own models fails."""
