"""What can be said in a dose that stands in a line: the patterns of its parts, in the order in which they are tried.

`dose_text.py` reads lines by them. So does the browser, for doses in a plan: `scripts/generate` writes these patterns
into overrides/scripts/plan/dose-grammar.js, so they are written once and in what both languages take for the same.
"""

from __future__ import annotations

SECONDS = r"(?:seconds?|secs?|sek(?:unden?)?|segundos?|secondes?|s|''|[\"”″])"
MINUTES = r"(?:minutes?|minuten?|minutos?|mins?|min|['’′])"
UNIT = rf"(?:{SECONDS}|{MINUTES}|hours?|hrs?|h)"
NUMBER = r"\d+(?:\.\d+|,\d(?![\d,]))?"
TO = r"\s*(?:-|–|—|to|bis|à|a(?=\s+\d))\s*"
RANGE = rf"{NUMBER}(?:{TO}{NUMBER})?"
_CLOCK = r"\d{1,2}:[0-5]\d"
BOTH_UNITS = rf"\d+\s*{MINUTES}\s*\d{{1,2}}\s*{SECONDS}(?![a-z])"
_ONE_TIME = rf"{NUMBER}\s*{UNIT}(?![a-z])\.?"
TIME = rf"(?:{_CLOCK}(?:{TO}{_CLOCK})?|{BOTH_UNITS}|{NUMBER}(?:\s*{UNIT}\.?)?{TO}{_ONE_TIME}|{_ONE_TIME})"
_LIST = rf"{RANGE}(?:(?:\s*/\s*|\s*,?\s+then\s+){RANGE})*"
_COMMAS = rf"{RANGE}(?:(?:\s*[/,]\s*|\s*,?\s+then\s+){RANGE})*"
_TIMES = r"\s*(?:x|×|\*)\s*"
_LIMBS = r"side|leg|foot|knee|hip|arm|hand|shoulder"
_WAYS = r"forwards?|back(?:wards?)?|up|down|in|out|inwards?|outwards?|clockwise|anticlockwise|counterclockwise"
_COLOUR = (
    r"(?:(?:light|dark|extra)-)?(?:yellow|red|green|blue|black|white|grey|gray|silver|gold|tan|beige|orange|purple"
    r"|pink|brown|light|medium|heavy)"
)
_BANDS = rf"{_COLOUR}(?:(?:\s+until\s+easy)?(?:\s*,?\s*then\s+|\s*[,/]\s*){_COLOUR})*"
_KG = r"(?:kgs?|kilos?|lbs?|pounds?)\b"
_THING = r"(?:(?:ankle\s+weights?|dumbbells?|kettlebells?|barbell|weights?|load)\s*:?\s*)?"
_OF = r"\s*%\s*(?:of\s+)?(?:the\s+)?"
_EACH = (
    rf"(?:on\s+|for\s+)?(?:(?:each|per|every|ea\.?|a|both)\s*|/\s*)({_LIMBS})s?\b|each\b|ea\b\.?|e/s\b"
    r"|(?:je|pro|por|cada)\s+[a-zäöüß]+"
)
_ALTERNATING = r"alternat\w+(?:\s+sides)?\b"
_REPS = r"(?:reps?\.?|repetitions?|wdh\.?|wiederholungen|repeticiones|times|hangs?|squeezes?)"
_MANY = r"(?:amrap|as\s+many\s+(?:reps\s+|repetitions\s+)?as\s+possible|max(?:imum|imal)?(?:\s+reps)?(?!\s*hold))"
_FATIGUE = r"(?:reps\s+)?(?:to\s+|until\s+)?(?:failure|fatigue)\b"
_LONG = r"(?:hold\s+)?as\s+long\s+as\s+possible\b|max(?:imum|imal)?\s+hold\b"

SIDES = rf",?\s*\(?(?:{_EACH}|{_ALTERNATING})\)?"
"""What says of which side a dose is."""
LONGEST = 500  # characters of a line
TOO_LARGE = r"\d{9,}"
LEVELS = r"\s*(?:→|->|=>)\s*"
"""Between a start dose and a goal dose."""
OR = r"\s+or\s+(?!more\b|longer\b)"
"""Between a dose and another that does as well."""
THEN = (
    rf"\s*,?\s*\bthen\s+(?!{_LIST}\s*(?:{_KG}|cm\b|mm\b|%))"
    rf"(?=\d+(?:[-–]\d+)?(?:\s*(?:x|×|@|,|{_REPS}(?![a-z])|{UNIT}(?![a-z])|breaths?\b|m\b|km\b|or\s+more\b|with\b)|$)"
    rf"|{_MANY}|{_FATIGUE}|{_LONG})"
)
"""Between sets that differ; no amount of a load follows."""
REPS_OF_EACH_SET = r"\s*(\d+(?:,\s*\d+)+|\d+(?:/\d+)+)(?:\s*reps?)?(?=\s*(?:$|@|[;,]?\s*[a-z×]))"
NO_REPS = rf"\s*(?:{UNIT}|kg|lbs?|[ckm]?m|%)(?![a-z])"
"""What makes something else of numbers that stand one after the other."""
BETWEEN = r"(?:[\s,;·@:&]|\b(?:and|with|at|of)\b)+"
"""What stands between two parts."""
BARE_EFFORT = rf"({RANGE})(?=\s*(?:$|[,;](?!\d)))"
"""What an @ may lead to: 3 x 10 @ 7."""
LIST_JOINTS = r"\s*,?\s+then\s+|\s*/\s*|,\s+|,(?=\d\d)"

