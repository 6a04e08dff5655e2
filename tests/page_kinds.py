"""One address for each kind of page that a visitor can meet, and for those that differ most within a kind."""

KINDS = {
    "home": "",
    "routine list": "routines/",
    "routine": "routines/foot-and-hip/",
    "short routine": "routines/foot-and-hip-short/",
    "exercise list": "exercises/",
    "exercise": "exercises/calf-stretch/",
    "exercise with an alternative dose": "exercises/pelvic-list/",
    "equipment": "equipment/",
    "safety": "safety/",
    "lost": "exercises/calf-strech/",
}
