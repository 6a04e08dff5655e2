"""Messages in scripts: what is published says them in the language of the site, and holds nothing else of it."""

import json
import shutil
import subprocess

import pytest

from limber.languages import script_messages
from limber.languages.language import ENGLISH, Language
from limber.languages.script_messages import Found, ScriptError
from limber.publish.assets import AssetFiles

SCRIPT = r"""// A script.
import { decimal, gettext, ngettext, oneOf, pgettext } from "../shared/gettext.js";

const of = { set: 2 };
// Translators: `set` is a number,
// as is `sets`
const told = (sets, limb) => [
  gettext`Start`,
  gettext`Set ${of.set} of ${sets} in "quotes" \`and\` \$`,
  ngettext(sets, gettext`${sets}\u202fset`, gettext`${sets}\u202fsets`),
  pgettext("timer", gettext`Next`),
  oneOf(`each ${limb}`, "each foot", "each leg"),
  gettext`rest ${{ time: sets + 1 }}`,
  `${decimal(2.5)} ${gettext`kg`} ${/[`/]gettext`/.test("a") ? "" : gettext`Start`}`,
];
console.log(JSON.stringify([1, 2, 5].flatMap((sets) => told(sets, "leg"))));
"""
DATED = """
const day = new Date("2026-11-20T12:00").toLocaleDateString(LOCALE, { day: "numeric", month: "long" });
const typed = ["fussuebung", "fussubung", "to", "toe"].map(unaccented);
console.log(JSON.stringify([day, PROPER.test("Halbrolle"), ...typed]));
"""
PLURALS = "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"
OTHER = Language(
    "pl",
    "Polish",
    "polski",
    "pl_PL",
    decimal_mark=",",
    plural=PLURALS,
    messages={
        "Start": ('"; alert(1) // ` ${alert(2)} \\',),
        'Set {set} of {sets} in "quotes" `and` $': ("{sets} ${alert(3)} ` \\ {set}",),
        "{sets}\u202fset": ("{sets} seria", "{sets} serie", "{sets} serii"),
        "timer\x04Next": ("Dalej",),
        "each leg": ("każda noga",),
        "rest {time}": ("{time} odpoczynku",),
    },
)


def english(sets):
    return [
        "Start",
        f'Set 2 of {sets} in "quotes" `and` $',
        f"{sets}\u202f{'set' if sets == 1 else 'sets'}",
        "Next",
        "each leg",
        f"rest {sets + 1}",
        "2.5 kg Start",
    ]


def other(sets, plural):
    start = '"; alert(1) // ` ${alert(2)} \\'
    return [
        start,
        f"{sets} ${{alert(3)}} ` \\ 2",
        f"{sets} {plural}",
        "Dalej",
        "każda noga",
        f"{sets + 1} odpoczynku",
        f"2,5 kg {start}",
    ]


@pytest.fixture
def project(root, tmp_path):
    """A project with nothing but a script that has messages."""
    scripts = tmp_path / "overrides" / "scripts"
    (scripts / "shared").mkdir(parents=True)
    (scripts / "timer").mkdir()
    shutil.copy(root / "overrides" / script_messages.MODULE, scripts / "shared")
    (scripts / "timer" / "told.js").write_text(SCRIPT, "utf-8")
    (tmp_path / "node_modules").symlink_to(root / "node_modules")
    return tmp_path


