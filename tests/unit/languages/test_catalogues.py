"""Catalogues: what is wrong in one is named with its line, and what is missing in one is said in English."""

import shutil
from datetime import date

import pytest

from limber.build_cache import BuildCache
from limber.dataset.problem import DatasetError
from limber.languages import catalogues, formats, messages
from limber.languages.language import ENGLISH
from tools import messages as source
from tools import translate

FILE = "overrides/languages/de.po"
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
SETS = 'msgid "Set {set} of {sets}"\nmsgstr "{}"\n'
DAYS = 'msgid "{count} day in {place}"\nmsgid_plural "{count} days in {place}"\n'


def read(text, code="de"):
    return catalogues.read(code, (HEAD + text).encode())


def refused(text):
    with pytest.raises(DatasetError) as problems:
        read(text)
    return str(problems.value).removesuffix("\nNothing was built.").split("\n    ")


@pytest.fixture
def folder(root, tmp_path):
    """A folder of catalogues: German alone, and all messages of the source."""
    (tmp_path / "de.po").write_text(HEAD + 'msgid "Getting ready"\nmsgstr "Einen Moment"\n', "utf-8")
    shutil.copy(root / "overrides" / "languages" / catalogues.TEMPLATE, tmp_path)
    return tmp_path


def test_message_is_said_in_the_language_with_its_values_and_its_plural_form():
    german = read(
        SETS.replace("{}", "Satz {set} von {sets}") + "\n" + DAYS
        + 'msgstr[0] "ein Tag in {place}"\nmsgstr[1] "{count} Tage in {place}"\n\n'
        + 'msgctxt "timer"\nmsgid "Next"\nmsgstr "Als Nächstes"\n'
    )  # fmt: skip
    with messages.spoken_as(german):
        assert messages.gettext("Set {set} of {sets}", set=2, sets=3) == "Satz 2 von 3"
        said = [
            messages.ngettext("{count} day in {place}", "{count} days in {place}", count, count=count, place="{set}")
            for count in (1, 2, 0.5)
        ]
        assert said == ["ein Tag in {set}", "2 Tage in {set}", "0.5 Tage in {set}"]
        assert messages.pgettext("timer", "Next") == "Als Nächstes"
        assert messages.gettext("Next") == "Next", "what a catalogue lacks is said in English"
        assert (german.direction, german.locale, german.own_name) == ("ltr", "de_DE", "Deutsch")
        assert german.attributes == 'lang="de"'
        assert formats.number(2.5) == "2,5"
        assert formats.listing(["a", "b", "c"], "or") == "a, b oder c"
        assert formats.weekday(1) == "Dienstag"
    assert messages.gettext("Next") == "Next" and messages.spoken() == ENGLISH
    assert (messages.gettext_noop("Next"), messages.ngettext_noop("day", "days")) == ("Next", ("day", "days"))
    days = [formats.day(date(2026, month, 22)) for month in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)]
    assert " ".join(days).replace("22 ", "").replace(" 2026", "") == (
        "January February March April May June July August September October November December"
    )
    assert days[2] == "22 March 2026"
    week = [[formats.weekday(each, width) for each in range(7)] for width in ("wide", "abbreviated", "narrow")]
    assert [" ".join(each) for each in week] == [
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "Mon Tue Wed Thu Fri Sat Sun",
        "M T W T F S S",
    ]


def test_language_with_many_plural_forms_has_each_at_its_numbers():
    forms = "".join(f'msgstr[{number}] "{number}: {{count}}"\n' for number in range(6))
    with messages.spoken_as(read(f'msgid "{{count}} day"\nmsgid_plural "{{count}} days"\n{forms}', "ar")) as _:
        said = [
            messages.ngettext("{count} day", "{count} days", each, count=each)[0] for each in (0, 1, 2, 3, 100, 11, 0.5)
        ]
        assert said == list("0123452")
        assert messages.spoken().direction == "rtl"
        assert messages.spoken().attributes == 'lang="ar" dir="rtl"'


def test_message_to_be_looked_at_again_or_without_words_is_missing():
    assert not read(f"#, fuzzy\n{SETS.replace('{}', 'Satz {set}')}").messages
    assert not read(SETS.replace("{}", "")).messages
    assert not read(f'{DAYS}msgstr[0] "ein Tag in {{place}}"\nmsgstr[1] ""\n').messages


