"""Rules on loads: one unit each, and bands that the exercise's equipment has."""

from __future__ import annotations

from collections.abc import Iterator

from limber.dataset.problem import Place, Problem, Said, listed, quoted, say
from limber.dataset.rules.tables import Record, Tables
from limber.dataset.spelling import nearest
from limber.model.load import UNITS

_WEIGHTS = ("kg", "lb", "added_kg", "added_lb")


def _loads(tables: Tables) -> Iterator[tuple[Place, Record, str]]:
    """Every load at its place, with the id of its exercise: of doses and alternatives, and of sets that differ."""
    for each in tables.doses:
        told = dict([*each.options(), *each.sets()])
        for where, dose in told.items():
            if "load" in dose:
                yield (*where, "load"), dose["load"], each.exercise


def a_load_has_one_unit(tables: Tables) -> Iterator[Problem]:
    """One weight or one band; several pieces are of a weight. A height may go with it, or stand alone."""
    for where, load, _ in _loads(tables):
        units = [each for each in UNITS if each in load]
        if len(units) > 1:
            yield Problem(
                (*where, units[1]),
                say("the load is given in {units}.", units=listed(units)),
                say("Keep the one meant."),
                at_key=True,
                covers=tuple((*where, each) for each in units),
            )
        elif "pieces" in load and units[:1] not in ([each] for each in _WEIGHTS):
            yield Problem(
                (*where, "pieces"),
                say("pieces are of a weight, but the load gives none."),
                say('Take it out, or give the weight of one, such as "kg: 12".'),
                at_key=True,
            )


def a_band_is_among_those_of_its_equipment(tables: Tables) -> Iterator[Problem]:
    """A colour says how strong a band is only where the exercise's equipment lists its bands in order."""
    for where, load, exercise in _loads(tables):
        if "band" not in load or exercise not in tables.exercises:
            continue
        things = _things(tables.exercises[exercise])
        bands = [band for id_ in things for band in tables.equipment.get(id_, {}).get("bands", ()) if band]
        names = load["band"] if isinstance(load["band"], list) else [load["band"]]
        for number, name in enumerate(names):
            if name is None or name in bands:
                continue
            at = (*where, "band", number) if isinstance(load["band"], list) else (*where, "band")
            yield Problem(at, *_unknown_band(name, bands, exercise, things, tables))


def _unknown_band(name: str, bands: list[str], exercise: str, things: list[str], tables: Tables) -> tuple[Said, Said]:
    if bands:
        near = nearest(name, bands)
        meant = f"Did you mean {quoted(near)}? " if near else ""
        return say("no band of its equipment is {name}.", name=quoted(name)), say(
            "{meant}Write {bands}.", meant=meant, bands=listed([*map(quoted, bands)], "or")
        )
    what = say("nothing that exercise {exercise} needs has bands.", exercise=quoted(exercise))
    others = [id_ for id_, record in tables.equipment.items() if record.get("bands")]
    if others:
        return what, say(
            "Add {thing} to its equipment: {item: {id}, need: required}.",
            thing=quoted(others[0]),
            id=others[0],
        )
    if things:
        return (
            what,
            say(
                'Add "bands: [{name}]" below {things} in "equipment:", with all colours, lightest first.',
                name=name,
                things=quoted(things[0]),
            ),
        )
    return what, say(
        'Add a thing with "bands:" to "equipment:" and to the exercise, with all colours, the lightest first.'
    )


def _things(exercise: Record) -> list[str]:
    """The ids of what an exercise needs, and of what does as well."""
    needs = [each for each in exercise.get("equipment", ()) if each]
    return [id_ for need in needs for id_ in (need.get("item", ""), *need.get("substitutes", ()))]
