"""What a coach can get wrong between the braces of a page: all pages are told of at once, and nothing is built."""

from site_build import build, copy

ADDRESS = "https://coach.example/"
LIMIT = "SECONDS = 5"
"""What scripts/macros.py allows a page, of the processor's time. A copy allows one, so that a loop takes no more."""
FRONT = "---\ntitle: Calves\ndescription: My calves.\n---\n\n"
NO_EXERCISE = 'exercise: no exercise "calf-strech" in data/exercises.yaml.\n    Did you mean "calf-stretch"?'
WRONG = {
    "a-macro": (
        FRONT + "{{ exercice('calf-stretch') }}\n",
        6,
        'no macro or variable "exercice".\n    Did you mean "exercise"?',
    ),
    "an-id": ("# Calves\n\nA line.\n\n{{ exercise('calf-strech') }}\n", 5, NO_EXERCISE),
    "an-id-after-a-right-one": (
        "{{ dose('calf-stretch') }}\n\n- and\n- {{ exercise('calf-strech') }}\n",
        4,
        NO_EXERCISE,
    ),
    "an-id-below-front-matter": (FRONT + "# Calves\n\n{{ exercise('calf-strech') }}\n", 8, NO_EXERCISE),
    "brackets": (
        FRONT + "{{ routine }}\n",
        6,
        'routine stands without brackets, so that it says nothing.\n    Write {{ routine("id") }}. '
        "See the first line of overrides/components/routine/routine.html.",
    ),
    "comment": (
        "# Calves\n\n{# to do\n",
        3,
        "Missing end of comment tag.\n    A note to yourself ends with #}. As text: {{ '{#' }}. "
        "The name of a heading has no space: {#name}.",
    ),
    "include": (
        "{% include 'sfety.md' %}\n",
        1,
        'no file "sfety.md" in content/.\n    Did you mean "safety.md"?',
    ),
    "loop": (
        "# Calves\n\n{% for i in range(1000000) %}{% for j in range(1000000) %}{% endfor %}{% endfor %}\n",
        3,
        "the page is not made after 1 seconds.\n    Does a loop in it come to an end?",
    ),
    "power": (
        "# Calves\n\n**Bold** is none.\n\n{{ 9 ** 9 ** 9 }}\n",
        5,
        "a power, **, can take for ever.\n    Write the number that you mean.",
    ),
    "sum": (
        FRONT + "\n{{ 1 / 0 }}\n",
        7,
        "this cannot be worked out (ZeroDivisionError: division by zero).\n    Look between the braces.",
    ),
}


def test_each_fault_in_a_page_stops_the_build_with_its_line(root, tmp_path):
    project = copy(root, tmp_path / "project")
    macros = project / "scripts" / "macros.py"
    assert LIMIT in macros.read_text("utf-8")
    macros.write_text(macros.read_text("utf-8").replace(LIMIT, "SECONDS = 1"), "utf-8")
    notes = project / "content" / "exercises" / "notes"
    notes.mkdir()
    for name, (text, _, _) in WRONG.items():
        (notes / f"{name}.md").write_text(text, "utf-8")
    said = build(project, tmp_path / "site", ADDRESS)
    assert said.returncode != 0
    told = sorted(f"content/exercises/notes/{name}.md:{line}: {fault}" for name, (_, line, fault) in WRONG.items())
    assert said.stderr == "\n".join([*told, "Nothing was built.\n"])
    assert not list((tmp_path / "site").rglob("*.html"))
