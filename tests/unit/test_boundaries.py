"""Who may import whom, and what may stand where: the plan of the house, held."""

import ast
import re

import pytest

# Whom a package of limber/ may import, besides itself. Each row names only rows above it, so there is no circle.
ALLOWED = {
    "languages": (),
    "model": ("languages",),
    "wording": ("languages", "model"),
    "group_wording": ("languages", "model", "wording"),
    "body_areas": ("languages", "model"),
    "duration": ("model",),
    "equipment": ("languages", "model", "wording"),
    "programme_weeks": ("model",),
    "programme_words": ("languages", "model", "wording"),
    "site_words": ("languages", "model", "wording"),
    "plain_text": (),
    "accents": (),
    "build_cache": (),
    "disk_faults": (),
    "media": ("accents", "build_cache", "model"),
    "figures": ("languages", "model"),
    "colours": ("model",),
    "mark": ("model",),
    "paper": (
        *(
            "model",
            "wording",
            "group_wording",
            "duration",
            "equipment",
            "languages",
            "programme_weeks",
            "programme_words",
        ),
    ),
    "dataset.vocabulary": (),
    "dataset.problem": ("languages",),
    "languages.catalogues": ("build_cache", "dataset.problem", "languages"),
    "dataset.spelling": ("accents", "dataset.problem", "dataset.vocabulary"),
    "dataset.dose_grammar": (),
    "dataset.dose_text": ("accents", "dataset.dose_grammar", "dataset.problem", "dataset.spelling"),
    "dataset.yaml": ("dataset.problem",),
    "dataset.ledger": ("dataset.problem", "dataset.yaml", "model"),
    "dataset.shape": (
        "dataset.dose_text",
        "dataset.problem",
        "dataset.spelling",
        "dataset.vocabulary",
        "dataset.yaml",
        "media",
        "model",
    ),
    "dataset.rules": (
        "colours",
        "dataset.ledger",
        "dataset.problem",
        "dataset.spelling",
        "dataset.yaml",
        "duration",
        "figures",
        "group_wording",
        "media",
        "model",
        "paper",
        "plain_text",
        "programme_weeks",
        "wording",
    ),
    "dataset": ("build_cache", "languages", "mark", "media", "model"),
    "imports": (
        "accents",
        "dataset",
        "dataset.dose_grammar",
        "dataset.dose_text",
        "dataset.problem",
        "dataset.spelling",
        "dataset.yaml",
        "languages",
        "media",
        "model",
    ),
    "editing": ("dataset", "dataset.dose_text", "dataset.problem", "dataset.shape", "dataset.spelling", "dataset.yaml"),
    "poses": ("dataset", "dataset.shape", "figures", "model"),
    "exports": (
        "duration",
        "group_wording",
        "languages",
        "model",
        "plain_text",
        "programme_weeks",
        "programme_words",
        "site_words",
        "wording",
    ),
    "previews": ("colours", "duration", "figures", "languages", "model", "programme_words", "wording"),
    "site": (
        "accents",
        "body_areas",
        "build_cache",
        "colours",
        "disk_faults",
        "duration",
        "equipment",
        "exports",
        "figures",
        "group_wording",
        "languages",
        "model",
        "paper",
        "plain_text",
        "previews",
        "programme_weeks",
        "programme_words",
        "site_words",
        "wording",
    ),
    "publish": ("build_cache", "languages", "site"),
    "build": (
        "build_cache",
        "colours",
        "dataset",
        "exports",
        "figures",
        "languages",
        "mark",
        "media",
        "model",
        "paper",
        "publish",
        "site",
        "site_words",
    ),
}
FORMATS = {
    "yaml": ("dataset.yaml", "site.content_faults"),
    "jsonschema_rs": ("dataset.shape",),
    "jinja2": ("site",),
    "PIL": ("mark", "media", "previews"),
    "fontTools": ("mark",),
    "babel": ("languages",),
    "segno": ("paper",),
    "weasyprint": ("publish",),
}
"""Which packages know a library; no other does."""


