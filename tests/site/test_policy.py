"""The policy that each page says of itself: before all else, for what really stands in the page, and nothing unsafe."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

import markdown
import pytest
from jinja2 import Template
from mkdocs.config import load_config

from html_tree import Element
from limber.publish.csp import KINDS
from preview import serve
from site_build import Site

READING = ("", "exercises/", "404.html")


def _policy(page: Element) -> str:
    return page.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]


def _rules(page: Element) -> dict[str, list[str]]:
    return {name: sources.split() for name, _, sources in (it.partition(" ") for it in _policy(page).split("; "))}


def _scripts(page: Element) -> list[str]:
    """What runs and stands in the page; JSON does not run."""
    found = [each for each in page.every("script") if each.attributes.get("type", "module") in ("module", "")]
    return ["".join(map(str, each.children)) for each in found if "src" not in each.attributes]


def test_each_page_says_its_policy_before_all_else(site: Site) -> None:
    for path, page in site.pages.items():
        first = page.one("head").every()[0]
        assert first.attributes.get("http-equiv") == "Content-Security-Policy", path


def test_each_script_in_a_page_is_let_in_by_its_hash_and_nothing_else_is(site: Site, subpath_site: Site) -> None:
    for of in (site, subpath_site):
        for path, page in of.pages.items():
            digests = (hashlib.sha256(each.encode()).digest() for each in _scripts(page))
            hashes = [f"'sha256-{base64.b64encode(each).decode()}'" for each in digests]
            assert hashes or path == "offline/", path
            assert _rules(page)["script-src"] == ["'self'", *hashes], path


def test_no_page_allows_what_is_unsafe(site: Site) -> None:
    for path, page in site.pages.items():
        rules = _rules(page)
        assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == ["'none'"], path
        assert rules["require-trusted-types-for"] == ["'script'"], path
        sources = {(name, each) for name, found in rules.items() if "types" not in name for each in found}
        odd = {(name, each) for name, each in sources if not re.fullmatch(r"'(self|none|sha256-[\w+/]+=*)'", each)}
        assert odd <= {("img-src", "data:"), ("media-src", "blob:")}, path
        assert {name for name, _ in sources} >= {"worker-src", "manifest-src", "connect-src"}, path


def test_no_page_says_again_that_it_has_no_media(site: Site) -> None:
    """What `default-src` says holds for media, too, and the timer has few bytes to spare."""
    said = {path: _rules(page).get("media-src") for path, page in site.pages.items()}
    assert [path for path, media in said.items() if media == ["'none'"]] == []
    assert any(said.values())


def test_no_page_has_a_style_or_a_handler_that_its_policy_would_stop(site: Site) -> None:
    for path, page in site.pages.items():
        assert page.every("style") == [], path
        odd = [name for each in page.every() for name in each.attributes if name == "style" or name.startswith("on")]
        assert odd == [], path


def test_column_of_a_coachs_table_is_aligned_without_a_style(root: Path) -> None:
    config = load_config(str(root / "mkdocs.yml"))
    table = "| a | b |\n|:-:|--:|\n| c | d |"
    shown = markdown.markdown(table, extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    assert 'align="center"' in shown and "style" not in shown


@pytest.mark.parametrize("path", READING)
def test_script_that_gets_into_a_page_does_not_run(browser: Any, site: Site, path: str) -> None:
    page = browser.new_page(base_url=site.base_url, service_workers="block")
    gotten_in = "<script>ran = 1</script><img src=x onerror='ran = 2'><svg onload='ran = 3'></svg></main>"

    def with_script(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", gotten_in))

    page.route(f"{site.base_url}{path}", with_script)
    page.goto(path)
    assert page.locator("main svg").count() and page.evaluate("window.ran") is None
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default", "while its own does"
    page.close()


def test_kinds_of_pages_are_all_in_use(root: Path) -> None:
    templates = "".join(each.read_text("utf-8") for each in (root / "overrides").rglob("*.html"))
    assert set(re.findall(r'set kind = "(\w+)"', templates)) == KINDS.keys()


def test_names_of_policies_are_those_that_scripts_make(root: Path) -> None:
    made = set()
    for file in (root / "overrides").rglob("*"):
        if file.suffix in (".js", ".html"):
            made |= set(re.findall(r'(?:createPolicy|trustedAddress)\("([\w-]+)"', file.read_text("utf-8")))
    assert {name for kind in KINDS.values() for name in kind.types.split()} - {"'none'"} == made


def test_preview_that_mkdocs_steps_in_with_can_reload_its_pages(root: Path, monkeypatch: Any) -> None:
    """Where `scripts/serve` cannot fork: MkDocs puts a script of its own into each page, another one each time."""
    partial = Template((root / "overrides" / "partials" / "policy.html").read_text("utf-8"))
    for wanted, said in (("yes", 1), ("no", 0)):
        monkeypatch.setenv("POLICY", wanted)
        config = load_config(str(root / "mkdocs.yml"))
        assert partial.render(config=config, kind="timer", policy=str).count("<meta") == said


def test_preview_asks_mkdocs_for_no_policy_where_it_cannot_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    def run(command: list[str], env: dict[str, str], **_: Any) -> int:
        asked.update(command=command, env=env)
        return 0

    monkeypatch.delattr("os.fork")
    monkeypatch.setattr("subprocess.call", run)
    monkeypatch.setattr("sys.argv", ["serve"])
    with pytest.raises(SystemExit):
        serve.main()
    assert asked["command"][1:4] == ["-m", "mkdocs", "serve"] and asked["env"]["POLICY"] == "no"
