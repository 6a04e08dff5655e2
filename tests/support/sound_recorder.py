"""Records what a page sounds, buzzes and starts, and lets a test set its clocks."""

PAGE = "timer/"
"""Where the modules are tried: under the timer's own Content-Security-Policy. The fixture `modules` puts them there."""

BEGIN = 1_790_000_000  # seconds since 1970: when a clock stands still
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
    const { Signals } = await import("/modules/timer/signals.js");
    const { TONES } = await import("/modules/timer/tones.js");
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


STANDING = """
  // A device and a worker that go on with the page's clock, which stands still until a test lets it go on.
  const Device = window.AudioContext;
  window.AudioContext = class extends Device {
    born = performance.now();
    own = "running";
    get currentTime() { return this.stuck ?? (performance.now() - this.born) / 1000; }
    get outputLatency() { return 0.01; }
    get state() { return this.faked ?? this.own; }
    resume() {
      logged.push("resume");
      if (this.faked) return new Promise(() => {});
      this.own = "running";
      return Promise.resolve();
    }
    suspend() { this.own = "suspended"; return Promise.resolve(); }
    close() { this.own = "closed"; return super.close(); }
  };
  window.Worker = class {
    alive = true;
    said = 0;
    constructor() {
      workers.push(this);
      this.beat = setInterval(() => { this.said++; this.onmessage?.({ data: null }); }, 250);
    }
    terminate() { this.alive = false; clearInterval(this.beat); }
  };
"""


def sounding(page, then=""):
    """The page with the recorder on it, under a clock that stands, and what a test puts on top.

    Its modules come later, so none is missed.
    """
    page.clock.install(time=BEGIN - 1)
    page.clock.pause_at(BEGIN)
    page.goto(PAGE)
    page.evaluate(f"() => {{ {RECORDER}\n{STANDING}\n{then} }}")
    return page


def on(page, condition):
    """Let the page's clock go on until a condition is met, which is seen 50 ms later at the most."""
    for _ in range(400):
        if page.evaluate(condition):
            return
        page.clock.run_for(50)
    raise AssertionError(f"{condition}: not within 20 s of the page's clock")


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
