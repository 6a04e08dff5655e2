"""The feed of changes: what RFC 4287 asks of one, which exercise it tells of, and what a hostile text does there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from xml.etree import ElementTree

import pytest

import hostile_data
from limber.exports.feed import FEED, MOST, feed
from limber.model.nouns import Change
from limber.model.site import Site

SITE = "https://coach.example/physio/limber/"
ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = {"id", "title", "updated"}


def read(text):
    """The feed, by a reader that knows nothing of how it was written, and takes nothing but what the RFC allows."""
    root = ElementTree.fromstring(text)
    assert root.tag == f"{ATOM}feed"
    assert {each.tag.removeprefix(ATOM) for each in root} <= {*ONCE, "author", "link", "entry"}
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    for each in (root, *root.iterfind(f"{ATOM}entry")):
        for name in ONCE:
            (one,) = each.iterfind(f"{ATOM}{name}")
            assert one.text and one.text.strip()
        assert datetime.fromisoformat(each.findtext(f"{ATOM}updated")).utcoffset() == timedelta()
        for link in each.iterfind(f"{ATOM}link"):
            assert link.get("href").startswith("https://")
        assert [link.get("rel") for link in each.iterfind(f"{ATOM}link")].count("alternate") == 1
    for entry in root.iterfind(f"{ATOM}entry"):
        assert {each.tag.removeprefix(ATOM) for each in entry} <= {*ONCE, "link", "content"}
    ids = [each.text for each in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) and all(each.startswith(("https://", "tag:")) for each in ids)
    return root


def entries(text):
    """What a reader of feeds lists: day, exercise, what changed, where to look, and by which name it knows that."""
    return [
        (
            each.findtext(f"{ATOM}updated")[:10],
            each.findtext(f"{ATOM}title"),
            each.findtext(f"{ATOM}content"),
            each.find(f"{ATOM}link").get("href"),
            each.findtext(f"{ATOM}id"),
        )
        for each in read(text).iterfind(f"{ATOM}entry")
    ]


@pytest.fixture
def exercises(dataset):
    """The first three exercises, without any change."""
    return [replace(each, changes=()) for each in list(dataset.exercises.values())[:3]]


def made(dataset, *exercises, site_url=SITE, name="Limber"):
    """The feed on these exercises."""
    return feed(replace(dataset, exercises={each.id: each for each in exercises}), site_url, Site(name))[FEED]


def test_newest_change_stands_first_and_dates_the_feed(dataset, exercises):
    one, two, _ = exercises
    one = replace(one, changes=(Change(date(2027, 1, 5), "Longer."), Change(date(2026, 3, 1), "First published.")))
    two = replace(two, changes=(Change(date(2026, 12, 24), "Shorter."),))
    text = made(dataset, one, two)
    pages = {each.id: f"{SITE}exercises/{each.id}/" for each in (one, two)}
    tag = "tag:coach.example,{}:/physio/limber/{}".format
    assert entries(text) == [
        ("2027-01-05", one.name, "Longer.", pages[one.id], tag("2027-01-05", one.code)),
        ("2026-12-24", two.name, "Shorter.", pages[two.id], tag("2026-12-24", two.code)),
        ("2026-03-01", one.name, "First published.", pages[one.id], tag("2026-03-01", one.code)),
    ]
    root = read(text)
    assert root.findtext(f"{ATOM}updated") == "2027-01-05T00:00:00Z"
    assert [link.get("href") for link in root.iterfind(f"{ATOM}link[@rel='self']")] == [SITE + FEED]
    assert root.findtext(f"{ATOM}id") == SITE + FEED


def test_an_exercise_with_a_new_id_is_no_news(dataset, exercises):
    one = replace(exercises[0], changes=(Change(date(2026, 11, 22), "First published."),))
    renamed = replace(one, id="another-id", name="Another name", old_ids=(one.id,))
    ((*_, before),), ((*_, link, after),) = entries(made(dataset, one)), entries(made(dataset, renamed))
    assert before == after
    assert link == f"{SITE}exercises/another-id/"


def test_feed_holds_the_newest_only(dataset, exercises):
    days = [date(2020, 1, 1) + timedelta(days=each) for each in range(40)]
    many = [replace(each, changes=tuple(Change(day, f"On {day}.") for day in reversed(days))) for each in exercises]
    found = [day for day, *_ in entries(made(dataset, *many))]
    assert len(found) == MOST
    assert found == sorted((str(day) for day in days for _ in many), reverse=True)[:MOST]


@pytest.mark.parametrize("text", [*hostile_data.ALLOWED, *hostile_data.FORBIDDEN, "]]> <!--", "\u2028 & \u202e ü"])
def test_hostile_text_stays_a_text(dataset, exercises, text):
    one = replace(exercises[0], name=text, changes=(Change(date(2026, 11, 22), text),))
    assert [each[1:3] for each in entries(made(dataset, one, name=text))] == [(text, text)]
    assert read(made(dataset, one, name=text)).findtext(f"{ATOM}author/{ATOM}name") == text


def test_nobody_can_follow_a_feed_without_an_address_or_without_a_change(dataset, exercises):
    assert feed(dataset, "", Site("Limber")) == {}
    assert feed(replace(dataset, exercises={each.id: each for each in exercises}), SITE, Site("Limber")) == {}


def test_site_has_the_feed_and_its_reading_pages_lead_there(subpath_site, dataset, site_name):
    address = subpath_site.address
    text = (subpath_site.folder / FEED).read_text("utf-8")
    found = entries(text)
    told = [(str(change.date), it.name, change.what) for it in dataset.exercises.values() for change in it.changes]
    assert sorted(each[:3] for each in found) == sorted(sorted(told, reverse=True)[:MOST])
    assert {each[3] for each in found} <= {f"{address}exercises/{id_}/" for id_ in dataset.exercises}
    assert site_name in read(text).findtext(f"{ATOM}title")
    reading = {path: page for path, page in subpath_site.pages.items() if page.every(class_="frame-footer")}
    assert "" in reading and "404.html" in reading
    for path, page in reading.items():
        (told,) = page.every("link", type="application/atom+xml")
        (link,) = [each for each in page.one("footer").every("a") if each.text == "Feed of changes"]
        root = "/physio/limber/" if path == "404.html" else "../" * path.count("/")
        assert "alternate" in told.attributes["rel"].split()
        assert told.attributes["href"].removeprefix("./") == root + FEED
        assert link.attributes["href"] == told.attributes["href"], path


def test_unpublished_site_names_no_feed(unpublished_site):
    assert not (unpublished_site.folder / FEED).exists()
    assert FEED not in (unpublished_site.folder / "index.html").read_text("utf-8")
