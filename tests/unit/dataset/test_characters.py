"""Which characters may stand in a text, and which sequences of letters come from a wrong encoding."""

from __future__ import annotations

import pytest

from limber.dataset.yaml.characters import first_unseen, misread
from limber.dataset.yaml.scalars import in_plain_digits

EMOJI = [
    "👩‍💻",
    "🧘‍♀️",
    "🤸🏽‍♂️",
    "👨‍👩‍👧‍👦",
    "❤️‍🔥",
    "🏴‍☠️",
    "🏳️‍🌈",
    "🇩🇪",
    "👍🏿",
    "1️⃣",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
]


@pytest.mark.parametrize("emoji", EMOJI)
def test_emoji_of_several_signs_may_stand_in_a_text(emoji: str) -> None:
    assert first_unseen(f"Heavy {emoji} feet.") == -1


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("a\u200db", 1),
        ("\u200d👩", 0),
        ("👩\u200d", 1),
        ("👩\u200d\u200d💻", 1),
        ("a\u200d💻", 1),
        ("👩\u200da", 1),
        ("x\U000e0067\U000e007f", 1),
        ("🏴\U000e0067", 1),
        ("👩‍💻 \u202eb", 4),
        ("a\u2066b", 1),
        ("a\u200fb", 1),
        ("a\u200cb", 1),
        ("a\u00adb", 1),
        ("a\ufeffb", 1),
        ("a\u2060b", 1),
        ("a\u00a0b", 1),
        ("a\tb", 1),
        ("a\0b", 1),
        ("a\ue000b", 1),
    ],
)
def test_what_cannot_be_seen_may_not(text: str, index: int) -> None:
    assert first_unseen(text) == index


LETTERS = "éèäöüßñçàâêîôûåæøÉÀÜÖÄÅŒœšžłč“”‘’–—…€°×½µ≥→✓💪日и"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("sign", LETTERS)
def test_letters_that_were_read_in_another_encoding_are_found(sign: str, encoding: str) -> None:
    text = f"Zehen {sign}ber {sign}ben"
    try:
        wrong = text.encode().decode(encoding)
    except UnicodeDecodeError:
        return  # Windows' encoding has not all bytes: programs refuse these, or put U+FFFD
    ((piece, meant),) = misread(wrong).items()
    assert meant == sign
    assert wrong.replace(piece, meant) == text
    assert misread(text) == {}


def test_letters_that_were_misread_twice_are_found_at_once() -> None:
    twice = "Seitstütz".encode().decode("cp1252").encode().decode("cp1252")
    assert misread(twice) == {"ÃƒÂ¼": "ü"}
    assert misread("für später".encode().decode("cp1252")) == {"Ã¼": "ü", "Ã¤": "ä"}


@pytest.mark.parametrize(
    "text",
    [
        "NÃO",
        "a mão, às três",
        "âge, pâte, château",
        "IRMÃ",
        "“IRMÃ”",
        "IRMÃ… e",
        "IRMÃ – não",
        "Â",
        "RÂ",
        "«CAFÉ»",
        "CAFÉ®",
        "NESTLÉ™",
        "CAFÉ — bar",
        "Çédille",
        "«Ça»",
        "Ð",
        "ÅÄÖ",
        "Ä, Ö, Ü",
        "35 °C",
        "naïve",
        "‘É’",
        "„Ü“",
        "Ñandú",
        "Ðe",
        "日本語",
        "иди",
        "ß",
        "À „gauche“",
        "è “sì”",
        "più… là",
        "l’été",
        "d’Â",
        "É°",
        "Größe – Länge",
        "où ?",
        "Ø 5 cm",
        "5 µm",
        "½ Ü",
        "Îles",
        "ï",
        "à €5",
        "â €5",
    ],
)
def test_letters_of_many_languages_are_as_they_were_meant(text: str) -> None:
    assert misread(text) == {}


def test_digits_of_other_scripts_have_plain_ones() -> None:
    assert in_plain_digits("٣٠ ３０ ३० ³⁰ x") == "30 30 30 30 x"
