"""The folder of scripts and styles: another name for other files, one in a whole site, and none for a coach's own."""

import re

from limber.publish.assets import AssetFiles
from site_build import build, copy

ADDRESS = "https://coach.example/physio/"


def folder_of(tmp_path, *files):
    return AssetFiles(tmp_path, {file[0]: file[1:].encode() for file in files}).folder


def test_folder_has_another_name_for_any_other_file_or_place(tmp_path):
    first = folder_of(tmp_path, "a1", "b2")
    assert re.fullmatch(r"assets/[0-9a-f]{10}/", first)
    assert first == folder_of(tmp_path, "b2", "a1")
    others = [("a1", "b3"), ("a1",), ("a1", "c2"), ("a12", "b"), ("a2", "b1")]
    assert len({first, *(folder_of(tmp_path, *each) for each in others)}) == 6


def test_pages_name_the_folder_of_their_own_build_only(site):
    for file in site.folder.rglob("*.html"):
        assert set(re.findall(r"assets/[0-9a-f]{8,}/", file.read_text("utf-8"))) == {site.asset("")}, file
    ours = {file.relative_to(site.folder).as_posix() for file in site.folder.rglob("main.js")}
    assert ours == {site.asset("scripts/reading/main.js")}


def test_nothing_of_the_editor_is_published(site):
    files = [file for file in site.folder.rglob("*") if file.suffix in (".js", ".css", ".html")]
    assert files and not [file for file in files if "x-editor-token" in file.read_text("utf-8").lower()]


def test_style_of_a_coachs_own_stays_where_it_is(root, tmp_path):
    project = copy(root, tmp_path / "project")
    (project / "content" / "own").mkdir()
    (project / "content" / "own" / "mine.css").write_text("body { color: teal }", "utf-8")
    (project / "content" / "own" / "mine.js").write_text("export {};", "utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    text = text.replace("extra_css:\n", "extra_css:\n  - own/mine.css\n")
    text = text.replace("extra_javascript:\n", "extra_javascript:\n  - own/mine.js\n")
    settings.write_text(text, "utf-8")
    said = build(project, tmp_path / "site", ADDRESS)
    assert said.returncode == 0, said.stderr
    page = (tmp_path / "site" / "safety" / "index.html").read_text("utf-8")
    assert '"../own/mine.css"' in page and '"../own/mine.js"' in page
    assert re.search(r'"\.\./assets/[0-9a-f]{10}/scripts/reading/main\.js"', page)


def test_file_of_a_coachs_own_stays_whatever_it_is_called(root):
    sent = AssetFiles.of(root, root / "overrides", bundled=False)
    assert sent.moved("scripts/reading/main.js") == sent.path("scripts/reading/main.js") != "scripts/reading/main.js"
    assert sent.moved("styles/reading.css") == sent.path("styles/reading.css")
    assert sent.moved("reading.css") == "reading.css"
    assert sent.moved("main.js") == "main.js"
    assert sent.moved("assets/mine.js") == "assets/mine.js"
