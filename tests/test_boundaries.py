"""Who may import whom, and what may stand where: the plan of the house, held."""

import ast
import re

import pytest

READING = {
    *("characters", "indentation_faults", "layout_faults", "list_markers", "missing_colons", "quotation_marks"),
    *("reading", "repeated_keys", "rereading", "scalar_faults", "scalars", "text_source"),
    *("value_faults", "yaml_faults", "yaml_source"),
}
SHAPE = {"amount_words", "oddities", "patterns", "schema", "shape", "unknown_keys", "wrong_types"}
RULES = {
    *("poses", "rules", "rules_changes", "rules_doses", "rules_figures", "rules_ids", "rules_paper", "rules_pictures"),
    *("rules_poses", "rules_published", "rules_records", "rules_routines", "rules_sides", "rules_texts"),
    *("rules_widths", "side_words", "tables"),
}
FIGURES = {
    *(f"figure_{each}" for each in ("arrows", "balance", "body", "close_up", "drawing", "foot", "insets", "marks")),
    *(f"figure_{each}" for each in ("model", "motion", "pace", "paths", "pose", "props", "room", "shapes", "space")),
    "figure_svg",
}
DRAWN = {"figure_drawing", "figure_motion", "figure_pace", "figure_paths"}
PURE = {
    *FIGURES,
    *("api_figures", "api_records", "api_sides", "amounts", "calendar_files", "changes_feed", "components", "duration"),
    *("equipment", "exercise_parts", "exports", "figure_files", "frames", "model", "moved", "pages", "records"),
    *("sides", "slots", "structured_data", "wording"),
    *("link_figure", "link_files", "link_image", "link_texts"),
    *("letters", "paper", "paper_cards", "paper_measure", "paper_sheets", "paper_texts", "printing", "qr"),
}

# Whom a module of limber/ may import; those that stand together may import one another, and one not named here, none.
ALLOWED = {
    "exercise_parts": {"figure_model"},
    "sides": {"exercise_parts"},
    "model": {"amounts", "exercise_parts", "figure_model"},
    **dict.fromkeys(FIGURES, FIGURES),
    "figure_pace": {"model"},
    "figure_files": {"figure_drawing", "figure_pace", "figure_paths", "lazily", "model"},
    "ledger": {"model", "problem", "text_source"},
    "moved": {"model", "pages"},
    "calendar_files": {"duration", "lazily", "model", "plain_text", "wording"},
    **{each: {"model"} for each in ("api_figures", "duration", "equipment", "near", "wording")},
    "changes_feed": {"model", "plain_text"},
    "site_files": {"calendar_files", "changes_feed", "exports", "figure_files", "lazily", "model"},
    "spelling": {"problem", "vocabulary"},
    "policy": {"sent_text"},
    "records": {"amounts", "figure_model", "model", "sides"},
    "qr": {"paper"},
    "content_faults": {"disk_faults"},
    "kept_dataset": {"build_cache", "dataset", "model", "reading", "sound", "yaml_source"},
    "pdf": {"build_cache", "side_by_side"},
    "sound": {"model", "reading"},
    "template_cache": {"build_cache"},
    "asset_files": {"build_cache", "bundle", "vendored"},
    "link_texts": {"duration", "figure_drawing", "figure_paths", "model", "wording"},
    "link_figure": {"figure_paths", "figure_space"},
    "link_image": {"figure_paths", "link_figure", "link_texts"},
    "link_files": {"build_cache", "link_image", "link_texts", "moved", "pages", "qr"},
    "pages": {"link_texts", "model", "wording"},
    "api_sides": {"api_figures", "model"},
    "api_records": {"api_figures", "api_sides", "duration", "model", "wording"},
    "exports": {"api_records", "lazily", "model", "plain_text"},
    "paper_texts": {"duration", "equipment", "model", "wording"},
    "paper": {"letters"},
    "paper_cards": {"paper", "paper_texts"},
    "paper_measure": {"model", "paper", "paper_texts", "wording"},
    "paper_sheets": {"model", "paper", "paper_measure", "paper_texts"},
    "printing": {"model", "paper_cards", "paper_sheets", "paper_texts", "qr"},
    "structured_data": {"duration", "model"},
    "components": {
        *("duration", "equipment", "figure_drawing", "figure_pace", "figure_svg", "model", "printing"),
        *("plain_text", "structured_data", "template_cache", "wording"),
    },
    "dataset": {"ledger", "model", "problem", "records", "sound", *READING, *SHAPE, *RULES},
    **{key: {"problem", *READING} for key in READING},
    **{key: {"problem", "sides", "spelling", "vocabulary", *SHAPE, *READING} for key in SHAPE},
    **{key: {"characters", "duration", "ledger", "model", "near", "problem", "spelling", *RULES} for key in RULES},
    **{each: {"poses", "problem", "tables", *FIGURES - DRAWN} for each in ("poses", "rules_figures", "rules_poses")},
    "rules_sides": {"paper", "problem", "side_words", "sides", "tables", "value_faults"},
    "rules_paper": {"model", "paper", "paper_texts", "problem", "wording"},
    "rules_widths": {"model", "paper", "paper_cards", "paper_sheets", "paper_texts", "problem"},
}