def imports(path):
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def modules(root):
    """Each module of limber/ by its name below it, with its file."""
    folder = root / "scripts" / "limber"
    files = (path for path in sorted(folder.rglob("*.py")) if path.stem != "__init__")
    return {".".join(path.relative_to(folder).with_suffix("").parts): path for path in files}


def below(name, package):
    return f"{name}.".startswith(f"{package}.")


def row(name):
    """The row of a module: that of the innermost package that has one."""
    return max((package for package in ALLOWED if below(name, package)), key=len)


def imported(path, known):
    """The modules of limber/ that a file imports."""
    names = {name.removeprefix("limber.") for name in imports(path) if name.startswith("limber.")}
    return {max((each for each in known if below(name, each)), key=len, default=name) for name in names} & set(known)


def test_only_the_doors_know_mkdocs(root):
    knowing = {
        path.relative_to(root / "scripts").as_posix()
        for path in (root / "scripts").rglob("*.py")
        if any(name.split(".")[0] in {"mkdocs", "material"} for name in imports(path))
    }
    assert knowing <= {"build.py", "hooks.py", "macros.py", "mkdocs_pages.py", "preview/builder.py"}


def test_each_package_imports_only_what_the_plan_allows(root):
    known = modules(root)
    for name, path in known.items():
        for other in imported(path, known):
            allowed = (row(name), *ALLOWED[row(name)])
            assert any(below(other, package) for package in allowed), f"{name} imports {other}"


def test_no_package_is_above_what_it_imports():
    for number, (package, allowed) in enumerate(ALLOWED.items()):
        assert set(allowed) <= set(list(ALLOWED)[:number]), package


def test_a_library_is_known_by_its_own_package_only(root):
    for name, path in modules(root).items():
        for library in {each.split(".")[0] for each in imports(path)} & set(FORMATS):
            assert any(below(name, package) for package in FORMATS[library]), f"{name} imports {library}"


def test_python_holds_no_html(root):
    tag = re.compile(r"</?(a|b|p|div|span|ul|ol|li|h[1-6]|html|body|script|style|img|button|table|section)\b[^>]*>")
    for path in [
        *modules(root).values(),
        *(root / "scripts" / f"{name}.py" for name in ("hooks", "macros", "mkdocs_pages")),
    ]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "limberslot" not in node.value:
                assert not tag.search(node.value), f"{path.name}:{node.lineno}: {node.value!r}"


def test_problems_are_said_from_whole_messages_when_they_are_found(root):
    """A message that holds its values already, or is said before a language is known, is in reach of no catalogue."""
    for path in (root / "scripts").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        within = {
            each for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Lambda) for each in ast.walk(node)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "say":
                assert node in within, f"{path.name}:{node.lineno}: said as the module is loaded"
                assert not isinstance(node.args[0], ast.JoinedStr | ast.BinOp), f"{path.name}:{node.lineno}: has values"


def test_components_know_no_builder_and_call_no_python_methods(root):
    for path in (root / "overrides").rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"\.(upper|lower|split|get|format|replace|strip|join)\(", text), path.name
        if path.parents[1].name == "components":
            code = re.sub(r'"[^"]*"', "", text)
            assert not re.search(r"\{[{%][^}]*\b(config|page)\.", code), path.name


# Whom a folder of overrides/scripts/ may import, at once, later or for a type, besides itself.
FOLDERS = {
    "shared": (),
    "offline": ("shared",),
    "timer": ("shared", "offline"),
    "plan": ("shared", "offline"),
    "reading": ("shared", "offline", "timer"),
}


