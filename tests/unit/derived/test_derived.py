"""What is worked out from the dataset, as it was: records, and the words of pages, links and files.

After a change that is meant: `ACCEPT=1 scripts/test tests/unit/derived`, then read the diff. Of pictures
there is a digest each.
"""

import json
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO
from pkgutil import iter_modules

import pytest
from PIL import Image

import eight_programmes
import programme_data
from derived import digest, same
from first_colours import LIGHT
from golden_datasets import GOLDEN, made
from limber import model
from limber.dataset import load
from limber.exports import files
from limber.model import nouns
from limber.model.site import Site
from limber.previews import image
from limber.previews.text import of_exercise, of_routine
from limber.site import pages

SITE = "https://coach.example/limber/"


def in_json(value):
    """A field of a record, without the lines in the file that any edit changes."""

    def plain(part):
        if not is_dataclass(part):
            return str(part)
        return {each.name: getattr(part, each.name) for each in fields(part) if each.name != "line"}

    return json.dumps(value, default=plain, ensure_ascii=False)


def test_records_say_what_they_did(root, dataset, tmp_path):
    """Field by field, also of what no page shows; but where they stand in the file, which any edit changes.

    Of programmes with all that a dose can say, and of a part that has a work of its own, a digest each.
    """
    said = []
    for record in _records(dataset):
        said.append(f"{type(record).__name__} {record.id}")
        for name, value in _fields(record):
            text = in_json(value)
            said.append(f"  {name}: {text if len(text) < 500 else digest(text)}")
    own = (root / "data" / "exercises.yaml").read_text("utf-8")
    part = "    core_of: morning\n"
    of_its_own = f"{part}    source:\n      work: smith-arms\n      ours: [how]\n      length_seconds: 150\n"
    sound = (GOLDEN / "sound" / "all.yaml").read_text("utf-8").replace(part, of_its_own)
    for name, text in (("programmes", programme_data.data(own)), ("eight", eight_programmes.text()), ("part", sound)):
        records = _records(load.load(made(tmp_path, text)))
        said += [f"{name}: {type(each).__name__} {each.id}: {digest(in_json([*_fields(each)]))}" for each in records]
    same("records", said)


def _records(dataset):
    tables = [getattr(dataset, each.name) for each in fields(dataset)]
    records = [record for table in tables if isinstance(table, dict) for record in table.values()]
    assert len(records) >= len(dataset.exercises) + len(dataset.routines) + len(dataset.equipment)
    return records


def _fields(record):
    return [(each.name, getattr(record, each.name)) for each in fields(record) if each.name not in ("id", "line")]


def test_what_a_record_says_nothing_of_is_what_it_was():
    modules = [import_module(f"limber.model.{each.name}") for each in iter_modules(model.__path__)]
    kinds = dict.fromkeys(
        each for module in modules for each in vars(module).values() if isinstance(each, type) and is_dataclass(each)
    )
    said = [
        f"{kind.__name__}.{each.name}: {in_json(each.default)}"
        for kind in kinds
        for each in fields(kind)
        if each.default is not MISSING
    ]
    assert len(kinds) > 25
    pauses = f"{nouns.SWITCH_SECONDS} s to change sides, {nouns.TRANSITION_SECONDS} s to the next exercise"
    same("defaults", [*said, pauses, ", ".join(nouns.DAYS)])


@pytest.mark.parametrize("with_figures", [False, True])
def test_pages_are_called_and_described_as_they_were(dataset, with_figures):
    made = pages.pages(dataset, with_figures)
    assert all(page.arguments == ((page.id,) if page.id else ()) for page in made.values())
    same(
        "pages-with-figures" if with_figures else "pages",
        [
            f"{uri}: {page.component} in {page.template or 'the frame'}, of {page.id}\n  {page.title}\n"
            f"  {page.description}\n  found by: {' | '.join(page.words)}"
            for uri, page in made.items()
        ],
    )


def test_links_say_what_they_did(dataset):
    texts = [
        *map(of_exercise, dataset.exercises.values()),
        *map(of_routine, dataset.routines.values()),
    ]
    said = [
        f"{each.kind} | {each.name} | {' | '.join(each.dose)}\n  {each.description}\n  {each.alt}\n"
        f"  shows {', '.join(it.id for it in each.shown)}: {digest(each.figures)}"
        for each in texts
    ]
    alike = replace(texts[0].shown[0], goal=texts[0].shown[0].start)
    whole = next(iter(dataset.routines.values()))
    one = replace(whole, steps=whole.steps[:1])
    same("links", [*said, of_exercise(alike).description, of_routine(one).description])


def test_pictures_of_links_are_what_they_were(dataset):
    said = []
    for record in (*dataset.exercises.values(), *dataset.routines.values()):
        text = (of_exercise if record.id in dataset.exercises else of_routine)(record)
        words = [
            f"  {line.top} {line.size}{' bold' * line.bold} {line.words}" for line in image.lines(text, "Any site")
        ]
        boxes = [box for _, box in image.placed_figures(text)]
        with Image.open(BytesIO(image.png(text, "Any site", LIGHT))) as picture:
            said += [f"{record.id}: {boxes}, {digest(picture.convert('RGB').tobytes())}", *words]
    same("link-pictures", said)


def test_calendars_and_the_feed_say_what_they_did(dataset):
    now = datetime(2026, 3, 17, 12, tzinfo=UTC)

    def render(component, *given, **more):
        return " ".join([component, *map(str, given), *(f"{name}={value}" for name, value in more.items())])

    made = files.files(dataset, SITE, Site("Any site"), now, render)
    assert len(made) == len([*made])
    said = [(name, text) for name, text in made.items() if not name.startswith("api/")]

    assert len(said) >= len(dataset.routines)
    same("files", [line for name, text in said for line in (f"{name}:", *text.replace("\r\n", "\n").split("\n"))])
