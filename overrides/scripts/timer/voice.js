// Speaks short texts, one at a time and each to its end.
// @ts-check

/** @typedef {{spoken_name: string, language?: string}} Named whose name may be in another language than the page */
/** @typedef {{text: string, latest: number, of?: Named}} Waiting */

/** Estimated milliseconds of a text: for the speech engine to begin, and for each character. */
const BEGIN = 400;
const CHARACTER = 90;

export class Voice {
  #on = true;
  #unlocked = false;
  /** @type {SpeechSynthesisUtterance | null} referenced here, since Chromium fires no "end" for one that was garbage-collected */
  #speaking = null;
  #ends = 0;
  /** How much longer this device's voice takes than estimated. @type {number} */
  #pace = 1;
  /** @type {Waiting | null} */
  #waiting = null;
  #timer = 0;

  /** @returns {"on" | "off" | "none"} "none": the device has no voice (Chromium on Linux lists none, and fails) */
  get state() {
    if (!this.#on) return "off";
    return voices().length > 0 ? "on" : "none";
  }

  /** @param {{on: boolean}} settings */
  set({ on }) {
    this.#on = on;
    if (!on) this.stop();
  }

  /** To be called in a tap: iOS lets a page speak only after that. Asking for the voices also loads them. */
  unlock() {
    if (!this.#on || this.#unlocked || !("speechSynthesis" in window)) return;
    voices();
    this.#unlocked = true;
    const nothing = new SpeechSynthesisUtterance(" ");
    nothing.volume = 0;
    speechSynthesis.speak(nothing);
  }

  /**
   * Says a text, at once or when what is being said has ended. A text that could not begin by `latest` is left out:
   * a name that is cut off, or comes late, misleads.
   * @param {string} text
   * @param {number} latest epoch milliseconds
   * @param {Named} [of] whose name is in it
   * @returns {boolean} whether it is said, or waits
   */
  say(text, latest, of) {
    if (this.state !== "on" || !this.#unlocked) return false;
    const now = Date.now();
    if (Math.max(now, this.#speaking ? this.#ends : 0) > latest) return false;
    if (this.#speaking) this.#waiting = { text, latest, of };
    else this.#speak(text, now, of);
    return true;
  }

  /** Stop speaking at once: the session is paused or over. */
  stop() {
    clearTimeout(this.#timer);
    this.#waiting = null;
    const spoke = this.#speaking;
    this.#speaking = null;
    if (spoke) speechSynthesis.cancel();
  }

  /**
   * @param {string} text
   * @param {number} now
   * @param {Named} [of]
   */
  #speak(text, now, of) {
    const guess = (BEGIN + CHARACTER * text.length) * this.#pace;
    const all = inLanguages(text, document.documentElement.lang, of).map(([part, lang]) => {
      const one = new SpeechSynthesisUtterance(part);
      one.lang = lang;
      one.voice = best(lang);
      return one;
    });
    const words = all[all.length - 1];
    words.onend = () => {
      // Averaged, so that one slow start (the first takes up to 1 s) does not silence the rest.
      if (this.#speaking === words) this.#pace = clamp(this.#pace * (1 + (Date.now() - now) / guess) / 2);
      this.#ended(words);
    };
    words.onerror = () => this.#ended(words);
    this.#speaking = words;
    this.#ends = now + guess;
    // Some engines never fire "end": after three times the estimated time it counts as ended.
    this.#timer = window.setTimeout(() => this.#ended(words), 3 * guess);
    all.forEach((each) => speechSynthesis.speak(each));
  }

  /** @param {SpeechSynthesisUtterance} words */
  #ended(words) {
    if (this.#speaking !== words) return;
    clearTimeout(this.#timer);
    this.#speaking = null;
    const next = this.#waiting;
    this.#waiting = null;
    if (next) this.say(next.text, next.latest, next.of);
  }
}

/**
 * The parts of a text, each with its language: a name in another one is said by a voice that can.
 * @param {string} text
 * @param {string} lang of the page
 * @param {Named} [of]
 * @returns {[string, string][]}
 */
export function inLanguages(text, lang, { spoken_name, language } = { spoken_name: "" }) {
  if (!language || !text.includes(spoken_name)) return [[text, lang]];
  const [before, after] = text.split(spoken_name);
  /** @type {[string, string][]} */
  const parts = [[before, lang], [spoken_name, language], [after, lang]];
  return parts.filter(([part]) => /[\p{L}\d]/u.test(part));
}

/** @param {number} pace */
const clamp = (pace) => Math.min(3, Math.max(0.5, pace));

const voices = () => ("speechSynthesis" in window ? speechSynthesis.getVoices() : []);

/** What a language is called by all: Android says `pt_BR`. @param {string} lang */
const tag = (lang) => lang.toLowerCase().replace("_", "-");

/**
 * A voice for a language, if possible one on the device, for the network may be gone; among these one of its region, and
 * then the one that is set there. Without any, the device chooses.
 * @param {string} lang
 */
function best(lang) {
  const [language] = tag(lang).split("-");
  /** @param {SpeechSynthesisVoice} voice */
  const rank = (voice) => 4 * +voice.localService + 2 * +(tag(voice.lang) === tag(lang)) + +voice.default;
  const fit = voices().filter((voice) => tag(voice.lang).split("-")[0] === language);
  return fit.sort((one, other) => rank(other) - rank(one))[0] ?? null;
}
