"""Where one pose is made: how it looks with other numbers, what is wrong with it, and writing it into the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from json import dumps, loads
from pathlib import Path
from typing import Any

from editor.data_file import NAME
from editor.desk import Answer, Asked, Desk, one_at_a_time, seen_as
from editor.shown import site_of
from limber.build_cache import BuildCache
from limber.dataset.problem import Place, Problem, place_in_words
from limber.dataset.written_out import written_out
from limber.editing.figures import lines_of, with_figure
from limber.editing.layout import layout
from limber.figures import drawing, pace, paths
from limber.figures.paths import Box, Picture
from limber.figures.skeleton import OutOfReachError
from limber.figures.vectors import Point, seen
from limber.model.figure import FOOT, PAIRS, WHOLE, Figure, Pose, parse_figure, parse_pose
from limber.model.nouns import Dataset
from limber.poses.handles import Handle, root
from limber.poses.numbers import numbers, properties, replaced
from limber.poses.posed import Posed, posed
from limber.poses.solving import Bending, shown
from limber.poses.starts import STARTS
from limber.site.components import Components
from limber.site.templates import KeptTemplates
from limber.wording import capital

Json = Mapping[str, Any]
_TABLE = "exercises"
_AROUND = {WHOLE: (30, 20, 30, 6), FOOT: (4, 4, 4, 1)}
"""Centimetres of room around a pose that is bent: to the left, above, to the right and below."""
_SILENT = "A pose."
"""What a pose says that has no words yet, so that its numbers are looked at all the same."""


class PoseDesk:
    """The work on the figures of a project, beside that on its records."""

    def __init__(self, project: Path, desk: Desk) -> None:
        self._desk = desk
        self.lock = desk.lock
        self._project, self._cache = project, BuildCache.of(project)
        components, kept = project / "overrides" / "components", KeptTemplates(self._cache, "components")
        self._components = Components(components, Dataset({}, {}, {}, {}, {}, ()), kept=kept)

    @one_at_a_time
    def figures(self, id_: str) -> Answer:
        """What there is to pose, and all that the page has to know of one exercise."""
        text = self._desk.text()
        records = layout(text).data.get(_TABLE) or {}
        named = {key: each for key, each in records.items() if isinstance(each, dict)}
        said: dict[str, Any] = {"exercises": [_listed(key, each) for key, each in named.items()]}
        if id_ in named:
            it = named[id_]
            said |= {
                "figure": it.get("figure") or {},
                "faults": [{"fault": str(each.get("fault", "")), "figure": each.get("figure")} for each in _faults(it)],
                "works": _works(it),
                "seen": seen_as(it),
            }
        return Answer(200, {**self._desk.now(text), **said, **_vocabulary()})

    def pose(self, asked: Asked) -> Answer:
        """A pose with the numbers that were changed or the part that was dragged, and how it looks then."""
        (of, number), both, act = asked["place"], bool(asked["both"]), asked.get("act") or {}
        at = posed(asked["figure"], asked["faults"], (str(of), int(number)))
        try:
            if act.get("kind") == "drag":
                said = (dumps(asked["figure"]), dumps(asked["faults"]))
                bending = _bending(*said, str(of), int(number), both)
                at, shift = _dragged(bending, act)
                return Answer(200, {**_state(at, both, None), "shift": shift, **self._stage(at, asked)})
            if act.get("kind") == "set":
                at = at.with_numbers(_known(at, act["numbers"]))
            elif act.get("kind") == "begin":
                at = at.like(self._begun(act))
            return Answer(200, {**_state(at, both, Bending(at, both)), **self._stage(at, asked)})
        except OutOfReachError as far:
            return Answer(200, {**_told(at), "out_of_reach": capital(far.said)})

    @one_at_a_time
    def look(self, asked: Asked) -> Answer:
        """The pictures of a draft as its page has them, its problems, and the lines that it would be in the file."""
        text = self._desk.text()
        figure, faults, id_ = asked["figure"], asked["faults"], str(asked["id"])
        place = _in_record(asked["place"])
        written = with_figure(text, id_, figure, faults)
        lines = lines_of(text, written, id_, place)
        checked = with_figure(text, id_, *_with_words(figure, faults))
        found = [each for each in self._desk.checker.all_of_draft(text, checked)[0] if _is_of(each.where, id_)]
        problems = [*_wordless(figure), *(_problem(each) for each in found)]
        pictures = self._pictures(figure, faults, asked)
        yaml = lines.text if lines else ""
        return Answer(200, {**self._desk.now(text), "problems": problems, "yaml": yaml, **pictures})

    @one_at_a_time
    def write(self, asked: Asked) -> Answer:
        """Write the figure of an exercise, if it is sound and the file is the one that it is a draft of."""
        text, id_ = self._desk.text(), str(asked["id"])
        answer = self._desk.in_one_go(
            {**asked, "table": _TABLE}, lambda now: with_figure(now, id_, asked["figure"], asked["faults"]), id_
        )
        if answer.status != 200:
            return answer
        return Answer(200, {**answer.said, "wrote": _changed(text, self._desk.text())})

    def _begun(self, act: Json) -> Pose:
        """A pose to begin with: one of `STARTS`, or of another exercise's figure."""
        if "start" in act:
            return parse_pose(STARTS[str(act["start"])], "", None)
        id_, number = act["of"]
        record = layout(self._desk.text()).data[_TABLE][str(id_)]
        return posed(record["figure"], (), ("poses", int(number))).pose

    def _stage(self, at: Posed, asked: Asked) -> Json:
        """The picture to bend a pose in: without arrows, and with room around it."""
        site_of(self._project, self._cache, None)  # whose person the pictures show
        drawn = paths.shapes(at.whole, at.rests, at.view, str(asked.get("works", "")))
        box = _roomy(paths.box(drawn, at.figure, at.view), at.figure)
        left, _, wide, _ = box
        long = (left - wide, 0, 3 * wide, 0)  # the ground goes on where the picture is moved
        inked = (*paths.ground(long, at.figure, at.view), *paths.paths(drawn, at.figure))
        return {"picture": self._html(Picture("", box, inked), "pose-stage__picture", False), "box": box}

    def _pictures(self, figure: Json, faults: Sequence[Json | None], asked: Asked) -> Json:
        """Empty where the numbers draw nothing: the problems say why."""
        site_of(self._project, self._cache, None)  # whose person the pictures show
        try:
            return {"pictures": dict(self._drawn(figure, faults, asked))}
        except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError):
            return {"pictures": {}}

    def _drawn(self, figure: Json, faults: Sequence[Json | None], asked: Asked) -> Iterator[tuple[str, Any]]:
        works, (of, number) = str(asked.get("works", "")), asked["place"]
        made = parse_figure(figure)
        drawn = drawing.drawing(made, works)
        yield "poses", [self._html(each, "figure__pose") for each in drawn.poses]
        if drawn.motion:
            yield "motion", self._html(drawn.motion, "figure__motion")
            yield "pace", pace.in_words(drawn.pace, pace.timings_of(made))
        if of == "faults" and (looks := faults[number]):
            wrong = drawing.fault(made, parse_pose(looks, made.view, made.poses[-1]), works).poses[0]
            yield "small", self._html(wrong, "pose-small", False)
        elif of == "poses":
            yield "small", self._html(drawing.last(_until(made, number), works), "pose-small", False)

    def _html(self, picture: Picture, class_: str, label: bool = True) -> str:
        return self._components.render("figure_picture", "", picture, **{"class": class_, "label": label})


