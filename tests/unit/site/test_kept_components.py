"""Kept HTML: whatever is edited, it is what a build from nothing makes, and little of it is made anew."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import programme_data
import quick_yaml
from compiled_components import components_in
from limber.build_cache import BuildCache
from limber.dataset import parse
from limber.dataset.written_out import written_out
from limber.exports.files import LATER
from limber.model.nouns import Dataset
from limber.model.site import Site
from limber.paper.printing import Printing
from limber.site import pages
from limber.site.components import Components

Data = dict[str, Any]
NAMES = ("regions", "muscles", "positions", "progressions", "days", "old_ids", "parts")  # lists of words with a meaning


class Counted(BuildCache):
    """A cache that counts what is made anew, by component and arguments."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.made_anew: Counter[tuple[str, str]] = Counter()

    def keep(self, content: bytes, kind: str, *parts: str | bytes) -> None:
        if kind == "components":
            self.made_anew[str(parts[1]), str(parts[3])] += 1
        super().keep(content, kind, *parts)


@pytest.fixture(scope="module")
def data(root) -> Data:
    """The project's own records, with programmes, a short version of a routine, and more than one source."""
    found: Data = quick_yaml.read_text(programme_data.data((root / "data" / "exercises.yaml").read_text("utf-8")))
    return found


@pytest.fixture(scope="module")
def kept(root, data, tmp_path_factory) -> Path:
    """What is kept of these records."""
    folder: Path = tmp_path_factory.mktemp("kept")
    everything(made(root, of(data), Counted(folder)), of(data))
    return folder


@pytest.fixture
def cache(kept, tmp_path) -> Counted:
    """A cache of a test's own that has it all."""
    return Counted(shutil.copytree(kept, tmp_path / "kept"))


def of(data: Data, line: int = 1) -> Dataset:
    return parse.dataset(written_out(data)[0], defaultdict(lambda: line))


def made(root, dataset: Dataset, cache: BuildCache | None = None, **given: Any) -> Components:
    paper = Printing(dataset, "https://coach.example/")
    return components_in(root / "overrides" / "components", dataset, paper=paper, cache=cache, **given)


def everything(components: Components, dataset: Dataset) -> dict[tuple[str, ...], str]:
    """The HTML of every page, and every drawing."""
    listed = [(page.component, *page.arguments) for page in pages.pages(dataset, with_figures=True).values()]
    listed += [(component, id_) for component in ("figure_drawing", "figure_file") for id_ in dataset.exercises]
    listed += [("step_nav", id_) for id_ in dataset.exercises] + [(each,) for each in LATER.values()]
    return {(name, *arguments): components.render(name, "../", *arguments) for name, *arguments in listed}


def another(record: Data) -> None:
    """Another word in each free text of a record, and another dose."""
    for key, value in record.items():
        if key in ("name", "short_name", "spoken_name", "summary", "audience", "when", "how_often", "what"):
            record[key] = f"{value} again"
        elif isinstance(value, list) and all(isinstance(each, str) for each in value) and key not in NAMES:
            record[key] = [f"{text} Again." for text in value]


def records(table: str, every: int = 1) -> Callable[[Data], list[Data]]:
    def edits(data: Data) -> list[Data]:
        edited = []
        for id_ in list(data[table])[::every]:
            edited.append(deepcopy(data))
            another(edited[-1][table][id_])
        return edited

    return edits


def one(edit: Callable[[Data], Any]) -> Callable[[Data], list[Data]]:
    def edits(data: Data) -> list[Data]:
        edited = deepcopy(data)
        edit(edited)
        return [edited]

    return edits


def last_step_gone(data: Data) -> None:
    data["routines"]["foot-and-hip"]["steps"].pop()


def one_more_step(data: Data) -> None:
    data["routines"]["knee-daily"]["steps"].append({"exercise": "toe-lifts"})


def no_short_version(data: Data) -> None:
    del data["routines"]["foot-and-hip-short"]["core_of"]
    data["routines"]["foot-and-hip-short"]["steps"] = [{"exercise": "toe-lifts"}]


