"""Work on every core: all is done once, what goes wrong anywhere is said, and a large site is the same by one core."""

import os
import signal
import threading
from hashlib import sha256

import pytest
import yaml

from benchmark.synthetic import as_yaml, grown
from limber import side_by_side
from site_build import build, copy

CORES = hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1
several = pytest.mark.skipif(
    not CORES, reason="This machine has one core, or cannot say how many; so all is done in turn."
)


def _written(folder, **how):
    def write(number):
        with (folder / str(number)).open("a", encoding="utf-8") as file:
            file.write(f"{os.getpid()}\n")

    side_by_side.done(write, range(40), **how)
    return [(folder / str(number)).read_text("utf-8").split() for number in range(40)]


@several
def test_each_thing_is_done_once_and_by_more_than_one_process(tmp_path):
    written = _written(tmp_path, worth_it=40)
    assert {len(each) for each in written} == {1}
    assert len({each[0] for each in written}) == len(os.sched_getaffinity(0))


def test_few_things_are_done_here(tmp_path):
    assert _written(tmp_path, worth_it=41) == [[str(os.getpid())]] * 40


def test_nothing_is_forked_where_threads_run(tmp_path):
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert _written(tmp_path, worth_it=1) == [[str(os.getpid())]] * 40
    finally:
        over.set()
        thread.join()


@several
@pytest.mark.parametrize("number", [0, 1], ids=["here", "elsewhere"])
def test_what_ends_the_build_ends_it_with_its_words(number):
    def work(each):
        if each == number:
            raise SystemExit("Nothing was built.")

    with pytest.raises(SystemExit, match=r"^Nothing was built\.$"):
        side_by_side.done(work, range(2), worth_it=1)


@several
def test_a_fault_elsewhere_is_told_with_its_place():
    def work(each):
        [][each]

    with pytest.raises(IndexError):
        side_by_side.done(work, [0, 1], worth_it=1)

    def works_here(each):
        if each:
            work(each)

    with pytest.raises(SystemExit, match=r"(?s)test_side_by_side.py.*IndexError: list index out of range"):
        side_by_side.done(works_here, [0, 1], worth_it=1)


@several
def test_a_process_that_is_killed_is_missed():
    here = os.getpid()

    def work(_):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(SystemExit, match="ended from outside"):
        side_by_side.done(work, range(2), worth_it=1)


@several
def test_a_large_site_is_the_same_by_one_core(root, tmp_path):
    """Of 80 exercises there are more than enough files for a second process."""
    project = copy(root, tmp_path / "project")
    data = project / "data" / "exercises.yaml"
    data.write_text(as_yaml(grown(yaml.safe_load(data.read_text("utf-8")), 80)), "utf-8")
    (project / "data" / "published.txt").unlink()
    cores = os.sched_getaffinity(0)
    found = []
    for which in (cores, {min(cores)}):
        os.sched_setaffinity(0, which)  # which a process hands on to those that it begins
        try:
            said = build(project, tmp_path / "site", "https://coach.example/")
        finally:
            os.sched_setaffinity(0, cores)
        assert said.returncode == 0, said.stderr
        files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
        found.append({path.relative_to(tmp_path): sha256(path.read_bytes()).hexdigest() for path in files})
    assert len(found[0]) > side_by_side.WORTH_IT
    assert found[0] == found[1]
