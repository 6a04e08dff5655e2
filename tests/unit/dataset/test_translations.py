"""Texts of records in another language: what a file of them may say, and what is shown of what it lacks."""

import json
import pickle
import re
import shutil
from dataclasses import replace

import pytest
from markupsafe import Markup, escape

from derived import same
from limber.build_cache import BuildCache
from limber.dataset import cached, language_file, ledger, load, record_texts, translations
from limber.dataset.problem import DatasetError
from limber.exports import other_texts, records
from limber.languages import catalogues
from limber.languages.formats import listing
from limber.languages.language import ENGLISH
from limber.languages.language_marks import attributes, marked
from limber.languages.messages import gettext, spoken_as
from limber.languages.other_language import InLanguage, joined, words
from limber.model.site import Coach, Site
from limber.wording import capital, within
from tools import language_texts, messages, translate

DATA = """\
equipment:
  strap: {name: Strap, description: A belt or a towel.}
exercises:
  calf-stretch:
    name: Calf stretch
    laterality: unilateral
    equipment:
      - {item: strap, need: optional, note: It helps you reach. Hold it – gently.}
    instructions:
      - Step your {side} foot back.
      - Keep your {side} heel down, and bend the {other_side} knee.
      - switch: Now the {other_side} foot.
    stop_signs: [Sharp pain.]
    dose: 3 x 30 s hold
  heel-raise:
    name: Heel raise
    instructions: [Rise onto your toes.]
    stop_signs: [Sharp pain.]
    dose: 2 x 8
routines:
  legs:
    name: Legs
    steps:
      - exercise: heel-raise
      - {exercise: calf-stretch, note: Slowly.}
"""
GERMAN = """\
equipment:
  strap: {name: Gurt, description: Ein Gürtel oder ein Handtuch.}
exercises:
  calf-stretch:
    name: Wadendehnung
    equipment:
      - note: Damit reichst du weiter.
    instructions:
      - "Setz den {side: rechten, linken} Fuß zurück."
      - "Lass die {side: rechte, linke} Ferse unten, und beug das {other_side: rechte, linke} Knie."
      - switch: "Jetzt der {other_side: rechte, linke} Fuß."
    stop_signs: [Stechender Schmerz.]
  heel-raise:
    name: Fersenheben
    instructions: [Heb dich auf die Zehen.]
    stop_signs: [Stechender Schmerz.]
routines:
  legs:
    name: Beine
    steps:
      - note: Langsam.
site:
  name: Kims Knie
  coach: {credentials: Physiotherapeutin}
"""
BEGUN = """\
equipment:
  strap:
    # Source: Strap
    name:
    # Source: A belt or a towel.
    description:

exercises:
  calf-stretch:
    # Source: Calf stretch
    name:
    equipment:
      # Source: It helps you reach. Hold it – gently.
      - note:
    instructions:
      # Source: Step your {side} foot back.
      -
      # Source: Keep your {side} heel down, and bend the {other_side} knee.
      -
      # Source: Now the {other_side} foot.
      - switch:
    stop_signs:
      # Source: Sharp pain.
      -

  heel-raise:
    # Source: Heel raise
    name:
    instructions:
      # Source: Rise onto your toes.
      -
    stop_signs:
      # Source: Sharp pain.
      -

routines:
  legs:
    # Source: Legs
    name:
    steps:
      # Source: Slowly.
      - note:

site:
  # Source: Kim's knees
  name:
"""
"""What scripts/translate writes for a language that has none of them yet."""
SITE = Site(name="Kim's knees", coach=Coach(credentials="PT"))


@pytest.fixture(scope="module")
def german(root):
    return catalogues.language("de", root / "overrides" / "languages", BuildCache())


@pytest.fixture
def read(tmp_path, german, monkeypatch):
    """Reads the dataset with this text of data/languages/de.yaml."""
    monkeypatch.chdir(tmp_path)
    data = tmp_path / "data" / "exercises.yaml"
    (data.parent / "languages").mkdir(parents=True)
    data.write_text(DATA, "utf-8")

    def now(text, site=SITE):
        file = record_texts.folder_beside(data) / "de.yaml"
        file.write_text(text, "utf-8")
        return translations.translated(load.loaded(data), site, file, "en", german)

    return now