def one_more_exercise(data: Data) -> None:
    data["exercises"]["another-squat"] = deepcopy(data["exercises"]["back-squat"]) | {"name": "Another squat"}


def one_less_programme(data: Data) -> None:
    del data["programmes"]["knee-at-home"]


def another_author(data: Data) -> None:
    for work in data["sources"].values():
        work["author"] = "Somebody Else"


EDITS = {
    "an exercise": records("exercises", every=6),
    "a routine": records("routines", every=2),
    "a programme": records("programmes"),
    "a thing": records("equipment", every=4),
    **{
        edit.__name__: one(edit)
        for edit in (
            last_step_gone,
            one_more_step,
            no_short_version,
            one_more_exercise,
            one_less_programme,
            another_author,
        )
    },
}


@pytest.mark.parametrize("edits", EDITS.values(), ids=EDITS)
def test_after_an_edit_what_is_kept_gives_what_is_made_from_nothing(root, data, cache, edits):
    for edited in edits(data):
        after = of(edited)
        assert after != of(data)
        assert everything(made(root, after, cache), after) == everything(made(root, after), after)


def test_without_an_edit_nothing_is_made_anew(root, data, cache, tmp_path):
    empty = Counted(tmp_path / "empty")
    first = everything(made(root, of(data), empty), of(data))
    assert sum(empty.made_anew.values()) == len(first)
    assert everything(made(root, of(data), cache), of(data)) == first
    assert not cache.made_anew


def test_an_edited_exercise_leaves_the_pages_and_cards_of_others_as_they_are(root, data, cache):
    edited = deepcopy(data)
    edited["exercises"]["quad-set"]["cues"] = ["Press the back of the knee down."]
    everything(made(root, of(edited), cache), of(edited))
    assert cache.made_anew["exercise_page", "('quad-set',)"] == 1
    assert {arguments for component, arguments in cache.made_anew if component == "exercise_page"} == {"('quad-set',)"}
    assert {arguments for component, arguments in cache.made_anew if component == "cards_page"} == {"('knee-daily',)"}


@pytest.mark.parametrize(
    "given",
    [
        {"data_url": "https://coach.example/edit"},
        {"asset": "other/{}".format},
        {"site": Site(name="Another name")},
    ],
    ids=["data_url", "asset", "site"],
)
def test_another_setting_makes_all_anew(root, data, cache, given):
    dataset = of(data)
    assert everything(made(root, dataset, cache, **given), dataset) == everything(made(root, dataset, **given), dataset)


def test_a_line_more_above_a_record_counts_only_where_its_page_leads_to_its_line(root, data, cache):
    lower = of(data, line=2)
    everything(made(root, lower, cache), lower)
    assert not cache.made_anew
    editable = {"data_url": "https://coach.example/edit"}
    everything(made(root, of(data), cache, **editable), of(data))
    assert "#L2" in made(root, lower, cache, **editable).render("exercise_page", "../", "quad-set")


def test_another_word_in_a_template_makes_all_anew_with_each_text_escaped(tmp_path, data, cache):
    file = tmp_path / "components" / "greeting" / "greeting.html"
    file.parent.mkdir(parents=True)
    data = deepcopy(data)
    data["exercises"]["quad-set"]["name"] = "<b>Quad</b> & 'set'"
    dataset = of(data)
    for word in ("Hello", "Goodbye"):
        file.write_text("{% macro greeting(id) %}" + word + ", {{ exercises[id].name }}{% endmacro %}", "utf-8")
        said = Components(file.parents[1], dataset, cache=cache).render("greeting", "", "quad-set")
        assert said == f"{word}, &lt;b&gt;Quad&lt;/b&gt; &amp; &#39;set&#39;"


def test_a_template_that_reads_records_outside_of_its_macro_is_refused(tmp_path, data, cache):
    file = tmp_path / "components" / "count" / "count.html"
    file.parent.mkdir(parents=True)
    file.write_text("{% set all = exercises | length %}{% macro count() %}{{ all }}{% endmacro %}", "utf-8")
    with pytest.raises(RuntimeError, match=r"count/count\.html reads \[\('exercises', ''\)\] outside of its macro"):
        Components(file.parents[1], of(data), cache=cache).render("count", "")