def imports(path):
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def modules(root):
    return sorted((root / "scripts" / "limber").glob("*.py"))


def test_only_the_doors_know_mkdocs(root):
    knowing = {
        path.name
        for path in (root / "scripts").rglob("*.py")
        if any(name.split(".")[0] in {"mkdocs", "material"} for name in imports(path))
    }
    assert knowing <= {"build.py", "builder.py", "hooks.py", "page_hooks.py", "record_pages.py"}


def test_each_module_imports_only_what_the_plan_allows(root):
    for path in modules(root):
        if path.stem != "__init__":
            mine = {name.split(".")[1] for name in imports(path) if name.startswith("limber.")}
            assert mine <= ALLOWED.get(path.stem, set()), path.name


@pytest.mark.parametrize("name", sorted(PURE))
def test_what_comes_after_loading_knows_no_yaml(root, name):
    imported = imports(root / "scripts" / "limber" / f"{name}.py")
    assert not {each for each in imported if each.split(".")[0] in {"yaml", "jsonschema_rs"}}


def test_rules_know_plain_records_only(root):
    for path in modules(root):
        if path.name.startswith("rules"):
            assert not any(name.split(".")[0] in {"yaml", "jinja2", "mkdocs"} for name in imports(path))


def test_python_holds_no_html(root):
    tag = re.compile(r"</?(a|b|p|div|span|ul|ol|li|h[1-6]|html|body|script|style|img|button|table|section)\b[^>]*>")
    for path in [
        *modules(root),
        *(root / "scripts" / f"{name}.py" for name in ("hooks", "macros", "page_hooks", "record_pages")),
    ]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "limberslot" not in node.value:
                assert not tag.search(node.value), f"{path.name}:{node.lineno}: {node.value!r}"


def test_components_know_no_builder_and_call_no_python_methods(root):
    for path in (root / "overrides").rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"\.(upper|lower|split|get|format|replace|strip|join)\(", text), path.name
        if path.parent.name == "components":
            assert not re.search(r"\{[{%][^}]*\b(config|page)\.", text), path.name


@pytest.mark.parametrize("name", ["timeline", "playback", "recovery", "signal-times"])
def test_the_engine_of_the_timer_is_told_what_time_it_is(root, name):
    text = (root / "overrides" / "assets" / "timer" / f"{name}.js").read_text("utf-8")
    assert not re.search(r"\b(window|document|navigator|globalThis|Date|performance|set(Timeout|Interval))\b", text)
    imported = set(re.findall(r'from "(.+?)"', text))
    assert imported <= {"./playback.js"}, "types may come from elsewhere, what runs may not"


# What a link becomes is the same at any time and on any page.
PLAN = {
    "dose-words": set(),
    "plan-text": set(),
    "plan-dose": set(),
    "plan-check": set(),
    "plan-fragment": {"./plan-check.js", "./plan-text.js"},
    "plan-link": {"./plan-dose.js", "./plan-fragment.js", "./plan-text.js"},
    "plan-draft": {"./plan-link.js"},
    "plan-dose-fields": {"./plan-dose.js"},
    "plan-facts": {"../timer/routine-words.js", "../timer/time-words.js", "../timer/timeline.js"},
    "plan-routine": {"./dose-words.js", "./plan-dose.js"},
    "plan-notes": {
        *("../timer/routine-words.js", "../timer/time-words.js", "../timer/timeline.js"),
        "./plan-text.js",
    },
    "plan-calendar": {"../timer/timeline.js", "./plan-notes.js"},
    "plan-notices": {"./plan-link.js"},
    "plan-layout": set(),
    "plan-needs": {"../timer/routine-words.js"},
    "plan-paper-texts": {
        *("../timer/routine-words.js", "./dose-words.js", "./plan-facts.js", "./plan-needs.js"),
        *("./plan-notices.js", "./plan-routine.js"),
    },
}


@pytest.mark.parametrize("name", sorted(PLAN))
def test_a_plan_knows_no_page_and_no_time(root, name):
    text = (root / "overrides" / "assets" / "plan" / f"{name}.js").read_text("utf-8")
    assert not re.search(
        r"\b(window|document|navigator|location|history|globalThis|self|Date|performance|set(Timeout|Interval))\b", text
    )
    assert not re.search(r"\bimport\((?!\"[^\"]+\"\)\.)", text), "what is imported later is imported all the same"
    assert set(re.findall(r"from \"(.+?)\"", text)) == PLAN[name]


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
