"""Maps words of other programs and of everyday speech to the keys here, or to what to write in place of a key."""

from __future__ import annotations

from collections.abc import Mapping

SAME: Mapping[str, tuple[str, ...]] = {
    "all-fours": ("hands-and-knees",),
    "author-name": ("author",),
    "begin": ("start", "first"),
    "beginning": ("start", "first"),
    "block": ("phases",),
    "blocks": ("phases",),
    "belly": ("abdomen",),
    "breath": ("breaths",),
    "body-part": ("regions",),
    "body-parts": ("regions",),
    "both": ("bilateral",),
    "both-sides": ("bilateral",),
    "buttocks": ("hip",),
    "category": ("kind",),
    "common-errors": ("faults",),
    "common-mistakes": ("faults",),
    "core": ("trunk",),
    "correction": ("fix",),
    "description": ("summary", "what"),
    "distance": ("distance_metres",),
    "each-side": ("unilateral",),
    "easy": ("start",),
    "days-a-week": ("times_a_week",),
    "days-per-week": ("times_a_week",),
    "end": ("goal", "last"),
    "entry-criteria": ("enter_when",),
    "errors": ("faults",),
    "exercises": ("steps",),
    "frequency": ("how_often",),
    "from": ("min", "first"),
    "gear": ("equipment",),
    "glutes": ("hip",),
    "groin": ("hip",),
    "hamstrings": ("thigh",),
    "hard": ("goal",),
    "hint": ("note",),
    "hints": ("cues",),
    "id": ("item", "exercise"),
    "least": ("min",),
    "link": ("url",),
    "lower-back": ("back",),
    "lying-on-back": ("supine",),
    "lying-on-belly": ("prone",),
    "lying-on-front": ("prone",),
    "lying-on-side": ("side-lying",),
    "lying-on-stomach": ("prone",),
    "materials": ("equipment",),
    "metres": ("distance_metres",),
    "meters": ("distance_metres",),
    "mistake": ("fault",),
    "mistakes": ("faults",),
    "mobilisation": ("mobility",),
    "mobilization": ("mobility",),
    "max": ("last",),
    "min": ("first",),
    "most": ("max",),
    "name": ("item", "exercise", "work"),
    "on-all-fours": ("hands-and-knees",),
    "one-leg": ("unilateral",),
    "one-sided": ("unilateral",),
    "per-side": ("unilateral",),
    "photo": ("images",),
    "photos": ("images",),
    "picture": ("images",),
    "pictures": ("images",),
    "problem": ("fault",),
    "progression": ("growth",),
    "quadriceps": ("thigh",),
    "quadruped": ("hands-and-knees",),
    "quads": ("thigh",),
    "repetitions": ("reps",),
    "rest-between-reps": ("rep_rest_seconds",),
    "rest-between-sets": ("rest_seconds",),
    "routine": ("sessions",),
    "routines": ("sessions",),
    "series": ("sets",),
    "single-leg": ("unilateral",),
    "sitting": ("seated",),
    "sessions-per-week": ("times_a_week",),
    "solution": ("fix",),
    "spine": ("back",),
    "steps": ("instructions",),
    "stages": ("phases",),
    "start": ("first",),
    "target": ("goal",),
    "times-per-day": ("times_a_day",),
    "times-per-week": ("times_a_week",),
    "tips": ("cues",),
    "title": ("name",),
    "to": ("max", "last"),
    "two-sided": ("bilateral",),
    "type": ("kind",),
    "upper-back": ("back",),
    "warnings": ("precautions",),
    "weekdays": ("days",),
    "what-you-need": ("equipment",),
    **{day[:3]: (day,) for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")},
    "tues": ("tuesday",),
    "thur": ("thursday",),
    "thurs": ("thursday",),
}
"""What one word of another language of exercises is here, where the two mean the same; the first that a place knows."""

_LOAD = 'A load has its unit. Write "load: {kg: NUMBER}" in its place. Another unit may be lb or percent_of_max.'
_POUNDS = 'Write "load: {lb: NUMBER}" in its place.'
_MAX = 'Write "load: {percent_of_max: NUMBER}" in its place.'
_BAND = 'A band is a load: write "load: {band: red}", and its colours below "bands:" of the equipment.'
_RPE = 'Write "effort: {rpe: NUMBER}" in its place.'
_RIR = 'Write "effort: {rir: NUMBER}" in its place.'
_EFFORT = 'An effort has its scale: write "effort: {rpe: 7}", "effort: {rir: 2}" or "effort: {percent: 50}".'
_ROUNDS = 'Rounds cannot be said yet. Take it out: each exercise has its "sets:", done before the next one begins.'
_MANY = 'Write "reps: as-many-as-possible"; with "work_seconds:" beside it, that is how long.'
_FATIGUE = 'Write "reps: to-fatigue".'
_MINUTE = 'Write "every_seconds: 60" in its place: a set begins on each minute.'
_SIDES = 'Take it out: the exercise\'s "laterality:" says which sides, and a dose counts one of them.'
_LEVEL = 'How hard an exercise is cannot be said yet. Take it out; "progressions:" names the harder ones.'
_BACK = 'Take it out: the way back is worked out. Name this exercise below "progressions:" of the easier one.'
_VIDEO = 'A video cannot be shown yet. Take it out; "figure:" draws the exercise, and "images:" shows pictures.'

UNSAID: Mapping[str, str] = {
    **dict.fromkeys(("weight", "weight-kg", "resistance"), _LOAD),
    **dict.fromkeys(("lbs", "pounds"), _POUNDS),
    "percent-1rm": _MAX,
    "band": _BAND,
    "rpe": _RPE,
    "rir": _RIR,
    "intensity": _EFFORT,
    **dict.fromkeys(("round", "rounds", "laps", "supersets", "superset", "circuit"), _ROUNDS),
    **dict.fromkeys(("rest-between-rounds", "round-rest", "round-rest-seconds"), _ROUNDS),
    **dict.fromkeys(("amrap", "max-reps"), _MANY),
    "to-failure": _FATIGUE,
    "emom": _MINUTE,
    **dict.fromkeys(("side", "sides", "each-side", "per-side", "both-sides", "both", "left", "right"), _SIDES),
    **dict.fromkeys(("reps-per-side", "reps-each-side"), 'Write "reps:": a dose counts one side.'),
    **dict.fromkeys(("difficulty", "level"), _LEVEL),
    **dict.fromkeys(("regression", "regressions"), _BACK),
    **dict.fromkeys(("video", "videos", "video-url", "youtube"), _VIDEO),
}
"""What a key of another language of exercises means that no key says here, with what comes nearest to it."""
