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
    "cap": ("cap_seconds",),
    "circuits": ("rounds",),
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
    "each-day": ("times_a_day",),
    "each-other-week": ("each_second_week", "every_weeks"),
    "each-session": ("each_time",),
    "each-side": ("unilateral",),
    "each-workout": ("each_time",),
    "easy": ("start",),
    "days-a-week": ("times_a_week",),
    "days-per-week": ("times_a_week",),
    "end": ("goal", "last"),
    "entry-criteria": ("enter_when",),
    "errors": ("faults",),
    "every-other-week": ("each_second_week", "every_weeks"),
    "every-second-week": ("each_second_week", "every_weeks"),
    "every-session": ("each_time",),
    "every-week": ("each_week",),
    "every-workout": ("each_time",),
    "exercises": ("steps",),
    "for-speed": ("for_time",),
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
    "laps": ("rounds",),
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
    "name": ("item", "exercise", "work", "group"),
    "on-all-fours": ("hands-and-knees",),
    "one-leg": ("unilateral",),
    "one-sided": ("unilateral",),
    "per-session": ("each_time",),
    "per-side": ("unilateral",),
    "per-week": ("each_week", "times_a_week"),
    "per-workout": ("each_time",),
    "films": ("videos",),
    "photo": ("images",),
    "photos": ("images",),
    "picture": ("images",),
    "pictures": ("images",),
    "problem": ("fault",),
    "progression": ("growth",),
    "quadriceps": ("thigh",),
    "quadruped": ("hands-and-knees",),
    "quads": ("thigh",),
    "repeat": ("rounds",),
    "repeats": ("rounds",),
    "repetitions": ("reps",),
    "rest-after": ("rest_after_seconds",),
    "rest-between-exercises": ("transition_seconds",),
    "rest-between-reps": ("rep_rest_seconds",),
    "rest-between-rounds": ("round_rest_seconds",),
    "rest-between-sets": ("rest_seconds",),
    "routine": ("sessions",),
    "routines": ("sessions",),
    "series": ("sets",),
    "sets": ("rounds",),
    "single-leg": ("unilateral",),
    "sitting": ("seated",),
    "sessions-per-week": ("times_a_week",),
    "solution": ("fix",),
    "spine": ("back",),
    "steps": ("instructions",),
    "stages": ("phases",),
    "start": ("first",),
    "target": ("goal",),
    "time-cap": ("cap_seconds",),
    "time-limit": ("cap_seconds", "work_seconds"),
    "times": ("rounds",),
    "times-per-day": ("times_a_day",),
    "times-per-week": ("times_a_week",),
    "tips": ("cues",),
    "title": ("name", "group"),
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

_LOAD = 'A load has its unit. Write "load: {kg: {number}}" in its place. Another unit may be lb or percent_of_max.'
_POUNDS = 'Write "load: {lb: {number}}" in its place.'
_MAX = 'Write "load: {percent_of_max: {number}}" in its place.'
_BAND = 'A band is a load: write "load: {band: red}", and its colours below "bands:" of the equipment.'
_RPE = 'Write "effort: {rpe: {number}}" in its place.'
_RIR = 'Write "effort: {rir: {number}}" in its place.'
_EFFORT = 'An effort has its scale: write "effort: {rpe: 7}", "effort: {rir: 2}" or "effort: {percent: 50}".'
_ROUNDS = "Take it out: rounds are of a group in a routine, which has steps of its own."
_MANY = 'Write "reps: as-many-as-possible"; with "work_seconds:" beside it, that is how long.'
_FATIGUE = 'Write "reps: to-fatigue".'
_SIDES = 'Take it out: the exercise\'s "laterality:" says which sides, and a dose counts one of them.'
_LEVEL = 'How hard an exercise is cannot be said yet. Take it out; "progressions:" names the harder ones.'
_BACK = 'Take it out: the way back is worked out. Name this exercise below "progressions:" of the easier one.'
_TURNS = (
    'Routines that take turns have sessions of their own, with "every_weeks: 2" in both and "first_week:" in the one '
    "that begins a week later."
)
_VIDEO = 'Write "videos:" in an exercise, a list of films: each with "url:", its address, and "alt:", what it shows.'

UNSAID: Mapping[str, str] = {
    **dict.fromkeys(("weight", "weight-kg", "resistance"), _LOAD),
    **dict.fromkeys(("lbs", "pounds"), _POUNDS),
    "percent-1rm": _MAX,
    "band": _BAND,
    "rpe": _RPE,
    "rir": _RIR,
    "intensity": _EFFORT,
    **dict.fromkeys(("amrap", "max-reps"), _MANY),
    "to-failure": _FATIGUE,
    "emom": 'Write "every_seconds: 60" in its place: a set begins on each minute.',
    "tabata": 'Write "sets: 8", "work_seconds: 20" and "rest_seconds: 10" in its place.',
    **dict.fromkeys(("round", "rounds", "laps", "circuit", "superset", "supersets"), _ROUNDS),
    **dict.fromkeys(("rest-between-rounds", "round-rest", "round-rest-seconds"), _ROUNDS),
    **dict.fromkeys(("side", "sides", "each-side", "per-side", "both-sides", "both", "left", "right"), _SIDES),
    **dict.fromkeys(("reps-per-side", "reps-each-side"), 'Write "reps:": a dose counts one side.'),
    **dict.fromkeys(("alternate", "alternates", "alternates-with", "alternate-with", "alternating-with"), _TURNS),
    **dict.fromkeys(("difficulty", "level"), _LEVEL),
    **dict.fromkeys(("regression", "regressions"), _BACK),
    **dict.fromkeys(("video", "videos", "video-url", "youtube", "vimeo", "film"), _VIDEO),
}
"""What a key of another language of exercises means that no key says here, with what comes nearest to it."""

