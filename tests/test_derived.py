"""What is worked out from the dataset, as it was: the words of pages, links and paper, and the lines of figures.

After a change that is meant: `ACCEPT=1 scripts/test tests/test_derived.py`, then read the diff. Of figures and of
pictures, which no one reads as text, there is a digest each: the sheets of test_figure_sheet.py show what differs.
"""

import hashlib
import os
import re
from dataclasses import fields, replace
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import figure_chance
from figure_stances import figures
from limber import dataset as datasets
from limber import figure_body, figure_drawing, figure_foot, figure_model, figure_pose, link_image, link_texts, pages
from limber.printing import Printing
from longest_texts import data as longest

GOLDEN = Path(__file__).parent / "golden" / "derived"
CHANCES = 80
SITE = "https://coach.example/limber/"
pytestmark = pytest.mark.first_routine


def _same(name, said):
    """Compares lines with those of a golden file."""
    text, golden = "".join(f"{line}\n" for line in said), GOLDEN / f"{name}.txt"
    if os.environ.get("ACCEPT"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, "utf-8")
    assert text.split("\n") == golden.read_text("utf-8").split("\n")


def _digest(content):
    return hashlib.sha256(content if isinstance(content, bytes) else repr(content).encode()).hexdigest()[:16]


@pytest.fixture(scope="module", params=["real", "full"])
def printed(request, root, dataset, tmp_path_factory):
    """What is printed of the dataset, and of one with routines of many steps and texts as long as they may be."""
    if request.param == "real":
        return "real", Printing(dataset, SITE)
    file = tmp_path_factory.mktemp("full") / "exercises.yaml"
    file.write_text(longest((root / "data" / "exercises.yaml").read_text("utf-8")), "utf-8")
    return "full", Printing(datasets.load(file, root / "content"), SITE)


def test_records_say_what_they_did(dataset):
    """Field by field, also of what no page shows; but where they stand in the file, which any edit changes."""
    tables = [getattr(dataset, each.name) for each in fields(dataset)]
    records = [record for table in tables if isinstance(table, dict) for record in table.values()]
    assert len(records) >= len(dataset.exercises) + len(dataset.routines) + len(dataset.equipment)
    said = []
    for record in records:
        said.append(f"{type(record).__name__} {record.id}")
        values = {each.name: getattr(record, each.name) for each in fields(record) if each.name not in ("id", "line")}
        for name, value in values.items():
            text = re.sub(r"line=[0-9]+, ", "", repr(value))
            said.append(f"  {name}: {text if len(text) < 500 else _digest(text)}")
    _same("records", said)


@pytest.mark.parametrize("with_figures", [False, True])
def test_pages_are_called_and_described_as_they_were(dataset, with_figures):
    made = pages.pages(dataset, with_figures)
    assert all(page.arguments == ((page.id,) if page.id else ()) for page in made.values())
    _same(
        "pages-with-figures" if with_figures else "pages",
        [
            f"{uri}: {page.component} in {page.template or 'the frame'}, of {page.id}\n  {page.title}\n"
            f"  {page.description}\n  found by: {' | '.join(page.words)}"
            for uri, page in made.items()
        ],
    )


def test_links_say_what_they_did(dataset):
    texts = [
        *map(link_texts.of_exercise, dataset.exercises.values()),
        *map(link_texts.of_routine, dataset.routines.values()),
    ]
    said = [
        f"{each.kind} | {each.name} | {' | '.join(each.dose)}\n  {each.description}\n  {each.alt}\n"
        f"  shows {', '.join(it.id for it in each.shown)}: {_digest(each.figures)}"
        for each in texts
    ]
    alike = replace(texts[0].shown[0], goal=texts[0].shown[0].start)
    one = replace(next(iter(dataset.routines.values())))
    one = replace(one, steps=one.steps[:1])
    _same("links", [*said, link_texts.of_exercise(alike).description, link_texts.of_routine(one).description])


def test_pictures_of_links_are_what_they_were(dataset):
    said = []
    for record in (*dataset.exercises.values(), *dataset.routines.values()):
        text = (link_texts.of_exercise if record.id in dataset.exercises else link_texts.of_routine)(record)
        words = [
            f"  {line.top} {line.size}{' bold' * line.bold} {line.words}" for line in link_image.lines(text, "Any site")
        ]
        boxes = [box for _, box in link_image.figures(text)]
        with Image.open(BytesIO(link_image.png(text, "Any site"))) as image:
            said += [f"{record.id}: {boxes}, {_digest(image.convert('RGB').tobytes())}", *words]
    _same("link-pictures", said)


