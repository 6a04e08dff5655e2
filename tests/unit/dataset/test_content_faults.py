"""What can be wrong with a file in content/ before it is read: each is told with its line and its cure."""

import codecs
import errno

import pytest

from derived import same
from limber import disk_faults
from limber.site import content_faults

IDS = {"exercises": ["calf-stretch", "toe-lifts"], "routines": ["morning"]}


def faults(content):
    others = {"exercises/index.md", "routines/index.md"}
    return list(content_faults.faults(content, IDS, others, {"paper.html", "main.html"}.__contains__))


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    for name in IDS:
        (folder / name).mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"# Feet\n\nNote: this is text.\n",
        b"---\ntitle: Feet\ntemplate: paper.html\nhide: [toc]\n---\n# Feet\n",
        b"---\r\ntitle: 'Feet: two'\r\n---\r\n# Feet\r\n",
        codecs.BOM_UTF8 + "---\ntitle: Füße\n---\n# Füße".encode(),
        b"---\n\nA line above.\n",
        b"https://coach.example/ is where I live.\n",
    ],
)
def test_page_that_is_right_earns_nothing(content, text):
    (content / "safety.md").write_bytes(text)
    (content / "picture.jpg").write_bytes(b"\xff\xd8")
    assert faults(content) == []


PAGES = [
    (b"---\ntitle: Foot: exercises\n---\n# A\n", "2:12: there is a second colon in this line.\n    Put "),
    (b"---\ntitle: [Foot\nx: y\n---\n", "3:2: these settings are no YAML ("),
    (b"---\n- title\n---\n", "2:1: these settings are no list of keys."),
    (b"---\ntitle: \x07\n---\n", "1:1: these settings hold a sign that YAML has no place for."),
    (b"---\ntitle: Feet\n\n# Feet\n", "1:1: the settings that begin here have no end."),
    (b"Warning: hold on.\n\n# Feet\n", '1:1: a page that begins with "Warning:" hides its first lines'),
    (
        b"---\ndescription: x\ntitle: 2024\n---\n",
        '3:1: title is no text.\n    Put what it says into quotes: title: "2024"',
    ),
    (b"---\ntitle:\n---\n", "2:1: title is no text."),
    (b"---\ntemplate: papper.html\n---\n", '2:1: there is no template "papper.html".\n    '),
    ("# Füße\n\nFüße".encode("cp1252"), "1:4: the byte 0xfc is not UTF-8; the file was saved in another encoding."),
    ("# Feet\n\n\u201ctwo\u201d".encode("cp1252"), "3:1: the byte 0x93 is not UTF-8"),
    ("# Feet".encode("utf-16"), "1:1: the file is saved as UTF-16; it should be UTF-8."),
    ("\ufeff# Feet".encode("utf-16-be"), "1:1: the file is saved as UTF-16; it should be UTF-8."),
]
"""What stands in a page, and how what is said of it begins."""


@pytest.mark.parametrize(("text", "told"), PAGES)
def test_page_that_is_wrong_says_where_and_what_to_do(content, text, told):
    (content / "safety.md").write_bytes(text)
    (fault,) = faults(content)
    assert fault.startswith(f"content/safety.md:{told}")
    assert fault.count("\n    ") == 1


def test_what_is_said_of_pages_is_as_it_was(content):
    said = []
    for text, _ in PAGES:
        (content / "safety.md").write_bytes(text)
        said += faults(content)
    same("content-faults", said)


def test_file_that_cannot_be_opened_is_named(content):
    (content / "safety.md").symlink_to("nowhere.md")
    (content / "picture.jpg").symlink_to(content / "picture.jpg")
    lost, circle = sorted(faults(content), reverse=True)
    assert (
        lost
        == 'content/safety.md: this link leads to "nowhere.md", where nothing is.\n    Mend the link, or delete it.'
    )
    assert circle.startswith("content/picture.jpg: ")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "exercises/calf-strech.md",
            'no exercise "calf-strech" in data/exercises.yaml.\n    Did you mean "calf-stretch.md"? ',
        ),
        ("routines/nope.md", 'no routine "nope" in data/exercises.yaml.\n    It would take the place of its page. '),
    ],
)
def test_page_in_the_place_of_no_record_is_none(content, name, told):
    (content / name).write_text("# Mine\n")
    (content / "exercises" / "toe-lifts.md").write_text("# Mine\n")
    (content / "exercises" / "index.md").write_text("# All\n")
    (content / "exercises" / "notes").mkdir()
    (content / "exercises" / "notes" / "nope.md").write_text("# Deeper\n")
    (fault,) = faults(content)
    assert fault.startswith(f"content/{name}: {told}")
    assert f"lies deeper, such as content/{name.replace('/', '/notes/')}." in fault


def test_all_are_told_at_once(content):
    for name in ("b.markdown", "a.md"):
        (content / name).write_text("---\ntitle: A: b\n---\n")
    assert [each.partition(":")[0] for each in faults(content)] == ["content/a.md", "content/b.markdown"]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(errno.ENOSPC, "", "a"), "a: no space is left on the disk. Make room, and try again."),
        (OSError(errno.EDQUOT, "", "a"), "a: you may not take more space on this disk. Make room, and try again."),
        (OSError(errno.EROFS, "", "a"), "a: this disk can be read only. Build in a folder that you can write to."),
        (OSError(errno.EACCES, "", "a", None, "b"), "b: it may not be opened. Look who may read and write it."),
        (OSError(errno.EPERM, "", "a"), "a: it may not be opened. Look who may read and write it."),
        (
            OSError(errno.EMFILE, "", "a"),
            "a: too many files are open. Raise the limit (ulimit -n 4096), and try again.",
        ),
        (OSError(errno.ENFILE, ""), "a file: too many files are open. End other programs, and try again."),
        (OSError(errno.EIO, "", "a"), "a: the disk does not answer as it should. Copy what you have to another one."),
        (OSError(errno.ENAMETOOLONG, "", "a"), "a: its name is too long for this disk. Choose a shorter one."),
        (OSError(errno.ECONNREFUSED, "", "a"), ""),
        (OSError("no number"), ""),
    ],
    ids=lambda each: each[:20] if isinstance(each, str) else "",
)
def test_error_of_the_disk_is_told_with_what_to_do(fault, said):
    assert disk_faults.in_words(fault) == said
