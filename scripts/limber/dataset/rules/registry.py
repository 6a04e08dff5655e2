"""Lists and runs the rules of the dataset: each rule's name is a sentence that is true of valid data.

A rule reads records of the right types that may lack fields, and yields problems. To add one, write it
in the file of its subject, name it in `RULES`, and add a golden file to `tests/golden/dataset/`, with a
patch (`.mend`) beside it where its remedy leaves words to choose: tests follow each remedy and ask again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from limber.dataset.ledger import Ledger
from limber.dataset.problem import Problem
from limber.dataset.rules import (
    affected,
    changes,
    doses,
    figures,
    films,
    groups,
    ids,
    loads,
    paper,
    pictures,
    poses,
    programmes,
    published,
    records,
    retired,
    routines,
    sides,
    texts,
    widths,
)
from limber.dataset.rules.tables import Record, Tables
from limber.model.nouns import Dataset

Rule = Callable[[Tables], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    ids.an_id_is_lower_case_words_joined_by_hyphens,
    ids.no_id_takes_the_page_of_a_list,
    ids.no_id_is_a_name_that_windows_keeps,
    ids.no_routine_takes_the_file_of_another,
    ids.an_old_id_belongs_to_one_record,
    published.a_published_address_leads_somewhere,
    published.a_published_code_stays_with_its_record,
    retired.what_was_retired_had_an_address,
    retired.what_was_retired_is_gone,
    retired.a_successor_is_there,
    retired.what_was_retired_has_a_day_of_the_calendar,
    records.an_id_that_is_named_exists,
    records.a_code_belongs_to_one_record,
    records.a_title_belongs_to_one_record,
    records.another_name_is_of_one_exercise,
    records.a_further_work_is_another_one,
    records.no_exercise_leads_back_to_itself,
    pictures.a_picture_is_there,
    pictures.a_picture_is_what_its_name_says,
    pictures.a_picture_is_light,
    pictures.a_drawing_runs_nothing,
    pictures.a_file_has_an_address_of_its_own,
    films.a_film_is_a_file_or_a_link,
    films.a_film_is_there,
    films.a_film_can_be_played,
    films.captions_are_written_as_webvtt,
    figures.a_pose_is_of_the_body_of_its_figure,
    figures.an_angle_is_within_its_joints_range,
    figures.a_leg_is_told_in_one_way,
    figures.what_carries_a_body_stays_by_itself,
    poses.a_body_can_stand_so,
    poses.a_part_is_on_what_it_is_said_to_be_on,
    poses.nothing_is_within_a_thing,
    poses.a_body_at_rest_is_carried,
    figures.a_mark_is_on_the_body,
    figures.a_pose_is_not_the_one_before_it,
    figures.a_wrong_pose_has_a_right_one,
    changes.a_change_has_a_day_of_the_calendar,
    changes.a_day_has_one_change,
    changes.changes_stand_newest_first,
    doses.a_dose_has_one_kind_of_amount,
    doses.sets_that_differ_have_the_amounts,
    doses.an_open_amount_is_alone,
    doses.a_word_for_breaths_or_way_has_its_amount,
    doses.a_range_runs_upward,
    doses.a_tempo_paces_repetitions,
    doses.a_rest_has_two_ends,
    doses.a_clock_leaves_time_for_its_work,
    doses.an_alternative_is_one_and_of_another_kind,
    doses.a_goal_is_no_less_than_its_start,
    doses.laterality_agrees_with_the_dose,
    loads.a_load_has_one_unit,
    loads.a_band_is_among_those_of_its_equipment,
    routines.a_routine_has_steps_or_is_the_core_of_another,
    routines.a_core_has_steps_to_take,
    routines.no_exercise_follows_itself,
    groups.a_group_holds_steps_alone,
    groups.a_group_has_steps_to_change_between,
    groups.sets_of_a_round_are_all_done_in_it,
    groups.rounds_without_a_number_have_a_time,
    groups.a_group_goes_by_one_clock,
    groups.a_clock_of_a_group_is_its_rest,
    groups.a_pause_around_a_group_has_two_ends,
    groups.a_group_is_of_one_part,
    groups.parts_of_a_session_stand_in_order,
    programmes.a_phase_has_weeks_or_an_end,
    programmes.weeks_follow_one_another,
    programmes.a_session_says_its_days_in_one_way,
    programmes.a_session_is_in_weeks_of_its_phase,
    programmes.no_session_stands_twice,
    programmes.the_times_of_a_session_run_forward,
    programmes.a_growth_is_in_one_unit,
    texts.a_text_is_one_clean_line,
    texts.a_text_has_no_markup,
    texts.none_is_no_contraindication,
    texts.a_text_leaves_the_dose_to_the_dose,
    texts.a_text_stands_once_in_its_list,
    texts.a_text_has_a_word_in_it,
    sides.a_mark_is_one_that_there_is,
    sides.a_mark_stands_where_there_is_a_side,
    sides.a_text_of_one_side_names_it_by_a_mark,
    sides.a_step_changes_sides_where_there_are_two,
    sides.a_short_step_is_short_once_its_side_is_named,
)

NOTES: tuple[Rule, ...] = (
    ids.ids_stand_in_alphabetical_order,
    records.every_source_and_equipment_is_used,
)
"""What is good to know of a dataset that is sound, and stops no build."""

OF_ONE = {
    poses.a_body_can_stand_so,
    poses.a_part_is_on_what_it_is_said_to_be_on,
    poses.nothing_is_within_a_thing,
    poses.a_body_at_rest_is_carried,
    figures.a_pose_is_of_the_body_of_its_figure,
    figures.an_angle_is_within_its_joints_range,
    figures.a_mark_is_on_the_body,
    figures.a_pose_is_not_the_one_before_it,
    figures.a_leg_is_told_in_one_way,
    figures.a_wrong_pose_has_a_right_one,
    texts.a_text_is_one_clean_line,
    texts.a_text_has_no_markup,
    texts.none_is_no_contraindication,
    texts.a_text_leaves_the_dose_to_the_dose,
    texts.a_text_stands_once_in_its_list,
    texts.a_text_has_a_word_in_it,
    sides.a_mark_is_one_that_there_is,
    sides.a_mark_stands_where_there_is_a_side,
    sides.a_text_of_one_side_names_it_by_a_mark,
    sides.a_step_changes_sides_where_there_are_two,
    sides.a_short_step_is_short_once_its_side_is_named,
}
"""Rules that ask nothing of a record but what it says itself; they take most of the time that rules take."""

MODEL_RULES: tuple[Callable[[Dataset], Iterator[Problem]], ...] = (
    routines.start_doses_come_out_at_the_length_of_the_source,
    groups.a_clock_leaves_time_for_a_round,
    programmes.a_step_that_is_named_is_in_its_routine,
    programmes.a_growth_has_something_to_grow_and_a_limit_ahead,
    programmes.what_grows_each_time_is_done_so_many_times,
    paper.a_routine_fits_its_cheat_sheet,
    paper.a_programme_fits_its_sheet,
    paper.a_dose_fits_its_line,
    paper.an_exercise_fits_its_card,
    widths.a_name_fits_the_head_of_a_card,
    widths.a_card_has_room_for_wide_letters,
    widths.a_card_has_room_for_a_note,
)
"""Rules that need the model, so that they wait until all others hold."""


def problems(
    data: Record,
    content: Path | None,
    ledger: Ledger,
    new: Collection[tuple[str, str]] | None = None,
    language: str = "en",
) -> Iterator[Problem]:
    """What the rules find in the file's data in a language, held against the ledger of what is published.

    If `new` records are named, all others are known to be valid by themselves.
    """
    tables = Tables.of(data, content, ledger, language)
    affected_tables = tables if new is None else tables.only(new)
    for rule in RULES:
        yield from rule(affected_tables if rule in OF_ONE else tables)


def notes(data: Record) -> Iterator[Problem]:
    """What is good to know of the data of a sound file."""
    tables = Tables.of(data, None)
    for rule in NOTES:
        yield from rule(tables)


def of_model(dataset: Dataset, new: Collection[tuple[str, str]] | None = None) -> Iterator[Problem]:
    """What the rules find in a dataset that has held against all others; near the `new` records, if these are named."""
    some = dataset if new is None else affected.affected_by(dataset, new)
    for rule in MODEL_RULES:
        yield from rule(some)
