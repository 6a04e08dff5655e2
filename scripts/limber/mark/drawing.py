"""Reads an SVG into the shapes of a mark: paths in a square of 32, each of one colour.

Only numbers and colours are taken from the file, so nothing in it can run, load or style anything. What every icon
could not show, such as texts, gradients and pictures, is refused.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element
from xml.parsers import expat

from fontTools.misc.transform import Identity, Transform
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path import PathBuilder, parse_path

from limber.model.site import ACCENT, INK, Mark, Shape

SIDE = 32
LARGEST = 60_000  # bytes
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_SILENT = {"title", "desc", "metadata", "defs"}
"""Elements that draw nothing: what is in them is passed over."""
_INKS = {"currentcolor": INK, "black": INK, "#000": INK, "#000000": INK, "white": "#ffffff"}
_NO_SVG = ("this is no SVG.", "Save it again from your drawing program, as plain SVG.")
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?"


class MarkFault(ValueError):  # noqa: N818 (it reads as what it says)
    """What in a file cannot be a mark, at a line, and what to do about it."""

    def __init__(self, line: int, what: str, tip: str) -> None:
        super().__init__(what)
        self.line, self.what, self.tip = line, what, tip


@dataclass(frozen=True)
class _Paint:
    """What an element has from those around it."""

    fill: str = "black"
    stroke: str = "none"
    width: float = 1
    accent: bool = False
    place: Transform = Identity


def read(svg: bytes) -> Mark:
    """The mark in the text of an SVG. Raises `MarkFault`."""
    if len(svg) > LARGEST:
        tip = "Save it with fewer points, as plain SVG without pictures in it."
        raise MarkFault(1, f"the file has {len(svg) // 1000} kB; a mark has at most {LARGEST // 1000}.", tip)
    reader = _Reader()
    parser = reader.parser
    try:
        parser.Parse(svg, True)
    except expat.ExpatError as fault:
        raise MarkFault(fault.lineno, *_NO_SVG) from None
    if not reader.shapes:
        raise MarkFault(1, "the file draws nothing.", "Draw the mark with shapes that have a fill or a stroke.")
    return Mark(tuple(reader.shapes))


class _Reader:
    """Collects the shapes while the file is read."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype
        self._around: list[_Paint] = []
        self._silent = 0

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(" ")[2]
        if self._silent or kind in _SILENT or (not name.startswith("http://www.w3.org/2000/svg") and self._around):
            self._silent += 1
            return
        if not self._around:
            if kind != "svg":
                raise self._fault(*_NO_SVG)
            self._around.append(self._painted(_Paint(place=self._view(attributes)), attributes))
            return
        if kind not in {"g", *_SHAPES}:
            tip = "In your drawing program, turn it into paths of plain colours, and save it as plain SVG."
            raise self._fault(f"<{kind}> is nothing that every icon can show.", tip)
        paint = self._painted(self._around[-1], attributes)
        self._around.append(paint)
        if kind in _SHAPES:
            self._draw(kind, attributes, paint)

    def _end(self, _name: str) -> None:
        if self._silent:
            self._silent -= 1
        else:
            self._around.pop()

    def _doctype(self, *_: object) -> None:
        if self._around:
            raise self._fault("a document type stands here.", "Take the line out.")

    def _view(self, attributes: dict[str, str]) -> Transform:
        """From the file's own units into the square, in its middle."""
        numbers = [float(each) for each in re.findall(_NUMBER, attributes.get("viewBox", ""))]
        if len(numbers) != 4:
            sizes = (re.match(_NUMBER, attributes.get(key, "")) for key in ("width", "height"))
            numbers = [0, 0, *(float(each[0]) for each in sizes if each)]
        if len(numbers) != 4 or min(numbers[2:]) <= 0:
            raise self._fault("the drawing does not say how large it is.", 'Give it a viewBox, such as "0 0 32 32".')
        left, top, width, height = numbers
        scale = SIDE / max(width, height)
        middle = Identity.translate((SIDE - width * scale) / 2, (SIDE - height * scale) / 2)
        return middle.scale(scale).translate(-left, -top)

    def _painted(self, around: _Paint, attributes: dict[str, str]) -> _Paint:
        styled = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", attributes.get("style", "")))
        said = {key: value.strip() for key, value in {**attributes, **styled}.items()}
        wide = re.match(_NUMBER, said.get("stroke-width", ""))
        return replace(
            around,
            fill=said.get("fill", around.fill),
            stroke=said.get("stroke", around.stroke),
            width=float(wide[0]) if wide else around.width,
            accent=around.accent or "accent" in said.get("class", "").split(),
            place=around.place.transform(self._moved(attributes.get("transform", ""))),
        )

    def _moved(self, text: str) -> Transform:
        place: Transform = Identity
        for name, within in re.findall(r"(\w+)\s*\(([^)]*)\)", text):
            numbers = [float(each) for each in re.findall(_NUMBER, within)]
            place = place.transform(self._step(name, numbers))
        return place

    def _step(self, name: str, numbers: list[float]) -> Transform:
        if name == "matrix" and len(numbers) == 6:
            return Transform(*numbers)
        if name == "translate" and numbers:
            return Identity.translate(numbers[0], numbers[1] if numbers[1:] else 0)
        if name == "scale" and numbers:
            return Identity.scale(numbers[0], numbers[-1])
        if name == "rotate" and len(numbers) in (1, 3):
            x, y = numbers[1:] or (0.0, 0.0)
            return Identity.translate(x, y).rotate(math.radians(numbers[0])).translate(-x, -y)
        tip = "Save it as plain SVG, or with its transformations applied to its paths."
        raise self._fault(f"the transformation {name}() is not known here.", tip)

    def _draw(self, kind: str, attributes: dict[str, str], paint: _Paint) -> None:
        builder = PathBuilder()
        pen = SVGPathPen(None, ntos=lambda number: f"{round(number, 2):g}")
        try:
            builder.add_path_from_element(Element(kind, attributes))
            for path in builder.paths:
                parse_path(path, TransformPen(pen, paint.place))
        except (ValueError, TypeError, IndexError, AssertionError, NotImplementedError):
            raise self._fault(f"the numbers of <{kind}> are not what they should be.", "Draw it again.") from None
        if not (path := pen.getCommands()):
            return
        a, b, c, d = paint.place[:4]
        width = round(paint.width * math.sqrt(abs(a * d - b * c)), 2)
        for colour, wide in ((self._ink(paint.fill, paint), 0.0), (self._ink(paint.stroke, paint), width)):
            if colour:
                self.shapes.append(Shape(path, colour, wide))

    def _ink(self, colour: str, paint: _Paint) -> str:
        """The colour of a shape: an ink of the site's, or one of its own; empty for none."""
        plain = colour.casefold()
        if plain in ("none", "transparent"):
            return ""
        if plain in _INKS:
            return ACCENT if paint.accent and _INKS[plain] == INK else _INKS[plain]
        if re.fullmatch(r"#[0-9a-f]{3}", plain):
            plain = "#" + "".join(each * 2 for each in plain[1:])
        if re.fullmatch(r"#[0-9a-f]{6}", plain):
            return plain
        raise self._fault(
            f'"{colour}" is no plain colour.', "Write # and six hexadecimal digits, or currentColor for the site's own."
        )

    def _fault(self, what: str, tip: str) -> MarkFault:
        return MarkFault(self.parser.CurrentLineNumber, what, tip)


def bounds(paths: list[str]) -> tuple[float, float, float, float]:
    """Least and most of paths, from the left and from the top."""
    pen = ControlBoundsPen(None)
    for path in paths:
        parse_path(path, pen)
    left, top, right, bottom = pen.bounds
    return left, top, right, bottom
