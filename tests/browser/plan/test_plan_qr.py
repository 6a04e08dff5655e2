"""A plan's QR code, drawn in the browser: what decoders that are not ours read from its print, and where it leads."""

from __future__ import annotations

import shutil
import subprocess
from itertools import cycle, islice

import pytest
import zxingcpp
from PIL import Image

from qr_stains import stained
from system_parts import needed

# Draws the codes of these addresses one below the other, 25 mm wide with all that is around them.
DRAW = """async ({ modules, addresses }) => {
  const { qrCode, codeText } = await import(`${modules}plan/qr-code.js`);
  for (const each of document.body.children) each.hidden = true; // its templates may be asked for yet
  const texts = addresses.map(codeText);
  for (const text of texts) {
    const svg = await qrCode(text);
    svg.style.cssText = "display: block; width: 25mm; height: 25mm; margin: 5mm";
    document.body.append(svg);
  }
  return texts;
}"""
READ = """async ({ modules, fragment, codes }) => {
  const { decode } = await import(`${modules}shared/plan-link.js`);
  return decode(fragment, new Set(codes));
}"""


@pytest.fixture(scope="module")
def modules(root, site, tmp_path_factory):
    """The modules as they are written, beside the site that sends them in bundles: where they are."""
    folder = tmp_path_factory.mktemp("plan-modules") / "scripts"
    shutil.copytree(root / "overrides" / "scripts", folder)
    shutil.copy(site.folder / site.asset("scripts/plan/lean-qr.js"), folder / "plan")
    site.beside["plan-modules"] = folder
    return "/plan-modules/"


@pytest.fixture
def plan_page(page):
    """The plan's own page, with the policy that it has."""
    page.goto("plan/")
    page.locator("[data-view]:visible").wait_for()
    page.locator("[data-part=names] li").first.wait_for()
    page.wait_for_load_state("networkidle")  # what comes later would look for what the tests take out
    return page


@pytest.fixture
def links(dataset):
    """Plans of 1, 7 and 12 exercises, changed in every part and with texts, as links."""
    codes = cycle(each.code for each in dataset.exercises.values())
    items = [[f"{code}3x10-12r45l" for code in islice(codes, count)] for count in (1, 7, 12)]
    return [f"https://coach.example/limber/plan/#1.{'.'.join(each)}.t=Ankle%26calf.n=After-a-run" for each in items]


def printed(page, tmp_path):
    """The page as a printer of 150 dots an inch has it, in grey."""
    needed("poppler")
    page.pdf(path=tmp_path / "codes.pdf", format="A4")
    subprocess.run(
        ["pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", tmp_path / "codes.pdf", tmp_path / "codes"],
        check=True,
    )
    return tmp_path / "codes.png"


def test_printed_code_leads_to_the_same_plan(plan_page, modules, links, dataset, tmp_path):
    texts = plan_page.evaluate(DRAW, {"modules": modules, "addresses": links})
    found = zxingcpp.read_barcodes(Image.open(printed(plan_page, tmp_path)), formats=zxingcpp.BarcodeFormat.QRCode)
    assert sorted(each.text for each in found) == sorted(texts)
    codes = [each.code for each in dataset.exercises.values()]
    for link, text, count in zip(links, texts, (1, 7, 12), strict=True):
        assert text.startswith("https://coach.example/limber/plan/#1C.")
        read, meant = (
            plan_page.evaluate(READ, {"modules": modules, "fragment": each.split("#")[1], "codes": codes})
            for each in (text, link)
        )
        assert read == meant | {"title": "", "note": ""}
        assert len(read["steps"]) == count and (read["unread"], read["unknown"]) == ([], [])


def test_printed_code_with_a_stain_on_a_tenth_of_it_is_read(plan_page, modules, links, tmp_path):
    (text,) = plan_page.evaluate(DRAW, {"modules": modules, "addresses": links[:1]})
    picture = Image.open(printed(plan_page, tmp_path))
    corners = zxingcpp.read_barcodes(picture)[0].position
    side = (corners.bottom_right.x - corners.top_left.x + corners.bottom_right.y - corners.top_left.y) / 2
    near = (corners.top_left.x - side / 4, corners.top_left.y - side / 4)
    code = picture.crop((*map(int, near), int(near[0] + side * 1.5), int(near[1] + side * 1.5)))
    pictures = list(stained(code, side / 4, side / 4, side))
    assert len(pictures) > 20
    assert [[each.text for each in zxingcpp.read_barcodes(it)] for it in pictures] == [[text]] * len(pictures)


def test_second_decoder_agrees(plan_page, modules, links, tmp_path):
    needed("zbar")
    texts = plan_page.evaluate(DRAW, {"modules": modules, "addresses": links})
    picture = printed(plan_page, tmp_path)
    said = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=True)
    assert sorted(said.stdout.split()) == sorted(texts)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_code_is_black_on_white_with_a_quiet_zone_of_four(new_page, modules, links, scheme):
    """In forced colours, too: a phone reads nothing from white on black."""
    page = new_page(scheme=scheme)
    page.goto("plan/")
    page.emulate_media(forced_colors="active")
    page.evaluate(DRAW, {"modules": modules, "addresses": links[:1]})
    shape = page.evaluate(
        """() => { const svg = document.querySelector("body > svg"), [around, dark] = svg.querySelectorAll("path");
        const box = ({ x, y, width, height }) => [x, y, width, height];
        return [box(svg.viewBox.baseVal), box(around.getBBox()), box(dark.getBBox()),
          ...[around, dark].map((each) => getComputedStyle(each).fill)]; }"""
    )
    side = shape[0][2]
    assert shape[:3] == [[0, 0, side, side], [0, 0, side, side], [4, 4, side - 8, side - 8]]
    assert (side - 8 - 17) % 4 == 0
    assert shape[3:] == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_code_grows_to_version_9_and_then_says_so(plan_page, modules):
    said = plan_page.evaluate(
        """async (modules) => {
          const { qrCode, TooLong } = await import(`${modules}plan/qr-code.js`);
          const side = (svg) => svg.viewBox.baseVal.width - 8;
          const longest = side(await qrCode("a".repeat(230)));
          return qrCode("a".repeat(231)).then(side, (fault) => [longest, fault instanceof TooLong, fault.message]);
        }""",
        modules,
    )
    assert said == [53, True, "This plan is too long for a QR code that phones can read. Copy the link instead."]


def test_site_without_the_library_has_no_code(new_page, modules):
    page = new_page()
    page.route("**/lean-qr.js", lambda route: route.abort())
    page.goto("plan/")
    assert (
        page.evaluate("async (at) => (await import(`${at}plan/qr-code.js`)).qrCode('https://coach.example/')", modules)
        is None
    )
