"""Checks a page in a browser: accessibility with axe, and elements wider than the screen."""

from __future__ import annotations

AXE = """(options) => {
    scrollTo(0, document.body.scrollHeight);  // where a bar at the foot covers no button by half
    return axe.run({resultTypes: ["violations"], ...options}).then((found) => found.violations.flatMap(
        ({id, nodes}) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`)));
}"""
RULES = {"light": {"rules": {"target-size": {"enabled": True}}}, "dark": {"runOnly": ["color-contrast"]}}
"""Of axe's rules one depends on the scheme."""
TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter((each) =>
    each.checkVisibility() && !each.closest(".visually-hidden, svg") &&
    !each.parentElement.closest(".plan-reading__way ol, .programme-page__phases ol") &&  // a row that goes on sideways
    each.getBoundingClientRect().right > innerWidth + 0.5
).map((each) => `${each.tagName} ${each.className}`).concat(
    document.documentElement.scrollWidth > innerWidth ? [`page ${document.documentElement.scrollWidth}`] : [])"""
