"""Builds site/ in a temporary folder and swaps it in once it is complete; a failed build leaves site/ as it was.

MkDocs runs in a process of its own, so that its output can be filtered and a crash is contained. It is started from
here instead of by its command so that imports which no build needs can be deferred.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import yaml

from limber.disk_faults import in_words

ROOT = Path(__file__).resolve().parents[1]
OLD = ".site-"  # the prefix of temporary folders, followed by the process id and a hyphen
_DAY = 86_400  # seconds


def main() -> None:
    """`build.py [--require-pdf]`."""
    os.chdir(ROOT)
    for end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(end, _ended)
    start = time.perf_counter()
    try:
        sweep(ROOT)
        fresh = Path(tempfile.mkdtemp(prefix=f"{OLD}{os.getpid()}-", dir=ROOT))
        try:
            _build(fresh, start)
        finally:
            _put_back(fresh, ROOT / "site")
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as fault:
        if not (words := in_words(fault)):
            raise
        sys.exit(f"{words}\nsite/ is as it was.")


def sweep(project: Path) -> None:
    """Remove temporary folders of killed builds, and restore a site that one was about to replace."""
    for left in project.glob(f"{OLD}*"):
        number = re.fullmatch(r"(\d+)-\w+", left.name.removeprefix(OLD))
        if _runs(int(number[1])) if number else time.time() - left.stat().st_mtime < _DAY:
            continue
        _put_back(left, project / "site")
        shutil.rmtree(left, ignore_errors=True)


def _build(fresh: Path, start: float) -> None:
    new, site = fresh / "new", ROOT / "site"
    whose = _whose_site()
    has_library, languages = whose.get("library") is True, _languages(whose)
    about = {"LIBRARY": "yes" if has_library else "no", "LANGUAGES": "yes" if languages else "no"}
    runs = [_Run(new, **about)]
    runs += [_Run(fresh / code, **about, SITE_LANGUAGE=code, BELOW=f"{code}/") for code in languages]
    if has_library:
        runs.append(_Run(fresh / "library", "mkdocs-library.yml", BELOW="library/"))
    ended = [run.end() for run in runs]
    ended_well = all(well for well, _ in ended)
    lines = list(dict.fromkeys(line for _, said in ended for line in said.splitlines()))
    notes = [line for line in lines if line.startswith("Note: ")]
    if faults := [line for line in lines if not line.startswith(("INFO", "Note: "))]:
        print("\n".join(faults), file=sys.stderr)
    if faults or not ended_well or not new.is_dir():
        sys.exit("site/ is as it was.")
    for folder in (*languages, *(["library"] if has_library else [])):
        _put_below(new, fresh / folder)
    if site.exists():
        site.rename(fresh / "old")
    new.rename(site)
    for note in notes:
        print(note, file=sys.stderr)
    made = [path.suffix for path in site.rglob("*.*")]
    print(
        f"Built site/: {made.count('.html')} pages, {made.count('.pdf')} PDFs in {time.perf_counter() - start:.2f} s."
    )


def _whose_site() -> dict[str, Any]:
    """What data/site.yaml says. What is wrong with that file is said by the build."""
    try:
        said = yaml.safe_load((ROOT / "data" / "site.yaml").read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return said if isinstance(said, dict) else {}


def _languages(whose: dict[str, Any]) -> list[str]:
    """The languages that there is a catalogue for, among those that data/site.yaml asks for."""
    said = whose.get("languages")
    if not isinstance(said, list):
        return []
    from limber.languages import catalogues  # imported late: a site of one language needs none of it

    known = catalogues.codes(ROOT / "overrides" / "languages")
    return [each for each in dict.fromkeys(map(str, said)) if each in known]


def _put_below(site: Path, pages: Path) -> None:
    """The pages of the library or of another language below the site, each in a folder of its name.

    At the top, where hosts look, stands how long their scripts and styles are kept.
    """
    below = pages.rename(site / pages.name)
    rules = (below / "_headers").read_text("utf-8")
    kept = re.findall(r"^/\S*assets/\S*\n  Cache-Control: .*\n", rules, re.MULTILINE)
    with (site / "_headers").open("a", encoding="utf-8") as file:
        file.write("".join(kept))
    (below / "_headers").unlink()


class _Run:
    """MkDocs at work in a process of its own. Its output is read from a pipe, so that a full disk loses nothing."""

    def __init__(self, target: Path, config: str = "mkdocs.yml", **environment: str) -> None:
        self._heard, said = os.pipe()
        self._process = os.fork()
        if not self._process:
            os.dup2(said, 1)
            os.dup2(said, 2)
            os.environ.update(environment)
            _mkdocs(target, config)
        os.close(said)

    def end(self) -> tuple[bool, str]:
        """Whether it succeeded, and its output."""
        try:
            with os.fdopen(self._heard, "rb") as words:
                text = words.read().decode("utf-8", "replace")
            return os.waitpid(self._process, 0)[1] == 0, text
        except BaseException:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            raise


def _mkdocs(new: Path, config: str) -> NoReturn:
    """Run MkDocs, in the child process."""
    for end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(end, signal.SIG_DFL)
    code = 1
    try:
        os.environ.update(_environment())
        import_late("requests")
        sys.argv = ["mkdocs", "build", "--strict", "--config-file", config, "--site-dir", str(new)]
        from mkdocs.__main__ import cli

        cli()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
    except OSError as fault:
        if words := in_words(fault):
            print(words, file=sys.stderr)
        else:
            sys.excepthook(*sys.exc_info())
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def import_late(name: str) -> None:
    """Import a module on first access: mkdocs-macros imports one that no page needs."""
    spec = importlib.util.find_spec(name)
    if spec and spec.loader and name not in sys.modules:
        spec.loader = loader = importlib.util.LazyLoader(spec.loader)
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        loader.exec_module(module)


def _environment() -> dict[str, str]:
    """The settings of a build as environment variables, unless they are set already."""
    required = "--require-pdf" in sys.argv or os.environ.get("REQUIRE_PDF")
    said = {"OFFLINE": "yes", "SOURCE_DATE_EPOCH": ""} | os.environ
    return {
        "PDF": "required" if required else "if possible",
        "BUNDLE": "if possible",
        "LINK_IMAGES": "yes",
        "OFFLINE": said["OFFLINE"] or "yes",
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": said["SOURCE_DATE_EPOCH"] or _committed(),
    }


def _committed() -> str:
    """The time of the last commit, in seconds; without git a fixed time."""
    with suppress(OSError, subprocess.CalledProcessError):
        asked = subprocess.run(["git", "log", "-1", "--format=%ct"], capture_output=True, text=True, check=True)
        if asked.stdout.strip():
            return asked.stdout.strip()
    return "1767225600"


def _put_back(fresh: Path, site: Path) -> None:
    """The last complete site, if it was moved away and not replaced."""
    if (fresh / "old").exists() and not site.exists():
        (fresh / "old").rename(site)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _ended(*_: int | FrameType | None) -> NoReturn:
    sys.exit(130)


if __name__ == "__main__":
    main()
