"""Writes down what a page sounds, buzzes and starts, and lets a test set its clocks; knows nothing of signals."""

PAGE = "timer/"
"""Where the modules are tried: under the timer's own Content-Security-Policy. The fixture `modules` puts them there."""

RECORDER = """
  window.notes = [];      // each note: when it was to be heard, its pitch, whether it was taken back
  window.contexts = [];
  window.buzzes = [];
  window.workers = [];
  window.logged = [];
  window.jump = 0;        // milliseconds by which the wall's clock is ahead of the real one
  window.worn = () => realNow() + jump;
  const realNow = Date.now.bind(Date);
  Date.now = worn;

  const begin = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (time) {
    const { currentTime, outputLatency } = this.context;
    this.note = { at: worn() + (time - currentTime + outputLatency) * 1000, hz: this.frequency.value,
      time, context: contexts.indexOf(this.context), heard: true, shape: this.type };
    notes.push(this.note);
    return begin.call(this, time);
  };
  const end = OscillatorNode.prototype.stop;
  OscillatorNode.prototype.stop = function (time) {
    if (time <= this.note.time) this.note.heard = false;
    this.note.until = time;
    return end.call(this, time);
  };
  const Real = window.AudioContext;
  window.AudioContext = class extends Real {
    constructor(...options) { super(...options); contexts.push(this); }
    get currentTime() { return this.stuck ?? super.currentTime; }
    get state() { return this.faked ?? super.state; }
    resume() { logged.push("resume"); return this.faked ? new Promise(() => {}) : super.resume(); }
  };
  const RealWorker = window.Worker;
  window.Worker = class extends RealWorker {
    constructor(...given) { super(...given); workers.push(this); this.alive = true; this.said = 0;
      this.addEventListener("message", () => this.said++); }
    terminate() { this.alive = false; super.terminate(); }
  };
  navigator.vibrate = (pattern) => buzzes.push({ at: worn(), pattern: [...pattern] });

  /** Signals that follow a list, and acts that change it; times in milliseconds from the beginning. */
  window.follow = async (list, settings = {}, acts = []) => {
    const { Signals } = await import("/modules/signals.js");
    const { TONES } = await import("/modules/tones.js");
    window.tones = TONES;
    window.list = list;
    window.signals = new Signals();
    window.beats = 0;
    window.states = [];
    signals.set(settings);
    signals.onTick(() => beats++);
    signals.onState((state) => states.push(state));
    signals.unlock();
    window.zero = worn();
    window.asked = [];
    for (const [wait, act] of acts) setTimeout(act, wait);
    signals.follow((from, to) => {
      asked.push([from - zero, to - zero, worn() - zero]);
      return window.list.map(([at, signal, index]) => ({ at: zero + at, signal, index }))
        .filter(({ at }) => at >= from && at < to);
    }, zero);
  };
  /** The signals heard, told by their first notes: [name, milliseconds from the beginning]. */
  window.heard = (all = notes) => all.filter((note) => note.heard).flatMap((note, n, all) => {
    const name = Object.keys(tones).find((name) => tones[name].every((tone, k) => all[n + k]
      && Math.abs(all[n + k].hz - tone.hz) < 1 && all[n + k].shape === tone.shape
      && Math.abs((all[n + k].time - note.time) - tone.from_seconds) < 0.002
      && Math.abs(all[n + k].until - all[n + k].time - tone.seconds) < 0.002));
    return name ? [[name, note.at - zero]] : [];
  });
"""


def sounding(page, then=""):
    """The page with the recorder on it, and what a test puts on top; its modules come later, so none is missed."""
    page.goto(PAGE)
    page.evaluate(f"() => {{ {RECORDER}\n{then} }}")
    return page


def until(page, condition, patience=10):
    """Wait for a condition. Playwright's own way evaluates text each time, which the timer's policy forbids."""
    met = page.evaluate(
        f"""async () => {{
          const end = performance.now() + {patience * 1000};
          while (!({condition})) {{
            if (performance.now() > end) return false;
            await new Promise((wake) => setTimeout(wake, 10));
          }}
          return true;
        }}"""
    )
    assert met, f"{condition}: not within {patience} s"
