"""Finds what a page says that comes from no catalogue, in a site made in English with accents (`en-XA`).

Each of its messages stands in brackets. What else has letters is of the data, or fixed in code.
"""

import json
import re

READ = ["aria-label", "title", "alt", "placeholder"]
"""Attributes that are read to someone."""
TOLD = """() => {
    const main = document.querySelector("main");
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const unread = "script, style, template, noscript, svg, .paper-address, .tick-boxes";
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.parentElement.closest(unread)) texts.push(node.data);
    }
    const said = ["aria-label", "title", "alt", "placeholder"];
    const attributes = [...main.querySelectorAll(said.map((name) => `[${name}]`))]
        .flatMap((each) => said.flatMap((name) => each.getAttribute(name) ?? []));
    const bar = [...document.querySelectorAll(".paper-bar :is(button, [data-print])")].map((each) => each.textContent);
    return [texts.join("\\u0001"), ...attributes, ...bar];
}"""
"""What a page says: all of its text, with a sign where an element begins or ends, and then its attributes."""
_MARK = "\x01"
_UNITS = {"s", "min", "qr"}


def data_texts(site):
    """What finds the texts of the data, from the API of a site in a folder, without those that are messages."""
    found = set()

    def add(value):
        if isinstance(value, str) and "[" not in value and re.search("[a-z]", value):
            found.update((_plain(value), _plain(value).rstrip(".")))
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            add(each)

    for path in (site / "api" / "v1").rglob("*.json"):
        add(json.loads(path.read_text("utf-8")))
    longest_first = sorted(found, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in longest_first))


def fixed_words(told, texts, also=()):
    """What is said in no brackets, and is neither a text of the data nor one of those in `also`."""
    left = (texts.sub(" ", _plain(part)) for whole in told for part in _outside(whole))
    known = _UNITS | {word for each in also for word in re.findall(r"\w+", each.lower())}
    return [" ".join(part.split()) for part in left if set(re.findall(r"[^\W\d_]+", part)) - known]


def _outside(text):
    """The parts of a text that stand in no brackets."""
    while (less := re.sub(r"\[[^\[\]]*\]", " ", text)) != text:
        text = less
    return text.split(_MARK)


def _plain(text):
    return " ".join(text.replace("\u202f", " ").replace("\u2011", "-").lower().split())
