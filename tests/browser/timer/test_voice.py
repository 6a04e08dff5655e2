"""The voice: what it says, and that it leaves out rather than cuts off; spoken by an engine that a test can time."""

import pytest

from sound_recorder import BEGIN, PAGE, on

ENGINE = """async ({ voices, silent = false }) => {
  window.said = [];
  window.cancelled = 0;
  let queue = Promise.resolve();
  const engine = {
    getVoices: () => voices,
    speak(words) {
      const { text, volume, lang } = words;
      const one = { text, volume, lang, voice: words.voice?.name, at: Date.now() };
      said.push(one);
      const length = words.text === " " ? 0 : (window.rate ?? 30) * words.text.length;
      if (silent) return;
      one.over = setTimeout(() => { one.ended = true; words.onend?.(); }, length);
    },
    cancel() { cancelled++; for (const one of said) clearTimeout(one.over); },
  };
  Object.defineProperty(window, "speechSynthesis", { value: engine, configurable: true });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; this.volume = 1; } };
  const { Voice } = await import("/modules/timer/voice.js");
  window.voice = new Voice();
  window.texts = () => said.slice(1).map(({ text }) => text);
}"""
VOICES = [
    {"name": "Anna", "lang": "de-DE", "localService": True, "default": True},
    {"name": "Cloud", "lang": "en-US", "localService": False, "default": False},
    {"name": "Karen", "lang": "en_AU", "localService": True, "default": False},
]

pytestmark = pytest.mark.usefixtures("modules")


@pytest.fixture
def page(file_page):
    """A page with a voice, in the timer's language, and a clock that stands."""
    file_page.clock.install(time=BEGIN - 1)
    file_page.clock.pause_at(BEGIN)
    file_page.goto(PAGE)
    file_page.evaluate(ENGINE, {"voices": VOICES})
    return file_page


def test_the_tap_primes_it_and_only_then_it_speaks(page):
    assert page.evaluate("voice.say('Too soon', Date.now() + 5000)") is False
    page.evaluate("voice.unlock(), voice.unlock()")
    assert page.evaluate("said.map(({ text, volume }) => [text, volume])") == [[" ", 0]]
    assert page.evaluate("voice.say('Toe lifts, right foot', Date.now() + 5000)") is True
    assert page.evaluate("said[1].text") == "Toe lifts, right foot"


@pytest.mark.parametrize(
    ("lang", "there", "chosen"),
    [
        ("en", ["de-DE on default", "en-US", "en_AU on"], "en_AU on"),
        ("de", ["en-GB on default", "de-AT on", "de-DE on default"], "de-DE on default"),
        ("de", ["den-CA on default", "de-CH"], "de-CH"),
        ("es", ["es-ES", "es-MX on"], "es-MX on"),
        ("es-MX", ["es_ES on default", "es_MX on"], "es_MX on"),
        ("es-AR", ["es-ES on", "es-US on default"], "es-US on default"),
        ("fr", ["fr-CA on", "fr-FR on default", "fr"], "fr-FR on default"),
        ("fr", ["en-GB on default", "de-DE on"], None),
    ],
)
def test_it_takes_a_voice_of_the_language_on_the_device_then_of_the_region_then_the_one_set_there(
    page, lang, there, chosen
):
    voices = [
        {"name": each, "lang": each.split()[0], "localService": " on" in each, "default": "default" in each}
        for each in there
    ]
    page.evaluate(ENGINE, {"voices": voices})
    page.evaluate("lang => { document.documentElement.lang = lang; }", lang)
    page.evaluate("voice.unlock(); voice.say('Ball roll', Date.now() + 5000)")
    assert page.evaluate("[said[1].lang, said[1].voice ?? null]") == [lang, chosen]


def test_texts_wait_for_one_another_and_end(page):
    page.evaluate("voice.unlock(); voice.say('Calf stretch', Date.now() + 5000)")
    assert page.evaluate("voice.say('Toe lifts', Date.now() + 5000)") is True
    assert page.evaluate("texts()") == ["Calf stretch"]
    on(page, "texts().length === 2 && said[2].ended")
    assert page.evaluate("[said[2].text, said[1].ended, cancelled]") == ["Toe lifts", True, 0]
    assert page.evaluate("said[2].at - said[1].at") >= 300, "the first has its time"


def test_what_could_not_begin_in_time_is_left_out(page):
    page.evaluate("voice.unlock()")
    assert page.evaluate("voice.say('Late already', Date.now() - 1)") is False
    page.evaluate("voice.say('Standing top-of-foot stretch', Date.now() + 5000)")
    assert page.evaluate("voice.say('Ball roll', Date.now() + 500)") is False
    on(page, "said[1].ended")
    assert page.evaluate("[texts(), cancelled]") == [["Standing top-of-foot stretch"], 0]


def test_what_waits_too_long_behind_a_slow_voice_is_left_out(page):
    page.evaluate("rate = 120; voice.unlock(); voice.say('Calf stretch', Date.now() + 5000)")
    assert page.evaluate("voice.say('Toe lifts', said[1].at + 1480)") is True, "by its first guess there is just time"
    on(page, "said[1].ended")
    assert page.evaluate("texts()") == ["Calf stretch", "Toe lifts"]
    page.evaluate("rate = 400; window.moment = Date.now()")
    on(page, "said[2].ended")
    page.evaluate("voice.say('Ball roll', Date.now() + 9000); waits = voice.say('Toes', Date.now() + 3300)")
    on(page, "said[3].ended")
    assert page.evaluate("[waits, texts().length]") == [True, 3], "it had become too late, so it was not said"


def test_stop_is_quiet_at_once_and_forgets_what_waits(page):
    page.evaluate("voice.unlock(); voice.say('Calf stretch', Date.now() + 5000)")
    page.evaluate("voice.say('Toe lifts', Date.now() + 5000); voice.stop()")
    assert page.evaluate("cancelled") == 1
    page.clock.run_for(3000)
    assert page.evaluate("texts()") == ["Calf stretch"]
    assert page.evaluate("voice.say('Ball roll', Date.now() + 10)") is True, "it is free again"


def test_off_is_off_and_a_device_without_voices_says_so(page):
    page.evaluate("voice.unlock(); voice.set({ on: false })")
    assert page.evaluate("[voice.state, voice.say('Ball roll', Date.now() + 5000)]") == ["off", False]
    page.evaluate("voice.set({ on: true })")
    assert page.evaluate("voice.state") == "on"
    page.evaluate(ENGINE, {"voices": []})
    page.evaluate("voice.unlock()")
    assert page.evaluate("[voice.state, voice.say('Ball roll', Date.now() + 5000)]") == ["none", False]


def test_an_engine_that_never_says_that_it_ended_does_not_silence_the_rest(page):
    page.evaluate(ENGINE, {"voices": VOICES, "silent": True})
    page.evaluate("voice.unlock(); voice.say('Toes', Date.now() + 5000); voice.say('Ball roll', Date.now() + 5000)")
    on(page, "texts().length === 2")
    assert page.evaluate("said[2].at - said[1].at") > 1500


def test_without_speech_it_has_no_voice_and_breaks_nothing(page):
    found = page.evaluate(
        """async () => {
          delete window.speechSynthesis;
          delete Window.prototype.speechSynthesis;
          const { Voice } = await import("/modules/timer/voice.js");
          const voice = new Voice();
          voice.unlock();
          voice.stop();
          return ["speechSynthesis" in window, voice.state, voice.say("Ball roll", Date.now() + 5000)];
        }"""
    )
    assert found == [False, "none", False]