def published(project, bundled, language):
    """The script as it is published, and what it says."""
    made = AssetFiles.of(project, project / "overrides", bundled, language=language).files
    for path, content in made.items():
        file = project / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (project / "site" / "package.json").write_text('{"type": "module"}')
    node = ["node", str(project / "site" / "scripts" / "timer" / "told.js")]
    return made, json.loads(subprocess.run(node, capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize("bundled", [True, False])
def test_published_script_says_its_messages_in_the_language_of_the_site(project, bundled):
    files, said = published(project, bundled, ENGLISH)
    assert said == [*english(1), *english(2), *english(5)]
    _, said = published(project, bundled, OTHER)
    assert said == [*other(1, "seria"), *other(2, "serie"), *other(5, "serii")]
    assert bundled != ("scripts/shared/gettext.js" in files)


def test_english_goes_out_as_if_it_had_no_catalogue(project):
    made, _ = published(project, True, ENGLISH)
    script = project / "overrides" / "scripts" / "timer" / "told.js"
    plain = SCRIPT.replace('pgettext("timer", gettext`Next`)', '"Next"').replace(
        "ngettext(sets, gettext`${sets}\\u202fset`, gettext`${sets}\\u202fsets`)",
        '`${sets}\\u202fset${sets === 1 ? "" : "s"}`',
    )
    plain = plain.replace('oneOf(`each ${limb}`, "each foot", "each leg")', "`each ${limb}`")
    plain = (
        plain.replace("decimal(2.5)", "2.5")
        .replace("{ time: sets + 1 }", "sets + 1")
        .replace("/[`/]gettext`/", "/[`/]@`/")
    )
    script.write_text(plain.replace("gettext`", "`").replace("@`/", "gettext`/"), "utf-8")
    without, _ = published(project, True, ENGLISH)
    assert made["scripts/timer/told.js"] == without["scripts/timer/told.js"]


def test_dates_and_nouns_are_those_of_the_language(root):
    source = (root / "overrides" / script_messages.MODULE).read_text("utf-8")
    assert script_messages.module(source, ENGLISH) == source
    german = Language("de", "German", "Deutsch", "de_DE", capitalizes_nouns=True)
    said = subprocess.run(
        ["node", "--input-type=module", "--eval", script_messages.module(source, german) + DATED],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(said.stdout) == ["20. November", True, "fussubung", "fussubung", "to", "to"]


def test_language_that_lacks_a_message_says_it_in_english(project):
    _, said = published(project, False, Language("pl", "Polish", "polski", "pl_PL", plural=PLURALS))
    assert said == [*english(1), *english(2), *english(5)]


def test_messages_are_found_with_their_lines_contexts_and_words_to_translators():
    assert [each for each in script_messages.messages(SCRIPT) if each.words != ("Start",)] == [
        Found(9, ('Set {set} of {sets} in "quotes" `and` $',)),
        Found(10, ("{sets}\u202fset", "{sets}\u202fsets")),
        Found(11, ("Next",), "timer"),
        Found(12, ("each foot",)),
        Found(12, ("each leg",)),
        Found(13, ("rest {time}",)),
        Found(14, ("kg",)),
    ]
    (told,) = script_messages.messages("/* No. */\n// Translators: of a timer\n// that runs\nsay(gettext`Stop`);")
    assert told.comments == ("Translators: of a timer", "that runs")


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("\ngettext`${1 + 1}`", "2: a value without a name; put it into a const."),
        ("gettext`${a.name} and ${b.name}`", "1: two values are called name; put one into a const."),
        ("ngettext(1, gettext`a`)", "1: ngettext takes a number and two messages."),
        ("ngettext(1, gettext`a`, `b`)", "1: a message is written gettext`…` here."),
        ("pgettext(of, gettext`a`)", "1: pgettext takes a context, as a string, and a message."),
        ("gettext`\\${a}`", "1: a word in braces stands for a value; put it into a const."),
        ("oneOf(a, b)", "1: oneOf takes a text, and as strings all messages that it may be."),
        ("\ngettext`a", "2: a template has no end."),
        ("ngettext(1, a", "1: a bracket has no end."),
        ("gettext`a`)", "1: this closes what is not open."),
    ],
)
def test_message_that_cannot_be_read_is_named_with_its_line(script, fault):
    with pytest.raises(ScriptError) as found:
        script_messages.messages(script)
    assert str(found.value) == fault


def test_script_without_other_languages_is_read_and_written_as_it_was(root):
    scripts = root / "overrides" / "scripts"
    for path in scripts.rglob("*.js"):
        source = path.read_text("utf-8")
        if "gettext" not in source:
            assert script_messages.in_language(f"{source}\nngettext;", OTHER) == f"{source}\nngettext;", path.name
