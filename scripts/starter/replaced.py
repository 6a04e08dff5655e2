"""Replaces files, and keeps what they were: in git, where that has them, or in a folder with the date and the time."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path


def replace(project: Path, files: Mapping[str, bytes | None], now: datetime) -> str:
    """Write each file by its path below the project; None takes it away. Returns where the old ones are, in words.

    Nothing is written before all that it replaces is kept.
    """
    there = [path for path, content in files.items() if _differs(project / path, content)]
    before = {path for path in there if (project / path).exists()}
    only_here = [path for path in there if path in before and not _committed(project, path)]
    kept = project / "replaced" / f"{now:%Y-%m-%d-%H%M%S}"
    for path in only_here:
        (kept / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(project / path, kept / path)
    for path, content in files.items():
        if content is None:
            (project / path).unlink(missing_ok=True)
        else:
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_bytes(content)
    if only_here:
        return f"What git did not have of them is in {kept.relative_to(project).as_posix()}/."
    old = [path for path in there if path in before]
    return (
        f"What stood there is in git. This brings all of it back: git checkout HEAD -- {' '.join(old)}" if old else ""
    )


def standing(project: Path, files: Mapping[str, bytes | None]) -> list[str]:
    """The files that would be another afterwards, or gone."""
    return [path for path, content in files.items() if (project / path).exists() and _differs(project / path, content)]


def _differs(file: Path, content: bytes | None) -> bool:
    return (file.read_bytes() if file.exists() else None) != content


def _committed(project: Path, path: str) -> bool:
    """Whether git has the file exactly as it is."""
    try:
        asked = ["git", "status", "--porcelain", "--ignored", "--untracked-files=all", "--", path]
        said = subprocess.run(asked, cwd=project, capture_output=True, text=True, timeout=60, check=False)
    except OSError:
        return False
    return said.returncode == 0 and not said.stdout.strip()