def test_paper_says_what_it_did_in_the_same_sizes(printed):
    name, printing = printed
    said = list(printing.notes())
    for routine in printing.dataset.routines.values():
        texts = printing.texts(routine)
        said.append(f"{routine.id}: cards in {printing.card_size(routine.steps)} points")
        if name == "real":
            said += ["  " + " | ".join(map(" ".join, texts.how_long)), f"  {texts.kit}", f"  {texts.moving_on}"]
            said += [f"  {texts.stop_signs}", f"  {texts.short_version}", f"  {texts.legend}", f"  {texts.source}"]
        for large in (False, True):
            layout = printing.layout(routine, large)
            sheets = ", ".join(f"{each.number}: {len(each.steps)} and {each.notes} free" for each in layout.sheets)
            said.append(f"  {layout.way} {sheets}{', title in two lines' * layout.long_title}")
    for exercise in printing.dataset.exercises.values():
        card = printing.card(exercise)
        said.append(f"{exercise.id}: {printing.card_size([exercise])} points, name {printing.name_size(exercise)}")
        if name == "real":
            said += [f"  {' '.join(card.dose[0])}, {' '.join(card.dose[1])}", *(f"  - {each}" for each in card.steps)]
            said += [f"  {label}: {text}" for label, text in card.facts.items()]
    said += [f"without a routine: {', '.join(each.id for each in printing.without_routine())}"]
    _same(f"paper-{name}", said)


def test_figures_are_drawn_as_they_were(dataset):
    said = []
    for exercise, figure in figures(dataset):
        drawing = figure_drawing.drawing(figure, exercise.works)
        drawn = {f"pose {number}": each for number, each in enumerate(drawing.poses, 1)}
        drawn |= {"motion": drawing.motion} if drawing.motion else {}
        drawn["last"] = figure_drawing.last(figure, exercise.works)
        for number, fault in enumerate(exercise.faults, 1):
            if fault.figure:
                drawn[f"fault {number}"] = figure_drawing.fault(figure, fault.figure, exercise.works).poses[0]
        said.append(f"{exercise.id}: {' '.join(map(str, drawing.pace))} frames")
        said += [f"  {name}: {len(each.paths)} lines in {each.box}, {_digest(each)}" for name, each in drawn.items()]
    _same("figures", said)


def test_figures_by_chance_are_drawn_as_they_were():
    """What the exercises of today do not show, too: each view, thing, mark and joint."""
    said = []
    for number in range(CHANCES):
        record = figure_chance.record(number)
        figure = figure_model.figure(record)
        wrong = figure_model.pose(record["fault"], figure.view, figure.poses[-1], "It goes wrong.")
        works = ("", "right")[number % 2]
        try:
            drawing = figure_drawing.drawing(figure, works)
            pictures = [
                *drawing.poses,
                figure_drawing.last(figure, works),
                figure_drawing.fault(figure, wrong, works).poses[0],
            ]
        except figure_pose.OutOfReachError as far:
            said.append(f"{number}: {figure.body}, the {far.side} foot is out of reach by {far.by:.3f}")
            continue
        moves = _digest(drawing.motion) if drawing.motion else "still"
        said.append(
            f"{number}: {figure.body} from the {figure.view}, {moves}, {' '.join(map(str, drawing.pace))} frames"
        )
        said += [f"  {len(each.paths)} lines in {each.box}, {_digest(each)}" for each in pictures]
    assert sum("reach" in line for line in said) < CHANCES / 3
    _same("figures-by-chance", said)


def test_bodies_stand_as_they_did_with_each_joint_at_its_ends():
    """Of what no exercise of the dataset does, too; and how far each joint goes at all."""
    said = []
    for joint in figure_body.RANGES:
        ends = [degrees for degrees in range(-200, 201) if not figure_body.beyond(joint, degrees)]
        said.append(f"{joint}: from {min(ends)} to {max(ends)} degrees")
        for degrees in (min(ends), max(ends)):
            said += [f"  {name} {degrees}: {_standing(stance({name: degrees}))}" for name, stance in _names(joint)]
    for name, number in (("lean", -90), ("lean", 40), ("toes_out", 30), ("right_sole", 20), ("head", 20)):
        said.append(f"{name} {number}: {_standing(figure_pose.stance({name: number}, {}))}")
    planted = {"right_hip": 40, "right_knee": 80, "left_step": -10, "left_aside": 6, "left_sole": 12, "lean": 5}
    for more in ({}, {"left_lift": 4}, {"left_turn": 20, "left_toes_out": 10, "left_roll": 8}):
        stance = figure_pose.stance({**planted, **more}, {"right": 3}, "left_heel")
        said.append(f"a foot set down, {more}: {_standing(stance)}")
    said += [f"ball at {place}: {_standing(figure_foot.stance({'ball_at': place}))}" for place in (0, 50, 100)]
    _same("stances", said)


def _names(joint):
    """The names that a joint goes by, in a body or in a foot alone, each with what makes a stance of it."""
    if joint in figure_foot.stance({}).joints:
        yield joint, figure_foot.stance
    whole = partial(figure_pose.stance, under={})
    yield from ((name, whole) for name in whole({}).joints if name.removeprefix("right_") == joint)


def _standing(stance):
    places = sorted((part, *(round(each, 6) + 0.0 for each in at)) for part, at in stance.points.items())
    return _digest([places, sorted((joint, round(degrees, 6) + 0.0) for joint, degrees in stance.joints.items())])
