"""Runs a function many times in parallel, on every core of the machine."""

from __future__ import annotations

import os
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
WORTH_IT = 400  # things that take milliseconds each; for fewer, a second process costs more than it saves


def for_each(work: Callable[[T], None], things: Sequence[T], worth_it: int = WORTH_IT) -> None:
    """Call `work` with each of the things, in any order and possibly in other processes, whose memory is lost.

    They are done one after another where the system cannot fork, where threads are running, or for few things. Raises
    what `work` raises; an exception in another process, other than OSError, becomes `SystemExit` with its text.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(things) < worth_it or cores < 2 or sys.platform in ("win32", "darwin") or threading.active_count() > 1:
        cores = 1  # macOS can fork, but its libraries may crash after it
    others = []
    for number in range(1, cores):
        import multiprocessing  # imported late: most sites are done in one process

        end, told = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.get_context("fork").Process(
            target=_work_in_child, args=(work, things[number::cores], told), daemon=True
        )
        process.start()
        told.close()
        others.append((process, end))
    try:
        for thing in things[::cores]:
            work(thing)
        for _, end in others:
            if fault := _heard(end):
                raise fault if isinstance(fault, OSError) else SystemExit(fault)
    finally:
        for process, end in others:
            process.terminate()
            process.join()
            end.close()


def _work_in_child(work: Callable[[T], None], things: Sequence[T], told: Connection) -> None:
    """In the child process: send the fault, or an empty text."""
    fault: str | OSError = ""
    try:
        for thing in things:
            work(thing)
    except SystemExit as end:
        fault = str(end.code)
    except OSError as refused:
        fault = refused
    except BaseException:  # of any kind: the parent reports it
        fault = traceback.format_exc()
    told.send(fault)


def _heard(end: Connection) -> str | OSError:
    try:
        fault: str | OSError = end.recv()
    except EOFError:
        return (
            "A process that made pages was ended from outside, perhaps for want of memory. Nothing is sure to be whole."
        )
    return fault
