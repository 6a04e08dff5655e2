"""Scripts and style sheets as they are sent: few files, all that they do, and nothing that was written for people."""

import shutil
import subprocess

from limber.languages.language import ENGLISH
from limber.publish import spoken_assets, vendored
from limber.publish.assets import THEME
from limber.publish.bundle import entries, files, imported
from site_build import asset_folder, build, copy

SITE = "https://coach.example/"
LIBRARY = "scripts/plan/lean-qr.js"
READ = """
import { readFileSync } from "node:fs";
import { SourceTextModule } from "node:vm";
for (const file of process.argv.slice(1)) new SourceTextModule(readFileSync(file, "utf-8"), { identifier: file });
"""
"""Reads each module and runs none; a fault is told with its file and line."""


def test_what_is_sent_is_what_is_asked_for_and_no_more(site, root):
    folder = site.folder / site.asset("")
    ours = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    assert ours == {*entries(root / "overrides"), LIBRARY, THEME}
    assert {"scripts/reading/main.js", "scripts/reading/paper.js", "scripts/timer/timer-page.js"} < ours
    assert {"styles/reading.css", "scripts/timer/heartbeat-worker.js"} < ours


def test_each_style_sheet_that_is_sent_is_asked_for(site, root):
    asking = [file.read_text("utf-8") for kind in ("html", "js") for file in site.folder.rglob(f"*.{kind}")]
    styles = [path for path in entries(root / "overrides") if path.endswith(".css")]
    assert [path for path in styles if not any(path in each for each in asking)] == []


def test_scripts_that_are_sent_are_sound_and_have_no_comments(site, root):
    """What they do, the tests in a browser say: these run what is sent, and not what is written."""
    files = {path: site.folder / site.asset(path) for path in entries(root / "overrides")}
    for path, file in files.items():
        text = file.read_text("utf-8")
        assert "@ts-check" not in text, path
        assert "/* " not in text, path
    scripts = [file for path, file in files.items() if path.endswith(".js")]
    assert len(scripts) > 5
    node = [shutil.which("node"), "--no-warnings", "--experimental-vm-modules", "--input-type=module", "--eval", READ]
    said = subprocess.run([*node, *scripts], capture_output=True, text=True, timeout=600)
    assert said.returncode == 0, said.stderr


def test_site_without_node_is_the_same_in_more_files(root, site, tmp_path):
    project = copy(root, tmp_path / "project")
    said = build(project, tmp_path / "site", SITE, BUNDLE="if possible")
    assert said.returncode == 0, said.stderr
    # Lines that begin so: anything else would stop scripts/build.
    assert said.stderr.splitlines() == [
        "Note: scripts go out in many files: esbuild is not installed; install Node 20 with npm, and build again.",
        "Note: plans have no QR code: lean-qr is not installed; install Node 20 with npm, and build again.",
    ]
    sent = tmp_path / "site" / asset_folder(tmp_path / "site")
    assert not (sent / LIBRARY).exists()
    sources = {path: (root / "overrides" / path).read_bytes() for path in files(root / "overrides")}
    for path, content in spoken_assets.files(sources, ENGLISH).items():
        assert (sent / path).read_bytes() == content
    differing = [
        path
        for path in (page.relative_to(site.folder) for page in site.folder.rglob("*.html"))
        if _but_for_the_folder(site.folder, path) != _but_for_the_folder(tmp_path / "site", path)
    ]
    naming = ["plan/index.html", "timer/index.html"]  # their modules, so that these load at once
    assert sorted(path.as_posix() for path in differing) == naming


def _but_for_the_folder(site, path):
    return (site / path).read_text("utf-8").replace(asset_folder(site), "")


def test_library_of_others_is_sent_as_it_came_under_its_licence(site, root):
    sent = (site.folder / site.asset(LIBRARY)).read_text("utf-8")
    notice, module = sent.removeprefix("/*! ").split(" */\n", 1)
    package = root / "node_modules" / "lean-qr"
    assert notice.startswith("lean-qr 2.")
    assert (package / "LICENSE").read_text("utf-8").strip() in notice
    assert module == (package / "index.mjs").read_text("utf-8")


def test_site_without_bundles_has_the_library(root, unpublished_site):
    """As `serve` sends it, which says nothing of what a build would need."""
    sent = unpublished_site.folder / unpublished_site.asset(LIBRARY)
    assert sent.read_bytes() == vendored.files(root)[LIBRARY]


def test_imports_are_found_in_every_form_and_each_once(tmp_path):
    scripts = tmp_path / "scripts"
    (scripts / "deep").mkdir(parents=True)
    (scripts / "a.js").write_text(
        '// @ts-check\nimport { b } from "./deep/b.js";\nimport * as c from "./c.js";\nimport {\n  d,\n  e as f,\n}'
        ' from "./d.js";\nimport "./e.js";\nexport { g } from "./g.js";\n'
        'const later = () => import("./later.js");\n'
        '/** @type {import("./t.js").T} or\n * {import("./d.js").D} */\nexport function h(it) {}\n'
    )
    (scripts / "deep" / "b.js").write_text('import { c } from "../c.js";\nimport { a } from "../a.js";\n')
    for name in ("c", "d", "e", "g", "later", "t"):
        (scripts / f"{name}.js").write_text("export const c = 'import \"./no.js\"';\n")
    brought = ("deep/b.js", "c.js", "d.js", "e.js", "g.js")
    assert imported(tmp_path, "scripts/a.js") == tuple(f"scripts/{each}" for each in brought)
    assert entries(tmp_path) == ("scripts/later.js", "scripts/t.js")
