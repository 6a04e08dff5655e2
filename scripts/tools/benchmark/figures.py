"""Measures the cost of drawing figures, which plain MkDocs has no match for.

The records that the dataset is grown by move as the real ones do, so their figures are drawn once: of those that move
otherwise, each costs this much more.
"""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

from limber.dataset import load
from limber.figures import drawing, svg
from limber.model.nouns import Exercise
from tools.benchmark.pair import ROOT


def cpu_ms(data: Path = ROOT / "data" / "exercises.yaml") -> float:
    """CPU milliseconds for all pictures of one exercise: the median of those in `data`. To be asked once, for what is
    drawn is kept.
    """
    exercises = load.load(data, ROOT / "content").exercises.values()
    return 1000 * median(_seconds(each) for each in exercises)


def _seconds(it: Exercise) -> float:
    start = time.process_time()
    if it.figure:
        drawings = [drawing.drawing(it.figure, it.works)]
        drawings += [drawing.fault(it.figure, each.figure, it.works) for each in it.faults if each.figure]
        pictures = [picture for each in drawings for picture in (*each.poses, *((each.motion,) if each.motion else ()))]
        for picture in (*pictures, drawing.last(it.figure, it.works)):
            svg.paths(picture.paths)
    return time.process_time() - start
