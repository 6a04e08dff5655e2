"""What of a dose can be left out where paper has no room for it."""

from __future__ import annotations

from limber import wording
from limber.dataset.problem import listed
from limber.model.nouns import Exercise, Step


def can_go(it: Exercise | Step) -> str:
    """What of its doses can be left out, the least needed first."""
    doses = (it.start, it.goal)
    told = {
        "how_often": isinstance(it, Step) and bool(it.how_often),
        "the alternative": any(each.alternative for each in doses),
        "the tempo": any(wording.shared(each, "tempo") for each in doses),
        "the effort": any(wording.shared(each, "effort") for each in doses),
        "the pattern of breaths": any(each.breath_pattern for each in doses),
        "loads of single sets": any(set_.load for each in doses for set_ in each.each_set),
        "the load": any(wording.shared(each, "load") for each in doses),
    }
    return listed([name for name, there in told.items() if there], "or") or "what is least needed"
