"""The rights that a tap gives, in the engine of Safari: Start gets all of them, for it asks before it waits."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from printers import UNCAGED
from system_parts import needed

TAP = Path(__file__).parents[1] / "support" / "tap_in_webkit.py"
SINKS = "fakeaudiosink:MAX,openalsink:NONE,alsasink:NONE"  # a machine that tests has no loudspeaker

BEFORE = """
  const { Signals } = await import("/modules/timer/signals.js");
  const { PocketTrack } = await import("/modules/timer/pocket-track.js");
  const { Voice } = await import("/modules/timer/voice.js");
  const { begin } = await import("/modules/timer/playback.js");
  const work = { kind: "work", seconds: 60, estimate_seconds: 60, step: 0, side: null, alternating: false, set: 1,
    sets: 1, rep: 0, reps: 0, rep_seconds: 0, rep_rest_seconds: 0, amount: "work" };
  const start = () => {
    const [signals, track] = [new Signals(), new PocketTrack()];
    const now = Date.now();
    signals.unlock();
    signals.follow(() => []);
    new Voice().unlock();
    track.build([work], begin([work], now), now);
    return { signals, track, played: track.play() };
  };
  const told = async ({ signals, track, played }) => [signals.state, await played, track.seconds > 0.5];
  const pause = (seconds) => new Promise((wake) => setTimeout(wake, 1000 * seconds));
  const button = document.createElement("button");
  button.setAttribute("style", "");
  Object.assign(button.style, { position: "fixed", inset: "0", width: "100vw", height: "100vh", zIndex: "99" });
  document.body.append(button);
  button.addEventListener("click", async () => {
    const tapped = start();
    await pause(4);
    // A busy machine may take longer to open a device of sound.
    for (let waited = 0; tapped.signals.state !== "on" && waited < 240; waited++) await pause(0.25);
    const inTap = await told(tapped);
    const late = start();
    await pause(3);
    window.result = { inTap, late: await told(late) };
  });
"""


@pytest.mark.usefixtures("modules")
def test_one_tap_unlocks_sound_and_track_and_what_comes_later_is_refused(site):
    said = subprocess.run(
        ["xvfb-run", "-a", needed("webkit"), str(TAP)],
        input=json.dumps({"address": f"{site.base_url}timer/", "before": BEFORE, "result": "window.result"}),
        env={**os.environ, **UNCAGED, "GST_PLUGIN_FEATURE_RANK": SINKS},
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert said.returncode == 0, said.stderr
    found = json.loads(said.stdout)
    assert found["inTap"] == ["on", True, True]
    assert found["late"] == ["blocked", False, False], "else this test could not fail"
