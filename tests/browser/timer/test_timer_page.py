"""The page /timer/ as it is sent: without script, closed to others, small, and linked to from everywhere."""

import gzip
import re
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import expect

from compiled_components import components_in
from html_tree import tree
from site_links import links
from timer_driver import FORGOTTEN

LARGEST = 25 * 1024  # bytes over the wire, for everything until the routine is shown with its Start
LARGEST_DEVICES = 4.5 * 1024  # for what sounds, buzzes and keeps the screen on: it comes once the routine is shown
LARGEST_LOOK = 2.5 * 1024  # for a run's own look, which comes with its devices
LARGEST_RUN = 4.5 * 1024  # for what words a run, which comes with them, too
LARGEST_END = 3.5 * 1024  # for what only the end shows, which comes during the run
LARGEST_SETTINGS = 1.25 * 1024  # for the dialog of settings, which comes once the routine is shown
LARGEST_PICTURES = 2.5 * 1024, 5 * 1024, 3 * 1024  # for what draws lists and runs, and for each figure: they come last
DEVICES = re.compile(r"assets/[0-9a-f]+/scripts/timer/(timer-devices|heartbeat-worker)\.js")
LOOK = re.compile(r"assets/[0-9a-f]+/components/timer-stage/timer-running\.css")
SETTINGS = re.compile(r"timer/settings\.txt|assets/[0-9a-f]+/scripts/timer/settings-dialog\.js")
RUN = re.compile(r"assets/[0-9a-f]+/scripts/timer/running-screen\.js")
END = re.compile(r"assets/[0-9a-f]+/[a-z/-]+/timer-end\.(js|css)")
DRAWERS = "step-pictures", "timer-picture"
PICTURES = re.compile(
    rf"assets/[0-9a-f]+/[a-z/-]+/({'|'.join(DRAWERS)})\.(js|css)|exercises/[a-z0-9-]+/(small-)?figure\.svg"
)


LATER = DEVICES, LOOK, RUN, END, SETTINGS


@pytest.fixture
def forgetful_page(page_of, site):
    """A page on a phone, shared by tests, where nothing stays of the run that a test began."""
    page = page_of(site)
    yield page
    page.unroute_all()
    page.goto("assets/favicon.svg")  # of the same origin
    page.evaluate(FORGOTTEN)


@pytest.fixture(scope="module")
def session(file_page, dataset):
    """What a session asks for, from its address to where it stands still, by path below the site: kind and body."""
    page = file_page
    found = {}
    page.on("requestfinished", lambda each: found.setdefault(urlsplit(each.url).path.lstrip("/"), each))
    page.goto(f"timer/?routine={next(iter(dataset.routines))}")
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Pause", exact=True).wait_for()
    page.wait_for_load_state("networkidle")
    found.pop("assets/favicon.svg", None)  # the browser's business, and every page has it
    return {
        path: (each.resource_type, each.response().body())
        for path, each in list(found.items())  # a late one may come in between
        if not PICTURES.fullmatch(path)
    }


@pytest.fixture(scope="module")
def asked(session):
    """What of it the first view takes; the test of devices that never come shows that it does without the others."""
    return {path: found for path, found in session.items() if not any(each.fullmatch(path) for each in LATER)}


def size(body):
    return len(gzip.compress(body, 9))


def weight(asked):
    return sum(size(body) for _, body in asked.values())


def test_page_without_script_names_every_exercise_of_every_routine_and_leads_to_its_page(new_page, dataset):
    page = new_page(javascript=False)
    page.goto("timer/")
    assert "The timer needs JavaScript." in page.locator("main").inner_text()
    for routine in dataset.routines.values():
        section = page.locator(f"section[id='{routine.id}']")
        heading = section.get_by_role("link", name=routine.name)
        assert heading.get_attribute("href").endswith(f"routines/{routine.id}/")
        listed = [f"{number} {step.exercise.short_name}" for number, step in enumerate(routine.steps, 1)]
        assert section.locator("li").all_inner_texts() == listed
    assert [each for each in page.locator("button, input, [data-start]").all() if each.is_visible()] == []


