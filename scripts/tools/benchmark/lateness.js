// Runs the timer's signals on an empty page and notes when each is rendered; knows no page of the site.
// @ts-check

/**
 * @typedef {import("../../../overrides/scripts/timer/signals.js").Due} Due
 * @typedef {{late: number[], own: number[]}} Times milliseconds; `own`: of a timer of the page, for the same moments
 * @typedef {Times & {lost: number, extra: number, skipped: number, hidden: number, device: string}} Found
 */

/** An interval with what signals need of it. @param {[string, number, number?]} given kind, seconds, beats in it */
const interval = ([kind, seconds, beats = 0]) => ({
  kind,
  seconds,
  estimate_seconds: seconds,
  step: 0,
  side: null,
  alternating: false,
  set: 1,
  sets: 1,
  rep: 0,
  reps: beats,
  rep_seconds: beats && seconds / beats,
  rep_rest_seconds: 0,
  amount: null,
});

/** What goes to the device, listened to in the thread that renders it. */
const LISTENER = `
  registerProcessor("onsets", class extends AudioWorkletProcessor {
    heard = -1;
    process([[wave]]) {
      (wave ?? []).forEach((height, n) => {
        if (Math.abs(height) < 0.02) return;
        const time = currentTime + n / sampleRate;
        // Two notes of one signal are closer than this, two signals are not.
        if (time - this.heard > 0.15) this.port.postMessage(Date.now() + (n / sampleRate) * 1000);
        this.heard = time;
      });
      return true;
    }
  });`;

/**
 * @param {[string, number, number?][]} session
 * @param {string} modules where the timer's modules are
 * @returns {Promise<Found>}
 */
export async function measure(session, modules) {
  const { Signals } = await import(`${modules}signals.js`);
  const { begin } = await import(`${modules}playback.js`);
  const { due } = await import(`${modules}signal-times.js`);
  const intervals = session.map(interval);

  /** @type {AudioNode | undefined} */
  let master;
  const connect = AudioNode.prototype.connect;
  AudioNode.prototype.connect = /** @type {any} */ (
    /** @this {AudioNode} @param {[any]} to */
    function (...to) {
      if (to[0] === this.context.destination) master = this;
      return connect.apply(this, to);
    }
  );
  const signals = new Signals();
  signals.unlock();
  const context = /** @type {AudioContext} */ (master?.context);
  const address = URL.createObjectURL(new Blob([LISTENER], { type: "text/javascript" }));
  await context.audioWorklet.addModule(address);
  const listener = new AudioWorkletNode(context, "onsets", { channelCount: 1, channelCountMode: "explicit" });
  /** @type {number[]} */
  const heard = [];
  listener.port.onmessage = ({ data }) => heard.push(data + context.outputLatency * 1000);
  master?.connect(listener);
  connect.apply(listener, /** @type {any} */ ([context.destination])); // else it is not asked to render; it gives silence

  const start = Date.now() + 3000; // the device is open by then
  const state = begin(intervals, start);
  /** @type {Due[]} */
  const expected = due(state, intervals, start, Infinity);
  signals.follow((/** @type {number} */ from, /** @type {number} */ to) => due(state, intervals, from, to));
  /** @type {number[]} */
  const own = [];
  let hidden = 0;
  const wait = () => {
    const next = expected[own.length];
    if (!next) return;
    setTimeout(() => {
      own.push(Date.now() - next.at);
      if (document.visibilityState === "hidden") hidden++;
      wait();
    }, next.at - Date.now());
  };
  wait();

  const end = (expected.at(-1)?.at ?? 0) + 3000;
  await new Promise((done) => signals.onTick(() => Date.now() > end && done(null)));
  const skipped = signals.skipped;
  signals.release();
  const late = expected.flatMap(({ at }) => {
    const found = heard.findIndex((moment) => Math.abs(moment - at) < 500);
    return found < 0 ? [] : [(heard.splice(found, 1)[0] ?? 0) - at];
  });
  // A page's own timer may not even have come to its last moments.
  while (own.length < expected.length) own.push(Date.now() - expected[own.length].at);
  const device = `${Math.round(context.outputLatency * 1000)} ms`;
  return { late, lost: expected.length - late.length, extra: heard.length, skipped, own, hidden, device };
}
