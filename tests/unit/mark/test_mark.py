"""The mark: what is taken from a drawing, what is refused with its line, and what its icons show."""

from io import BytesIO

import pytest
from PIL import Image

from first_colours import DARK, LIGHT
from limber.mark import drawing, icons, letters
from limber.model.site import Mark, Shape

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
NS = 'xmlns="http://www.w3.org/2000/svg"'


def read(inner, head=HEAD):
    return drawing.read(f"{head}\n{inner}\n</svg>".encode()).shapes


def pixel(mark, at, width=192):
    ground, inks = icons.inks(mark, LIGHT, DARK)
    with Image.open(BytesIO(icons.png(mark, inks, ground, width, 1))) as icon:
        return "#" + bytes(icon.getpixel((at[0] * width // 32, at[1] * width // 32))).hex()


def test_shapes_come_into_a_square_of_32():
    assert read('<path d="M0 0H64V64Z"/>') == (Shape("M0 0H32V32L0 0Z", "ink"),)
    wide = f'<svg {NS} width="100mm" height="50mm">'
    assert read('<path d="M0 0H100V50Z"/>', wide) == (Shape("M0 8H32V24L0 8Z", "ink"),)
    moved = '<g transform="translate(32 0) scale(2)"><path d="M0 0H8V8Z"/></g>'
    assert read(moved) == (Shape("M16 0H24V8L16 0Z", "ink"),)


@pytest.mark.parametrize(
    ("attributes", "shapes"),
    [
        ('fill="currentColor"', [("ink", 0)]),
        ('class="accent"', [("accent", 0)]),
        ('fill="none" stroke="black" stroke-width="4"', [("ink", 2)]),
        ('style="fill:#C00;stroke:#000000;stroke-width:2px"', [("#cc0000", 0), ("ink", 1)]),
        ('fill="white" stroke="none"', [("#ffffff", 0)]),
        ('fill="none"', []),
    ],
)
def test_colours_are_the_sites_or_their_own(attributes, shapes):
    found = read(f'<path d="M0 0H9V9Z" {attributes}/><circle cx="9" cy="9" r="4"/>')[:-1]
    assert [(each.colour, each.width) for each in found] == shapes


@pytest.mark.parametrize(
    "shape",
    [
        '<rect x="1" y="2" width="9" height="9"/>',
        '<circle cx="9" cy="9" r="4"/>',
        '<ellipse cx="9" cy="9" rx="4" ry="2"/>',
        '<polygon points="1,1 9,1 9,9"/>',
    ],
)
def test_every_simple_shape_is_taken(shape):
    assert len(read(shape)) == 1


@pytest.mark.parametrize(
    ("inner", "what"),
    [
        ("<script>alert(1)</script>", "<script> is nothing that every icon can show."),
        ("<text>K</text>", "<text> is nothing"),
        ('<image href="https://elsewhere.example/x.png"/>', "<image> is nothing"),
        ("<style>path { fill: red }</style>", "<style> is nothing"),
        ("<foreignObject/>", "<foreignObject> is nothing"),
        ('<path d="M0 0H9V9Z" fill="url(#g)"/>', '"url(#g)" is no plain colour.'),
        ('<path d="M0 0H9V9Z" fill="red"/>', '"red" is no plain colour.'),
        ('<path d="M0 x"/>', "the numbers of <path> are not"),
        ('<path d="M0 0H9V9Z" transform="skewX(4)"/>', "the transformation skewX() is not known here."),
    ],
)
def test_what_no_icon_can_show_is_refused_with_its_line(inner, what):
    with pytest.raises(drawing.MarkFault) as told:
        read(inner)
    assert told.value.what.startswith(what) and told.value.line == 2 and told.value.tip


@pytest.mark.parametrize(
    "text", ["", "<svg", "<html/>", f"<svg {NS}/>", f"{HEAD}</svg>", f'{HEAD}<g fill="&x;"/></svg>']
)
def test_no_drawing_is_no_mark(text):
    with pytest.raises(drawing.MarkFault):
        drawing.read(text.encode())


def test_nothing_but_numbers_and_colours_is_taken():
    hostile = '<path onclick="x()" id="x" d="M0 0H9V9Z" style="fill:#123456;background:url(x)"/><title>x</title>'
    assert read(hostile) == (Shape("M0 0H4.5V4.5L0 0Z", "#123456"),)


def test_letters_fill_the_middle_of_the_square():
    left, top, right, bottom = drawing.bounds([each.path for each in letters.mark("KH").shapes])
    assert (left + right) / 2 == pytest.approx(16, abs=0.05) == (top + bottom) / 2
    assert right - left == pytest.approx(28, abs=0.1) or bottom - top == pytest.approx(20, abs=0.1)


@pytest.mark.parametrize(
    ("name", "found"), [("Strong knees", "SK"), ("limber", "L"), ("A b c", "AB"), ("“Fit”", "F"), ("&", "·")]
)
def test_letters_are_the_first_of_the_name(name, found):
    assert letters.initials(name) == found


def test_icon_is_in_the_brands_colours_or_in_its_own_on_paper():
    whole = Mark((Shape("M8 8H24V24H8Z", "ink"), Shape("M12 12H20V20H12Z", "accent")))
    assert (pixel(whole, (4, 4)), pixel(whole, (10, 10)), pixel(whole, (16, 16))) == (
        LIGHT["pine"],
        LIGHT["paper"],
        DARK["clay"],
    )
    own = Mark((Shape("M8 8H24V24H8Z", "#cc0000"),))
    assert (pixel(own, (4, 4)), pixel(own, (10, 10))) == (LIGHT["paper"], "#cc0000")


def test_hole_in_a_shape_is_one():
    ring = Mark((Shape("M4 4H28V28H4ZM10 10V22H22V10Z", "ink"),))
    assert (pixel(ring, (6, 6)), pixel(ring, (16, 16))) == (LIGHT["paper"], LIGHT["pine"])


def test_curve_ends_where_it_says():
    leaf = Mark((Shape("M4 28Q4 4 28 4V28Z", "ink"),))
    assert (pixel(leaf, (26, 10)), pixel(leaf, (7, 7))) == (LIGHT["paper"], LIGHT["pine"])


def test_line_is_as_wide_as_it_says():
    line = Mark((Shape("M4 16H28", "ink", 4.0),))
    assert (pixel(line, (16, 15)), pixel(line, (16, 12))) == (LIGHT["paper"], LIGHT["pine"])
    flat = Mark((Shape("M4 16H28", "ink"),))
    assert pixel(flat, (16, 16)) == LIGHT["pine"], "what has no area is not filled"