def test_lengths_are_those_of_the_routines_own_page(site, dataset):
    for routine in dataset.routines.values():
        (section,) = [each for each in site.pages["timer/"].every("section") if each.attributes.get("id") == routine.id]
        lengths = [each.text for each in site.of(routine).one(class_="routine-length").every("strong")]
        said = section.text.replace("about ", "")
        assert [length for length in lengths if length.removeprefix("about ") not in said] == []


def test_more_than_twelve_routines_are_links_to_their_pages(root, dataset):
    one = next(iter(dataset.routines.values()))
    for count, lists in ((12, 12), (13, 0)):
        many = {f"r{number}": replace(one, id=f"r{number}") for number in range(count)}
        components = components_in(root / "overrides" / "components", replace(dataset, routines=many))
        page = tree(components.render("timer_page", "../"))
        assert len(page.every("ol", class_="timer-page__strip")) == lists
        assert [id_ for id_ in many if not page.every("a", href=f"../routines/{id_}/")] == []


def test_page_asks_only_for_what_is_the_timers(asked, site):
    ours = re.escape(site.asset(""))
    usual = re.compile(rf"timer/|{ours}(scripts/timer/[a-z-]+\.js|styles/timer\.css)|api/v1/routines/[a-z0-9-]+\.json")
    assert [path for path in asked if not usual.fullmatch(path)] == []
    assert {kind for kind, _ in asked.values()} >= {"document", "stylesheet", "script", "fetch"}


def test_page_is_small_and_what_a_run_sounds_with_is_small_too(asked, session):
    said = "\n".join(f"{size(body):6} {path}" for path, (_, body) in session.items())
    assert weight(asked) <= LARGEST, said
    most_of_each = LARGEST_DEVICES, LARGEST_LOOK, LARGEST_RUN, LARGEST_END, LARGEST_SETTINGS
    for later, most in zip(LATER, most_of_each, strict=True):
        assert 0 < weight({path: session[path] for path in session if later.fullmatch(path)}) <= most, said


@pytest.mark.parametrize("below", ["", "de/", "es/"])
def test_page_is_small_in_each_language_of_a_site_of_several(new_page, languages_site, dataset, below):
    page = new_page(languages_site, locale=below.strip("/") or "en")
    found = {}
    page.on(
        "requestfinished", lambda each: found.setdefault(urlsplit(each.url).path.lstrip("/").removeprefix(below), each)
    )
    page.goto(f"{below}timer/?routine={next(iter(dataset.routines))}")
    page.wait_for_load_state("networkidle")
    first = {path: size(each.response().body()) for path, each in list(found.items()) if path != "assets/favicon.svg"}
    first = {path: it for path, it in first.items() if not any(each.fullmatch(path) for each in (*LATER, PICTURES))}
    assert sum(first.values()) <= LARGEST, first


def test_run_that_begins_before_its_words_come_is_shown_with_them(forgetful_page, dataset):
    page = forgetful_page
    held = []
    page.route("**/running-screen.js", lambda route: held.append(route))
    page.goto(f"timer/?routine={next(iter(dataset.routines))}")
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_function("() => navigator.locks.query().then(({held}) => held.length)")
    held.pop().continue_()
    page.get_by_role("button", name="Pause", exact=True).wait_for()


def test_run_whose_words_do_not_come_says_so_and_waits(forgetful_page, dataset):
    page = forgetful_page
    page.route("**/running-screen.js", lambda route: route.abort())
    page.goto(f"timer/?routine={next(iter(dataset.routines))}")
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator("[data-part=problem]", has_text="The timer could not be loaded. Try again in a moment.").wait_for()
    page.unroute("**/running-screen.js")
    page.get_by_role("link", name="Try again").click()
    page.get_by_role("button", name="Resume", exact=True).click()
    page.get_by_role("button", name="Pause", exact=True).wait_for()


