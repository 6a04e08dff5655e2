"""What must hold in the dataset beyond its shape: each rule's name is a sentence that is true of sound data.

A rule reads records of the right types that may lack fields, and yields problems. To add one, write it
in the file of its subject, name it in `RULES`, and add a golden file to `tests/golden/dataset/`, with a
patch (`.mend`) beside it where its remedy leaves words to choose: tests follow each remedy and ask again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from limber import (
    near,
    rules_changes,
    rules_doses,
    rules_figures,
    rules_ids,
    rules_paper,
    rules_pictures,
    rules_poses,
    rules_published,
    rules_records,
    rules_routines,
    rules_sides,
    rules_texts,
    rules_widths,
)
from limber.ledger import Ledger
from limber.model import Dataset
from limber.problem import Problem
from limber.tables import Record, Tables

Rule = Callable[[Tables], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    rules_ids.an_id_is_lower_case_words_joined_by_hyphens,
    rules_ids.no_id_takes_the_page_of_a_list,
    rules_ids.no_id_is_a_name_that_windows_keeps,
    rules_ids.no_routine_takes_the_file_of_another,
    rules_ids.ids_stand_in_alphabetical_order,
    rules_ids.an_old_id_belongs_to_one_record,
    rules_published.a_published_address_leads_somewhere,
    rules_published.a_published_code_stays_with_its_record,
    rules_records.an_id_that_is_named_exists,
    rules_records.a_code_belongs_to_one_record,
    rules_records.a_title_belongs_to_one_record,
    rules_records.every_source_and_equipment_is_used,
    rules_records.no_exercise_leads_back_to_itself,
    rules_pictures.a_picture_is_there,
    rules_pictures.a_picture_is_light,
    rules_pictures.a_drawing_runs_nothing,
    rules_figures.a_pose_is_of_the_body_of_its_figure,
    rules_figures.an_angle_is_within_its_joints_range,
    rules_figures.a_leg_is_told_in_one_way,
    rules_poses.a_body_can_stand_so,
    rules_poses.a_body_at_rest_is_carried,
    rules_figures.a_mark_is_on_the_body,
    rules_figures.a_pose_is_not_the_one_before_it,
    rules_figures.a_wrong_pose_has_a_right_one,
    rules_changes.a_change_has_a_day_of_the_calendar,
    rules_changes.a_day_has_one_change,
    rules_changes.changes_stand_newest_first,
    rules_doses.a_dose_has_one_kind_of_amount,
    rules_doses.a_range_runs_upward,
    rules_doses.a_tempo_paces_repetitions,
    rules_doses.a_rest_has_two_ends,
    rules_doses.an_alternative_is_one_and_of_another_kind,
    rules_doses.a_goal_is_no_less_than_its_start,
    rules_doses.laterality_agrees_with_the_dose,
    rules_routines.a_routine_has_steps_or_is_the_core_of_another,
    rules_routines.a_core_has_steps_to_take,
    rules_routines.no_exercise_follows_itself,
    rules_texts.a_text_is_one_clean_line,
    rules_texts.a_text_has_no_markup,
    rules_texts.a_text_leaves_the_dose_to_the_dose,
    rules_texts.a_text_stands_once_in_its_list,
    rules_texts.a_text_has_a_word_in_it,
    rules_sides.a_mark_is_one_that_there_is,
    rules_sides.a_mark_stands_where_there_is_a_side,
    rules_sides.a_text_of_one_side_names_it_by_a_mark,
    rules_sides.a_step_changes_sides_where_there_are_two,
    rules_sides.a_short_step_is_short_once_its_side_is_named,
)

OF_ONE = {
    *(rules_poses.a_body_can_stand_so, rules_poses.a_body_at_rest_is_carried),
    *(rules_figures.a_pose_is_of_the_body_of_its_figure, rules_figures.an_angle_is_within_its_joints_range),
    *(rules_figures.a_mark_is_on_the_body, rules_figures.a_pose_is_not_the_one_before_it),
    *(rules_figures.a_leg_is_told_in_one_way, rules_figures.a_wrong_pose_has_a_right_one),
    *(rules_texts.a_text_is_one_clean_line, rules_texts.a_text_has_no_markup),
    *(rules_texts.a_text_leaves_the_dose_to_the_dose, rules_texts.a_text_stands_once_in_its_list),
    rules_texts.a_text_has_a_word_in_it,
    *(rules_sides.a_mark_is_one_that_there_is, rules_sides.a_mark_stands_where_there_is_a_side),
    *(rules_sides.a_text_of_one_side_names_it_by_a_mark, rules_sides.a_step_changes_sides_where_there_are_two),
    rules_sides.a_short_step_is_short_once_its_side_is_named,
}
"""Rules that ask nothing of a record but what it says itself; they take most of the time that rules take."""

MODEL_RULES: tuple[Callable[[Dataset], Iterator[Problem]], ...] = (
    rules_routines.start_doses_come_out_at_the_length_of_the_source,
    rules_paper.a_routine_fits_its_cheat_sheet,
    rules_paper.a_dose_fits_its_line,
    rules_paper.an_exercise_fits_its_card,
    rules_widths.a_name_fits_the_head_of_a_card,
    rules_widths.a_card_has_room_for_wide_letters,
    rules_widths.a_sheet_has_room_for_wide_letters,
)
"""Rules that need the model, so that they wait until all others hold."""


def problems(
    data: Record, content: Path | None, published: Ledger, new: Collection[tuple[str, str]] | None = None
) -> Iterator[Problem]:
    """What the rules find in the file's data, against what was published before; all but the `new` records are known to
    be sound by themselves, if these are named.
    """
    tables = Tables.of(data, content, published)
    some = tables if new is None else tables.only(new)
    for rule in RULES:
        yield from rule(some if rule in OF_ONE else tables)


def of_model(dataset: Dataset, new: Collection[tuple[str, str]] | None = None) -> Iterator[Problem]:
    """What the rules find in a dataset that has held against all others; near the `new` records, if these are named."""
    some = dataset if new is None else near.near(dataset, new)
    for rule in MODEL_RULES:
        yield from rule(some)
