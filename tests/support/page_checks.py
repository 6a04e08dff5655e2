"""Checks a page in a browser: accessibility with axe, and elements wider than the screen."""

from __future__ import annotations

from playwright.sync_api import Page

AXE = """(options) => {
    scrollTo(0, document.body.scrollHeight);  // where a bar at the foot covers no button by half
    const {within = document, ...given} = options;
    // Of what axe would load, only media: no rule that is asked for reads style sheets, which take most of its time.
    return axe.run(within === "changed" ? {include: window.changed} : within,
        {resultTypes: ["violations"], preload: {assets: ["media"]}, ...given}).then((found) =>
        found.violations.flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`)));
}"""
RULES = {"light": {"rules": {"target-size": {"enabled": True}}}, "dark": {"runOnly": ["color-contrast"]}}
"""Of axe's rules one depends on the scheme."""
CHANGED = """async (scheme) => {
    // A page hears of another scheme with its next frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const look = (each) => {
        const {color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight} = getComputedStyle(each);
        const isLarge = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.6 : 24);  // less contrast is asked of it
        return [color, backgroundColor, backgroundImage, opacity, isLarge].join();
    };
    const seen = [...document.querySelectorAll("body, body *")]
        .filter((each) => each.checkVisibility({visibilityProperty: true}));
    const looks = new Map(seen.map((each) => [each, look(each)]));
    const before = (window.looks ??= {})[scheme] ?? new Map();
    window.looks[scheme] = looks;
    window.appeared = seen.some((each) => !before.has(each));
    window.changed = seen.filter((each) => before.get(each) !== looks.get(each) && each.textContent.trim());
    return window.changed.length;
}"""
"""Counts what is read now and was not, or in other colours or larger, when this was last asked in the same scheme; in
`appeared` it says whether anything is there that was not."""


def barriers(page: Page, widths: tuple[int, ...] = (390, 1280)) -> list[tuple[int, str, list[str]]]:
    """What axe, which the page has, finds at one or two widths in both schemes; each with its width and scheme.

    At a second width, contrasts are measured of what is not as it was at the first, and of the other rules that on
    targets alone is asked where nothing has appeared.
    """
    contrast, others = RULES["dark"], {"rules": {**RULES["light"]["rules"], "color-contrast": {"enabled": False}}}
    targets = {"runOnly": ["target-size"]}
    page.evaluate("() => { delete window.looks; }")
    found = []
    for width, schemes in zip(widths, (("light", "dark"), ("dark", "light")), strict=False):
        page.set_viewport_size({"width": width, "height": 844})
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            changed = page.evaluate(CHANGED, scheme)
            if width == widths[0]:
                said = page.evaluate(AXE, RULES[scheme])
            else:
                said = page.evaluate(AXE, contrast | {"within": "changed"}) if changed else []
                if scheme == "light":
                    said += page.evaluate(AXE, others if page.evaluate("window.appeared") else targets)
            found.append((width, scheme, said))
    return [each for each in found if each[2]]


TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter((each) =>
    each.checkVisibility() && !each.closest(".visually-hidden, svg") &&
    // a row that goes on sideways
    !each.parentElement.closest(`.plan-reading__way ol, .programme-page__phases ol, .jump-row ul, .library-home__parts,
      pre`) &&
    each.getBoundingClientRect().right > innerWidth + 0.5
).map((each) => `${each.tagName} ${each.className}`).concat(
    document.documentElement.scrollWidth > innerWidth ? [`page ${document.documentElement.scrollWidth}`] : [])"""