@pytest.mark.parametrize(
    ("words", "what", "tip"),
    [
        ("Satz {set}", "{sets} is lost.", "Write it where the value is to stand."),
        ("Satz {set} von {sets} {rest}", "{rest} has no value.", "There are {set} and {sets} in English."),
        ("Satz {satz} von {sets}", "{satz} stands for {set}.", "A placeholder keeps its English name."),
        ("Satz {set} von {sets", "{ stands for {sets}.", "A placeholder keeps its English name."),
        ("Satz {set.real} von {sets}", "{set.real} stands for {set}.", "A placeholder keeps its English name."),
    ],
)
def test_placeholder_that_is_not_as_in_english_is_refused_with_its_line(words, what, tip):
    assert refused(SETS.replace("{}", words, 1)) == [f'{FILE}:5:1: "Set {{set}} of {{sets}}": {what}', tip]


def test_plural_form_may_leave_out_its_number_and_nothing_else():
    assert refused(f'{DAYS}msgstr[0] "ein Tag"\nmsgstr[1] "{{count}} Tage in {{place}}"\n')[0].endswith(
        '"{count} day in {place}": {place} is lost.'
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('msgid "a"\nmsgstr "b\n', "6:1: this is no catalogue: "),
        ("Getting ready = Einen Moment\n", "5:1: this is no catalogue: "),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', "5:1: this is no catalogue: "),
    ],
)
def test_file_that_is_no_catalogue_is_refused_with_its_line(text, said):
    assert refused(text)[0].startswith(f"{FILE}:{said}")


def test_plural_forms_are_as_many_as_the_language_has():
    """Whatever the head of the file says of them."""
    head = HEAD.replace("UTF-8\\n", 'UTF-8\\n"\n"Plural-Forms: nplurals=3; plural=n>1;\\n')
    three = "".join(f'msgstr[{number}] "{{count}} {{place}}"\n' for number in range(3))
    with pytest.raises(DatasetError) as problems:
        catalogues.read("de", (head + DAYS + three).encode())
    assert str(problems.value).splitlines()[:2] == [
        f'{FILE}:6:1: "{{count}} day in {{place}}": 3 plural forms, and "de" has 2.',
        "    Write msgstr[0] to msgstr[1], as gettext counts them.",
    ]


def test_file_in_another_encoding_or_of_no_language_is_refused_with_its_line():
    for code, said in (
        ("de", "6:1: this is not UTF-8.\n    Save the file in UTF-8."),
        ("tlh", '1:1: this is no catalogue: CLDR knows no language "tlh".\n    Poedit or `msgfmt --check` show'),
    ):
        with pytest.raises(DatasetError) as problems:
            catalogues.read(code, (HEAD + 'msgid "a"\nmsgstr "ä"\n').encode("utf-8" if code == "tlh" else "latin-1"))
        assert str(problems.value).startswith(f"overrides/languages/{code}.po:{said}")


@pytest.mark.parametrize("code", ["German", "deutsch", "de-DE", "de_AT", "DE", "Germn"])
def test_unknown_language_is_named_with_the_nearest(folder, code):
    with pytest.raises(DatasetError) as problems:
        catalogues.language(code, folder, BuildCache())
    assert str(problems.value).startswith(f'mkdocs.yml: theme.language: no language "{code}".\n    Did you mean "de"?')


def test_languages_beside_the_sites_own_are_others_that_there_are():
    problems = catalogues.problems_of_site(["de", "en", "Spanish", "tlh"], "en", ["de", "en", "es", "fr"])
    assert [(each.where, each.what, each.tip) for each in problems] == [
        (
            ("languages", 1),
            '"en" is the site\'s own language, theme.language in mkdocs.yml.',
            "Take it out: the others lie below it.",
        ),
        (("languages", 2), 'no language "Spanish".', 'Did you mean "es"?'),
        (
            ("languages", 3),
            'no language "tlh".',
            'There is "es" or "fr"; .github/CONTRIBUTING.md says how to add one.',
        ),
    ]


def test_unknown_language_like_no_other_is_told_which_there_are(folder):
    with pytest.raises(DatasetError, match=r'There is "de" or "en"; \.github/CONTRIBUTING\.md says how to add one\.'):
        catalogues.language("tlh", folder, BuildCache())