def test_routine_is_shown_and_begins_before_its_devices_come(new_page, dataset):
    page = new_page()
    held = []
    page.route("**/timer-devices.js", lambda route: held.append(route))
    page.add_init_script(
        "window.opened = 0; window.AudioContext = class extends AudioContext {"
        "  constructor(...given) { super(...given); window.opened += 1; }"
        "};"
    )
    page.goto(f"timer/?routine={next(iter(dataset.routines))}")
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Pause", exact=True).wait_for()
    assert (len(held), page.evaluate("window.opened")) == (1, 0)
    with page.expect_worker():  # the heartbeat of a run that is heard
        held[0].continue_()
    assert page.evaluate("window.opened") == 1


def test_run_goes_on_without_devices_that_do_not_come(forgetful_page, dataset):
    page = forgetful_page
    page.route("**/timer-devices.js", lambda route: route.fulfill(body="throw null;", content_type="text/javascript"))
    page.goto(f"timer/?routine={next(iter(dataset.routines))}")
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_text("Sound and vibration could not be loaded; the timer goes on without").wait_for()
    page.get_by_role("button", name="Skip", exact=True).click()
    assert page.locator("[data-part=phase_word]").inner_text() == "Work"


def test_settings_open_when_they_have_come_and_say_so_where_they_do_not(forgetful_page, dataset):
    page = forgetful_page
    page.route("**/timer/settings.txt", lambda route: route.abort())
    page.goto(f"timer/?routine={next(iter(dataset.routines))}")
    settings = page.get_by_role("button", name="Settings")
    settings.click()
    page.get_by_text("The settings could not be loaded.").wait_for()
    page.unroute("**/timer/settings.txt")
    settings.click()
    page.get_by_role("dialog", name="Settings").get_by_role("checkbox", name="Play sounds").wait_for()


def test_voice_and_pocket_mode_come_only_to_those_who_want_them(asked, site):
    for name in ("timer-speech", "timer-pocket"):
        path = site.asset(f"scripts/timer/{name}.js")
        assert path not in asked
        assert size((site.folder / path).read_bytes()) <= 3100


def test_pictures_are_small_and_come_after_all_that_a_session_needs(forgetful_page, site, dataset):
    *most, most_each = LARGEST_PICTURES
    for name, most_of_it in zip(DRAWERS, most, strict=True):
        files = (site.asset(f"scripts/timer/{name}.js"), site.asset(f"components/timer-stage/{name}.css"))
        assert sum(size((site.folder / path).read_bytes()) for path in files) <= most_of_it, name
    for id_ in dataset.exercises:
        assert size((site.folder / f"exercises/{id_}/figure.svg").read_bytes()) <= most_each, id_
    page = forgetful_page
    held = []
    page.route(lambda url: PICTURES.fullmatch(urlsplit(url).path.lstrip("/")), lambda route: held.append(route))
    page.goto(f"timer/?routine={next(iter(dataset.routines))}")
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Pause", exact=True).wait_for()
    assert held != [], "it begins before any has come"


def test_modules_are_all_named_in_the_page_so_that_they_load_at_once(asked, site):
    head = site.pages["timer/"].one("head")
    named = {each.attributes["href"] for each in head.every("link", rel="modulepreload")}
    named |= {each.attributes["src"] for each in head.every("script", type="module")}
    loaded = {f"../{path}" for path, (kind, _) in asked.items() if kind == "script"}
    assert named == loaded


def test_page_is_closed_to_what_is_not_its_own(browser, site):
    """Its policy stops a script in the page and a picture from elsewhere, and lets its own scheme script run."""
    page = browser.new_page(base_url=site.base_url, color_scheme="dark", service_workers="block")
    page.goto("timer/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    broken = page.evaluate(
        """async () => {
            const broken = [];
            addEventListener("securitypolicyviolation", (each) => broken.push(each.effectiveDirective));
            const add = (tag, given) => document.body.append(Object.assign(document.createElement(tag), given));
            const script = document.createElement("script");
            script.append("window.ran = true");
            document.body.append(script);
            add("img", {src: "https://elsewhere.example/x.png"});
            add("iframe", {src: "/"});
            await fetch("https://elsewhere.example/").catch(() => {});
            const until = performance.now() + 10_000;
            while (broken.length < 4 && performance.now() < until) await new Promise((done) => setTimeout(done, 50));
            return [...broken, window.ran];
        }"""
    )
    page.close()
    assert sorted(broken[:-1]) == ["connect-src", "frame-src", "img-src", "require-trusted-types-for"]
    assert broken[-1] is None