@pytest.fixture
def refused(read):
    """The problems of this text, without the line that follows them."""

    def said(text):
        with pytest.raises(DatasetError) as problems:
            read(text)
        return str(problems.value).removesuffix("\nNothing was built.")

    return said


def changed(before, after):
    assert before in GERMAN
    return GERMAN.replace(before, after)


def without_site(text):
    return text.partition("site:")[0]


def test_record_with_all_of_its_texts_says_them_for_both_sides_and_for_each(read, german):
    found = read(GERMAN)
    stretch = found.dataset.exercises["calf-stretch"]
    assert (stretch.name, stretch.short_name, stretch.equipment[0].note) == (
        *("Wadendehnung", "Wadendehnung"),
        "Damit reichst du weiter.",
    )
    assert stretch.instructions == (
        "Setz den rechten Fuß zurück.",
        "Lass die rechte Ferse unten, und beug das linke Knie.",
        "Jetzt der linke Fuß.",
    )
    right, left = stretch.one_side
    assert right.instructions == stretch.instructions[:2]
    assert left.instructions == (
        "Setz den linken Fuß zurück.",
        "Lass die linke Ferse unten, und beug das rechte Knie.",
    )
    with spoken_as(german):
        assert records.exercise(replace(stretch, sides="left"))["name"] == "Wadendehnung, linke Seite"
    assert found.dataset.routines["legs"].steps[1].note == "Langsam."
    assert found.site == {"name": "Kims Knie", "coach": {"credentials": "Physiotherapeutin"}}
    assert found.notes == []
    assert not any(isinstance(each, InLanguage) for each in (stretch.name, *stretch.instructions))
    more = "    short_name: Wade\n    spoken_name: die Wade\n    also_called: [Wadendehner]\n    equipment"
    named = changed("    equipment", more).replace("name: Beine", "name: Die Beine\n    short_name: Beine")
    dataset = read(named).dataset
    stretch = dataset.exercises["calf-stretch"]
    assert (stretch.short_name, stretch.spoken_name, stretch.also_called) == ("Wade", "die Wade", ("Wadendehner",))
    assert dataset.routines["legs"].short_name == "Beine"


def test_record_translated_by_half_is_shown_whole_in_its_own_language_and_says_which(read):
    half = without_site(changed("    stop_signs: [Stechender Schmerz.]\n  heel-raise", "  heel-raise"))
    found = read(half.replace("Langsam.", ""))
    stretch, raised = found.dataset.exercises["calf-stretch"], found.dataset.exercises["heel-raise"]
    assert stretch.name == stretch.short_name == "Calf stretch"
    texts = (stretch.name, stretch.short_name, *stretch.instructions, *stretch.one_side[1].instructions)
    assert [each.lang for each in texts] == ["en"] * len(texts)
    assert stretch.instructions[1] == "Keep your right heel down, and bend the left knee."
    assert raised.name == "Fersenheben" and not isinstance(raised.name, InLanguage)
    half = "no text yet; until then the record is shown in its own language.\n    Write it here."
    assert [each.said("de.yaml") for each in found.notes] == [
        f'de.yaml:4:3: exercise "calf-stretch", stop sign 1: {half}',
        f'de.yaml:20:9: routine "legs", step 1, note: {half}',
        'de.yaml:1:1: site: no text in "de"; it is shown in its own language.\n'
        "    scripts/translate writes down what there is to say.",
    ]


