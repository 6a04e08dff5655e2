"""Stops work that takes too much processor time, so that a busy machine is no fault."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def limited(seconds: float, over: Callable[[], None]) -> Iterator[None]:
    """Call `over`, which should raise, if the block takes more processor time. No limit outside the main thread, or
    where the system has no timer for it.
    """

    def ring(_: int, __: FrameType | None) -> None:
        over()

    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
