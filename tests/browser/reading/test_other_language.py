"""Pages of a site whose records have hardly any words in its language: all that is in another one says so."""

import re
import shutil

import pytest
from playwright.sync_api import Error, expect

import quick_yaml
from fixed_words import READ
from html_tree import tree
from limber.build_cache import BuildCache
from limber.dataset import record_texts
from limber.languages import catalogues
from limber.model import sides
from page_kinds import shown
from site_build import build, copy, serving
from timer_driver import Timer

COACH = "https://coach.example/"
PARTLY = {
    "de": "equipment:\n  mirror: {name: Spiegel, description: Einer für die Füße.}\n"
    "exercises:\n  calf-stretch: {name: Wadendehnung}\n",
}
SEARCH = {"de": "Suchen", "fr": "Rechercher"}
LEFT = f"""([texts, messages, titles]) => {{
    const english = new RegExp(texts, "iu");
    const bare = (text) => text.replace(/[\\s\u202f\u00a0]+/g, " ").replace(/\u2011/g, "-").trim();
    const plain = (text) => titles.reduce((all, title) => all.replaceAll(title, ""), bare(text));
    const unread = "script, style, noscript, code, template, .link-actions, .link-list, .paper-address";
    const isOther = (element) => element.closest("[lang]").lang === "en" || element.closest(unread);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const left = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {{
        const text = plain(node.data);
        if (!isOther(node.parentElement) && (english.test(text) || messages.includes(text))) left.push(text);
    }}
    const names = {[*READ]};
    for (const element of document.querySelectorAll(names.map((name) => `[${{name}}]`).join())) {{
        if (isOther(element)) continue;
        left.push(...names.map((name) => element.getAttribute(name) ?? "").filter((text) => messages.includes(text)));
    }}
    return left;
}}"""
"""Texts of records, and messages, that stand on a page in English as if they were in its language."""


@pytest.fixture(scope="module", params=[*PARTLY, "fr"])
def partly(root, once, request):
    """A site in a language that some of a record's and all of a thing's texts are in, or none."""
    code = request.param
    if code not in PARTLY:
        yield code, request.getfixturevalue("french_site")
        return

    def make(folder):
        project = copy(root, folder / "project")
        (project / "node_modules").symlink_to(root / "node_modules")
        shutil.rmtree(project / "data" / "languages")
        (project / "data" / "languages").mkdir()
        (project / "data" / "languages" / f"{code}.yaml").write_text(PARTLY[code], "utf-8")
        done = build(root=project, target=folder / "site", address=COACH, SITE_LANGUAGE=code)
        assert done.returncode == 0, done.stderr

    with serving(once(f"partly-{code}", make) / "site", COACH) as site:
        yield code, site


@pytest.fixture(scope="module")
def english(root, partly):
    """What finds the texts of records, and all messages that are said otherwise."""
    language = catalogues.language(partly[0], root / "overrides" / "languages", BuildCache())
    said = {each for forms in language.messages.values() for each in forms}
    messages = [
        id_.split("\x04")[-1] for id_, forms in language.messages.items() if id_ not in forms and "{" not in id_
    ]
    found = set()
    data = quick_yaml.read(root / "data" / "exercises.yaml")
    for (table, id_), _, texts in record_texts.of_data(data):
        if (table, id_) != ("equipment", "mirror") or partly[0] == "fr":
            found |= {sides.said(text, side) for _, text in texts.values() for side in ("right", "left")}
    known = sorted({each.rstrip(".").lower() for each in found - said}, key=len, reverse=True)
    any_of = "|".join(re.sub(r"([.()?*+/])", r"\\\1", each) for each in known)
    return [
        f"(?<!\\p{{L}})(?:{any_of})(?!\\p{{L}})",
        [each for each in messages if each not in said],
        [each["title"] for each in data["sources"].values()],
    ]


@pytest.fixture
def all_is_marked(english):
    """Looks at what a page says, once the script has come that marks what others show."""

    def look(page, where):
        try:
            page.wait_for_function(f"known => !({LEFT})(known).length", arg=english, polling=50)
        except Error:
            pytest.fail(f"{where}: {page.evaluate(LEFT, english)}")

    return look


def test_no_english_is_on_any_page_but_marked(new_page, partly, all_is_marked, kinds):
    code, site = partly
    page = new_page(site)
    plan = kinds["plan to read"].removeprefix("plan/")
    more = {"plan's sheet": f"plan/sheet/{plan}", "plan's cards": f"plan/cards/?backs{plan}", "lost": "404.html"}
    for kind, address in {**kinds, **more}.items():
        shown(page, address)
        page.wait_for_load_state("networkidle")
        all_is_marked(page, kind)
        assert page.locator("html").get_attribute("lang") == code, kind
    page.goto("")
    page.get_by_role("button", name=SEARCH[code]).click()
    page.locator(".search-dialog input").fill("pelvic")
    page.locator(".search-dialog__figure svg").first.wait_for()
    all_is_marked(page, "search")
    if code == "fr":  # it has no pages of content/
        page.locator(".search-dialog input").fill("fainting")
        found = page.locator("article[lang=en]", has=page.get_by_role("heading", name="Safety and care"))
        expect(found.locator("h1 + [lang=fr]")).to_have_text("Anglais")


def test_timer_says_no_english_but_marked(new_page, partly, all_is_marked):
    page = new_page(partly[1])
    page.goto("timer/")
    page.locator("[data-free-timer]").wait_for()
    all_is_marked(page, "chooser")
    timer = Timer.with_clock(page)
    timer.open("?exercise=calf-stretch")
    all_is_marked(page, "ready for an exercise")
    timer.open()
    all_is_marked(page, "ready")
    timer.press("main").run(12)
    all_is_marked(page, "run")
    expect(timer.stage.locator(".timer-stage__name").locator("[lang=en], :scope[lang=en]")).to_have_count(1)
    timer.press("main")
    all_is_marked(page, "pause")
    timer.press("main")
    page.evaluate(
        """() => {
            const stage = document.querySelector(".timer-stage");
            while (stage.dataset.mode === "running") stage.querySelector("[data-action=skip]").click();
        }"""
    )
    all_is_marked(page, "end")


def test_records_are_in_the_language_of_the_site_or_say_that_they_are_not(partly):
    code, site = partly
    for page in site.folder.rglob("*"):
        if page.is_file() and page.suffix in (".html", ".json", ".xml", ".atom", ".txt", ".ics"):
            assert not re.search("[\ue000-\ue002]", page.read_text("utf-8")), page
    stretch = tree((site.folder / "exercises" / "calf-stretch" / "index.html").read_text("utf-8"))
    assert (stretch.one("h1").text, stretch.one("h1").attributes["lang"]) == ("Calf stretch", "en")
    assert {each.attributes.get("lang") for each in stretch.every("svg", role="img")} == {"en"}
    things = tree((site.folder / "equipment" / "index.html").read_text("utf-8"))
    said = {each.text: each.attributes.get("lang") for each in things.every() if each.attributes.get("id")}
    mirror = {"de": ("Spiegel", None), "fr": ("Mirror", "en")}
    assert said[mirror[code][0]] == mirror[code][1] and said["Half dome"] == "en"