def test_policy_allows_nothing_unsafe(site):
    policy = site.pages["timer/"].one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert (rules.pop("require-trusted-types-for"), rules.pop("trusted-types")) == (
        "'script'",
        "limber-heartbeat limber-worker",
    )
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    allowed = {source for sources in rules.values() for source in sources.split()}
    hashes = {source for source in allowed if source.startswith("'sha256-")}
    assert len(hashes) == 1
    assert allowed - hashes == {"'none'", "'self'", "blob:"}
    assert [name for name, sources in rules.items() if "blob:" in sources] == ["media-src"]


def test_every_link_to_the_timer_names_what_there_is(site, dataset):
    found = set()
    for link in links(site):
        address = urlsplit(link.target)
        if link.target.startswith(f"{site.address}timer/") and address.query:
            asked_for = dict(parse_qsl(address.query, strict_parsing=True))
            found.add((link.page, *asked_for))
            if "routine" in asked_for:
                steps = dataset.routines[asked_for.pop("routine")].steps
                assert asked_for.pop("from", steps[0].exercise.id) in {step.exercise.id for step in steps}
            else:
                assert asked_for.pop("exercise") in dataset.exercises
            assert asked_for == {}, link
    assert {f"routines/{id_}/" for id_ in dataset.routines} <= {page for page, *what in found if what == ["routine"]}
    assert {f"cards/{id_}/" for id_ in dataset.routines} <= {page for page, *what in found if what == ["routine"]}
    assert {f"exercises/{id_}/" for id_ in dataset.exercises} <= {page for page, *what in found if what == ["exercise"]}
    within = {step.exercise.id for routine in dataset.routines.values() for step in routine.steps}
    here = {page for page, *what in found if what == ["routine", "from"]}
    pages = {f"{kind}/{id_}/" for kind in ("routines", "cards") for id_ in dataset.routines}
    assert {f"exercises/{id_}/" for id_ in within} | pages == here


def test_search_leads_to_the_timer(page, kinds):
    page.goto(kinds["exercise"])
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("interval timer")
    page.locator("dialog a[href*='/timer/']").first.click()
    page.wait_for_url(re.compile(r"/timer/"))


def test_start_page_is_one_tap_away_before_and_after_a_run_and_two_within(forgetful_page, site, dataset):
    page = forgetful_page
    home = page.locator(".bare-bar > a")
    links = page.get_by_role("navigation", name="Main").get_by_role("link")
    page.goto("routines/")
    wanted = [(each.inner_text(), each.evaluate("it => it.href")) for each in links.all()]
    page.goto("timer/")
    assert home.is_visible()
    assert [(each.inner_text(), each.evaluate("it => it.href")) for each in links.all()] == wanted, (
        "as on reading pages"
    )
    assert home.evaluate("(link) => link.href") == site.base_url
    page.goto(f"timer/?routine={next(iter(dataset.routines))}")
    page.get_by_role("button", name="Start", exact=True).wait_for()
    home.click(trial=True)  # nothing lies above it
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Pause", exact=True).wait_for()
    assert home.is_hidden()
    page.get_by_role("button", name="List", exact=True).click()
    leave = page.get_by_role("link", name="Leave for the start page")
    assert leave.evaluate("(link) => link.href") == site.base_url
    page.keyboard.press("Escape")
    while page.get_by_role("button", name="Skip", exact=True).is_visible():
        page.keyboard.press("ArrowRight")
    page.locator(".timer-stage").get_by_role("link", name="Home").wait_for()
    home.click(trial=True)


