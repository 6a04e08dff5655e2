"""The preview while one writes: what it shows after an edit, with a mistake, at the start and at the end."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from limber.model.nouns import Dataset
from preview_process import PATIENCE, SERVE, Preview, previewing, until
from site_build import copy, surroundings

FILE = "assets/favicon.svg"
"""Any file that no edit changes: what was edited by the test before may still be built anew."""


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy(root, tmp_path_factory.mktemp("serve") / "limber")


@pytest.fixture(scope="module")
def preview(project: Path) -> Iterator[Preview]:
    with previewing(project, "https://coach.example/physio/") as preview:
        assert preview.said.count("\n") == 1, "one line at the start, and no banner"
        yield preview


def test_the_site_is_shown_below_the_path_of_its_address(preview: Preview, dataset: Dataset) -> None:
    assert preview.address.endswith("/physio/")
    with urllib.request.urlopen(preview.address.removesuffix("physio/")) as answer:
        assert answer.url == preview.address
    status, page = preview.get(f"exercises/{next(iter(dataset.exercises))}")
    assert status == 200 and "<h1" in page


def test_what_is_not_there_earns_the_sites_own_404_page(preview: Preview) -> None:
    status, page = preview.get("nothing/")
    assert status == 404 and "<h1" in page
    for path in ("../../../said", "%2e%2e/%2e%2e/said", "../mount", "//etc/passwd", "%00", "x" * 5000, "x" * 250 + "/"):
        assert preview.get(path)[0] == 404


def test_what_is_no_address_earns_an_answer(preview: Preview) -> None:
    host = urlsplit(preview.address)
    with socket.create_connection((host.hostname, host.port), PATIENCE) as connection:
        connection.sendall(b"GET http://[ HTTP/1.0\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.0 400 ")


@pytest.mark.parametrize(
    ("asked", "first", "end"),
    [
        ("0-9", 0, 10),
        ("5-5", 5, 6),
        ("20-", 20, None),
        ("-7", -7, None),
        ("3-99999999", 3, None),
        ("-99999999", 0, None),
    ],
)
def test_a_part_of_a_file_is_sent_alone(preview: Preview, asked: str, first: int, end: int | None) -> None:
    """Safari plays a film only from a server that does."""
    whole = _asked(preview, FILE)[2]
    expected = range(len(whole))[first:end]
    status, headers, body = _asked(preview, FILE, f"bytes={asked}")
    assert (status, body) == (206, whole[first:end])
    assert headers["Content-Range"] == f"bytes {expected.start}-{expected.stop - 1}/{len(whole)}"
    assert headers["Content-Length"] == str(len(body))


@pytest.mark.parametrize("asked", ["99999999-", "99999999-999999999", "-0"])
def test_a_part_that_a_file_does_not_have_is_refused(preview: Preview, asked: str) -> None:
    whole = _asked(preview, FILE)[2]
    status, headers, _ = _asked(preview, FILE, f"bytes={asked}")
    assert (status, headers["Content-Range"]) == (416, f"bytes */{len(whole)}")


@pytest.mark.parametrize(
    "asked", ["bytes=0-1,4-5", "bytes=9-3", "bytes=-", "bytes=a-", "lines=0-1", f"bytes={'9' * 5000}-"]
)
def test_what_asks_for_no_single_part_earns_the_whole_file(preview: Preview, asked: str) -> None:
    whole = _asked(preview, FILE)
    assert _asked(preview, FILE, asked)[::2] == (200, whole[2])
    assert whole[1]["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(("path", "status"), [("", 200), ("nothing/", 404)])
def test_a_page_is_whole_and_has_what_shows_edits(preview: Preview, path: str, status: int) -> None:
    got, headers, page = _asked(preview, path, "bytes=0-9")
    assert got == status and "Accept-Ranges" not in headers and b"livereload.js" in page


def test_an_edit_of_the_same_size_and_date_is_shown(preview: Preview) -> None:
    """As an archive brings it, or a program that keeps two folders alike."""
    page = preview.project / "content" / "safety.md"
    before, other = page.read_text("utf-8"), page.with_name(".other")
    status = page.stat()
    letter = before[before.index("# ") + 2]
    for text, shown in ((before.replace(f"# {letter}", "# Q", 1), True), (before, False)):
        other.write_text(text, "utf-8")
        os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
        other.replace(page)
        until(lambda shown=shown: ("<h1" in (got := preview.get("safety/")[1]) and ">Q" in got) == shown)


EDITS = [
    ("data/exercises.yaml", "name: Calf stretch", "name: {word}", "exercises/calf-stretch/"),
    ("content/safety.md", "# ", "# {word}, ", "safety/"),
    ("overrides/components/exercise-page/exercise-page.html", "<h1", '<h1 title="{word}"', "exercises/{id}/"),
    ("overrides/styles/tokens.css", ":root", "/* {word} */\n:root", "{assets}styles/tokens.css"),
    ("scripts/limber/site/pages.py", "it.id, it.name", 'it.id, "{word}"', "exercises/{id}/"),
    ("mkdocs.yml", "nav:\n", "nav:\n  - {word}: for-programs.md\n", ""),
    ("data/site.yaml", "name: ", "name: {word}, ", ""),
]
"""Of each kind of file one, and where it is shown."""


def test_an_edit_is_shown(preview: Preview, dataset: Dataset) -> None:
    def shown(path: str) -> str:
        assets = re.findall(r"assets/[0-9a-f]+/", preview.get()[1])[0]
        return preview.get(path.format(id=next(iter(dataset.exercises)), assets=assets))[1]

    before = {file: (preview.project / file).read_text("utf-8") for file, *_ in EDITS}
    try:
        for number, (file, old, new, path) in enumerate(EDITS):
            word = f"Lengthening {number}"
            assert old in before[file], file
            (preview.project / file).write_text(before[file].replace(old, new.replace("{word}", word)), "utf-8")
            until(lambda word=word, path=path: word in shown(path))  # type: ignore[misc]
    finally:
        for file, text in before.items():
            (preview.project / file).write_text(text, "utf-8")
    until(lambda: not any("Lengthening" in shown(path) for *_, path in EDITS))


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("data/exercises.yaml", "    name: ", "    nmae: ", "data/exercises.yaml:"),
        ("data/site.yaml", "name: ", "nmae: ", "data/site.yaml:"),
        ("content/index.md", "\n# ", '\n{{ exercise("calf-strech") }}\n\n# ', "calf-strech"),
        ("content/index.md", "\n# ", "\n[Nowhere](nowhere.md)\n\n# ", "nowhere.md"),
        ("scripts/hooks.py", "import sys\n", "import sys\nimport nowhere\n", "No module named 'nowhere'"),
    ],
)
def test_with_a_mistake_the_last_good_site_stays_up(
    preview: Preview, file: str, old: str, new: str, words: str
) -> None:
    good = preview.get()
    before = len(preview.said)
    with preview.edit(file, old, new):
        until(lambda: "Not rebuilt" in preview.said[before:])
        assert words in preview.said[before:]
        assert preview.get() == good, "and pages that are open have no reason to reload"
    assert preview.get()[0] == 200


def test_an_open_page_turns_into_the_new_one(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(preview.address + "exercises/calf-stretch/")
    with preview.edit("data/exercises.yaml", "name: Calf stretch", "name: Calf lengthening"):
        page.get_by_role("heading", name="Calf lengthening", level=1).wait_for(timeout=PATIENCE * 1000)
    page.get_by_role("heading", name="Calf stretch", level=1).wait_for(timeout=PATIENCE * 1000)
    page.close()


def test_a_mistake_at_the_start_is_shown_in_place_of_the_site_and_the_library_where_that_is_asked(
    root: Path, tmp_path: Path, browser: Browser
) -> None:
    """And an edit of one of its files. It is of the few records of the site, since all of a library take longer."""
    project = copy(root, tmp_path / "limber")
    library = project / "data" / "library"
    for file in (*library.glob("*.yaml"), library / "published.txt"):
        file.unlink()
    library.joinpath("pages", "index.md").write_text("# Home\n", "utf-8")
    data = library / "feet.yaml"
    data.write_text('exercises:\n  "<b>": [\n', "utf-8")
    with previewing(project, "https://coach.example/", "--library") as preview:
        status, text = preview.get()
        assert status == 503 and "&lt;b&gt;" in text
        page = browser.new_page()
        page.goto(preview.address)
        assert page.get_by_role("heading").inner_text() == "The site could not be built"
        assert "data/library/feet.yaml:2" in page.locator("pre").inner_text()
        data.write_bytes((root / "data" / "exercises.yaml").read_bytes())
        page.get_by_role("link", name="Exercises").first.wait_for(timeout=PATIENCE * 1000)
        page.close()
        assert "scripts/add calf-stretch" in preview.get("exercises/calf-stretch/")[1]
        with preview.edit("data/library/feet.yaml", "    name: Calf stretch\n", "    name: Deep stretch\n"):
            until(lambda: ">Deep stretch</h1>" in preview.get("exercises/calf-stretch/")[1])


def test_a_server_that_is_killed_leaves_nothing_behind(project: Path, tmp_path: Path) -> None:
    environment = surroundings(TMPDIR=str(tmp_path), PYTHONPATH="scripts")
    process = subprocess.Popen([*SERVE, "0"], cwd=project, env=environment, stdout=subprocess.DEVNULL)
    until(lambda: any(tmp_path.glob("*/shown")))
    os.kill(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)
    until(lambda: not list(tmp_path.iterdir()))


@pytest.mark.parametrize(
    ("argument", "words"), [("taken", "cannot be used"), ("http", "is no port"), ("65536", "cannot be used")]
)
def test_a_port_that_cannot_be_had_earns_one_sentence(preview: Preview, argument: str, words: str) -> None:
    port = re.findall(r":(\d+)/", preview.address)[0] if argument == "taken" else argument
    said = subprocess.run(
        [*SERVE, port],
        cwd=preview.project,
        env=surroundings(PYTHONPATH="scripts"),
        capture_output=True,
        text=True,
    )
    assert said.returncode == 1 and words in said.stderr and said.stderr.count("\n") == 1
    assert said.stdout == ""


def _asked(preview: Preview, path: str, part: str = "") -> tuple[int, Mapping[str, str], bytes]:
    """What a request for a part is answered with: status, headers, body."""
    request = urllib.request.Request(preview.address + path, headers={"Range": part} if part else {})
    try:
        answer = urllib.request.urlopen(request, timeout=PATIENCE)
    except urllib.error.HTTPError as refused:
        answer = refused
    with answer:
        return answer.status, answer.headers, answer.read()
