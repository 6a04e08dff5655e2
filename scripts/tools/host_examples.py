"""Generates the examples for nginx and Caddy in HOSTING.md."""

from __future__ import annotations

import re
from pathlib import Path

from limber.publish import host_headers
from limber.publish.csp import Policies

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "HOSTING.md"


def text(guide: str) -> str:
    """The guide with the current examples."""
    policy = Policies(ROOT / "overrides" / "partials").header
    examples = {"nginx": host_headers.nginx(policy), "caddy": host_headers.caddy(policy)}
    block = re.compile(rf"```({'|'.join(examples)})\n.*?```\n", re.DOTALL)
    return block.sub(lambda found: f"```{found[1]}\n{examples[found[1]]}```\n", guide)


def content() -> str:
    """The guide as it should be."""
    return text(GUIDE.read_text("utf-8"))