def test_figures_stand_beside_the_names_before_a_run_and_where_it_is_chosen(page, dataset):
    routine = next(iter(dataset.routines.values()))
    page.goto(f"timer/?routine={routine.id}")
    listed = page.locator(".timer-stage [data-part=steps] .step-thumb")
    expect(listed.first.locator("> svg")).to_be_visible()
    listed.last.scroll_into_view_if_needed()
    expect(listed.locator("> svg")).to_have_count(len(routine.steps))
    assert {round(box["height"]) for box in (each.bounding_box() for each in listed.locator("> svg").all())} == {72}
    large = page.locator(".timer-stage__frame > .step-thumb")
    expect(large).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(large.locator("> svg")).to_be_visible()
    box, start = large.bounding_box(), page.get_by_role("button", name="Start", exact=True).bounding_box()
    assert box["y"] >= start["y"] + start["height"] and box["height"] > 250, "what comes first, large below Start"
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("timer/")
    strip = page.locator(f"section[id='{routine.id}'] .timer-page__strip .step-thumb")
    expect(strip.locator("> svg")).to_have_count(len(routine.steps))
    captions = [f"{number} {it.exercise.short_name}" for number, it in enumerate(routine.steps, 1)]
    expect(page.locator(f"section[id='{routine.id}'] .timer-page__strip > li")).to_have_text(captions)
    boxes = [each.bounding_box() for each in strip.all()]
    assert all(box["width"] >= 76 and box["height"] >= 72 for box in boxes)


def test_start_is_the_one_primary_button_where_it_is_chosen_and_own_intervals_stand_back(page, dataset):
    page.goto("timer/")
    page.locator(".step-thumb svg").first.wait_for()
    primary = page.locator(".button--primary:visible").all_inner_texts()
    assert [words.split(",")[0] for words in primary] == ["Start"] * len(dataset.routines)
    start = page.locator("section .button--primary").first
    own = page.get_by_role("button", name="Set the timer")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert start.bounding_box()["y"] < 400, "before all that may be scrolled"
        strip = page.locator("section .timer-page__strip").first.bounding_box()
        words = page.locator(".interval-timer__fallback h2").first.bounding_box()
        assert start.bounding_box()["width"] == (strip["width"] if width == 390 else words["width"]), "below its words"
        assert own.bounding_box()["y"] > page.locator(".timer-page__strip").last.bounding_box()["y"], width
    grounds = {
        each.evaluate("(it) => getComputedStyle(it).backgroundColor")
        for each in (own, page.locator(".button--primary").first)
    }
    assert len(grounds) == 2


def test_figures_come_without_moving_what_is_there(new_page, dataset):
    page = new_page()
    page.add_init_script(
        "window.shifts = [];"
        "new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    for address in ("timer/", f"timer/?routine={next(iter(dataset.routines))}"):
        page.goto(address)
        page.locator(".step-thumb svg").first.wait_for()
        page.wait_for_load_state("networkidle")
        assert sum(page.evaluate("shifts")) < 0.01, address


def test_each_level_says_how_long_it_takes_and_start_follows_the_words(page, dataset):
    page.goto(f"timer/?routine={next(iter(dataset.routines))}")
    halves = page.locator(".timer-stage__page [data-with=levels] label")
    expect(halves).to_have_text(["Start dose8\u202fmin", "Goal dose14–16\u202fmin"])
    ground = "(it) => getComputedStyle(it).backgroundColor"
    before = [each.evaluate(ground) for each in halves.all()]
    page.get_by_role("radio", name="Start dose").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("radio", name="Goal dose").is_checked()
    assert [each.evaluate(ground) for each in halves.all()] == before[::-1]
    page.get_by_role("button", name="Settings").click()
    again = page.get_by_role("dialog").locator("[data-with=levels] label")
    expect(again).to_have_text(["Start dose", "Goal dose"])
    assert [each.evaluate(ground) for each in again.all()] == before[::-1], "the same switch"
    page.keyboard.press("Escape")
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        boxes = [each.bounding_box() for each in halves.all()]
        assert min(min(box["width"], box["height"]) for box in boxes) >= 44, width
        start = page.get_by_role("button", name="Start", exact=True).bounding_box()
        words = page.locator(".timer-stage__need").bounding_box()
        assert (start["y"] - words["y"] - words["height"] < 100) == (width == 1280), "at a desk, below them"
