"""Rules on references between records, on codes and on titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from limber.dataset.problem import RECORDS, WITH_PAGES, Place, Problem, Said, place_in_words, quoted, say
from limber.dataset.rules.tables import Record, Tables
from limber.dataset.spelling import as_an_id, ids_tip, nearest
from limber.model import naming


def an_id_that_is_named_exists(tables: Tables) -> Iterator[Problem]:
    """Sources, equipment, substitutes, progressions, steps and routines name records that are there."""
    for where, table, id_ in _names(tables):
        ids = getattr(tables, table)
        if id_ not in ids:
            if any(each != id_ and as_an_id(each) == id_ for each in ids):
                continue  # another problem suggests renaming that id to this one
            elsewhere = next((each for each in RECORDS if id_ in getattr(tables, each)), "")
            tip = ids_tip(id_, ids, table)
            if gone := tables.retired.get(f"{table}/{id_}"):
                heir = gone.get("successor")
                tip = (
                    say("It was retired. Name {heir}, which takes its place.", heir=quoted(heir))
                    if heir
                    else say("It was retired. Take it out here.")
                )
            elif elsewhere:
                tip = say(
                    'It stands in "{elsewhere}:"; here one of "{table}:" is needed. {ids_tip}',
                    elsewhere=elsewhere,
                    table=table,
                    ids_tip=ids_tip("", ids, table),
                )
            yield Problem(where, say("no {record} {id}.", record=RECORDS[table], id=quoted(id_)), tip)


def _names(tables: Tables) -> Iterator[tuple[Place, str, str]]:
    """Every id that a record names: where, of which table, and the id."""
    for where, record in tables.records("exercises"):
        yield from _names_in_exercise(where, record)
    for where, step in tables.steps:
        if "exercise" in step:
            yield (*where, "exercise"), "exercises", step["exercise"]
    for where, record in tables.records("routines"):
        if "core_of" in record:
            yield (*where, "core_of"), "routines", record["core_of"]
    for where, session in tables.sessions:
        if "routine" in session:
            yield (*where, "routine"), "routines", session["routine"]
    for where, record in tables.records(*WITH_PAGES):
        if isinstance(source := record.get("source"), dict):
            yield from _names_in_source((*where, "source"), source)


def _names_in_source(where: Place, source: Record) -> Iterator[tuple[Place, str, str]]:
    if "work" in source:
        yield (*where, "work"), "sources", source["work"]
    for number, id_ in enumerate(source.get("also", ())):
        if id_:
            yield (*where, "also", number), "sources", id_


def _names_in_exercise(where: Place, record: Record) -> Iterator[tuple[Place, str, str]]:
    """Its equipment with what can stand in for it, and its progressions."""
    for number, need in enumerate(record.get("equipment", ())):
        if need and "item" in need:
            yield (*where, "equipment", number, "item"), "equipment", need["item"]
        for count, id_ in enumerate((need or {}).get("substitutes", ())):
            if id_:
                yield (*where, "equipment", number, "substitutes", count), "equipment", id_
    for number, id_ in enumerate(record.get("progressions", ())):
        if id_:
            yield (*where, "progressions", number), "exercises", id_


def a_code_belongs_to_one_record(tables: Tables) -> Iterator[Problem]:
    """A code stands for a record in links, so all records share one set of codes."""
    taken: dict[str, Place] = {}
    for where, record in tables.records(*WITH_PAGES):
        code = record.get("code")
        if code in taken:
            yield Problem(
                (*where, "code"),
                say(
                    "{code} is the code of {place_in_words}.",
                    code=quoted(code),
                    place_in_words=place_in_words(taken[code]),
                ),
                say("Choose another, of two to five lower-case letters."),
            )
        elif code:
            taken[code] = where


def a_title_belongs_to_one_record(tables: Tables) -> Iterator[Problem]:
    """Names and summaries are the titles and descriptions of pages, which nobody could tell apart.

    A short name that was derived may be that of another record, whose name begins alike.
    """
    for kinds in (WITH_PAGES, ("equipment",)):
        taken: dict[tuple[str, str], Place] = {}
        derived: list[tuple[Place, str]] = []
        for where, record in tables.records(*kinds):
            for field in ("name", "short_name", "spoken_name", "summary"):
                if not (title := record.get(field)):
                    if field == "short_name" and kinds == WITH_PAGES:
                        derived.append((where, naming.short_name(record.get("name", ""))))
                    continue
                first = taken.setdefault((field, title.casefold()), where)
                if first != where:
                    yield Problem(
                        (*where, field),
                        say(
                            "{title} is the {field} of {place_in_words}.",
                            title=quoted(title),
                            field=field,
                            place_in_words=place_in_words(first),
                        ),
                        say("Word it so that a reader can tell the two apart."),
                    )
        yield from _same_short_names(derived, taken)


def _same_short_names(derived: Iterable[tuple[Place, str]], taken: dict[tuple[str, str], Place]) -> Iterator[Problem]:
    names = {name.casefold(): where for (field, name), where in taken.items() if field == "name"}
    for where, title in derived:
        first = taken.setdefault(("short_name", title.casefold()), where)
        if title and first != where and names.get(title.casefold()) != where:
            yield Problem(
                where,
                say(
                    "{title}, as much of its name as fits, is the short_name of {place_in_words}.",
                    title=quoted(title),
                    place_in_words=place_in_words(first),
                ),
                say('Add "short_name:", 24 characters or fewer, so that a reader can tell the two apart.'),
                at_key=True,
            )


def another_name_is_of_one_exercise(tables: Tables) -> Iterator[Problem]:
    """Who looks for a name finds one exercise, and its page says each name once."""
    taken: dict[str, tuple[Place, str]] = {}
    for field in ("name", "short_name"):
        for where, record in tables.records("exercises"):
            if name := record.get(field):
                taken.setdefault(name.casefold(), (where, f"the {field}"))
    for where, record in tables.records("exercises"):
        for number, name in enumerate(filter(None, record.get("also_called", ()))):
            owner, what = taken.setdefault(name.casefold(), (where, "another name"))
            if (owner, what) != (where, "another name"):
                whose = "this record" if owner == where else place_in_words(owner)
                yield Problem(
                    (*where, "also_called", number),
                    say("{name} is {what} of {whose}.", name=quoted(name), what=what, whose=whose),
                    _left_out(record["also_called"], "also_called"),
                )


def a_further_work_is_another_one(tables: Tables) -> Iterator[Problem]:
    """The work that a record comes from is named once."""
    for where, record in tables.records(*WITH_PAGES):
        source = record.get("source")
        if isinstance(source, dict) and (work := source.get("work")) in (further := source.get("also", [])):
            yield Problem(
                (*where, "source", "also", further.index(work)),
                say("{work} is the work itself, which is named already.", work=quoted(work)),
                _left_out(further, "also"),
            )


def every_source_and_equipment_is_used(tables: Tables) -> Iterator[Problem]:
    """What nobody names is a leftover, or its id was changed somewhere."""
    used: set[tuple[str, str]] = set()
    for _, table, id_ in _names(tables):
        # A misspelt id counts as a use of what it means, so that there is one problem, not two.
        used.add((table, id_ if id_ in getattr(tables, table) else nearest(id_, getattr(tables, table))))
    for where, _ in tables.records("sources", "equipment"):
        if where not in used:
            yield Problem(
                where,
                say("nothing uses it."),
                say("Take the record out, or name it where it is needed."),
                at_key=True,
                covers=(where, *((table,) for table in WITH_PAGES)),
            )


def no_exercise_leads_back_to_itself(tables: Tables) -> Iterator[Problem]:
    """Whoever follows progressions arrives at something harder."""
    harder = {
        id_: [each for each in record.get("progressions", ()) if each in tables.exercises]
        for id_, record in tables.exercises.items()
    }
    while True:
        try:
            TopologicalSorter(harder).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1][:0:-1]
        else:
            return
        first = circle.index(min(circle))
        circle = [*circle[first:], *circle[:first]]
        last, back = circle[-1], circle[0]
        number = tables.exercises[last]["progressions"].index(back)
        way = " → ".join([*circle, back])
        what = "leads to itself." if last == back else f"leads in a circle: {way}."
        yield Problem(
            ("exercises", last, "progressions", number),
            say("{back} {what}", back=quoted(back), what=what),
            _taken_out(tables.exercises[last]["progressions"], last == back),
        )
        harder[last].remove(back)


def _left_out(items: list[str], key: str) -> Said:
    return say("Take it out.") if len(items) > 1 else say('Take "{key}:" out.', key=key)


def _taken_out(harder: list[str], itself: bool) -> Said:
    """In a circle, the last that one comes to may not be where it goes wrong."""
    here = "Take it out here" if len(harder) > 1 else 'Take "progressions:" out'
    return (
        say("{here}.", here=here)
        if itself
        else say("{here}, or where another of these is not harder than the one before.", here=here)
    )
