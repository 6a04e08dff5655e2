"""The track for the pocket in a real browser: it plays, tells where it is, and knows who paused it."""

import pytest

from sound_recorder import PAGE, until

READY = """async () => {
  window.address = [];
  const [make, revoke] = [URL.createObjectURL, URL.revokeObjectURL];
  URL.createObjectURL = (blob) => { const made = make(blob); address.push(made); return made; };
  URL.revokeObjectURL = (old) => { address.splice(address.indexOf(old), 1); revoke(old); };
  const play = HTMLMediaElement.prototype.play;
  window.events = [];
  HTMLMediaElement.prototype.play = function () {
    if (window.element !== this) for (const kind of ["pause", "ended", "emptied"]) {
      this.addEventListener(kind, () => events.push(kind));
    }
    window.element = this;
    return play.call(this);
  };
  window.actions = {};
  navigator.mediaSession.setActionHandler = (name, act) => { actions[name] = act; };
  Object.defineProperty(navigator, "audioSession", { value: { type: "auto" }, configurable: true });
  const { PocketTrack } = await import("/modules/timer/pocket-track.js");
  const { begin } = await import("/modules/timer/playback.js");
  const one = (kind, seconds) => ({ kind, seconds, estimate_seconds: seconds ?? 30, step: 0, side: null, set: 1,
    sets: 1, alternating: false, rep: 0, reps: 0, rep_seconds: 0, rep_rest_seconds: 0, amount: null });
  window.begun = begin;
  window.intervals = [one("prepare", 1), one("work", 5), one("rest", 2), one("work", 20)];
  window.brief = [one("prepare", 1), one("work", null)];
  window.track = new PocketTrack();
  window.positions = [];
  window.told = [];
  track.onPosition((seconds) => positions.push([seconds, track.moment]));
  track.onPause(() => told.push("pause"));
  track.onEnd(() => told.push("end"));
}"""
START = "(now = 5_000_000, wav = track.build(intervals, begun(intervals, now), now), played = track.play(), null)"

pytestmark = pytest.mark.usefixtures("modules")


@pytest.fixture
def page(page):
    """A page with a track that is ready to be built."""
    page.goto(PAGE)
    page.evaluate(READY)
    yield page
    page.evaluate("track.release()")


def test_it_is_built_and_begun_before_the_tap_is_over_and_its_position_is_the_clock(page):
    assert page.evaluate(f"{START}, element.paused") is False
    assert page.evaluate("navigator.audioSession.type") == "playback", "iOS: heard when locked and on silent"
    assert page.evaluate("played") is True
    until(page, "track.seconds > 1")
    positions = page.evaluate("positions")
    assert len(positions) >= 3
    assert all(moment == pytest.approx(5_000_000 + 1000 * seconds, abs=100) for seconds, moment in positions)
    assert [seconds for seconds, _ in positions] == sorted(seconds for seconds, _ in positions)
    assert page.evaluate("told") == []


def test_the_browser_decodes_what_was_built(page):
    page.evaluate(START)
    length, onsets = page.evaluate(
        """async () => {
          const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(await wav.arrayBuffer());
          const [wave, onsets] = [sound.getChannelData(0), []];
          let heard = -8000;
          wave.forEach((height, n) => {
            if (Math.abs(height) < 0.01) return;
            if (n - heard > 1600) onsets.push(n / 8000);
            heard = n;
          });
          return [sound.duration, onsets];
        }"""
    )
    assert length == 30
    assert onsets == pytest.approx([1, 3, 4, 5, 6, 8, 18, 25, 26, 27, 28], abs=0.005)


def test_a_pause_that_nobody_asked_for_is_told_and_one_that_was_is_not(page):
    page.evaluate(START)
    until(page, "track.seconds > 0.3")
    page.evaluate("track.pause()")
    until(page, "events.length === 1")
    assert page.evaluate("told") == []
    page.evaluate("track.pause(), track.play().then(() => track.pause()), track.play()")
    until(page, "events.length === 2")
    assert page.evaluate("told") == []
    page.evaluate("track.play()")
    until(page, "!element.paused")
    page.evaluate("element.pause()")  # as a call does
    until(page, "told.length > 0")
    count = page.evaluate("positions.length")
    page.evaluate("element.dispatchEvent(new Event('timeupdate'))")
    assert page.evaluate("[told, positions.length]") == [["pause"], count]


def test_it_is_built_anew_while_it_plays_on_the_element_that_a_tap_unlocked(page):
    page.evaluate(START)
    until(page, "track.seconds > 0.5")
    assert page.evaluate("first = element, track.build(intervals, begun(intervals, 9e6), 9e6), track.play()") is True
    until(page, "track.seconds > 0.3")
    assert page.evaluate("[element === first, track.moment > 9e6, track.moment < 9e6 + 3000]") == [True] * 3
    assert page.evaluate("[told, address.length]") == [[], 1], "the old track is let go"


def test_the_end_is_told_once_and_is_no_pause(page):
    page.evaluate("track.build(brief, begun(brief, 0), 0), track.play(), null")
    until(page, "events.includes('ended') && events.includes('pause')")
    assert page.evaluate("told") == ["end"]


def test_the_locked_screen_says_what_is_done_and_its_buttons_act(page):
    page.evaluate(
        """track.describe({ title: 'Ball roll', artist: 'Foot and hip' },
          { play() {}, nexttrack: () => told.push('next') })"""
    )
    assert page.evaluate("navigator.mediaSession.metadata.title") == "Ball roll"
    page.evaluate("actions.nexttrack()")
    assert page.evaluate("told") == ["next"]
    assert page.evaluate("[actions.pause, actions.previoustrack, typeof actions.play]") == [None, None, "function"]
    page.evaluate("track.release()")
    assert page.evaluate("[navigator.mediaSession.metadata, ...Object.values(actions)]") == [None] * 5


def test_release_stops_it_and_keeps_nothing(page):
    page.evaluate(START)
    until(page, "track.seconds > 0.2")
    page.evaluate("track.release()")
    found = page.evaluate("[element.paused, element.hasAttribute('src'), address.length, navigator.audioSession.type]")
    assert found == [True, False, 0, "transient"]
    until(page, "events.includes('emptied')")
    assert page.evaluate("told") == []


def test_a_refused_start_is_known(page):
    page.evaluate("HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('', 'NotAllowedError')); 0")
    page.evaluate(START)
    assert page.evaluate("played") is False
