"""Compares what is derived from the dataset with its golden file, line by line."""

import hashlib
import json
import os
from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden" / "derived"


def same(name: str, lines: Iterable[str]) -> None:
    """Compare lines with those of a golden file; with ACCEPT in the environment, write that first."""
    text, golden = "".join(f"{line}\n" for line in lines), GOLDEN / f"{name}.txt"
    if os.environ.get("ACCEPT"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, "utf-8")
    before = golden.read_text("utf-8")
    differs = unified_diff(before.split("\n"), text.split("\n"), golden.name, "now", lineterm="", n=1)
    assert text == before, "\n".join(["If this is meant, accept it with ACCEPT=1 in the environment:", *differs])


def digest(content: object) -> str:
    """A few letters that differ where the content does, for what no one reads as text."""
    data = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    return hashlib.sha256(data).hexdigest()[:16]
