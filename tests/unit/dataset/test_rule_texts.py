"""What the rules on texts and ids make of each kind of text: what is told of, what is let through, and the remedy."""

import pytest

from limber.dataset.rules import dose_words, ids, texts
from limber.dataset.rules.tables import Tables

DO_IT = {"summary", "setup", "instructions", "cues", "easier", "harder", "fix", "note", "how", "moving_on"}
SAY_SOMETHING = DO_IT | {
    "alt",
    "audience",
    "care",
    "contraindications",
    "description",
    "fault",
    "here",
    "how_often",
    "muscles",
    "not_here",
    "precautions",
    "short_steps",
    "stop_signs",
    "what",
    "when",
    "why",
}
EVERYWHERE = "here and wherever it is named"
OTHERS = {"name", "short_name", "spoken_name", "regions", "title", "author", "publisher", "limb"}


def _told_of(rule, text):
    """The fields in which a rule tells of this text."""
    fields = dict.fromkeys(sorted(SAY_SOMETHING | OTHERS), text)
    return {each.where[-1] for each in rule(Tables.of({"exercises": {"plank": fields}}, None))}


@pytest.mark.parametrize("text", ["10", "…", "3 × 4", "(1)"])
def test_what_says_something_has_a_word_in_it(text):
    assert _told_of(texts.a_text_has_a_word_in_it, text) == SAY_SOMETHING
    assert _told_of(texts.a_text_has_a_word_in_it, f"{text} é") == set()


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("Hold it for 30 seconds.", "30 seconds"),
        ("Hold it for forty-five seconds.", "forty-five seconds"),
        ("Hold it for half a minute.", "half a minute"),
        ("Rest for 1.5 min.", "1.5 min"),
        ("Stay for an hour.", "for an hour"),
        ("Wait for about a minute.", "for about a minute"),
        ("Hold for another second.", "for another second"),
        ("Hold for 1:30 here.", "for 1:30"),
        ("Hold 20s.", "20s"),
        ("Do 3 x 10 of it.", "3 x 10"),
        ("Do three x ten of it.", "three x ten"),
        ("Do 8 × each side.", "8 × each"),
        ("Do ten slow reps.", "ten slow reps"),
        ("Two to three sets.", "Two to three sets"),
        ("Do it 5-6 times.", "5-6 times"),
        ("Do it twice.", "twice"),
        ("Lower it to a count of 4.", "count of 4"),
    ],
)
def test_what_tells_how_to_do_it_leaves_the_dose_to_the_dose(text, dose):
    rule = texts.a_text_leaves_the_dose_to_the_dose
    assert _told_of(rule, text) == DO_IT
    (said,) = rule(Tables.of({"exercises": {"plank": {"cues": [text]}}}, None))
    assert said.what == f'the text gives a dose: "{dose}".'
    assert said.tip == 'Take it out here; "dose:" says how much, and pages, cards and timer show it.'
    assert said.where == ("exercises", "plank", "cues", 0)


@pytest.mark.parametrize(
    "text",
    [
        "Stand 10 cm from the wall.",
        "Do it 3 times a week.",
        "Lie on a mat of 2 x 1 m.",
        "Lift 2 kg.",
        "Take twice as long.",
        "Do it 10 minutes after a run.",
        "Get up for a second try.",
        "Repeat it at 8:30.",
        "Set your feet down.",
        "Count your breaths.",
        "Take five deep breaths.",
        "Do three rounds.",
        "Hold the 2 h-shaped bars.",
    ],
)
def test_what_is_no_dose_is_let_through(text):
    assert _told_of(texts.a_text_leaves_the_dose_to_the_dose, text) == set()


@pytest.mark.parametrize(
    ("language", "doses", "others"),
    [
        (
            "de",
            "3 Sekunden|1 Sekunde|10 Sek|2 Minuten|1 Minute|2 Stunden|1 Stunde|zwölf Wiederholungen|"
            "1 Wiederholung|8 Wdh|3 Sätze|"
            "1 Satz|dreimal|drei mal|8 bis 10 Wdh|8 oder 10-mal|5–6 mal|20s|1,5 min|2 h|3 x 10|sechs × acht",
            "eine Sekunde|zwei Stunden|dreimal am Tag|drei mal pro Woche|zweimal im Jahr|zweimal in der Woche|"
            "zweimal je Woche|"
            "zweimal so|2 x 3 cm|2 s-förmige|Minuten",
        ),
        (
            "es",
            "3 segundos|1 segundo|2 seg|2 minutos|1 minuto|diez repeticiones|1 repetición|3 series|1 serie|"
            "dos veces|3 a 5 min|"
            "3 o 4 veces|20 s|3 × 10",
            "dos veces al día|dos veces a la semana|dos veces por semana|tres veces cada día|tres veces en|"
            "2 x 3 m|una serie",
        ),
        (
            "fr",
            "3 secondes|1 seconde|2 sec|dix minutes|1 minute|dix répétitions|1 répétition|3 séries|1 série|"
            "deux fois|3 à 5 fois|"
            "3 ou 4 fois|20 s|3 x 10",
            "deux fois par jour|deux fois plus|deux fois moins|deux fois chaque jour|2 x 3 mm|une série",
        ),
        ("pl", "", "3 x 10|30 s"),
    ],
)
def test_dose_is_found_in_each_language_that_rules_read(language, doses, others):
    for dose in doses.split("|"):
        assert dose_words.dose(f"So {dose} dort.", language) == dose
    for text in others.split("|"):
        assert dose_words.dose(f"So {text} dort.", language) == ""


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("Calf Stretch", "calf-stretch"),
        ("calfStretch", "calf-stretch"),
        ("calf_stretch", "calf-stretch"),
        ("straße", "strasse"),
        ("Łydka", "lydka"),
        ("łydka", "lydka"),
        ("Ægir", "aegir"),
        ("ÆGIR", "aegir"),
        ("œuvre", "oeuvre"),
        ("Øvelse", "ovelse"),
        ("Đuro", "duro"),
        ("balık", "balik"),
        ("höher", "hoher"),
        ("İleri", "ileri"),
        ("plank--side", "plank-side"),
        ("a" * 61, ""),
        ("3-way-reach", ""),
        ("体操", ""),
    ],
)
def test_an_id_of_another_form_is_told_of_with_a_better_one(written, better):
    (said,) = ids.an_id_is_lower_case_words_joined_by_hyphens(Tables.of({"exercises": {written: {}}}, None))
    assert said.what == "an id is lower-case words joined by hyphens, 60 characters at most."
    assert said.tip == (
        f'Write "{better}" here and wherever it is named.'
        if better
        else f"Write one such as calf-stretch, {EVERYWHERE}."
    )


@pytest.mark.parametrize("id_", ["a", "calf-stretch", "v2-plank", "a" * 60])
def test_an_id_of_lower_case_words_is_let_through(id_):
    tables = Tables.of({"exercises": {id_: {}}}, None)
    assert list(ids.an_id_is_lower_case_words_joined_by_hyphens(tables)) == []