def _listed(id_: str, record: Json) -> Json:
    poses = (record.get("figure") or {}).get("poses") or ()
    faults = [bool(each.get("figure")) for each in _faults(record)]
    return {"id": id_, "name": str(record.get("name") or id_), "poses": len(poses), "faults": faults}


def _faults(record: Json) -> list[Json]:
    return [each for each in record.get("faults") or () if isinstance(each, dict)]


def _works(record: Json) -> str:
    """The side that works in its figure; empty if both do."""
    said, _ = written_out({_TABLE: {"it": record}})
    return "right" if said[_TABLE]["it"].get("laterality", "bilateral") != "bilateral" else ""


def _vocabulary() -> Json:
    """What a figure and its poses can say, from the schema, and poses to begin with."""
    kinds = {kind: [*_fields(kind)] for kind in ("figure", "pose", "wrong_pose")}
    told = {body: [each._asdict() | {"side": each.side} for each in numbers(body)] for body in (WHOLE, FOOT)}
    return {"fields": kinds, "numbers": told, "starts": [{"name": name, "pose": each} for name, each in STARTS.items()]}


def _fields(kind: str) -> Iterator[Json]:
    """The keys that are no numbers: a choice, several, a text, or one choice for each of several places."""
    for key, said in properties(kind).items():
        about = {"key": key, "about": said["description"]}
        if "enum" in said:
            yield {**about, "kind": "choice", "options": said["enum"]}
        elif "enum" in said.get("items", {}):
            yield {**about, "kind": "choices", "options": said["items"]["enum"]}
        elif said.get("type") == "string":
            yield {**about, "kind": "text", "most": said.get("maxLength", 0)}
        elif places := {place: each["enum"] for place, each in said.get("properties", {}).items() if "enum" in each}:
            yield {**about, "kind": "places", "places": places}


@lru_cache(maxsize=4)  # while a part is dragged, each question is of the pose with which that began
def _bending(figure: str, faults: str, of: str, number: int, both: bool) -> Bending:
    return Bending(posed(loads(figure), loads(faults), (of, number)), both)