Said = tuple[str, ...]
"""A pattern, how `dose_text.py` reads what it finds, and what that needs to know: a key, or the units of a load."""

SAID: tuple[Said, ...] = (
    (r"tempo\s*:?\s*([0-9x]{3,4}\b|(?:\d{1,2}|x)(?:-(?:\d{1,2}|x)){2,3})", "text", "tempo"),
    (
        rf"(?:rest|pause)\s*:?\s*({TIME})(?:\s+between(?:\s+sets)?(?!\s+(?:rep|hang|hold)))?",
        "seconds",
        "rest_seconds",
    ),
    (rf"({TIME})\s*(?:rest\s+)?between\s+(?:reps?|repetitions|hangs|holds)\b", "between_reps"),
    (rf"({TIME})\s*(?:rest|pause)?\s*between(?:\s+sets)?\b", "seconds", "rest_seconds"),
    (rf"({TIME})\s*(?:rest|pause)\b", "seconds", "rest_seconds"),
    (rf"({TIME})\s*off\b", "off"),
    (
        rf"in\s+(\d{{1,2}})\s*{UNIT}\s*,\s*(?:hold\s+(\d{{1,2}})\s*{UNIT}\s*,\s*)?out\s+(\d{{1,2}})\s*{UNIT}(?![a-z])"
        rf"(?:\s*,\s*hold\s+(\d{{1,2}})\s*{UNIT}(?![a-z]))?",
        "breath",
    ),
    (rf"in\s+(?:about\s+)?({TIME})", "seconds", "estimate_seconds"),
    (rf"(?:a\s+set\s+)?(?:every|each)\s+({TIME})|(?:on\s+the\s+minute|every\s+minute|e(\d?)mom)\b", "every"),
    (rf"(?:switch|change(?:\s+sides)?)\s*:?\s*(?:in\s+)?({TIME})", "seconds", "switch_seconds"),
    (r"breath(?:ing)?\s*(?:pattern)?\s*:?\s*(\d{1,2}(?:-\d{1,2}){1,3})", "text", "breath_pattern"),
    (
        rf"rpe\s*:?\s*({RANGE})|({RANGE})\s*rpe\b|effort\s*:?\s*({RANGE})(?!\s*%)(?:\s*(?:of|/)\s*10)?",
        "effort",
        "rpe",
    ),
    (rf"rir\s*:?\s*({RANGE})|({RANGE})\s*(?:rir\b|(?:reps?\s+|repetitions\s+)?in\s+reserve)", "effort", "rir"),
    (
        rf"({RANGE})\s*%\s*(?:of\s+)?(?:max(?:imum|imal)?\s*)?(?:hr(?:max)?|heart\s+rate)\b",
        "effort",
        "percent_of_max_heart_rate",
    ),
    (rf"({RANGE})\s*%\s*(?:effort|mvc)\b|effort\s*:?\s*({RANGE})\s*%", "effort", "percent"),
    (rf"({_LIST}){_OF}(?:tm|training\s+max)\b", "load", "percent_of_training_max"),
    (rf"({_LIST}){_OF}(?:1\s?rm|rm|max(?:imum)?)\b", "load", "percent_of_max"),
    (rf"({_LIST}){_OF}(?:bw|body\s?weight)\b", "load", "percent_of_body_weight"),
    (rf"({_LIST}){_OF}(?:load|working\s+(?:weight|load))\b", "load", "percent_of_load"),
    (rf"(\d+){_TIMES}({RANGE})\s*(kgs?|kilos?|lbs?|pounds?)\b", "pieces"),
    (
        rf"(?:body\s?weight|bw)?\s*\+\s*({_LIST})\s*{_KG}(?!\s*(?:a|per|each|every)\b)",
        "load",
        "added_kg",
        "added_lb",
    ),
    (
        rf"(?:-|–|minus)\s*({_LIST})\s*{_KG}(?:\s*assist\w*)?|({_LIST})\s*{_KG}\s*(?:assist\w*|help)"
        rf"|assist\w*\s*(?:by|with)?\s*({_LIST})\s*{_KG}",
        "load",
        "assistance_kg",
        "assistance_lb",
    ),
    (rf"{_THING}({_LIST})\s*{_KG}", "load", "kg", "lb"),
    (rf"bands?\s*:?\s*({_BANDS})|({_BANDS})\s+bands?\b", "bands"),
    (
        rf"(?:step|box)\s*:?\s*({_COMMAS})\s*cm\b|(?:on\s+an?\s+)?({_LIST})\s*cm(?:\s+(?:step|box)\b)?",
        "load",
        "step_cm",
    ),
    (rf"edge\s*:?\s*({_COMMAS})\s*mm\b|(?:on\s+an?\s+)?({_LIST})\s*mm(?:\s+edge\b)?", "load", "edge_mm"),
    (r"(empty\s+bar)(?:bell)?\b", "load_words", "empty bar"),
    (r"body\s?weight\b|bw\b|no\s+(?:load|weight)\b", "nothing"),
    (
        r"(?:both\s+)?sides?\s+in\s+turn\b|one\s+(?:side\s+)?at\s+a\s+time\b|in\s+turn\b",
        "value",
        "side_order",
        "in-turn",
    ),
    (r"(?:the\s+)?weaker(?:\s+side)?\s+first\b", "value", "side_order", "weaker-first"),
    (r"(?:the\s+)?affected(?:\s+side)?\s+first\b", "value", "side_order", "affected-first"),
    (rf"\(?{_ALTERNATING}\)?", "alternating"),
    (r"(?:in\s+)?(?:each|per|every|both)\s+(?:ways?|directions?)\b", "direction"),
    (rf"\(?(?:{_EACH})\)?", "each"),
    (r"(\d+)\s+(?:to\s+the\s+)?left\s*(?:and|,|/)\s*(\d+)\s+(?:to\s+the\s+)?right\b", "left_and_right"),
    (rf"(\d+)\s+({_WAYS})\s*(?:and|,|/)\s*(\d+)\s+({_WAYS})\b", "ways"),
    (rf"({RANGE})\s*(?:calm\s+|slow\s+|deep\s+)?breaths?\b", "quantity", "breaths"),
    (rf"({RANGE})\s*(?:km|kilomet(?:re|er)s?)\b", "kilometres"),
    (rf"({RANGE})\s*(?:m|metres?|meters?)\b", "quantity", "distance_metres"),
    (rf"{_MANY}(?:\s+in\s+({TIME}))?", "many"),
    (_FATIGUE, "value", "reps", "to-fatigue"),
    (_LONG, "value", "hold_seconds", "as-long-as-possible"),
    (rf"({RANGE})(?:{_TIMES}|\s*(?:sets?|sätze|series)\s*(?:of\b|x\b|×|\*|,)?\s*)(?=\S|$)", "times"),
    (
        rf"(x\s*|×\s*|\*\s*)?((?:hold|held|holds)\s*(?:for|of|:)?\s*)?({TIME})"
        r"(\s*(?:holds?|held|isometric)\b)?(\s*(?:on(?!\s+an?\b)|work|each\s+rep)\b)?(\s*or\s+(?:more|longer)\b)?",
        "time",
    ),
    (
        rf"(?:(\d+{TO}\d+|\d+)(?!\s*\+|\s*or\s+more)|(\d+)\s*(?:\+|or\s+more\b))"
        rf"\s*{_REPS}?(?![\w:.])(?!\s*%)(?!\s*(?:times\s+)?(?:a|per)\s+(?:day|week))",
        "reps",
    ),
)

ELSEWHERE: tuple[tuple[str, str], ...] = (
    (r"[+-]?[\d.,]+\s*(?!times\b)\w+\s+(?:a|per|each|every)\s+(?:week|session|time)", "growth"),
    (
        r".*\b(?:times|once|twice|\d+)\b.*\b(?:a|per|each)\s+(?:day|week)|daily|weekly"
        r"|every\s+(?:second|other|\d+)\b.*\b(?:day|week)s?|\d+\s*/\s*(?:day|week)",
        "how_often",
    ),
    (r"\(|.*\b(?:rounds?|circuit|superset)\b|.*\bjog\b", "group"),
    (r".*\b(?:to|before|after)\s+the\s+next\b|.*\bafter(?:wards)?\b", "rest_after"),
    (r".*\bpain\b|stop\b.*", "stop_signs"),
    (r"warm-?\s?up\b|cool-?\s?down\b", "part"),
    (r"[\d.,]+(?:\s*(?:-|–|to)\s*[\d.,]+)?\s*%", "percent"),
)
"""What is no part of a dose, and where it is said."""
