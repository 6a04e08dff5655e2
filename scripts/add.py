"""Copies records of the library into data/exercises.yaml; without ids it lists what there is.

What is written was validated before: with a problem anywhere the file stays as it was.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from limber.dataset import ledger, load
from limber.dataset.problem import WITH_PAGES, listed
from limber.editing import library
from limber.editing.layout import UnreadableError, layout

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "data" / "exercises.yaml"


def main() -> int:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(prog="scripts/add", description="Copy records of the library into your data.")
    parser.add_argument("id", nargs="*", help="of an exercise, a routine or a programme; none: list all")
    parser.add_argument("--progressions", action="store_true", help="copy the harder exercises that they lead to, too")
    parser.add_argument(
        "--own-equipment", action="store_true", help="where you have a thing of the same id in other words, use yours"
    )
    asked = parser.parse_args()
    shelf = library.Library(ROOT / "data" / "library")
    if not asked.id:
        _list(shelf)
        return 0
    file = load.display_path(OWN)
    try:
        text = load.loaded(OWN, ROOT / "content", ledger.beside(OWN)).text
        promised = load.ledger_in(ledger.beside(OWN)).codes
        told = {"progressions": asked.progressions, "own_equipment": asked.own_equipment}
        done = library.copied(text, shelf, asked.id, promised, **told)
        load.of_text(done.text, file, ROOT / "content", ledger.beside(OWN))
    except (library.RefusedError, UnreadableError, load.DatasetError) as refused:
        said = str(refused).removesuffix("Nothing was built.").rstrip()
        print(f"{said}\nNothing was added; {file} is as it was.", file=sys.stderr)
        return 1
    fresh = OWN.with_name(f".{OWN.name}.new")
    fresh.write_text(done.text, "utf-8", newline="")
    fresh.replace(OWN)
    _tell(done, file, asked.id)
    return 0


def _list(shelf: library.Library) -> None:
    """What there is, by kind."""
    for table in WITH_PAGES[::-1]:
        print(f"{table.capitalize()}:")
        for id_, record in shelf.data[table].items():
            also = f" ({', '.join(record['also_called'])})" if "also_called" in record else ""
            print(f"  {id_:<32} {record['name']}{also}")
    print("\nscripts/add ID copies one into data/exercises.yaml, with all that it needs.")


def _tell(done: library.Copied, file: str, asked: Sequence[str]) -> None:
    """What was added, and what to do next; `asked` are the ids of the command."""
    new, used = ([each for each in some if each[0] != "sources"] for some in (done.new, done.own))
    print(f"{file}: added {library.in_words(new)}, with their sources.")
    if used:
        print(f"There already, and used as it is: {library.in_words(used)}.")
    if steps := [id_ for id_ in dict.fromkeys(asked) if ("exercises", id_) in done.new]:
        routines = list(layout(done.text).data.get("routines") or ())
        which = f"the routine {routines[0]}" if len(routines) == 1 else "a routine"
        print(f"Next: put them below steps: of {which}, or choose them there at /edit/ of scripts/serve:")
        print(*(f"      - exercise: {id_}" for id_ in steps), sep="\n")
    if harder := sorted({id_ for each in done.left_out.values() for id_ in each}):
        print(
            f"Harder exercises that these lead to were not copied: {listed(harder)}. --progressions copies them, too."
        )
    print("Before you publish: .venv/bin/python scripts/published.py. Each record's source says whose it is: keep it.")


if __name__ == "__main__":
    sys.exit(main())