def test_folders_of_scripts_import_only_those_below_them(root):
    scripts = root / "overrides" / "scripts"
    assert {path.name for path in scripts.iterdir()} == set(FOLDERS)
    for path in scripts.rglob("*.js"):
        folder = path.relative_to(scripts).parts[0]
        named = re.findall(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']""", path.read_text("utf-8"))
        for other in ((path.parent / each).resolve() for each in named):
            assert other.is_file() or other.name == "lean-qr.js", f"{path} imports {other}, which is not there"
            to = other.relative_to(scripts.resolve()).parts[0]
            assert to in (folder, *FOLDERS[folder]), f"{folder}/{path.name} imports {to}/{other.name}"


ASKS_THE_TIME = re.compile(r"\bDate\.now\b|\bDate\(\s*\)|\bnew Date\b(?!\()")
"""Dates may be reckoned with. What the time is now is told by whoever asks."""


ENGINE = (
    "shared/dose-timeline.js",
    "shared/timeline.js",
    "timer/beats.js",
    "timer/playback.js",
    "timer/recovery.js",
    "timer/signal-times.js",
)


@pytest.mark.parametrize("name", ENGINE)
def test_the_engine_of_the_timer_is_told_what_time_it_is(root, name):
    text = (root / "overrides" / "scripts" / name).read_text("utf-8")
    assert not re.search(r"\b(window|document|navigator|globalThis|performance|set(Timeout|Interval))\b", text)
    assert not ASKS_THE_TIME.search(text)
    imported = set(re.findall(r'from "(.+?)"', text))
    allowed = {f"./{each.split('/')[1]}" for each in ENGINE} | {"../shared/gettext.js"}
    assert imported <= allowed, "types may come from elsewhere, what runs may not"


# What a link becomes is the same at any time and on any page.
PLAN = (
    "plan/dose-grammar.js",
    "plan/dose-of-data.js",
    "plan/dose-text.js",
    "shared/dose-words.js",
    "shared/group-words.js",
    "shared/set-runs.js",
    "shared/stop-signs.js",
    "shared/calendar-file.js",
    "shared/plain-text.js",
    "shared/plan-check.js",
    "shared/plan-dose-limits.js",
    "shared/plan-dose.js",
    "shared/plan-fragment.js",
    "shared/plan-groups.js",
    "shared/routine-as-plan.js",
    "shared/plan-link.js",
    "shared/plan-notices.js",
    "shared/plan-routine.js",
    "shared/plan-text.js",
    "shared/plan-writer.js",
    "plan/plan-calendar.js",
    "plan/plan-dose-fields.js",
    "plan/plan-dose-text.js",
    "plan/plan-draft.js",
    "plan/plan-facts.js",
    "plan/plan-grammar.js",
    "plan/plan-group-fields.js",
    "plan/plan-room.js",
    "plan/plan-layout.js",
    "plan/plan-needs.js",
    "plan/plan-notes.js",
    "plan/plan-paper-texts.js",
)
TIMELESS = ("shared/gettext.js", "shared/routine-words.js", "shared/time-words.js", "shared/timeline.js")


@pytest.mark.parametrize("name", PLAN)
def test_a_plan_knows_no_page_and_no_time(root, name):
    scripts = root / "overrides" / "scripts"
    text = (scripts / name).read_text("utf-8")
    assert not re.search(
        r"\b(window|document|navigator|location|history|globalThis|self|performance|set(Timeout|Interval))\b", text
    )
    assert not ASKS_THE_TIME.search(text)
    assert not re.search(r"\bimport\((?!\"[^\"]+\"\)\.)", text), "what is imported later is imported all the same"
    imported = {(scripts / name).parent / each for each in re.findall(r"from \"(.+?)\"", text)}
    assert {each.resolve().relative_to(scripts.resolve()).as_posix() for each in imported} <= {*PLAN, *TIMELESS}


def test_each_python_file_opens_with_one_sentence_on_what_it_is(root):
    for path in (root / "scripts").rglob("*.py"):
        said = ast.get_docstring(ast.parse(path.read_text("utf-8")))
        assert said and said.split("\n")[0].endswith((".", ":")), path.name


def test_scripts_in_sh_stop_at_a_fault_and_say_what_they_do(root):
    for path in (root / "scripts").iterdir():
        if path.is_file() and not path.suffix:
            first, second, *_ = path.read_text("utf-8").split("\n")
            assert first == "#!/bin/sh -e", path.name
            assert second.startswith("# ") and second.endswith("."), path.name
