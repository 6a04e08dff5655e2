"""Reads printed files back with independent tools: sheets, words, ink, codes."""

import re
import subprocess
import tempfile
import unicodedata
import xml.etree.ElementTree as Xml
import zlib
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import zxingcpp
from PIL import Image

from system_parts import needed

POINT = 25.4 / 72  # mm
DOTS = 150  # an inch: a poor printer


class Word(NamedTuple):
    """A word on a sheet, with its box in mm."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Printed:
    """A printed file. Needs Poppler's tools."""

    def __init__(self, file):
        needed("poppler")
        self.file = file

    @cached_property
    def info(self):
        """What the file says of itself, by name."""
        lines = self._said("pdfinfo", str(self.file)).splitlines()
        return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}

    @cached_property
    def sheets(self):
        """The words on each sheet."""
        document = Xml.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", self._said("pdftotext", "-bbox", str(self.file), "-")))
        space = "{http://www.w3.org/1999/xhtml}"
        names = ("xMin", "yMin", "xMax", "yMax")
        return [
            _joined(
                Word(_letters(word.text or ""), *(float(word.attrib[name]) * POINT for name in names))
                for word in page.iter(f"{space}word")
            )
            for page in document.iter(f"{space}page")
        ]

    @cached_property
    def text(self):
        """All words without what paper puts between them."""
        return squeezed(" ".join(word.text for sheet in self.sheets for word in sheet))

    def pictures(self):
        """Each sheet as a poor printer in black and white shows it."""
        with tempfile.TemporaryDirectory() as folder:
            self._said("pdftoppm", "-r", str(DOTS), "-gray", str(self.file), f"{folder}/sheet")
            return [Image.open(BytesIO(file.read_bytes())) for file in sorted(Path(folder).glob("*.pgm"))]

    @cached_property
    def codes(self):
        """What the QR codes on each sheet hold, read from its picture."""
        return [codes for _, codes in self._seen]

    @cached_property
    def language(self):
        """The language that the file says it is in; what holds it may be packed."""
        packed = re.findall(rb"stream\r?\n(.*?)endstream", self.file.read_bytes(), re.DOTALL)
        opened = (zlib.decompressobj().decompress(each) for each in packed if each[:1] == b"x")
        found = re.search(rb"/Lang ?\((\w+)\)", self.file.read_bytes() + b"".join(opened))
        return found.group(1).decode() if found else ""

    def ink(self, sheet=0):
        """The box, in mm, of all that is printed on a sheet."""
        return self._seen[sheet][0]

    @cached_property
    def _seen(self):
        """The ink and the codes of each sheet, without its picture, since a run reads some hundred sheets."""
        return [(_ink(picture), _codes(picture)) for picture in self.pictures()]

    @staticmethod
    def _said(*command):
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _ink(picture):
    box = picture.convert("L").point(lambda light: 255 if light < 200 else 0).getbbox()
    return tuple(edge / DOTS * 25.4 for edge in box) if box else None


def _codes(picture):
    return sorted(code.text for code in zxingcpp.read_barcodes(picture, zxingcpp.BarcodeFormat.QRCode))


def squeezed(text):
    """A text without spaces and hyphens: as what stands on paper and on a page can be compared."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


def _joined(words):
    """Words of which none is in two parts: some fonts leave a gap before a letter that is narrower than a space."""
    whole = []
    for word in words:
        last = whole[-1] if whole else None
        if last and abs(word.top - last.top) < 0.1 and -0.1 < word.left - last.right < 0.25:
            whole[-1] = last._replace(text=last.text + word.text, right=word.right)
        else:
            whole.append(word)
    return whole


def _letters(text):
    """A word in single letters, where its font has joined some of them."""
    return unicodedata.normalize("NFKC", text) if re.search("[\ufb00-\ufb06]", text) else text
