"""Reads and writes YAML with PyYAML's parser in C, which is ten times as quick as the one in Python."""

from pathlib import Path
from typing import Any

import yaml


def read(path: Path) -> Any:
    """What a file of YAML says."""
    return read_text(path.read_text("utf-8"))


def read_text(text: str) -> Any:
    """What a text of YAML says."""
    return yaml.load(text, yaml.CSafeLoader)


def written(data: Any, **how: Any) -> str:
    """YAML that says it, in the order of the data."""
    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, **how))
