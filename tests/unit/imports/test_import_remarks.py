"""All that is said of odd files: what each is taken for, what became of each part, and why something was refused."""

import io
import json
import zipfile

from database_records import EXERCEMUS, FREE, WGER
from derived import same
from imported import draft_of
from limber.imports.source_file import UnreadableError
from limber.imports.taking import Stated
from limber.imports.yaml_text import new_text

LONG = "Stand tall and " * 6


def _zipped():
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        file.writestr("notes.txt", "Squat")
    return raw.getvalue()


def _records(*records):
    return json.dumps(records)


FILES = {
    "nothing": " \n",
    "a zip file": _zipped(),
    "no records": "{}",
    "an unknown shape": _records({"exercise": "Squat"}, 5, [1]),
    "no names": _records(
        {**FREE, "name": " "}, {**EXERCEMUS, "name": None}, {**WGER, "translations": [{"language": 2}]}
    ),
    "no instructions": _records(
        {**FREE, "instructions": []}, {**EXERCEMUS, "description": "<p>Tap.</p>", "instructions": []}
    ),
    "licences": _records(
        *(
            {**EXERCEMUS, "name": f"Tap {number}", "license": each, "images": []}
            for number, each in enumerate((1, 2, 3, 4, 5, 99, "", "CC0", "NC"))
        )
    ),
    "what has no place": _records(
        {
            **EXERCEMUS,
            "tempo": "3-0-1-0",
            "aliases": ["T"],
            "variation_on": ["x"],
            "video": "x",
            "category": "odd",
            "tips": [LONG],
        },
        {
            **FREE,
            "category": "olympic weightlifting",
            "equipment": "none (bodyweight exercise)",
            "alternateNames": ["W"],
        },
    ),
    "a table without a head": "Squat,3\nLunge,4\n",
    "a table": (
        "Exercise,Sets,Reps,Rest,\nMonday\nSquat,3,10,60,,more\n,3,10,60,x\nLunge,8-Dec,12,x,\nPlank,3,2026-12-08,,\n"
        f"{'Long name ' * 8},3,8,,\n"
    ),
    "times a day": (
        "Exercise,Dose,A day,Days a week\nNod,10,1,1\nTurn,10,2,3\nTuck,10,2-3,2-4\nTilt,10,x,y\nTap,10,1 time a day,\n"
    ),
    "text": (
        "Warm-up\n\nSquat 3 x 10\nStand tall.\n3 x 10\nSquat 2 x 5 (goal: 3 x 8)\nLunge 3 x 8 each, slowly\n\n"
        f"Day 2:\nPlank 30 s\n## End\n{LONG} 3 x 10\n"
    ),
    "rounds": (
        "Exercise,Sets,Reps,Group,Rounds\nSquat,,10,A,3\nLunge,,12,A,3\nRow,,12,B,\nPress,,12,B,x\nCurl,,8,C,2-3\n"
    ),
}

STATED = {
    "no licence": Stated(),
    "a licence": Stated(licence="CC BY 4.0"),
    "a licence and its author": Stated(licence="CC BY 4.0", author="Kim Doe"),
    "all that it asks for": Stated(licence="CC BY 4.0", author="Kim Doe", url="https://example.org/x"),
}
"""What the files with records of others, or of groups, are said to be of besides."""


def test_odd_files_are_told_what_became_of_each_part():
    lines = []
    for name, source in FILES.items():
        for with_what, stated in STATED.items():
            if stated.licence and name not in ("licences", "rounds"):
                continue
            lines.append(f"{name}, {with_what}")
            try:
                draft = draft_of(source, "01-my_file", stated=stated)
            except UnreadableError as why:
                lines.append(f"  {why}")
                continue
            lines += [f"  {draft.kind}", *(f"  {each.line} {each.kind}: {each.said()}" for each in draft.remarks)]
            if name in ("times a day", "what has no place", "text"):
                lines += [f"  | {each}".rstrip() for each in new_text(draft).splitlines()]
    same("import-remarks", lines)
