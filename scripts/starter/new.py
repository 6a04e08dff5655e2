"""Makes this copy of Limber a coach's own: asks, replaces the shipped data and home page, and keeps what was there."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from limber.dataset import ledger
from limber.dataset.problem import Problem, say
from limber.languages.catalogues import codes
from starter import answers, imported, replaced

ROOT = Path(__file__).resolve().parents[2]
EMPTY = Path(__file__).parent / "empty"
FIRST = "foot-and-hip"
STARTERS = {
    "empty": "one exercise in one routine, to be replaced by yours",
    FIRST: "the routine that Limber comes with",
}
_NEXT = """\
See it: scripts/serve. Then write your exercises in the form at http://127.0.0.1:8000/edit/, or in data/exercises.yaml.
scripts/add lists exercises that are written already, with figures; scripts/add squat sit-to-stand copies these two.
Before you publish: .venv/bin/python scripts/published.py"""
_NEXT_OF_A_FILE = """\
See it: scripts/serve. Then write what is missing in the form at http://127.0.0.1:8000/edit/, which leads from one
exercise to the next, or in data/exercises.yaml. scripts/add lists exercises that are written already, with figures.
Before you publish: .venv/bin/python scripts/published.py"""
_EXAMPLES = re.compile(r"(?:With much left out:\n\n)?```json\n.*?```\n\n", re.DOTALL)


def main() -> None:
    """`new [--name NAME ...]`."""
    given = vars(_parser().parse_args())
    asking = sys.stdin.isatty() and not given["yes"]
    if not (asking or given["name"]):
        sys.exit("Say what the site is called: scripts/new --name 'Strong knees'. Its other flags: scripts/new --help")
    try:
        said, drawn = _answers(given, asking)
        starter = _starter(given["starter"], asking)
        begun = None if starter in STARTERS else imported.asked_for(starter, given, asking)
        files = _files(said, drawn, starter, begun)
        _agreed(files, asking, given["yes"])
    except (EOFError, KeyboardInterrupt):
        sys.exit("\nNothing was changed.")
    kept = replaced.replace(ROOT, files, datetime.now())
    print(f"This is {said['name']} now. {kept}\n{_NEXT if begun is None else _NEXT_OF_A_FILE}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/new", description="Make this copy of Limber a site of your own.")
    for question in answers.QUESTIONS:
        parser.add_argument(f"--{question.flag}", help=question.words)
    starters = "; ".join(f"{key}: {words}" for key, words in STARTERS.items())
    parser.add_argument("--starter", help=f"{starters}; or {imported.WHAT}")
    for flag, words in imported.WHOSE.items():
        parser.add_argument(f"--{flag}", help=f"of a file to import: {words}")
    parser.add_argument("--yes", action="store_true", help="ask nothing, and replace what is there")
    return parser


def _answers(given: Mapping[str, str | None], asking: bool) -> tuple[dict[str, str], bytes]:
    """The answers by flag, all of them sound, and the content of a drawing as a mark."""
    said: dict[str, str] = {}
    drawn = b""
    for question in answers.QUESTIONS:
        answer, offered = given[question.flag], ""
        while True:
            if answer is None and asking:
                usual = f"[{offered}] " if offered else _usual(question.flag, said)
                answer = input(f"{question.words} {usual}").strip() or offered
            tried, mark = _tried(question.flag, answer or "", said, drawn)
            if not (found := _found(tried, mark)):
                break
            for each in found:
                print(f"{each.what}\n    {each.tip}", file=sys.stderr)
            if not asking:
                sys.exit(f"Nothing was changed. Give --{question.flag} again.")
            answer, offered = None, _offered(found)
        said, drawn = tried, mark
    said["licence"] = said["licence"] or f"© {datetime.now().year} {said['coach'] or said['name']}"
    return said, drawn


def _tried(flag: str, answer: str, said: Mapping[str, str], drawn: bytes) -> tuple[dict[str, str], bytes]:
    """The answers with one more, and the drawing that it may be."""
    if flag == "mark" and (mark := _drawing(answer)):
        return {**said, flag: answers.MARK}, mark
    return {**said, flag: answer}, drawn


def _found(said: Mapping[str, str], drawn: bytes) -> list[Problem]:
    """What is wrong with the answers so far."""
    if not said["name"]:
        return [Problem((), say("the site needs a name."), say("It stands on each page. Write one."))]
    return answers.problems(said, drawn)


def _offered(found: list[Problem]) -> str:
    """What a remedy has to write, as a colour that can be read: an empty answer then takes it."""
    written = (re.fullmatch(r'Write "(.+?)"(?:, .*)?\.', each.tip) for each in found)
    return next((each[1] for each in written if each), "")


def _usual(flag: str, said: Mapping[str, str]) -> str:
    """What an empty answer means."""
    if flag == "name":
        return ""
    usual = {"brand": "pine green", "accent": "clay", "mark": "the name's first letters"}
    usual["licence"] = f"© and {said.get('coach') or said.get('name')}"
    return f"[{usual.get(flag, 'none')}] "


def _drawing(answer: str) -> bytes:
    """The content of the SVG that an answer names; none for letters, and for a file that is not there."""
    file = Path(answer).expanduser()
    return file.read_bytes() if file.suffix.casefold() == ".svg" and file.is_file() else b""


def _starter(given: str | None, asking: bool) -> str:
    """A starter by name, or the file to begin with."""
    if given or not asking:
        return given or "empty"
    for number, (key, words) in enumerate(STARTERS.items(), 1):
        print(f"  {number}  {key}: {words}")
    print(f"  3  {imported.WHAT}")
    answer = input("Begin with? [1] ").strip()
    if answer == "3":
        answer = input("Which file? ").strip()
    return {"": "empty", "1": "empty", "2": FIRST}.get(answer, answer)


def _files(
    said: Mapping[str, str], drawn: bytes, starter: str, begun: imported.Beginning | None
) -> Mapping[str, bytes | None]:
    """What is written, by its path below the project; None for what goes."""
    files: dict[str, bytes | None] = {
        "data/published.txt": ledger.HEAD.encode(),
        f"data/{answers.MARK}": drawn or None,
        "content/for-programs.md": _EXAMPLES.sub("", _text("content/for-programs.md")).encode(),
        **dict(_in_languages(keeps_records=starter == FIRST)),
    }
    if starter == FIRST:
        if f"  {FIRST}:\n" not in _text("data/exercises.yaml"):
            sys.exit(f"Nothing was changed: data/exercises.yaml no longer has {FIRST}. Bring it back from git first.")
        files.pop("content/for-programs.md")
        return files | {"data/site.yaml": answers.text(said, FIRST).encode()}
    featured = begun.featured if begun else "first-routine"
    return {
        **files,
        **dict.fromkeys(_translated()),
        **(begun.pictures if begun else {}),
        "data/exercises.yaml": begun.data.encode() if begun else (EMPTY / "exercises.yaml").read_bytes(),
        "data/site.yaml": answers.text(said, featured).encode(),
        "content/index.md": _home(said, featured).encode(),
    }


def _translated() -> list[str]:
    """The pages in other languages than the site's own, by their paths: a site begins with one."""
    folders = (ROOT / "content" / code for code in codes(ROOT / "overrides" / "languages"))
    files = (file for folder in folders for file in sorted(folder.rglob("*.md")))
    return [file.relative_to(ROOT).as_posix() for file in files]