FAULTS = (
    ("name: Beine", "name: 5"),
    ("name: Beine", "name: Beine\n    days: [monday]"),
    ("name: Beine", "nmae: Beine"),
    ("name: Wadendehnung", "name: Wadendehnung\n    dose: 3 x 20 s"),
    ("heel-raise:", "heel-rise:"),
    ("routines:", "routine:"),
    ('      - switch: "Jetzt der {other_side: rechte, linke} Fuß."\n', ""),
    ('switch: "Jetzt der {other_side: rechte, linke} Fuß."', '"Jetzt der {other_side: rechte, linke} Fuß."'),
    ("- note: Langsam.", "- note: Langsam.\n      - note: Zwei."),
    ("den {side: rechten, linken} Fuß", "den Fuß"),
    ("{side: rechten, linken} Fuß", "{side} Fuß"),
    ("{side: rechten, linken} Fuß", "{side: rechten} Fuß"),
    ("{side: rechten, linken} Fuß", "{side: rechten, linken} Fuß mit dem linken Bein"),
    ("Heb dich auf", "Heb dich 30 Sekunden auf"),
    ("Heb dich auf die Zehen.", "Heb dich <b>hoch</b>."),
    ("name: Fersenheben", "name: FersenFersenFersenFersenFersenFersenFersenFersenFersenFersenFersen"),
    ("name: Fersenheben", "name: [Fersen]"),
    ("[Stechender Schmerz.]\nroutines", "Schmerz.\nroutines"),
    ("  name: Kims Knie", "  name: KnieKnieKnieKnieKnieKnieKnieKnieKnieKnieKnie"),
    ("name: Gurt", 'name: "Gurt'),
    ("name: Beine", "name: [Beine]"),
    ("name: Beine", "name: {de: Beine}"),
    ("  legs:\n    name: Beine\n    steps:\n      - note: Langsam.\n", "  - name: Beine\n"),
    ("  legs:\n    name: Beine", "  leggs:\n    name: Beine"),
    ("  legs:\n    name: Beine", "  quite-another:\n    name: Beine"),
    ("routines:", "tables-of:"),
    ("    name: Beine\n", "    name: Beine\n    mood: gut\n"),
    ("    instructions: [Heb dich auf die Zehen.]", "    instructions: [switch: Heb dich auf die Zehen.]"),
    ("    instructions: [Heb dich auf die Zehen.]", "    instructions: [5]"),
    ("    name: Beine\n    steps:\n      - note: Langsam.\n", "    Beine\n"),
    ("    name: Wadendehnung", "    name: Wadendehnung\n    short_name: [Wade]"),
    ("    name: Wadendehnung", "    name: Wadendehnung\n    also_called: Wade"),
    ("    name: Wadendehnung", "    name: Wadendehnung\n    also_called: [Wade, 5]"),
    ("    name: Beine", "    name: Beine\n    short_name: 7"),
    ("    name: Beine", "    name: Beine\n    spoken_name: Beine"),
    ("name: Gurt, description", "name: on, description"),
    ("name: Beine", "name: on"),
    ("name: Beine", "name: 12:30"),
    ("name: Beine", "name: ~"),
    ("name: Fersenheben", f"name: {'W' * 40}"),
    ("name: Beine\n", f"name: {'Beine' * 20}\n    mood: gut\n"),
)
"""Each with what it stands in place of; a golden file has what is said of it."""


def test_what_is_no_translation_is_told_with_its_place_and_a_remedy(read):
    def said(text):
        with pytest.raises(DatasetError) as problems:
            read(text)
        return str(problems.value).removesuffix("\nNothing was built.").replace("data/languages/", "")

    lines = (f"{json.dumps(after, ensure_ascii=False)}\n{said(changed(before, after))}\n" for before, after in FAULTS)
    same("translation-faults", lines)


def test_all_problems_are_told_at_once(refused):
    said = refused(changed("    name: Beine", "    name: 5").replace("Heb dich auf die Zehen.", "<i>Hoch</i> damit."))
    assert len(re.findall(r"^data/languages/de\.yaml:\d+:\d+: ", said, re.M)) == 2


@pytest.mark.parametrize(("text", "kind"), [("- Beine\n", "a list"), ("Beine\n", 'the text "Beine"')])
def test_file_without_tables_is_told_so(refused, text, kind):
    assert refused(text).splitlines() == [
        f"data/languages/de.yaml:1:1: the file is {kind}; it should hold the tables of the dataset.",
        '    Write "exercises:" in the first column, with ids below it.',
    ]


def test_words_for_a_site_that_says_nothing_of_itself_are_refused(read):
    with pytest.raises(DatasetError, match="the dataset has no such table"):
        read(GERMAN, Site())


def test_name_of_a_file_is_the_code_of_a_language():
    known = ("de", "en", "es")
    assert catalogues.fault_of_name("de.yaml", known) is None
    there = 'There is "de", "en" or "es"; scripts/translate begins another one.'
    for name, what, tip in (
        ("german.yaml", 'no language "german".', 'Name it "de.yaml".'),
        ("de.yml", 'the file has to end with ".yaml".', 'Name it "de.yaml".'),
        ("tlh.yaml", 'no language "tlh".', there),
    ):
        fault = catalogues.fault_of_name(name, known)
        assert (fault.what, fault.tip) == (what, tip), name


