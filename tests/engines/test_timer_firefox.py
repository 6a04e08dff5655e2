"""A whole session in Firefox, in its own time: every phase at its second, every signal, the end, and no fault."""

import json
import time
from itertools import accumulate, groupby

import pytest

from print_with_firefox import firefox
from sound_recorder import RECORDER
from system_parts import needed

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # what WebDriver calls the key of an element
START = ".timer-stage:not([hidden]) [data-action=main]"

# What is seen of each interval, and its seconds
SESSION = [
    (("Get ready", "First", "Right foot", "2\u202fs"), 10),
    (("Work", "First", "Right foot", ""), 2),
    (("Change sides", "First", "Left foot", ""), 3),
    (("Work", "First", "Left foot", ""), 2),
    (("Next", "Second", "", "Set 1 of 2, 2\u202fs"), 6),
    (("Work", "Second", "", "Set 1 of 2"), 2),
    (("Rest", "Second", "", "Set 2 of 2"), 2),
    (("Work", "Second", "", "Set 2 of 2"), 2),
]
SIGNALS = [
    ("countdown", 7),
    ("countdown", 8),
    ("countdown", 9),
    ("work", 10),
    ("switch", 12),
    ("work", 15),
    ("transition", 17),
    ("countdown", 20),
    ("countdown", 21),
    ("countdown", 22),
    ("work", 23),
    ("rest", 25),
    ("work", 27),
    ("finish", 29),
]

# Without a loudspeaker, as on a machine that tests, Firefox lets no context begin; this one has a clock of its own.
WATCH = f"""{RECORDER}
  window.AudioContext = class extends AudioContext {{
    born = performance.now();
    get state() {{ return "running"; }}
    get currentTime() {{ return (performance.now() - this.born) / 1000; }}
  }};
  import {{ TONES }} from "./tones.js";
  window.tones = TONES;
  for (const level of ["error", "warn"]) console[level] = (...words) => logged.push(`${{level}}: ${{words}}`);
  const stage = document.querySelector("interval-timer .timer-stage");
  const part = (name) => stage.querySelector(`[data-part=${{name}}]`);
  window.seen = [];       // each change: its second, and what the screen said from then on
  addEventListener("click", () => (window.zero ??= worn()), true);
  new MutationObserver(() => {{
    const parts = ["phase_word", "name", "side", "count", "clock"].map(part);
    const says = parts.map((each) => (each.checkVisibility() ? each.innerText.trim() : ""));
    const last = JSON.stringify(seen.at(-1)?.slice(1));
    const now = [stage.dataset.mode, ...says];
    if (window.zero && JSON.stringify(now) !== last) seen.push([(worn() - zero) / 1000, ...now]);
  }}).observe(stage, {{ subtree: true, childList: true, characterData: true, attributes: true }});
"""
LOAD = """const [address, done] = arguments;
  import(address).then(() => done("loaded"), (problem) => done(`${problem}`));
"""
REPORT = """return {
  seen, heard: heard().map(([name, at]) => [name, at / 1000]), said: logged.filter((each) => each !== "resume"),
  summary: document.querySelector("[data-part=summary]").innerText,
  ways: document.querySelector(".timer-end__ways").innerText,
  notes: [...document.querySelectorAll("[data-part=notes] > li")].map((each) => each.innerText),
}"""
FAULTS = """return Services.console.getMessageArray()
  .filter((each) => each instanceof Ci.nsIScriptError && !(each.flags & Ci.nsIScriptError.warningFlag))
  .filter((each) => each.sourceName.startsWith(arguments[0]))
  .map((each) => `${each.sourceName}:${each.lineNumber}: ${each.errorMessage}`);"""