def _in_languages(*, keeps_records: bool) -> Iterator[tuple[str, bytes | None]]:
    """The texts of Limber's records in other languages, without those of its site; none, where the records go."""
    for file in sorted((ROOT / "data" / "languages").glob("*.yaml")):
        of_records = file.read_text("utf-8").partition("\nsite:\n")[0].rstrip() + "\n"
        yield f"data/languages/{file.name}", of_records.encode() if keeps_records else None


def _home(said: Mapping[str, str], featured: str) -> str:
    """The home page: with the routine that comes first, or with all exercises where there is none."""
    home = (EMPTY / "index.md").read_text("utf-8")
    shown = f'routine_hero("{featured}")' if featured else "exercise_list()"
    home = home.replace('routine_hero("first-routine")', shown)
    about = said["description"] or said["name"]
    return home.replace("DESCRIPTION", answers.quoted(about)).replace("NAME", answers.as_markdown(said["name"]))


def _text(path: str) -> str:
    file = ROOT / path
    return file.read_text("utf-8") if file.exists() else ""


def _agreed(files: Mapping[str, bytes | None], asking: bool, yes: bool) -> None:
    """Stop unless nothing is replaced, or the coach has said that it may be."""
    standing = replaced.standing(ROOT, files)
    if not standing or yes:
        return
    print(f"This replaces {', '.join(standing)}.")
    if not asking:
        sys.exit("Nothing was changed. With --yes it is done; what git does not have of them is kept in replaced/.")
    if input("Go on? [y/N] ").strip().casefold() not in ("y", "yes"):
        sys.exit("Nothing was changed.")


if __name__ == "__main__":
    main()
