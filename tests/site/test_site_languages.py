"""A site in several languages: each page leads to itself in the others, and each file says which one it speaks."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin

from html_tree import Element
from limber import wording
from site_build import Site
from site_links import broken

ALL = {"en": "", "de": "de/", "es": "es/"}
SAID = {
    "en": ("Mobility and strength for the feet and hips of trail runners", "Text and code under the MIT licence"),
    "de": ("Beweglichkeit und Kraft für Füße und Hüften von Trailläufern", "Text und Code unter der MIT-Lizenz"),
    "es": (
        "Movilidad y fuerza para los pies y las caderas de quienes corren por montaña",
        "Texto y código con licencia MIT",
    ),
}
"""What the site says of itself in each."""


def _alternates(page: Element) -> dict[str, str]:
    found = (link.attributes for link in page.every("link") if "hreflang" in link.attributes)
    return {each["hreflang"]: each["href"] for each in found if each["rel"].split() == ["alternate"]}


def test_each_page_names_itself_in_each_language_and_is_named_by_these(languages_site: Site) -> None:
    """Also in the site maps: plans and the timer only there, and the paper of a plan nowhere."""
    named, bare = {}, {}
    for path, page in languages_site.pages.items():
        canonical = [link.attributes["href"] for link in page.every("link", rel="canonical")]
        if path.endswith(("plan/", "timer/", "plan/sheet/", "plan/cards/")):
            assert _alternates(page) == {}
            place = path.removeprefix(ALL[page.one("html").attributes["lang"]])
            others = {code: f"{languages_site.address}{below}{place}" for code, below in ALL.items()}
            bare[languages_site.address + path] = others | {"x-default": others["en"]}
        elif canonical:
            named[canonical[0]] = _alternates(page)
            code = page.one("html").attributes["lang"]
            assert named[canonical[0]][code] == canonical[0] == languages_site.address + path
    assert len(named) > 60
    for others in named.values():
        assert {*others} == {*ALL, "x-default"} and others["x-default"] == others["en"]
        assert [named[others[code]] for code in ALL] == [others] * 3
    mapped = {}
    for below in ALL.values():
        text = (languages_site.folder / below / "sitemap.xml").read_text("utf-8")
        for entry in re.findall("<url>(.*?)</url>", text):
            said = re.findall('hreflang="(.+?)" href="(.+?)"', entry)
            mapped[re.findall("<loc>(.*?)</loc>", entry)[0]] = dict(said)
    said = named | bare
    assert mapped == {address: said[address] for address in mapped} and len(mapped) > 60


def test_each_page_has_a_link_to_itself_in_each_language(languages_site: Site) -> None:
    """By its own name. The page for lost readers leads to start pages, and paper to no other language."""
    for path, page in languages_site.pages.items():
        links = [each for each in page.every("a") if "hreflang" in each.attributes]
        if re.search(r"(^|/)(sheets|cards|offline|plan/(sheet|cards))/|/sheet/$", path):
            assert links == []
            continue
        code = page.one("html").attributes["lang"]
        place = "" if path.endswith("404.html") else path.removeprefix(ALL[code])
        assert [each.text for each in links] == ["English", "Deutsch", "Español"], path
        for link in links:
            to = link.attributes["hreflang"]
            assert link.attributes["lang"] == to
            assert ("aria-current" in link.attributes) == (to == code)
            assert urljoin("/" + path, link.attributes["href"]) == f"/{ALL[to]}{place}"


def test_links_of_all_languages_lead_somewhere(languages_site: Site) -> None:
    assert broken(languages_site) == []


def test_files_of_a_language_say_it_and_stay_within_it(languages_site: Site) -> None:
    for code, below in ALL.items():
        folder = languages_site.folder / below
        home = languages_site.pages[below]
        assert json.loads((folder / "search" / "search_index.json").read_text("utf-8"))["config"]["lang"] == [code]
        stems = sorted(each.name for each in (folder / "assets/javascripts").glob("lunr/min/*"))
        assert stems == ([] if code == "en" else [f"lunr.{code}.min.js", "lunr.stemmer.support.min.js"])
        manifest = json.loads((folder / "manifest.webmanifest").read_text("utf-8"))
        assert (manifest["lang"], manifest["id"]) == (code, f"/{below}")
        site = json.loads((folder / "api" / "v1" / "site.json").read_text("utf-8"))
        assert site["language"] == code
        assert (site["description"], site["licence"]) == SAID[code]
        assert home.one("footer").text.count(site["licence"]) == 1
        assert code == "en" or not [
            path for path, page in languages_site.pages.items() if path.startswith(below) and SAID["en"][0] in page.text
        ]
        feed = (folder / "changes.atom").read_text("utf-8")
        assert f'xml:lang="{code}"' in feed and f"<id>{languages_site.address}{below}changes.atom</id>" in feed
        calendar = (folder / "calendar" / "foot-and-hip.ics").read_text("utf-8").replace("\n ", "")
        assert f"{languages_site.address}{below}timer/" in calendar
        others = [each.attributes["content"] for each in home.every("meta", property="og:locale:alternate")]
        assert len(others) == 2 and home.one("meta", property="og:locale").attributes["content"] not in others
        image = languages_site.pages[f"{below}routines/foot-and-hip/"].one("meta", property="og:image")
        assert image.attributes["content"].startswith(f"{languages_site.address}{below}link-images/")


def test_sheets_and_plans_lead_to_pages_in_their_language(languages_site: Site) -> None:
    sheet = languages_site.pages["de/sheets/foot-and-hip/"].text.replace("\u200b", "").replace("\u2060", "")
    assert "coach.example/de/" in re.sub(r"\s", "", sheet)
    plan = languages_site.pages["de/plan/"].one("main").attributes
    assert plan["data-address"] == f"{languages_site.address}de/plan/"


def test_pages_of_a_coach_are_in_each_language_and_keep_their_fragments(languages_site: Site) -> None:
    for path in ("safety/", "for-programs/", ""):
        english, *others = (
            {
                each.attributes["id"]
                for each in languages_site.pages[below + path].every("h2")
                if "id" in each.attributes
            }
            for below in ALL.values()
        )
        assert english and others == [english, english]
    assert languages_site.pages["de/safety/"].one("h1").text == "Sicherheit und Vorsicht"
    titles = {below: languages_site.pages[below].one("nav", class_="frame-nav").text.split() for below in ALL.values()}
    assert titles["es/"] == ["Rutinas", "Ejercicios", "Temporizador", "Material", "Seguridad"]
    assert "de/de/safety/" not in languages_site.pages and "es/de/safety/" not in languages_site.pages


def test_examples_for_programs_are_in_the_language_of_their_page(root: Path, languages_site: Site) -> None:
    """What a reader is told to expect of the API below that page's own folder."""
    for below in ALL.values():
        page = (root / "content" / below / "for-programs.md").read_text("utf-8")
        api = languages_site.folder / below / "api" / "v1"
        sent = "".join(each.read_text("utf-8") for each in api.glob("**/*.json")).replace(wording.NARROW, " ")
        texts = re.findall(r'"(?:name|words)": "(.+?)"', page)
        answer = re.findall(r"```text\n(.+?)```", page, re.DOTALL)[0]
        assert len(texts) == 4 and len(answer.splitlines()) == 3
        for text in [*texts, *(each for line in answer.splitlines() for each in line.split(": "))]:
            assert json.dumps(text, ensure_ascii=False) in sent, (below, text)


def test_site_of_one_language_has_nothing_of_it(site: Site) -> None:
    assert [path for path, page in site.pages.items() if [*page.every("a", hreflang="en"), *_alternates(page)]] == []
    assert "limber-language" not in (site.folder / "index.html").read_text("utf-8")
    assert "de/safety/" not in site.pages