@pytest.fixture
def address(site, modules, tmp_path):
    """A routine of few seconds beside the site's own, and beside the modules a script that watches."""
    (site.beside["modules"] / modules.removeprefix("/modules/") / "watch.js").write_text(WATCH, "utf-8")
    routine = next((site.folder / "api" / "v1" / "routines").glob("*.json"))
    short = tmp_path / "short.json"
    short.write_text(json.dumps(_short(json.loads(routine.read_text("utf-8")))), "utf-8")
    site.beside["api/v1/routines/a-short-one.json"] = short
    yield f"{site.base_url}timer/?routine=a-short-one"
    del site.beside["api/v1/routines/a-short-one.json"]


def _short(given):
    """The routine with two exercises, of two seconds on each side, and of two sets."""
    nothing = dict.fromkeys(("reps", "hold_seconds", "switch_seconds", "or")) | {"rep_rest_seconds": 0, "tempo": ""}
    dose = nothing | {"sets": 1, "rest_seconds": 0, "work_seconds": {"min": 2, "max": 2}, "words": "as said"}
    steps = []
    two_sets = {"sets": 2, "rest_seconds": 2}
    for name, laterality, more in (("First", "unilateral", {}), ("Second", "bilateral", two_sets)):
        names = {"id": name.lower(), "short_name": name, "laterality": laterality, "limb": "foot"}
        exercise = given["steps"][0]["exercise"] | names
        steps.append({"core": False, "note": "", "exercise": exercise, "start": dose | more, "goal": dose | more})
    return given | {"steps": steps, "switch_seconds": 3, "transition_seconds": 6}


def test_whole_session_in_firefox(site, address, modules, tmp_path):
    with firefox(needed("firefox"), tmp_path, "--remote-allow-system-access", keeps=False) as ask:
        ask("WebDriver:NewSession", capabilities={})
        ask("WebDriver:Navigate", url=address)
        _until(ask, f"return document.querySelector({json.dumps(START)}) !== null")
        loaded = ask("WebDriver:ExecuteAsyncScript", script=LOAD, args=[f"{modules}watch.js"], sandbox=None)
        assert loaded["value"] == "loaded"
        start = ask("WebDriver:FindElement", using="css selector", value=START)["value"][ELEMENT]
        ask("WebDriver:ElementClick", id=start)
        _until(ask, "return seen.at(-1)?.[1] === 'ended'")
        found = _run(ask, REPORT)
        ask("Marionette:SetContext", value="chrome")
        faults = _run(ask, FAULTS, site.base_url)

    begins = list(accumulate((seconds for _, seconds in SESSION), initial=0))
    *running, end = [(at, mode, tuple(what), clock) for at, mode, *what, clock in found["seen"]]
    intervals = [(what, list(rows)) for what, rows in groupby(running, key=lambda row: row[2])]
    assert [what for what, _ in intervals] == [what for what, _ in SESSION]
    for (what, rows), (_, seconds), begin in zip(intervals, SESSION, begins, strict=False):
        # A busy machine paints late, now and then by a second, and never early; a clock that is wrong is always late.
        shown = [int(clock) for *_, clock in rows]
        assert shown == sorted(set(shown), reverse=True) and set(shown) <= set(range(1, seconds + 1)), what
        late = [at - (begin + seconds - left) for (at, *_), left in zip(rows, shown, strict=True)]
        assert min(late) == pytest.approx(0.45, abs=0.5), what
    assert end[1] == "ended" and end[0] >= begins[-1] - 0.05
    assert (found["summary"].split(",")[0], found["ways"].split()[0]) == ("2 exercises", "Mark")
    assert [name for name, _ in found["heard"]] == [name for name, _ in SIGNALS]
    assert [at for _, at in found["heard"]] == pytest.approx([at for _, at in SIGNALS], abs=0.4)
    assert (faults, found["said"], found["notes"]) == ([], [], [])


def _run(ask, script, *given):
    return ask("WebDriver:ExecuteScript", script=script, args=list(given), sandbox=None)["value"]


def _until(ask, script, patience=60):
    end = time.monotonic() + patience
    while not _run(ask, script):
        assert time.monotonic() < end, script
        time.sleep(0.2)