def test_texts_are_kept_until_the_file_or_the_data_are_others(tmp_path, german, read):
    read(GERMAN)
    cache, data = BuildCache(tmp_path / "kept"), tmp_path / "data" / "exercises.yaml"
    file = record_texts.folder_beside(data) / "de.yaml"

    def name():
        found = cached.loaded(cache, data, tmp_path, ledger.beside(data))
        made = cached.translated(cache, found, Site(), file, "en", german, tmp_path, ledger.beside(data))
        return made[0].exercises["heel-raise"].name, found.dataset.exercises["heel-raise"].name

    file.write_text(without_site(GERMAN), "utf-8")
    assert name() == name() == ("Fersenheben", "Heel raise")
    file.write_text(without_site(GERMAN).replace("Fersenheben", "Zehenstand"), "utf-8")
    assert name() == ("Zehenstand", "Heel raise")
    file.unlink()
    shown = name()[0]
    assert (shown, shown.lang) == ("Heel raise", "en")


def test_text_is_written_in_quotes_where_it_must_be_and_its_letters_stay():
    texts = ("Fuß hoch", "Fuß: hoch", 'Sag "hoch"', "on", "5", "", "Füße # hoch", None, 5)
    assert [language_file.scalar(each) for each in texts] == [
        *("Fuß hoch", '"Fuß: hoch"', 'Sag "hoch"', '"on"', '"5"', '""', '"Füße # hoch"', "", ""),
    ]


def test_file_of_a_language_is_begun_and_brought_up_to_date(tmp_path, german, read):
    read(GERMAN)
    data, site = tmp_path / "data" / "exercises.yaml", Site(name="Kim's knees")
    file = record_texts.folder_beside(data) / "de.yaml"
    file.unlink()
    begun = language_texts.begun(load.loaded(data), site, file, german)
    head, _, texts = begun.partition("\n\n")
    assert f'contraindications behind "{german.translated("Not if")}", and what one feels' in head
    assert texts == BEGUN
    file.write_text(begun, "utf-8")
    assert (
        translations.translated(load.loaded(data), site, file, "en", german).dataset.exercises["heel-raise"].name.lang
    )
    file.write_text(without_site(GERMAN), "utf-8")
    whole = language_texts.begun(load.loaded(data), site, file, german)
    assert "    # Source: Heel raise\n    name: Fersenheben\n" in whole
    file.write_text(whole, "utf-8")
    assert language_texts.begun(load.loaded(data), site, file, german) == whole
    data.write_text(DATA.replace("Rise onto", "Come up onto"), "utf-8")

    def changes():
        return [each.what for each in read_again().notes if "dataset" in each.what]

    def read_again():
        return translations.translated(load.loaded(data), site, file, "en", german)

    assert changes() == ['the dataset says "Come up onto your toes." now.']
    file.write_text(language_texts.begun(load.loaded(data), site, file, german), "utf-8")
    assert (
        "# Source before: Rise onto your toes.\n      # Source: Come up onto your toes.\n      - Heb"
        in file.read_text("utf-8")
    )
    assert changes() == ['the dataset said "Rise onto your toes." when this was written.']
    assert read_again().dataset.exercises["heel-raise"].name == "Fersenheben"


def test_translate_brings_texts_up_to_date_and_says_what_they_lack(root, tmp_path, read, monkeypatch, capsys):
    read(GERMAN)
    (tmp_path / "data" / "languages" / "de.yaml").write_text(without_site(changed("Langsam.", '""')), "utf-8")
    catalogue = tmp_path / "overrides" / "languages" / "de.po"
    catalogue.parent.mkdir(parents=True)
    shutil.copy(root / "overrides" / "languages" / "de.po", catalogue)
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "FOLDER", catalogue.parent)
    monkeypatch.setattr(messages, "template", messages.Catalog)
    monkeypatch.setattr("sys.argv", ["translate", "de"])
    translate.main()
    said = capsys.readouterr().out
    assert "Note: data/languages/de.yaml:" in said and 'routine "legs", step 1, note: no text yet' in said
    assert said.splitlines()[-1] == "data/languages/de.yaml: 3 of 4 records."
    assert "      # Source: Slowly.\n      - note:\n" in (tmp_path / "data" / "languages" / "de.yaml").read_text(
        "utf-8"
    )


