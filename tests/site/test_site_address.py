"""The site's own address, as an author writes it in SITE_URL and as browsers send it."""

from __future__ import annotations

from pathlib import Path

import pytest

from limber.site import address
from site_build import build, copy

COMMON = "https://coach.example/physio/"


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        (COMMON, COMMON),
        ("https://übungen.example/", "https://xn--bungen-2ya.example/"),
        ("https://coach.example/füße/", "https://coach.example/f%C3%BC%C3%9Fe/"),
        ("https://coach.example:8443/f%C3%BC/ß/", "https://coach.example:8443/f%C3%BC/%C3%9F/"),
        ("https://例え.example/体操/", "https://xn--r8jz45g.example/%E4%BD%93%E6%93%8D/"),
    ],
)
def test_letters_of_any_language_are_sent_as_browsers_send_them(written: str, sent: str) -> None:
    assert address.in_ascii(written) == sent


@pytest.mark.parametrize("written", ["https://ü..example/", f"https://{'ü' * 80}.example/", "https://ü:port/"])
def test_an_address_without_a_host_is_refused_with_what_to_do(written: str) -> None:
    with pytest.raises(ValueError, match=r"SITE_URL.*no host[^\n]*\n    Copy it from the browser"):
        address.in_ascii(written)


@pytest.mark.parametrize("of_nobody", ["https://limber.example/", "http://127.0.0.1:8000/", "http://localhost:8000/x/"])
def test_a_preview_is_published_nowhere(of_nobody: str) -> None:
    assert [address.published(each) for each in (of_nobody, COMMON)] == ["", COMMON]


def test_a_site_at_an_address_with_an_umlaut_is_built_with_links_that_lead_there(root: Path, tmp_path: Path) -> None:
    project = copy(root, tmp_path / "project")
    said = build(project, tmp_path / "site", "https://übungen.example/füße/")
    assert (said.returncode, said.stderr) == (0, "")
    home = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://xn--bungen-2ya.example/f%C3%BC%C3%9Fe/">' in home
    assert "übungen" not in home
    calendar = next((tmp_path / "site" / "calendar").glob("*.ics")).read_text("utf-8").replace("\r\n ", "")
    assert "https://xn--bungen-2ya.example/f%C3%BC%C3%9Fe/routines/" in calendar
