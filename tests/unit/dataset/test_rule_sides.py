"""Sides in texts: what is taken for one and what is not, and that each remedy, followed to the letter, is sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from golden_datasets import GOLDEN, ROOT, made, unsound
from limber.dataset import load
from limber.dataset.rules import side_words

OF_A_SIDE = """\
Place your <right> foot on the ball.
<Right> big toe up, then down
The <left> side of the pelvis hangs lower than the <right>, the <left> foot floats.
Lean to the <right>.
A wall is on your <right>, a chair on your <left>.
Turn <left>.
Step <right>, then <left>.
Hold the <left> handle in your <right> hand.
Look over your <left> shoulder and your <right> shoulder blade.
<Right> and <left> feet together
Roll from <left> to <right>.
Lie on the <right>-hand side.
The <left> hangs lower.
<RIGHT> FOOT UP
Roll <left>wards.
Your <right> sit bone is heavy.
Roll onto the ball of it, the <right> ball of the foot.
"""
OF_NO_SIDE = """\
Stop right away.
Do it the right way, with the right amount of pressure.
Stay upright, bright and outright.
Put what is left over aside.
You have no strength left.
Roll until nothing is left.
Press right up to the wall.
Stand right under your hips.
Keep your knee at a right angle.
Right after the run
All right?
The right height is at your knee.
Choose the right ball and wear the right shoes.
If you are right-handed
Lay the mat right side up.
Find the right muscles.
Leave it out, she has left.
Time is left: use it.
It feels right, it is just right.
Step right up to it.
Put the left over foam away.
Gehe aufrecht nach rechts, dann nach links.
Pon el pie derecho sobre la pelota.
"""
CHANGES = """\
Change feet
Change sides and stand on your left foot.
Do the same with your left foot.
Do the same on your {other_side} side.
Repeat on the other side.
Repeat all of it with the other hand.
Step back, then do the same with the other leg.
Rest, then swap hands.
Switch sides.
"""
CHANGES_NOTHING = """\
At the same time, lift the other leg.
Keep the other leg at the same height.
Lift the other toes of that foot.
Lower your left leg again.
Let the other side of the pelvis sink.
Step back and repeat.
Change nothing but the speed.
"""


@pytest.fixture(autouse=True)
def _from_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("written", [*OF_A_SIDE.splitlines(), *OF_NO_SIDE.splitlines()])
def test_words_right_and_left_are_sides_only_where_they_mean_one(written: str) -> None:
    wanted, text = [], written
    while found := re.search("<(right|left)>", text, re.IGNORECASE):
        wanted.append((found.start(), found.end() - 2))
        text = text[: found.start()] + found[1] + text[found.end() :]
    assert [text[slice(*each)] for each in side_words.sides(text)] == [text[slice(*each)] for each in wanted]
    assert side_words.sides(text) == wanted


@pytest.mark.parametrize("text", CHANGES.splitlines())
def test_step_that_changes_sides_is_known(text: str) -> None:
    assert side_words.changes_sides(text)


@pytest.mark.parametrize("text", CHANGES_NOTHING.splitlines())
def test_step_that_speaks_of_the_other_side_changes_none(text: str) -> None:
    assert not side_words.changes_sides(text)


def test_side_of_the_body_for_ever_may_be_named_where_it_tells_when_to_stop(tmp_path: Path) -> None:
    text = (GOLDEN / "a-text-names-a-side-without-a-mark.yaml").read_text("utf-8")
    text = text.replace("Lie on your right side, the left leg on top.", "Lie on your {side} side.")
    signs = "      - Sharp pain in a shoulder.\n    contraindications:\n      - A shoulder"
    assert text.count(signs) == 1
    heart = signs.replace("Sharp pain in a shoulder.", "Pain that goes into your left arm.")
    assert load.load(made(tmp_path, text.replace(signs, heart)))


def test_exercise_of_both_sides_may_name_them(tmp_path: Path) -> None:
    text = (GOLDEN / "a-mark-stands-where-both-sides-work.yaml").read_text("utf-8")
    named = "Cross your right leg over the left one, then do the same with the other leg."
    assert load.load(made(tmp_path, text.replace("Lie on your {side} cheek.", named)))


def test_site_in_another_language_is_told_only_to_mark_the_step_that_changes_sides(tmp_path: Path) -> None:
    text = (GOLDEN / "a-step-changes-sides-and-is-not-marked.yaml").read_text("utf-8")
    german = text.replace("Do the same on your left side.", "Dann auf der linken Seite.")
    (problem,) = unsound(made(tmp_path, german)).problems
    assert problem.what == "no step leads to the other side."
    assert load.load(made(tmp_path, german.replace("- Dann auf", "- switch: Dann auf")))
