"""Rules on poses: a body can stand so and is supported. Each names the number to change and its new value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from limber.dataset.problem import Place, Problem, Said, listed, say
from limber.dataset.rules.resolved_poses import PoseAt, all_poses, of_one_side
from limber.dataset.rules.tables import Tables
from limber.figures import balance, body, skeleton, targets
from limber.figures.skeleton import SIDES, OutOfReachError
from limber.figures.vectors import Point
from limber.model.figure import BOTH, joint

_PARTS = {"hand": "hand", "wrist": "hand", "elbow": "arm", "chest": "chest"}
_OF_A_FOOT = dict.fromkeys(("heel", "arch", "ball", "outer", "inner", "toes", "little", "big"), "foot")
_SEATED, _LIES = 50, 60  # degrees from which a hip and a knee are bent as one sits, and a body leans as one lies
_DEEP = 65  # degrees of a hip, with twice as many of the knee: a deep squat
_LEAN = 60  # degrees: more would be another position
_TURNED = {"step": (-120, 120), "sole": (-110, 60), "aside": (-60, 60)}
"""Ranges in which to search for a better number, for numbers that are no joint angles."""


def a_body_can_stand_so(tables: Tables) -> Iterator[Problem]:
    """Where a foot is set down, its leg does what it must, and no joint of it goes further than joints go."""
    for each in all_poses(tables):
        try:
            stance = each.stance()
        except OutOfReachError as far:
            leg = f"{far.side}_leg"
            keys = ((leg, "step"), (_other(leg), "knee"), (_other(leg), "hip"))
            yield _lower(each, _other(leg), say(far.said)) or _problem(each, keys, say(far.said))
            continue
        for name, amount in stance.joints.items():
            joint = of_one_side(name)
            side = name.removesuffix(joint).removesuffix("_")
            if not body.beyond(joint, amount):
                continue
            least, most = body.RANGES[joint]
            said = f"{side} {joint}".strip().replace("_", " ")
            what = say(
                "the {said} comes to {amount} degrees, as the body stands; it goes from {least} to {most}.",
                said=said,
                amount=f"{amount:.0f}",
                least=least,
                most=most,
            )
            yield _problem(each, tuple(_keys(each, side, joint)), what)
            break  # one remedy at a time: it may solve the others


def a_part_is_on_what_it_is_said_to_be_on(tables: Tables) -> Iterator[Problem]:
    """No hand is in the air before its wall, and no back above its floor."""
    for each in all_poses(tables):
        if not each.has_contacts:
            continue
        on = each.contacts()
        for part, far in each.gaps().items():
            thing = "what it is on" if on[part] in targets.OWN else f"the {on[part].replace('-', ' ')}"
            said = part.replace("_", " ")
            if part in each.stance().lacks:
                what = say(
                    "the {said} does not reach {thing}; it lacks {far} cm.", said=said, thing=thing, far=f"{far:.0f}"
                )
            else:
                what = say(
                    "the {said} is {far} cm off {thing}, because {lowest} lower.",
                    said=said,
                    far=f"{far:.0f}",
                    thing=thing,
                    lowest=_lowest(each.stance().points),
                )
            yield _problem(each, tuple(_moves_part(part)), what, _contact_place(each, part))
            break  # one remedy at a time: it may solve the others


def nothing_is_within_a_thing(tables: Tables) -> Iterator[Problem]:
    """No foot is in the step, and no elbow in the floor."""
    for each in all_poses(tables):
        if not each.has_contacts or each.gaps():
            continue
        for name, thing in each.within().items():
            part = _OF_A_FOOT.get(name.split("_")[-1], name.split("_")[-1])
            side = name.split("_")[0] if "_" in name else ""
            limb = "foot" if part in ("foot", "knee", "ankle") else "hand" if part in ("elbow", "wrist", "hand") else ""
            what = say("the {part} is in the {thing}.", part=f"{side} {part}".strip(), thing=thing.replace("-", " "))
            keys = tuple(_moves_part(f"{side}_{limb}" if limb else part))
            if limb == "foot":  # the thing is where the other foot has it
                keys = (*keys, *((_other(f"{side}_leg"), key) for key in ("hip", "knee")))
            yield _problem(each, keys, what)
            break  # one remedy at a time: it may solve the others


def _moves_part(part: str) -> Iterator[tuple[str, str]]:
    """The keys that bring a part elsewhere, the most important first."""
    side, _, limb = part.partition("_")
    if limb in ("hand", "forearm"):
        yield from ((f"{side}_arm", "shoulder"), ("trunk", "lean"), ("trunk", "bend"))
    elif limb in ("knee", "foot"):
        yield from ((f"{side}_leg", "step"), (f"{side}_leg", "hip"), ("trunk", "lean"))
    else:
        yield from (("trunk", "lean"), ("legs", "hip"), ("arms", "shoulder"), ("trunk", "sway"))


def _contact_place(each: PoseAt, part: str) -> Place:
    """Where a pose says what a part is on; the pose, if an earlier one did."""
    both = next((key for key, parts in BOTH.items() if part in parts), part)
    written = each.pose.get("contacts", {})
    return next(((*each.place, "contacts", key) for key in (part, both) if key in written), each.place)


def a_body_at_rest_is_carried(tables: Tables) -> Iterator[Problem]:
    """By the ground, or by what lies there: a body that hangs in the air shows nobody how to be."""
    for each in all_poses(tables):
        if each.is_foot or not each.stands() or each.hangs():
            continue
        points = each.stance().points
        for side, far in each.hovers().items():
            what = say(
                "the {side} foot is {far} cm above its block, because {lowest} on the ground first.",
                side=side,
                far=f"{far:.0f}",
                lowest=_lowest(points),
            )
            leg = f"{side}_leg"
            yield _problem(each, ((leg, "knee"), (leg, "hip"), (_other(leg), "knee"), (_other(leg), "hip")), what)
        off, carrying = each.off()
        if off and not each.hovers():
            yield _unsupported(each, carrying, points)


def _unsupported(each: PoseAt, carrying: list[str], points: Mapping[str, Point]) -> Problem:
    parts = _part_names(carrying)
    if all("hand" in part or "arm" in part for part in parts):
        what = say("the body hangs from its hands: nothing else is on the ground.")
        return _problem(each, (("arms", "elbow"), ("arms", "shoulder"), ("trunk", "lean")), what)
    x, y, _ = balance.centre(points)
    spots = [points[name] for name in carrying]
    ahead = x - sum(spot[0] for spot in spots) / len(spots)
    aside = y - sum(spot[1] for spot in spots) / len(spots)
    if abs(ahead) > abs(aside):
        way = "ahead of" if ahead > 0 else "behind"
    else:
        way = "to the left of" if aside > 0 else "to the right of"
    what = say(
        "nothing carries the body: its weight is {way} {parts}, where alone it touches the ground.",
        way=way,
        parts=listed(parts),
    )
    bent = each.stance().joints
    if way == "behind" and all(bent[f"{side}_{joint}"] > _SEATED for side in SIDES for joint in ("hip", "knee")):
        return Problem(each.place, what, say('Add "contacts: {seat: chair, feet: floor}" to this pose.'))
    lies = abs(each.numbers.get("lean", 0)) > _LIES
    keys = (("legs", "ankle"),) * lies + (("trunk", "lean"), ("legs", "hip"), ("trunk", "sway"), ("arms", "shoulder"))
    return _problem(each, keys, what)


def _part_names(carrying: list[str]) -> list[str]:
    """The support of a body, in words: `both feet`, `the right knee`."""
    sides: dict[str, set[str]] = {}
    for name in carrying:
        side, _, part = name.rpartition("_")
        sides.setdefault(_PARTS.get(part, part if part in ("knee", "pelvis", "head") else "foot"), set()).add(side)
    both = {"foot": "both feet", "knee": "both knees", "hand": "both hands", "arm": "both arms"}
    return [
        both[part]
        if len(of) > 1 and part in both
        else f"the {'' if len(of) > 1 else f'{min(of)} '}{part}".replace("  ", " ")
        for part, of in sorted(sides.items())
    ]


def _problem(each: PoseAt, keys: tuple[tuple[str, str], ...], what: Said, at: Place | None = None) -> Problem:
    """The problem with a remedy: the nearest number for one of the keys that solves it, if there is one."""
    at = at or each.place
    for part, key in keys:
        part = each.part(part, key)
        now = _written(each, part, key)
        written = f'with "{key}: {now}" ' if now is not None else ""
        for value in _values(key, part, now or 0):
            if each.with_number(part, key, value).is_possible():
                amounts = ((part, key, value),)
                if key in each.pose.get(part, {}):
                    where = (*each.place, part, key)
                    return Problem(
                        where,
                        say("{written}{what}", written=written, what=what),
                        say("Write {value}.", value=value),
                        amounts=amounts,
                    )
                added = (
                    f'"{key}: {value}" to "{part}:"'
                    if part in each.pose
                    else f'"{part}: {{{key}: {value}}}" to this pose'
                )
                return Problem(
                    at,
                    say("{written}{what}", written=written, what=what),
                    say("Add {added}.", added=added),
                    amounts=amounts,
                )
    named = listed([f'"{key}:"' for key in dict.fromkeys(key for _, key in keys)], "or")
    return Problem(at, what, say("No single number mends it: change {named}, or leave the figure out.", named=named))


def _lower(each: PoseAt, leg: str, what: Said) -> Problem | None:
    """The problem with a remedy: the other leg bent as far as needed, if the pose does not set it."""
    if each.pose.get(leg) or each.pose.get("legs", {}).keys() - {"sole"}:
        return None
    for hip in range(5, _DEEP, 5):
        if each.with_number(leg, "hip", hip).with_number(leg, "knee", 2 * hip).is_possible():
            tip = say('Add "{leg}: {hip: {hip}, knee: {knee}}" to this pose.', leg=leg, hip=hip, knee=2 * hip)
            return Problem(each.place, what, tip, amounts=((leg, "hip", hip), (leg, "knee", 2 * hip)))
    return None


def _keys(each: PoseAt, side: str, joint: str) -> Iterator[tuple[str, str]]:
    """The keys that determine the angle of a joint, the most important first."""
    if each.is_foot:
        yield from (("foot", "sole"), ("foot", "lean"))
        return
    leg = f"{side}_leg"
    if joint in ("ankle", "roll", "toes"):
        yield from ((leg, "sole"), (leg, "step"), (leg, "knee"))
    elif joint in ("hip", "knee"):
        yield from ((leg, "step"), (_other(leg), "knee"), (_other(leg), "hip"))
    elif joint in ("out", "turn"):
        yield from ((leg, joint), (leg, "out"), (leg, "aside"), ("trunk", "list"))
    elif joint in ("shoulder", "arm_out", "arm_turn", "elbow", "wrist"):
        own = joint.removeprefix("arm_")
        yield from ((f"{side}_arm", key) for key in dict.fromkeys((own, "shoulder", "out", "elbow")))
    yield from (("trunk", "lean"), ("trunk", "list"), ("trunk", "sway"))


def _other(leg: str) -> str:
    return "left_leg" if leg == "right_leg" else "right_leg"


def _written(each: PoseAt, part: str, key: str) -> int | None:
    """The number that stands in the data for it, in this pose or in one before."""
    if key in each.pose.get(part, {}):
        return int(each.pose[part][key])
    if part in ("trunk", "foot"):
        return _whole(each.numbers.get(key))
    side = part.partition("_")[0] if "_" in part else "right"
    return _whole(each.numbers.get(f"{side}_{joint(part, key)}"))


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


def _values(key: str, part: str, now: int) -> Iterable[int]:
    """Every number in the range, the nearest to the current one first."""
    of = joint(part, key)
    if key == "lean":
        return sorted(range(now - _LEAN, now + _LEAN + 1), key=lambda value: (abs(value - now), value))
    least, most = _TURNED.get(key) or body.RANGES.get(of, (-120, 120))
    return sorted(range(least, most + 1), key=lambda value: (abs(value - now), value))


def _lowest(points: Mapping[str, Point]) -> str:
    name = min((name for name in points if skeleton.bears(name)), key=lambda it: points[it][2] - skeleton.thick(it))
    side, _, part = name.partition("_")
    part = {"outer": "ball", "inner": "ball", "little": "toes", "big": "toes"}.get(part, part)
    return f"the {f'{side} {part}' if part else name} {'are' if part == 'toes' else 'is'}"
