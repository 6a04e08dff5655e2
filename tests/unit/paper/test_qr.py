"""QR codes: what two decoders that are not ours read from them, and how large they get."""

import re
import subprocess

import pytest
import segno
import zxingcpp
from PIL import Image, ImageDraw

from limber.paper import qr
from limber.paper.layout import LONGEST_ADDRESS
from qr_stains import stained
from system_parts import needed

ADDRESSES = [
    "https://coach.example/routines/foot-and-hip/",
    "https://coach.example/physio/limber/exercises/standing-top-of-foot-stretch/",
    "https://coach.example/".ljust(LONGEST_ADDRESS, "a"),
]


def drawn(svg, tmp_path, dots=8):
    """A code as a picture: its path is a pen's way along the middles of rows, one unit wide."""
    size = int(svg.split('viewBox="0 0 ')[1].split()[0])
    picture = Image.new("L", (size * dots, size * dots), 255)
    pen = ImageDraw.Draw(picture)
    x, y = 0.0, 0.0
    way = svg.split('d="')[1].split('"')[0]
    for command, numbers in _commands(way):
        if command == "M":
            x, y = numbers
        elif command == "m":
            x, y = x + numbers[0], y + numbers[1]
        elif command == "h":
            pen.rectangle((x * dots, (y - 0.5) * dots, (x + numbers[0]) * dots - 1, (y + 0.5) * dots - 1), fill=0)
            x += numbers[0]
    picture.save(tmp_path / "code.png")
    return tmp_path / "code.png", size


def _commands(way):
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", way):
        yield command, [float(each) for each in re.findall(r"-?[\d.]+", numbers)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_code_holds_the_address(address, tmp_path):
    file, _ = drawn(qr.svg(address), tmp_path)
    assert [code.text for code in zxingcpp.read_barcodes(Image.open(file))] == [address]


@pytest.mark.parametrize("address", ADDRESSES)
def test_second_decoder_agrees(address, tmp_path):
    needed("zbar")
    file, _ = drawn(qr.svg(address), tmp_path)
    said = subprocess.run(["zbarimg", "--quiet", "--raw", file], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == address


def test_largest_code_is_of_version_6_with_a_quiet_zone_of_four(tmp_path):
    _, size = drawn(qr.svg(ADDRESSES[-1]), tmp_path)
    assert size == 17 + 4 * qr.LARGEST_VERSION + 2 * 4


def test_address_that_is_too_long_is_a_problem_with_a_remedy():
    with pytest.raises(qr.TooLong, match=f"has {LONGEST_ADDRESS + 1} characters.* holds {LONGEST_ADDRESS}") as caught:
        qr.svg("a" * (LONGEST_ADDRESS + 1))
    assert caught.value.tip == "Shorten the path of SITE_URL, or the longest id."
    assert str(caught.value) == (
        f'the address "{"a" * (LONGEST_ADDRESS + 1)}" has {LONGEST_ADDRESS + 1} characters; '
        f"a QR code that a phone reads from paper holds {LONGEST_ADDRESS}."
    )


def test_file_of_a_code_is_the_same_on_white_and_as_large_as_its_place():
    page, file = qr.svg("https://coach.example/"), qr.file("https://coach.example/").decode()
    way = re.compile(r' d="([^"]+)"')
    assert way.findall(page)[-1] == way.findall(file)[-1]
    assert 'viewBox="0 0 37 37"' in file
    assert 'fill="#fff"' in file
    for svg in (page, file):
        assert not re.search(r"(?:width|height)=", svg), "it is as large as its place"
    assert 'class="' not in file
    assert 'class="qr"' in page


@pytest.mark.parametrize("length", [22, 44, 74])
def test_code_with_a_stain_on_a_tenth_of_it_is_read(length, tmp_path):
    """Shoes, rain and coffee: a card lies on the floor. 74 characters are the most with so much correction."""
    address = "https://coach.example/".ljust(length, "a")
    file, size = drawn(qr.svg(address), tmp_path, dots=6)
    assert size <= 17 + 4 * qr.LARGEST_VERSION + 2 * 4
    pictures = list(stained(Image.open(file), 4 * 6, 4 * 6, (size - 8) * 6))
    assert len(pictures) == 25
    assert [[code.text for code in zxingcpp.read_barcodes(each)] for each in pictures] == [[address]] * 25


@pytest.mark.parametrize(
    ("length", "modules"), [(46, 33), (47, 37), (60, 37), (61, 41), (74, 41), (75, 37), (84, 37), (85, 41), (106, 41)]
)
def test_address_gets_the_most_correction_that_fits_version_6(length, modules):
    """Up to 74 characters that is Q, up to 106 it is M; each in the smallest code that holds it."""
    assert f'viewBox="0 0 {modules + 8} {modules + 8}"' in qr.svg("a" * length)


def test_room_that_is_left_goes_to_correction():
    address = "https://coach.example/"
    boosted, least = (segno.make(address, error="Q", boost_error=it, micro=False, mask=qr.MASK) for it in (True, False))
    assert (boosted.error, least.error, boosted.version) == ("H", "Q", least.version)
    drawn_runs = len(re.findall(r"h\d+", qr.svg(address)))
    assert drawn_runs == runs(boosted) != runs(least)


def runs(code):
    return sum(len(re.findall(rb"\x01+", row)) for row in code.matrix)
