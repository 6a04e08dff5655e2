"""Rules on what is published: an address keeps leading somewhere, a code keeps its record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from limber.dataset.problem import RECORDS, WITH_PAGES, Place, Problem, place_in_words, quoted, say
from limber.dataset.rules.tables import Tables

_LEDGER = "data/published.txt"


def a_published_address_leads_somewhere(tables: Tables) -> Iterator[Problem]:
    """A record with this id is there, or another one names it among its old ids."""
    published, there = tables.published.codes, _answers(tables)
    lost = [each for each in published if each not in there]
    if lost and len(lost) == len(published):
        yield Problem(
            (lost[0][0],),
            say("none of the {count} addresses in {ledger} is here.", count=len(published), ledger=_LEDGER),
            say(
                "Bring them back. Are they another site's, delete {ledger}: then .venv/bin/python "
                "scripts/published.py begins your own.",
                ledger=_LEDGER,
            ),
            at_key=True,
        )
        return
    for table, id_ in lost:
        kind, code = RECORDS[table], published[table, id_]
        heir = _with_code(tables, table, code)
        if heir and (table, heir) not in published:
            yield Problem(
                (table, heir),
                say("{kind} {id} had this code, and its address is published.", kind=kind, id=quoted(id_)),
                say('Add "old_ids: [{id}]", so that the old address leads here.', id=id_),
                at_key=True,
            )
            continue
        yield Problem(
            (table,),
            say("no {kind} {id}, and its address is published.", kind=kind, id=quoted(id_)),
            say(
                'Bring it back, or retire it: below "retired:", write "{table}/{id}:" with its name and the '
                "date. Was it never published, take its line out of {ledger}.",
                table=table,
                id=id_,
                ledger=_LEDGER,
            ),
            at_key=True,
        )


def a_published_code_stays_with_its_record(tables: Tables) -> Iterator[Problem]:
    """Links hold codes, and a link that leads to another exercise is worse than one that leads nowhere."""
    published, there = tables.published.codes, _answers(tables)
    owners: dict[str, list[tuple[str, str]]] = {}
    for address, code in published.items():
        owners.setdefault(code, []).append(address)
    for where, record in tables.records(*WITH_PAGES):
        table, id_ = str(where[0]), str(where[1])
        code, own = record.get("code", ""), published.get((table, id_))
        if own and code and code != own:
            yield Problem(
                (*where, "code"),
                say("{code} is not the code that it was published with, {own}.", code=quoted(code), own=quoted(own)),
                say("Write {own} again: links that others have hold it.", own=own),
            )
        elif code and (before := owners.get(code)) and where not in [there.get(each) for each in before]:
            if any(each not in there and each[0] == table for each in before):
                continue  # that one's address is lost, too, and the rule on addresses says what to do
            yield Problem(
                (*where, "code"),
                say(
                    "{code} was published as the code of {place_in_words}.",
                    code=quoted(code),
                    place_in_words=place_in_words(before[0]),
                ),
                say("Choose another, of two to five lower-case letters: links that others have hold this one."),
            )


def _answers(tables: Tables) -> Mapping[tuple[str, str], Place]:
    """Which record answers for an address: the one of that id, or the one that had it before."""
    there = {(str(where[0]), str(where[1])): where for where, _ in tables.records(*WITH_PAGES)}
    for where, record in tables.records(*WITH_PAGES):
        for old in record.get("old_ids", ()):
            if old:
                there.setdefault((str(where[0]), old), where)
    for key in tables.retired:
        table, _, id_ = str(key).partition("/")
        there.setdefault((table, id_), ("retired", key))
    return there


def _with_code(tables: Tables, table: str, code: str) -> str:
    """The id of the record that has a code now."""
    having = (id_ for id_, record in getattr(tables, table).items() if code and record.get("code") == code)
    return next(having, "")