def _dragged(bending: Bending, act: Json) -> tuple[Posed, list[int]]:
    """The pose with a part so far from where it was, and how far what stays still then is elsewhere in the picture."""
    at = bending.at
    handle = _handle(bending, str(act["handle"]))
    right, down = (float(each) / paths.UNITS[at.figure.body] for each in act["by"])
    guess = {str(name): float(value) for name, value in (act.get("guess") or {}).items()}
    changes = bending.solved(handle, (right, down), guess)
    made = at.with_numbers(changes) if changes else at
    (x, y), (x1, y1) = (_placed(each, _point(each, bending.still(handle))) for each in (at, made))
    return made, [x1 - x, y1 - y]


def _point(at: Posed, part: str) -> Point:
    """Where a part is; no name means the root of the body."""
    return at.rests.points[part] if part else root(at.rests.points, at.figure.body)


def _placed(at: Posed, point: Point) -> list[int]:
    """Where a point is in the picture, in its units."""
    return [round(each * paths.UNITS[at.figure.body]) for each in seen(point, at.view)]


def _handle(bending: Bending, name: str) -> Handle:
    return next(each for each, _ in shown(bending.at, bending.both) if each.name == name)


def _known(at: Posed, changes: Json) -> dict[str, int | None]:
    """The numbers that a field says, within their ranges."""
    found: dict[str, int | None] = {}
    for name, value in changes.items():
        it = at.known[str(name)]
        found[it.name] = None if value is None else max(it.least, min(it.most, round(float(value))))
    return found


def _told(at: Posed) -> dict[str, Any]:
    """What a pose says, and all of its numbers, those of the pose before among them."""
    told = list(parse_pose(at.record, at.view, None).by_name())
    return {"pose": at.record, "numbers": dict(at.numbers), "told": told}


def _state(at: Posed, both: bool, bending: Bending | None) -> dict[str, Any]:
    """The same with the angles that joints come to, and with handles: where each is and, if asked, what bends it."""
    handles = []
    for each, point in shown(at, both):
        by = [it.of.name for it in bending.numbers_of(each)] if bending else []
        handles.append({"name": each.name, "called": each.called(both), "at": _placed(at, point), "by": by})
    joints = {name: 0 for name, each in at.known.items() if not replaced(each, at.known)}
    joints |= {name: round(amount) for name, amount in at.rests.joints.items()}
    return {**_told(at), "joints": joints, "handles": handles}


def _roomy(box: Box, figure: Figure) -> Box:
    unit = paths.UNITS[figure.body]
    left, above, right, below = (round(each * unit) for each in _AROUND[figure.body])
    return box[0] - left, box[1] - above, box[2] + left + right, box[3] + above + below


def _in_record(place: Sequence[Any]) -> tuple[str | int, ...]:
    """Where a pose or the figure of a fault stands in a record."""
    of, number = place
    return ("figure", "poses", int(number)) if of == "poses" else ("faults", int(number), "figure")


def _until(figure: Figure, number: int) -> Figure:
    return replace(figure, poses=figure.poses[: number + 1])


def _with_words(figure: Json, faults: Sequence[Json | None]) -> tuple[Json, Sequence[Json | None]]:
    poses = [{**each, "shows": each.get("shows") or _SILENT} for each in figure.get("poses") or ()]
    return {**figure, "poses": poses}, faults


def _wordless(figure: Json) -> Iterator[Json]:
    """The poses that say nothing to those who do not see them."""
    for number, each in enumerate(figure.get("poses") or ()):
        if not each.get("shows"):
            tip = "Say what one sees, for those who do not see it."
            yield {"subject": f"pose {number + 1}", "what": "shows nothing in words.", "tip": tip}


def _is_of(where: Place, id_: str) -> bool:
    """Whether a problem is one of the figure of an exercise, or of how its faults look."""
    return where[:2] == (_TABLE, id_) and ("figure" in where[2:3] or (where[2:3] == ("faults",) and "figure" in where))


def _problem(it: Problem) -> Json:
    subject = place_in_words(it.where).partition(", ")[2].removeprefix("figure, ")
    mended = _mended(it)
    place = ["faults", it.where[3]] if it.where[2] == "faults" else list(it.where[3:5])
    mend = {"mend": {"place": place, "numbers": mended}} if mended else {}
    return {"subject": subject.replace("_", " "), "what": it.what, "tip": it.tip, **mend}


def _mended(it: Problem) -> Mapping[str, int]:
    """The numbers that the tip of a problem says to write; none where it says something else."""
    said = {(each, key): value for part, key, value in it.amounts for each in PAIRS.get(part, (part,))}
    known = (each for body in (WHOLE, FOOT) for each in numbers(body))
    return {each.name: said[each.part, each.key] for each in known if (each.part, each.key) in said}


def _changed(before: str, after: str) -> str:
    """Which lines of a text are others than before, in words."""
    old, new = before.splitlines(), after.splitlines()
    same = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    rest = min(len(old), len(new)) - same
    end = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    first, last = same + 1, len(new) - end
    if old == new:
        return "Nothing: the file says this already."
    if last < first:
        return f"Taken out: {len(old) - len(new)} lines that stood from line {first} of {NAME} on."
    return f"Line {first} of {NAME}." if first == last else f"Lines {first} to {last} of {NAME}."
