"""Adds the programmes of programmes.yaml, with their routines and exercises, to the project's own records."""

from __future__ import annotations

from pathlib import Path

import quick_yaml

FILE = Path(__file__).with_name("programmes.yaml")


def data(own: str) -> str:
    """The project's own data file with these records added."""
    tables = quick_yaml.read_text(own)
    for table, records in quick_yaml.read_text(FILE.read_text("utf-8")).items():
        tables[table] = dict(sorted({**tables.get(table, {}), **records}.items()))
    return quick_yaml.written(tables, allow_unicode=True, width=1000)
