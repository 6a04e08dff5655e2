"""Work on every core: all is done once, what goes wrong anywhere is said, and a large site is the same by one core."""

import os
import subprocess
import sys
import threading

import pytest

from limber.publish import parallel
from site_build import build, files_of, grown_copy

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
several = pytest.mark.skipif(
    CORES < 2, reason="This machine has one core, or cannot say how many; so all is done in turn."
)


def _alone(root, work, folder, worth_it=40):
    """What comes of the work in a process of its own, for a test's has threads. See parallel_work.py."""
    command = [sys.executable, str(root / "tests" / "support" / "parallel_work.py"), work, str(folder), str(worth_it)]
    paths = {**os.environ, "PYTHONPATH": str(root / "scripts")}
    return subprocess.run(command, env=paths, capture_output=True, text=True, timeout=600)


def _written(folder):
    return [(folder / str(number)).read_text("utf-8").split() for number in range(40)]


@several
def test_each_thing_is_done_once_and_by_more_than_one_process(root, tmp_path):
    assert _alone(root, "write", tmp_path).returncode == 0
    written = _written(tmp_path)
    assert {len(each) for each in written} == {1}
    assert len({each[0] for each in written}) == CORES


def test_few_things_are_done_by_one_process(root, tmp_path):
    assert _alone(root, "write", tmp_path, worth_it=41).returncode == 0
    assert len({tuple(each) for each in _written(tmp_path)}) == 1


def test_nothing_is_forked_where_threads_run(tmp_path):
    def write(number):
        (tmp_path / str(number)).write_text(str(os.getpid()), "utf-8")

    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        parallel.for_each(write, range(40), worth_it=1)
    finally:
        over.set()
        thread.join()
    assert _written(tmp_path) == [[str(os.getpid())]] * 40


@pytest.mark.parametrize("work", ["ends_here", "ends_elsewhere"])
def test_what_ends_the_build_ends_it_with_its_words(root, tmp_path, work):
    said = _alone(root, work, tmp_path)
    assert (said.returncode, said.stderr) == (1, "Nothing was built.\n")


def test_a_fault_is_told_with_its_place(root, tmp_path):
    said = _alone(root, "breaks_elsewhere", tmp_path)
    assert said.returncode == 1
    assert "in breaks_elsewhere" in said.stderr
    assert "IndexError: list index out of range" in said.stderr


@several
def test_a_process_that_is_killed_is_missed(root, tmp_path):
    said = _alone(root, "dies_elsewhere", tmp_path)
    assert said.returncode == 1
    assert "ended from outside" in said.stderr


@several
def test_a_large_site_is_the_same_by_one_core(root, tmp_path):
    """Of 80 exercises there are more than enough files for a second process."""
    project = grown_copy(root, tmp_path / "project", 80)
    cores = os.sched_getaffinity(0)
    found = []
    for which in (cores, {min(cores)}):
        os.sched_setaffinity(0, which)  # which a process hands on to those that it begins
        try:
            said = build(project, tmp_path / "site", "https://coach.example/")
        finally:
            os.sched_setaffinity(0, cores)
        assert said.returncode == 0, said.stderr
        found.append(files_of(tmp_path / "site"))
    both, one = found
    assert len(both) > parallel.WORTH_IT
    assert both.keys() == one.keys()
    assert [path for path in both if both[path] != one[path]] == []