def test_each_free_text_of_the_schema_has_words_in_another_language(root):
    schema = json.loads((root / "data" / "exercises.schema.json").read_text("utf-8"))
    found = set()

    def walk(it, key, seen=()):
        while "$ref" in it:
            name = it["$ref"].rpartition("/")[2]
            if name in seen:
                return
            seen, it = (*seen, name), {**schema["$defs"][name], **{a: b for a, b in it.items() if a != "$ref"}}
        kinds = it.get("type", ())
        if "string" in ([kinds] if isinstance(kinds, str) else kinds) and not {"enum", "pattern"} & it.keys():
            found.add(key)
        for name, each in it.get("properties", {}).items():
            walk(each, name, seen)
        for name in ("additionalProperties", "items", "then", "else"):
            if isinstance(it.get(name), dict):
                walk(it[name], key, seen)

    walk(schema, "")
    published = {"author", "credentials", "title", "publisher", "licence"}  # these stay as they were published
    assert found - published == record_texts.KEYS


def test_texts_in_another_language_are_told_to_scripts_by_their_sentences(read):
    whole = read(GERMAN).dataset
    assert dict(other_texts.files(whole, {})) == {}
    half = read(without_site(changed("    stop_signs: [Stechender Schmerz.]\n  heel-raise", "  heel-raise"))).dataset
    assert dict(other_texts.files(half, {"safety/": "en"})) == {
        "other-language.json": '{"language": "en", "direction": "ltr", "texts": ["Calf stretch", "Hold it – gently", '
        '"It helps you reach", "Keep your left heel down, and bend the right knee", '
        '"Keep your right heel down, and bend the left knee", "Now the left foot", "Sharp pain", '
        '"Step your left foot back", "Step your right foot back"], "pages": ["safety/"]}'
    }


def test_texts_in_another_language_say_it_where_they_stand():
    text = InLanguage("A <b>", "en")
    assert pickle.loads(pickle.dumps(text)).lang == "en" and repr(text) != repr("A <b>")
    html = marked(
        f"<p>{text.__html__()}</p><p>Zu {text.__html__()}!</p><br>{text.__html__()}</p>"
        f'<svg aria-label="{text.__html__()}"></svg><a title="{text.__html__()}">Los</a>'
        f'<script>"{text.__html__()}"</script>'
    )
    said = "A &lt;b&gt;"
    assert html == (
        f'<p lang="en">{said}</p><p>Zu <span lang="en">{said}</span>!</p><br><span lang="en">{said}</span></p>'
        f'<svg lang="en" aria-label="{said}"></svg><a title="{said}">Los</a><script>"{said}"</script>'
    )
    assert joined([text, text]).lang == "en" and not isinstance(joined([text, "B"]), InLanguage)
    for sentence in (
        gettext("Helps: {things}.", things=listing([text, "ein Gurt"])),
        capital(within(joined([gettext("{thing} (optional)", thing=text), "ein Gurt"], "; "))),
    ):
        assert pickle.loads(pickle.dumps(sentence)) == sentence
        html = marked(f"<p>{escape(sentence)}</p>")
        assert re.findall(r'<span lang="en">(.+?)</span>', html) == [said]
        assert Markup(html).striptags() == sentence
    with spoken_as(replace(ENGLISH, code="ar-XB", direction="rtl")):
        assert marked(f"<p>{text.__html__()}</p>") == f'<p lang="en" dir="ltr">{said}</p>'
        assert attributes("ar-XB", around="en") == 'lang="ar-XB" dir="rtl"' and attributes("he") == 'lang="he"'
    assert attributes("ar-EG") == 'lang="ar-EG" dir="rtl"'
    assert [each.lang for each in words(text)] == ["en", "en"]
    assert marked(f"<h1>{' '.join(each.__html__() for each in words(text))}</h1>") == f'<h1 lang="en">{said}</h1>'
