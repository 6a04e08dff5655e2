"""The examples for nginx and Caddy in HOSTING.md, made of what each build writes for other hosts; `--check` when stale.

It knows where the examples stand, and nothing of what they say.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from limber.publish import host_headers
from limber.publish.csp import Policies

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "HOSTING.md"


def text(guide: str) -> str:
    """The guide with the examples of now."""
    policy = Policies(ROOT / "overrides" / "partials").header
    examples = {"nginx": host_headers.nginx(policy), "caddy": host_headers.caddy(policy)}
    block = re.compile(rf"```({'|'.join(examples)})\n.*?```\n", re.DOTALL)
    return block.sub(lambda found: f"```{found[1]}\n{examples[found[1]]}```\n", guide)


def main() -> None:
    """Write the examples, or with `--check` say that they are stale and exit 1."""
    guide = GUIDE.read_text("utf-8")
    if "--check" not in sys.argv:
        GUIDE.write_text(text(guide), "utf-8", newline="\n")
    elif text(guide) != guide:
        sys.exit("HOSTING.md has other examples than this site needs. Run: .venv/bin/python scripts/hosting.py")


if __name__ == "__main__":
    main()