_A_GROUP = (
    'Rounds are of a group. Write "- group: {name}" as an item of the routine\'s "steps:", with "rounds: {number}" and '
    '"steps:" below it, and move the steps there.'
)
_FOR_TIME = _A_GROUP.replace('"rounds: {number}"', '"rounds:", "for_time: true"')
_CLOCK = (
    'A clock is of a group or a dose. Write "every_seconds: 60" in a group, where a round begins on each minute, or '
    "in a dose, where a set does."
)
_AS_MANY = (
    'Write "rounds: as-many-as-possible" with "work_seconds:" in a group, for rounds, or "reps: as-many-as-possible" '
    "in a dose, for repetitions."
)
_NO_STEP = 'A rest is no step. Take it out, and write "rest_after_seconds: {number}" in the step above it.'
_REST_OF_A_STEP = (
    'Write "rest_after_seconds: {number}" in its place, for a rest behind the step, or "rest_seconds:" in its dose, '
    "for one between sets."
)
_REST_OF_A_GROUP = (
    'Write "round_rest_seconds: {number}" in its place, for a rest between rounds, or "rest_after_seconds: {number}", '
    "for one behind the last round."
)
_REST_OF_A_ROUTINE = (
    'Write "transition_seconds: {number}" in its place, for the time between steps, or "rest_after_seconds: {number}" '
    "in a step or a group, for a rest behind that."
)
_REST_WORDS = ("rest", "rest-seconds", "pause", "pause-seconds", "break", "break-seconds")
_GROUP_WORDS = (
    *("round", "rounds", "laps", "circuit", "circuits", "superset", "supersets", "giant-set", "tri-set", "group"),
    *("groups", "block", "complex", "repeat", "repeats", "rest-between-rounds", "round-rest", "round-rest-seconds"),
)
_PARTS = {
    **dict.fromkeys(("warm-up", "warmup"), 'Write "part: warm-up" in its place.'),
    **dict.fromkeys(("cool-down", "cooldown"), 'Write "part: cool-down" in its place.'),
}
_OF_ROUNDS = {
    **dict.fromkeys(_GROUP_WORDS, _A_GROUP),
    **dict.fromkeys(("emom", "every", "every-minute", "every-seconds", "step-every-seconds"), _CLOCK),
    **dict.fromkeys(("amrap", "as-many-as-possible"), _AS_MANY),
    **dict.fromkeys(("for-time", "cap-seconds", "time-cap"), _FOR_TIME),
    "tabata": 'Write "sets: 8", "work_seconds: 20" and "rest_seconds: 10" in a dose.',
}

UNSAID_OF: Mapping[str, Mapping[str, str]] = {
    "routine": {
        **_OF_ROUNDS,
        **dict.fromkeys(_REST_WORDS, _REST_OF_A_ROUTINE),
        **dict.fromkeys(("rest-after-seconds", "part"), "Move it to the step or the group that it is about."),
        **dict.fromkeys(("warm-up", "warmup"), 'Move what it lists to "steps:", each with "part: warm-up".'),
        **dict.fromkeys(("cool-down", "cooldown"), 'Move what it lists to "steps:", each with "part: cool-down".'),
    },
    "step": {**_OF_ROUNDS, **dict.fromkeys(_REST_WORDS, _REST_OF_A_STEP), **_PARTS},
    "item": {**_OF_ROUNDS, **dict.fromkeys(_REST_WORDS, _NO_STEP)},
    "group": {
        **dict.fromkeys(
            ("circuit", "superset", "giant-set", "tri-set", "block"), 'Write "group: {name}" in its place.'
        ),
        **dict.fromkeys(
            ("emom", "every-minute"), 'Write "every_seconds: 60" in its place: a round begins on each minute.'
        ),
        "amrap": 'Write "rounds: as-many-as-possible" in its place, and "work_seconds:", in which time.',
        "tabata": 'Write "rounds: 8" in its place, and "work_seconds: 20" in the doses of its steps.',
        **dict.fromkeys(_REST_WORDS, _REST_OF_A_GROUP),
        "exercise": 'Write "- exercise: {name}" as an item of the group\'s "steps:".',
        **dict.fromkeys(("priority", "how-often", "note"), "Move it to the steps of the group that it is about."),
        **dict.fromkeys(
            ("dose", "reps", "hold-seconds", "breaths", "load", "effort", "tempo", "distance-metres"),
            'Write it in the "dose:" of each step that it is about.',
        ),
        **_PARTS,
    },
}
"""What a key of a routine, a step, a group, or an item without an exercise means that no key says there, and what to
write instead."""

NOTHING = ("none", "nothing", "no", "none needed", "n/a", "-", "–", "—", "")
"""What people write where there is nothing to say."""
_NONE = "none nil keine keiner keines keins ninguna ninguno aucune aucun nessuna nessuno geen nenhuma nenhum"
_BESIDE_NONE = (
    "known bekannt bekannte bekannten conocida conocidas connue connues nota note conosciuta bekend conhecida",
    "contraindication contraindications kontraindikation kontraindikationen gegenanzeige gegenanzeigen",
    "contraindicacion contraindicaciones contre indication indications controindicazione controindicazioni",
    "contraindicatie contraindicaties contraindicacao contraindicacoes",
)
NONE, BESIDE_NONE = frozenset(_NONE.split()), frozenset(" ".join(_BESIDE_NONE).split())
"""The words for none in languages with Latin letters, without accents, and those that may stand beside them."""
