"""Takes from Material's style sheet the part that our pages use, about a third of it.

Left out are components of Material's that our frame has not, such as its navigation, and what belongs to extensions of
Markdown that mkdocs.yml does not name. What any Markdown can bring, such as tables, plain code, notes and grids, stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

import tinycss2

COMPONENT = "md-"
"""What the classes of Material's components begin with; those of Markdown do not."""
_FRAME = ("md-container", "md-content", "md-dialog", "md-grid", "md-main", "md-skip", "md-toggle")
_OTHERS = ("md-typeset", "md-search-result", "md-icon", "md-button")
OURS = (*_FRAME, *_OTHERS)
"""The components that are on our pages: from Material's base.html, from its search, or written in Markdown."""
_NOT_OURS = "md-content__button", "md-content--post"
"""Parts of these that pages of Limber have not: a page's buttons to edit it, and a blog's column."""
_HIGHLIGHTERS = "pymdownx.highlight", "pymdownx.superfences", "pymdownx.inlinehilite", "codehilite"
_EXTENSIONS = {
    "critic": ("pymdownx.critic",),
    "footnote": ("footnotes",),
    "highlight": _HIGHLIGHTERS,
    "highlighttable": _HIGHLIGHTERS,
    "linenos": _HIGHLIGHTERS,
    "keys": ("pymdownx.keys",),
    "mermaid": ("pymdownx.superfences",),
    "annotate": ("pymdownx.superfences",),
    "tabbed": ("pymdownx.tabbed",),
    "task-list": ("pymdownx.tasklist",),
    "arithmatex": ("pymdownx.arithmatex",),
    "twemoji": ("pymdownx.emoji",),
    "gemoji": ("pymdownx.emoji",),
    "emojione": ("pymdownx.emoji",),
}
"""What dresses the output of extensions of Markdown: any of those named brings it."""
_OTHER_WAY = {"ltr": "[dir=rtl]", "rtl": "[dir=ltr]"}
"""What has a say only where lines run the other way than those of the site's language."""
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
_NOT = re.compile(r":not\([^()]*\)")
_PICTURE = re.compile(r"""(--[\w-]+):url\((?:"[^"]*"|'[^']*'|[^)"']*)\);?""")
_USED = re.compile(r"var\(\s*(--[\w-]+)")


def part(style_sheet: str, extensions: Iterable[str], direction: Literal["ltr", "rtl"] = "ltr") -> str:
    """The rules of `style_sheet` that have a say on our pages; `extensions` are those of Markdown, and `direction` is
    that of the site's language.
    """
    active = set(extensions)
    left_out = [kind for kind, bringers in _EXTENSIONS.items() if active.isdisjoint(bringers)]

    def is_used(selector: str) -> bool:
        return _OTHER_WAY[direction] not in selector and all(map(is_ours, _classes(selector)))

    def is_ours(name: str) -> bool:
        if name.startswith(COMPONENT):
            return any(_is_of(name, each) for each in OURS) and not any(_is_of(name, each) for each in _NOT_OURS)
        return not any(_is_of(name, each) for each in left_out)

    rules = tinycss2.parse_stylesheet(style_sheet, skip_comments=True, skip_whitespace=True)
    # Custom properties of what is left out dress nothing, and mermaid's alone are 225 bytes over the wire.
    kept = _without_unused_pictures("".join(_kept(rules, is_used)))
    return re.sub(rf"--md-(?:{'|'.join(left_out)})-[\w-]+:[^;{{}}\"']*;?", "", kept) if left_out else kept


def _is_of(name: str, component: str) -> bool:
    """Whether a class is a component's, or that of a part or a kind of it."""
    return name == component or name.startswith((f"{component}-", f"{component}_"))


def _kept(rules: Iterable[Any], is_used: Callable[[str], bool]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            if selectors := [each for each in _selectors(rule.prelude) if is_used(each)]:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.content and rule.lower_at_keyword in ("media", "supports"):
            within = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if kept := "".join(_kept(within, is_used)):
                yield f"@{rule.lower_at_keyword}{tinycss2.serialize(rule.prelude)}{{{kept}}}"
        else:
            yield tinycss2.serialize([rule])


def _selectors(prelude: Iterable[Any]) -> list[str]:
    """The selectors of a list, each as a text. A comma within brackets is within one token."""
    found: list[list[Any]] = [[]]
    for part_of_it in prelude:
        if part_of_it == ",":
            found.append([])
        else:
            found[-1].append(part_of_it)
    return [tinycss2.serialize(each).strip() for each in found]


def _classes(selector: str) -> list[str]:
    """The classes that an element or its surroundings must have."""
    return _CLASS.findall(_NOT.sub("", selector))


def _without_unused_pictures(style_sheet: str) -> str:
    used = set(_USED.findall(style_sheet))
    kept = _PICTURE.sub(lambda found: found[0] if found[1] in used else "", style_sheet)
    return re.sub(r"[^{}]+\{\}", "", kept)
