"""The PDFs that scripts/build makes: what they say of themselves, that pages lead to them, and what happens without."""

import os
import shutil
import subprocess
from itertools import chain
from pathlib import Path

import pytest

from limber.build_cache import BuildCache
from limber.publish import pdf
from longest_texts import routine_id
from paper_prints import collisions
from printed import Printed, squeezed
from site_build import Site, build, copy, without_pango
from system_parts import needed

ADDRESS = "https://coach.example/physio/limber/"
PDFS = {"sheets/foot-and-hip.pdf": 1, "sheets/foot-and-hip-large.pdf": 3, "cards/foot-and-hip.pdf": 2}
WEEKLY = Path(__file__).parents[1] / "support" / "weekly.yaml"
FONTLESS = "<fontconfig><dir>{folder}/none</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
SMALL = """<!doctype html>
<html lang="en"><head><title>Morning</title><link rel="stylesheet" href="../../sheet.css"></head>
<body><h1>Morning</h1></body></html>"""
WORDS = """<!doctype html>
<html lang="de"><head><title>Wörter</title><link rel="stylesheet" href="{style}"></head>
<body class="paper paper--100"><div style="width: 34mm">
<h2>Die Oberschenkelrückseite</h2> <p class="paper-dose">Die Oberschenkelrückseite</p> <p>Zur Oberschenkelrückseite</p>
<p lang="es">La electroestimulación</p> <p lang="fr">Des assouplissements</p>
</div></body></html>"""


@pytest.fixture(scope="module")
def pdf_site(root, once):
    """The site with PDFs, and with one programme of its routines: each routine more is three PDFs more."""
    needed("pango")

    def make(folder):
        project = copy(root, folder / "project")
        (project / "data" / "published.txt").unlink()
        data = project / "data" / "exercises.yaml"
        data.write_text(data.read_text("utf-8") + WEEKLY.read_text("utf-8"), "utf-8")
        said = build(project, folder / "site", ADDRESS, PDF="required")
        assert said.returncode == 0, said.stderr
        assert "PDF" not in said.stderr

    return Site(once("pdf", make) / "site", ADDRESS, "")


def linked(site, folder):
    """Its files at another place, where a PDF more is none of the site's."""
    return Path(shutil.copytree(site.folder, folder / "site", copy_function=os.link))


def links(site):
    """The PDFs that pages lead to, as paths from the site's root."""
    found = set()
    for page, element in site.pages.items():
        for link in element.every("a"):
            if link.attributes.get("href", "").endswith(".pdf"):
                found.add(os.path.normpath(f"{page}{link.attributes['href']}"))
    return found


def test_every_sheet_and_set_of_cards_has_a_pdf_that_a_page_leads_to(pdf_site, dataset):
    made = {file.relative_to(pdf_site.folder).as_posix() for file in pdf_site.folder.rglob("*.pdf")}
    assert made == links(pdf_site)
    for id_ in dataset.routines:
        assert made >= {f"sheets/{id_}.pdf", f"sheets/{id_}-large.pdf", f"cards/{id_}.pdf"}


@pytest.mark.parametrize("file", PDFS)
def test_pdf_says_what_it_is(pdf_site, file):
    printed = Printed(pdf_site.folder / file)
    assert "Foot and hip routine" in printed.info["Title"]
    assert printed.info["Author"]
    assert printed.info["Tagged"] == "yes"
    assert int(printed.info["Pages"]) == PDFS[file]
    assert printed.language == "en"
    assert (
        subprocess.run(
            ["pdfinfo", "-struct-text", pdf_site.folder / file], capture_output=True, text=True, check=True
        ).stdout.count("\n")
        > 50
    )


@pytest.mark.parametrize("file", PDFS)
def test_pdf_holds_both_papers_and_its_codes_can_be_read(pdf_site, file, dataset):
    printed = Printed(pdf_site.folder / file)
    width, height = (float(each) / 72 * 25.4 for each in printed.info["Page size"].split()[:3:2])
    assert width <= 210.1
    assert height <= 279.4
    steps = dataset.routines["foot-and-hip"].steps
    cards = sorted(ADDRESS + step.exercise.short_path for step in steps)
    assert sorted(chain.from_iterable(printed.codes)) == (
        cards if "cards" in file else [f"{ADDRESS}routines/foot-and-hip/"]
    )
    for number in range(PDFS[file]):
        left, top, right, bottom = printed.ink(number)
        assert min(left, top, width - right, height - bottom) >= 8
        assert collisions(printed.sheets[number]) == []


def test_pdf_is_kept_until_what_it_is_made_of_differs(tmp_path, monkeypatch):
    needed("pango")
    cache, page, file = BuildCache(tmp_path / "kept"), "sheets/morning/", tmp_path / "sheets" / "morning.pdf"
    index, style = tmp_path / page / "index.html", tmp_path / "sheet.css"
    index.parent.mkdir(parents=True)
    index.write_text(SMALL, "utf-8")
    style.write_text("h1 { color: blue }", "utf-8")
    made = []
    monkeypatch.setattr(pdf, "write", lambda *given, write=pdf.write: made.append(given) or write(*given))
    pdf.write_all(tmp_path, [page], ADDRESS, cache)
    first = file.read_bytes()
    file.unlink()
    pdf.write_all(tmp_path, [page], ADDRESS, cache)
    assert (file.read_bytes() == first, len(made)) == (True, 1)
    style.write_text("h1 { color: red }", "utf-8")
    pdf.write_all(tmp_path, [page], ADDRESS, cache)
    assert (file.read_bytes() == first, len(made)) == (False, 2)
    index.write_text(SMALL.replace("</h1>", " again</h1>"), "utf-8")
    pdf.write_all(tmp_path, [page], ADDRESS, cache)
    assert "again" in Printed(file).text
    pdf.write_all(tmp_path, [page], "https://another.example/", cache)
    assert len(made) == 4


