"""The headers that hosts are told to send: the same for each, no narrower than the pages, and really sent."""

from __future__ import annotations

import fnmatch
import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import hosts
from kept_site import kept
from limber.publish import host_headers
from limber.publish.csp import Policies
from site_build import Site, serving
from tools import host_examples

FOR_EVER, ASK = "public, max-age=31536000, immutable", "no-cache"
EXPECTED = {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


@pytest.fixture(scope="module")
def policy(root: Path) -> str:
    return Policies(root / "overrides" / "partials").header


def rules(policy: str) -> dict[str, set[str]]:
    return {name: set(sources.split()) for name, _, sources in (each.partition(" ") for each in policy.split("; "))}


def meta(page: Any) -> str:
    found: str = page.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    return found


def listed(site: Site) -> list[tuple[str, dict[str, str]]]:
    """The rules of `_headers`: a pattern of paths, and headers."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in (site.folder / "_headers").read_text("utf-8").splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            assert name not in found[-1][1]
            found[-1][1][name] = value
        elif not line.startswith("#"):
            found.append((line, {}))
    return found


def test_header_says_what_the_pages_say_and_who_may_frame_them(site: Site, policy: str) -> None:
    """Both hold at once, so what a page allows and the header does not would be stopped on such hosts only."""
    header = rules(policy)
    assert header.pop("frame-ancestors") == {"'none'"}
    own = [rules(meta(page)) for page in site.pages.values()]
    for name, sources in header.items():
        assert sources - {"'none'"} == set().union(*(each.get(name, set()) for each in own)) - {"'none'"}, name
    assert {name for each in own for name in each} - header.keys() == {"require-trusted-types-for", "trusted-types"}


def test_headers_file_has_one_rule_for_all_and_keeps_for_ever_what_is_named_by_its_content(
    site: Site, subpath_site: Site, policy: str
) -> None:
    for of, mount in ((site, "/"), (subpath_site, "/physio/limber/")):
        (everywhere, always), *named = listed(of)
        assert everywhere == f"{mount}*"
        assert always == host_headers.headers(policy)
        assert all(headers == {"Cache-Control": FOR_EVER} for _, headers in named)
        files = [path.relative_to(of.folder).as_posix() for path in of.folder.rglob("*") if path.is_file()]
        kept = {each for each in files for pattern, _ in named if fnmatch.fnmatch(f"{mount}{each}", pattern)}
        assert {re.sub(r"\.[0-9a-f]{8}\.min", "", each) for each in kept} >= {
            "assets/javascripts/bundle.js",
            "assets/javascripts/workers/search.js",
            "assets/stylesheets/main.css",
            "assets/stylesheets/palette.css",
        }
        assert [each for each in kept if not re.search(r"[./][0-9a-f]{8,}[./]", each)] == []
        assert max(map(len, (of.folder / "_headers").read_text("utf-8").splitlines())) < 2000, "Cloudflare's limit"


def test_apache_is_told_the_same_headers_and_kinds_of_files(policy: str) -> None:
    said = host_headers.files(policy, "/physio/limber/", ())[".htaccess"]
    lines = [line.strip() for line in said.splitlines() if not line.startswith("#")]
    assert lines == [
        "ErrorDocument 404 /physio/limber/404.html",
        "AddType text/calendar .ics",
        "AddType application/atom+xml .atom",
        "AddType application/manifest+json .webmanifest",
        "<IfModule mod_headers.c>",
        *(f'Header always set {name} "{value}"' for name, value in host_headers.headers(policy).items()),
        f'Header always set Cache-Control "{ASK}"',
        f'<If "%{{REQUEST_URI}} =~ m#{host_headers.NAMED_BY_CONTENT}#">',
        f'Header always set Cache-Control "{FOR_EVER}"',
        "</If>",
        "</IfModule>",
    ]


def test_guide_has_the_examples_of_now() -> None:
    text = host_examples.GUIDE.read_text("utf-8")
    assert host_examples.text(text) == text, "run: scripts/generate"
    assert host_examples.text(text.replace("nosniff", "")) == text


def examples(text: str) -> dict[str, str]:
    return dict(re.findall(r"```(nginx|caddy)\n(.*?)```", text, re.DOTALL))


HOSTS: dict[str, tuple[tuple[str, ...], Callable[..., Any]]] = {
    "apache": (("apache2", "httpd"), hosts.apache),
    "nginx": (("nginx",), hosts.nginx),
    "caddy": (("caddy",), hosts.caddy),
}


@contextmanager
def running(name: str, site: Site, scratch: Path) -> Iterator[str]:
    """The address of a site on a host, if that is here."""
    programs, run = HOSTS[name]
    if not hosts.program(*programs):
        pytest.skip(f"{name} is not here; what it would be told is compared all the same")
    example = examples(host_examples.GUIDE.read_text("utf-8")).get(name)
    with run(site.folder, scratch, *([example] if example else [])) as address:
        yield address


@pytest.fixture(params=HOSTS)
def host(request: pytest.FixtureRequest, site: Site, tmp_path: Path) -> Iterator[str]:
    """The address of the site on a host that is here."""
    with running(request.param, site, tmp_path) as address:
        yield address


def test_host_sends_what_it_is_told(host: str, site: Site, policy: str) -> None:
    bundle = next((site.folder / "assets" / "javascripts").glob("bundle.*.js")).name
    calendar = next((site.folder / "calendar").glob("*.ics")).name
    wanted = {name.lower(): value for name, value in host_headers.headers(policy).items()}
    assert wanted.items() >= EXPECTED.items() and "frame-ancestors 'none'" in wanted["content-security-policy"]
    for path, status, kind, cache in (
        ("", 200, "text/html", ASK),
        ("timer/", 200, "text/html", ASK),
        ("api/v1/exercises.json", 200, "application/json", ASK),
        ("assets/favicon.svg", 200, "image/svg+xml", ASK),
        (f"calendar/{calendar}", 200, "text/calendar", ASK),
        (f"assets/javascripts/{bundle}", 200, "text/javascript", FOR_EVER),
        ("nowhere/", 404, "text/html", ASK),
    ):
        got, headers = hosts.asked(host + path)
        assert got == status, path
        assert headers.items() >= {**wanted, "cache-control": cache}.items(), path
        assert headers["content-type"].split(";")[0] == kind, path


@pytest.mark.parametrize("name", HOSTS)
def test_host_has_a_page_of_each_language_for_what_is_lost(name: str, languages_site: Site, tmp_path: Path) -> None:
    with running(name, languages_site, tmp_path) as address:
        for path, language in (("nowhere", "en"), ("nowhere/at/all/", "en"), ("de/nowhere/", "de"), ("es/no/no", "es")):
            with pytest.raises(urllib.error.HTTPError) as answer:
                urllib.request.urlopen(address + path)
            assert answer.value.code == 404, path
            assert f'<html lang="{language}"' in answer.value.read().decode(), path


def test_device_keeps_the_site_that_it_has_from_the_host(new_page: Any, host: str, site: Site) -> None:
    page = new_page(of=replace(site, base_url=host), service_workers="allow")
    page.goto("safety/")
    kept(page)


def worker_files(site: Site) -> set[str]:
    """What a device keeps, all of it or nothing."""
    (build,) = re.findall(
        r"^const BUILD = (.+);$", (site.folder / "service-worker.js").read_text("utf-8"), re.MULTILINE
    )
    return set(json.loads(build)["files"])


def test_no_device_waits_for_a_file_that_its_host_reads_and_does_not_send(site: Site, policy: str) -> None:
    assert worker_files(site) and not worker_files(site) & host_headers.files(policy, "/", ()).keys()


def test_site_works_behind_the_headers(new_page: Any, site: Site, policy: str, kinds: dict[str, str]) -> None:
    """`new_page` fails on what the console says, such as of a rule that is broken or a feature that is unknown."""
    with serving(site.folder, site.address, host_headers.headers(policy)) as behind:
        page = new_page(of=behind, service_workers="allow")
        for path in kinds.values():
            answer = page.goto(path)
            assert answer is None or answer.headers["content-security-policy"] == policy
        page.goto("exercises/")
        page.get_by_role("button", name="Search").click()
        page.keyboard.type("foot")
        page.locator(".search-dialog .md-search-result__item").first.wait_for()
        kept(page)


def test_no_other_site_shows_a_page_within_its_own(browser: Any, site: Site, policy: str) -> None:
    with serving(site.folder, site.address, host_headers.headers(policy)) as behind:
        page = browser.new_page()
        said = []
        page.on("console", lambda it: said.append(it.text))
        page.set_content(f'<iframe src="{behind.base_url}plan/"></iframe>')
        page.wait_for_function("frames.length === 1")
        frame = page.frames[1]
        frame.wait_for_load_state()
        assert frame.url.startswith("chrome-error:") and any("frame-ancestors" in each for each in said)
        page.close()