def test_what_is_kept_of_a_catalogue_is_told_apart_by_its_words(folder, tmp_path_factory):
    cache = BuildCache(tmp_path_factory.mktemp("kept"))
    first = catalogues.language("de", folder, cache)
    assert catalogues.language("de", folder, cache) == first
    (folder / "de.po").write_text(HEAD + 'msgid "Getting ready"\nmsgstr "Gleich"\n', "utf-8")
    second = catalogues.language("de", folder, cache)
    assert second.translated("Getting ready") == "Gleich"
    codes = [cache.in_language(each.fingerprint).code for each in (ENGLISH, first, second)]
    assert codes[0] == cache.code and len(set(codes)) == 3


def test_language_made_of_english_has_each_message_in_other_signs_and_keeps_what_is_put_in(folder):
    longer, mirrored = (catalogues.language(code, folder, BuildCache()) for code in ("en-XA", "ar-XB"))
    words = "Search exercises, equipment, advice"
    said = longer.translated(words)
    assert said.startswith("[Šéâŕçĥ éẋéŕ"[:3]) and said.endswith("]") and len(said) >= 1.3 * len(words)
    assert mirrored.translated("Getting ready") == "\u200f\u202eGetting\u202c \u200f\u202eready\u202c"
    assert (longer.direction, mirrored.direction) == ("ltr", "rtl")
    assert (longer.own_name, mirrored.own_name) == ("English with accents", "English, mirrored")
    told = catalogues.read("en-XA", (HEAD + SETS.replace("{}", "")).encode()).translated("Set {set} of {sets}")
    assert "{set}" in told and "{sets}" in told and "Šéţ" in told


def test_shipped_catalogues_hold_and_have_every_word(root):
    there = root / "overrides" / "languages"
    template = {catalogues.ids(each)[0] for each in source.template() if each.id}
    for code in catalogues.codes(there):
        language = catalogues.language(code, there, BuildCache())
        said = {key.rpartition("\x04")[2] for key in language.messages}
        assert language == ENGLISH or said == template, code


def test_new_messages_come_into_a_catalogue_and_leave_what_a_translator_wrote(folder, monkeypatch, capsys):
    monkeypatch.setattr(source, "FOLDER", folder)
    monkeypatch.setattr(source, "ROOT", folder)
    template = source.Catalog()
    for words in ("Getting ready", "Without", "Set {set} of {sets}"):
        template.add(words, locations=[("a.py", 0)], auto_comments=["Translators: short"])
    monkeypatch.setattr(source, "template", lambda: template)
    head = "# Kim Hale translated this.\n" + HEAD
    written = head + '# Knapp halten\nmsgid "Getting ready"\nmsgstr "Gleich"\n\nmsgid "Gone"\nmsgstr "Weg"\n'
    (folder / "de.po").write_text(written, "utf-8")
    for _ in range(2):
        monkeypatch.setattr("sys.argv", ["translate"])
        translate.main()
        assert capsys.readouterr().out.splitlines() == [
            'Note: de.po lacks "Without"; pages say it in English.',
            'Note: de.po lacks "Set {set} of {sets}"; pages say it in English.',
            "de.po: 1 of 3 messages.",
        ]
        now = (folder / "de.po").read_text("utf-8")
        assert now.startswith(
            head + '# Knapp halten\n#. Translators: short\n#: a.py\nmsgid "Getting ready"\nmsgstr "Gleich"\n'
        )
        assert now.rstrip().endswith('#~ msgid "Gone"\n#~ msgstr "Weg"')
    monkeypatch.setattr("sys.argv", ["translate", "pl"])
    translate.main()
    begun = (folder / "pl.po").read_text("utf-8")
    assert "Messages of Limber in Polish" in begun and "nplurals=3" in begun and begun.count('msgstr ""\n') == 4


def test_words_for_one_side_only_have_the_side_in_them(root):
    """By them the notes of a plan know the side that stands in a name."""
    for code in ("de", "es", "fr"):
        language = catalogues.language(code, root / "overrides" / "languages", BuildCache())
        for side in (f"{each} {limb}" for each in ("left", "right") for limb in ("side", "foot", "arm", "hip", "hand")):
            assert language.translated(side) in language.translated(f"{side} only"), (code, side)