def test_build_without_any_font_says_so(root, tmp_path):
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(FONTLESS.format(folder=tmp_path))
    said = build(root, tmp_path / "site", ADDRESS, PDF="required", FONTCONFIG_FILE=str(fonts))
    assert said.returncode == 1
    assert said.stderr.startswith("No PDFs: fontconfig finds no font. Cure: apt-get install ")
    assert said.stderr.count("\n") == 2


def test_pdf_is_the_same_when_it_is_made_again(pdf_site, tmp_path):
    site = linked(pdf_site, tmp_path)
    first = (site / "sheets/foot-and-hip.pdf").read_bytes()
    (site / "sheets/foot-and-hip.pdf").unlink()
    pdf.write(site, "sheets/foot-and-hip/", ADDRESS)
    assert (site / "sheets/foot-and-hip.pdf").read_bytes() == first


def test_pdf_breaks_long_words_as_each_language_does_and_no_name_or_dose(pdf_site, tmp_path):
    site = linked(pdf_site, tmp_path)
    (style,) = site.glob("assets/*/styles/paper.css")
    (site / "cards/words").mkdir()
    (site / "cards/words/index.html").write_text(
        WORDS.format(style=ADDRESS + style.relative_to(site).as_posix()), "utf-8"
    )
    pdf.write(site, "cards/words/", ADDRESS)
    said = Printed(site / "cards/words.pdf").text.replace("\N{HYPHEN}", "-")
    assert said == "".join(
        (
            *("DieOberschenkelrückseite", "DieOberschenkelrückseite"),
            *("ZurOberschenkel-rückseite", "Laelectroestimu-lación", "Desassouplisse-ments"),
        )
    )


@pytest.mark.parametrize(("page", "sheets"), [("sheets/{}-13/", 2), ("cards/{}-04/", 1)])
@pytest.mark.usefixtures("pdf_site")
def test_pdf_of_the_longest_texts_has_as_many_sheets_as_paper(long_site, tmp_path, page, sheets):
    address = page.format(routine_id(12).removesuffix("-12"))
    site = linked(long_site, tmp_path)
    pdf.write(site, address, long_site.address)
    printed = Printed(site / pdf.beside(address))
    assert len(printed.sheets) == sheets
    assert [collisions(sheet) for sheet in printed.sheets] == [[]] * sheets
    cards = long_site.pages[address].every("article")
    last = cards[-1].one("h2") if cards else long_site.pages[address].every("h1")[-1]
    assert squeezed(last.text) in printed.text


def test_sheet_of_a_programme_leads_to_its_pdf(pdf_site):
    found = [each for each in links(pdf_site) if each.startswith("programmes/")]
    assert found == ["programmes/all-year-sheet.pdf"]


@pytest.mark.usefixtures("pdf_site")
def test_pdf_of_a_programme_has_one_side(programme_site, tmp_path):
    site = linked(programme_site, tmp_path)
    for page in ("programmes/knee-at-home/", "programmes/marathon-strength/"):
        pdf.write(site, f"{page}sheet/", programme_site.address)
        printed = Printed(site / pdf.beside(f"{page}sheet/"))
        assert (printed.info["Tagged"], len(printed.sheets)) == ("yes", 1), page
        assert printed.codes == [[programme_site.address + page]]
        width, height = (float(each) / 72 * 25.4 for each in printed.info["Page size"].split()[:3:2])
        left, top, right, bottom = printed.ink(0)
        assert min(left, top, width - right, height - bottom) >= 8, page
        assert collisions(printed.sheets[0]) == [], page


def test_site_without_pdfs_leads_to_none(site):
    assert links(site) == set()
    assert list(site.folder.rglob("*.pdf")) == []


def test_build_without_pango_leaves_pdfs_out_and_says_the_cure_in_one_line(root, tmp_path):
    said = build(root, tmp_path / "site", ADDRESS, PDF="if possible", **without_pango(tmp_path / "without"))
    assert said.returncode == 0
    assert said.stderr.startswith("Note: the PDFs are left out: ")
    assert "apt-get install libpango-1.0-0" in said.stderr
    assert said.stderr.count("\n") == 1
    assert links(Site(tmp_path / "site", ADDRESS, "")) == set()


def test_build_that_requires_pdfs_fails_without_pango(root, tmp_path):
    said = build(root, tmp_path / "site", ADDRESS, PDF="required", **without_pango(tmp_path / "without"))
    assert said.returncode == 1
    assert "apt-get install libpango-1.0-0" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("sheets/morning/", "sheets/morning.pdf"),
        ("sheets/morning/large/", "sheets/morning-large.pdf"),
        ("cards/morning/", "cards/morning.pdf"),
        ("cards/morning/backs/", ""),
        ("cards/", ""),
        ("routines/morning/", ""),
        ("programmes/morning/sheet/", "programmes/morning-sheet.pdf"),
        ("programmes/morning/", ""),
        ("programmes/sheet/", ""),
    ],
)
def test_pdf_stands_beside_its_page(page, file):
    assert pdf.beside(page) == file
