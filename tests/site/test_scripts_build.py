"""What scripts/build does around MkDocs: what it asks for and hands on, and that site/ is whole whatever happens."""

import json
import os
import subprocess
import sys

import pytest

from site_build import copy, surroundings

MKDOCS = """
import os, pathlib, sys
def cli():
    site = pathlib.Path(sys.argv[-1])
    site.mkdir()
    (site / "pdf.txt").write_text(os.environ["PDF"])
    print("Note: a remark")
    print("INFO - built")
    {then}
"""


def stand_in(project, then="pass"):
    """Have the build of a project do this in place of what MkDocs does."""
    (project / "scripts" / "mkdocs" / "__main__.py").write_text(MKDOCS.format(then=then))


def built(project, *arguments, **environment):
    given = surroundings(**environment)
    return subprocess.run(["scripts/build", *arguments], cwd=project, env=given, capture_output=True, text=True)


@pytest.fixture
def project(root, tmp_path):
    """A copy whose scripts find all installed: mkdocs is a stand-in that says with what it was called."""
    copied = copy(root, tmp_path / "project")
    (copied / "scripts" / "install").write_text("#!/bin/sh\n")
    (copied / "data" / "site.yaml").write_text("name: Limber\n")
    (copied / "scripts" / "mkdocs").mkdir()
    stand_in(copied)
    python = copied / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    return copied


@pytest.mark.parametrize(
    ("arguments", "environment", "wanted"),
    [([], {}, "if possible"), (["--require-pdf"], {}, "required"), ([], {"REQUIRE_PDF": "1"}, "required")],
)
def test_scripts_build_asks_for_pdfs_and_hands_on_remarks(project, arguments, environment, wanted):
    said = built(project, *arguments, **environment)
    assert (said.returncode, said.stderr) == (0, "Note: a remark\n")
    assert (project / "site" / "pdf.txt").read_text().strip() == wanted


def test_scripts_build_puts_each_other_language_below_a_site_that_asks_for_it(project):
    """As a site of its own that speaks it; a code without a catalogue is left to the build itself to refuse."""
    told = "json.dumps({key: os.environ.get(key) for key in ('SITE_LANGUAGE', 'BELOW', 'LANGUAGES', 'LIBRARY')})"
    stand_in(project, f"import json; (site / '_headers').write_text(''); (site / 'told.json').write_text({told})")
    (project / "data" / "site.yaml").write_text("languages: [de, es, de, tlh]\nlibrary: true\n")
    said = built(project)
    assert (said.returncode, said.stderr) == (0, "Note: a remark\n")
    files = (project / "site").rglob("told.json")
    found = {each.parent.relative_to(project / "site").as_posix(): json.loads(each.read_text()) for each in files}
    around = {"LANGUAGES": "yes", "LIBRARY": "yes"}
    assert found == {
        ".": {"SITE_LANGUAGE": None, "BELOW": None, **around},
        "de": {"SITE_LANGUAGE": "de", "BELOW": "de/", **around},
        "es": {"SITE_LANGUAGE": "es", "BELOW": "es/", **around},
        "library": {"SITE_LANGUAGE": None, "BELOW": "library/", "LANGUAGES": None, "LIBRARY": None},
    }


def test_scripts_build_puts_the_library_below_a_site_that_asks_for_it(project):
    """As a site of its own, with its address; at the top stands how long hosts let its files be kept."""
    headers = "(site / '_headers').write_text(HEADERS.format(os.environ['SITE_URL']))"
    below = "(site / 'below.txt').write_text(os.environ.get('BELOW', ''))"
    stand_in(project, f"{headers}, {below}, print('Note: once')")
    main = project / "scripts" / "mkdocs" / "__main__.py"
    main.write_text(
        'HEADERS = "# {}\\n/*\\n  X: 1\\n/library/assets/0123456789/*\\n  Cache-Control: long\\n"' + main.read_text()
    )
    assert built(project, SITE_URL="https://coach.example/a/").returncode == 0
    assert not (project / "site" / "library").exists()
    (project / "data" / "site.yaml").write_text("name: Limber\nlibrary: true # as Limber has it\n")
    said = built(project, SITE_URL="https://coach.example/a/")
    assert (said.returncode, said.stderr) == (0, "Note: a remark\nNote: once\n")
    assert (project / "site" / "library" / "below.txt").read_text() == "library/"
    assert (project / "site" / "below.txt").read_text() == ""
    assert not (project / "site" / "library" / "_headers").exists()
    headers = (project / "site" / "_headers").read_text()
    assert headers.startswith("# https://coach.example/a/\n") and headers.count("Cache-Control: long") == 2


def test_scripts_build_knows_no_other_argument(project):
    said = built(project, "--require-pdfs")
    assert said.returncode == 2
    assert "Usage" in said.stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("then", "words"),
    [
        ("raise OSError(28, 'No space left on device', 'site/x.html')", "site/x.html: no space is left on the disk."),
        ("raise OSError(13, 'Permission denied', 'site/x.html')", "site/x.html: it may not be opened."),
        ("raise SystemExit('content/x.md:3: no macro. Nothing was built.')", "content/x.md:3: no macro."),
        ("raise ValueError('ours')", "Traceback"),
        ("print('WARNING - a link leads nowhere')", "WARNING - a link leads nowhere"),
        ("os.kill(os.getpid(), 9)", "site/ is as it was."),
        ("os.rmdir(site) if os.remove(site / 'pdf.txt') is None else None", "site/ is as it was."),
    ],
)
def test_whatever_ends_a_build_the_site_is_as_it_was(project, then, words):
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last good one")
    stand_in(project, then)
    said = built(project)
    assert said.returncode == 1
    assert said.stderr.startswith(words)
    assert said.stderr.endswith("site/ is as it was.\n")
    assert ("Traceback" in said.stderr) == (words == "Traceback")
    assert [each.name for each in (project / "site").iterdir()] == ["index.html"]
    assert not list(project.glob(".site-*"))


def test_what_killed_builds_left_is_removed_and_what_runs_is_left(project):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    killed, running = project / f".site-{ended.pid}-abc", project / f".site-{os.getpid()}-abc"
    for each in (killed, running):
        (each / "new").mkdir(parents=True)
    assert built(project).returncode == 0
    assert list(project.glob(".site-*")) == [running]


def test_site_that_a_killed_build_had_put_aside_comes_back(project):
    """It was killed in the moment between two steps; the next one fails."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    aside = project / f".site-{ended.pid}-abc" / "old"
    aside.mkdir(parents=True)
    (aside / "index.html").write_text("the last good one")
    stand_in(project, "raise SystemExit('content/x.md:3: no macro.')")
    assert built(project).returncode == 1
    assert (project / "site" / "index.html").read_text() == "the last good one"
