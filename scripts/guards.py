"""Which tests guard which module, the quickest first; knows no fault, and only `scripts/mutate` asks it."""

from __future__ import annotations

GOLDEN = "test_dataset.py::test_dataset_that_is_bad_earns_exactly_its_words"
SOUND = "test_dataset.py::test_dataset_of_the_site_is_sound"
DATA = [SOUND, GOLDEN, "test_problem.py", "test_rules.py", "test_dataset_files.py"]
RULES = [SOUND, "test_rules.py", GOLDEN]
TEXTS = ["test_wording.py", "test_components.py", "test_dose_properties.py"]
PAPER = ["test_paper_sheets.py", GOLDEN, "test_components.py", "test_paper_widths.py"]
API = ["test_api_shape.py", "test_components.py", "test_exports.py", "test_api_schema.py"]
LINKS = ["test_link_images.py", "test_links_page.py"]

PYTHON: dict[str, list[str]] = {
    "amounts": ["test_duration.py", *TEXTS],
    "api_records": API,
    "bundle": ["test_bundle.py"],
    "calendar_files": ["test_calendar.py"],
    "changes_feed": ["test_changes_feed.py"],
    "components": ["test_components.py"],
    "dataset": DATA,
    "duration": ["test_dose_properties.py", "test_duration.py", "test_components.py"],
    "equipment": ["test_components.py"],
    "exports": API,
    "frames": ["test_record_pages.py"],
    "layout_faults": DATA,
    "ledger": ["test_published.py", GOLDEN],
    "letters": PAPER,
    "link_files": LINKS,
    "link_image": LINKS,
    "link_texts": LINKS,
    "moved": ["test_old_links.py"],
    "near": ["test_rereading.py"],
    "oddities": DATA,
    "pages": ["test_components.py", "test_site.py"],
    "paper": PAPER,
    "paper_cards": PAPER,
    "paper_measure": PAPER,
    "paper_sheets": PAPER,
    "paper_texts": PAPER,
    "printing": ["test_components.py", "test_paper_sheets.py"],
    "problem": DATA,
    "qr": ["test_qr.py"],
    "reading": DATA,
    "records": [SOUND, *API],
    "repeated_keys": DATA,
    "rereading": ["test_rereading.py"],
    "rules_changes": RULES,
    "rules_doses": RULES,
    "rules_ids": RULES,
    "rules_paper": [GOLDEN, "test_rules.py"],
    "rules_published": [GOLDEN, "test_published.py"],
    "rules_records": RULES,
    "rules_routines": RULES,
    "rules_texts": RULES,
    "rules_widths": [GOLDEN, "test_paper_widths.py"],
    "scalars": ["test_scalars.py", GOLDEN],
    "schema": DATA,
    "shape": DATA,
    "slots": ["test_components.py"],
    "strangers": DATA,
    "structured_data": ["test_components.py", "test_structured_data.py"],
    "tables": DATA,
    "text_source": [GOLDEN, "test_dataset_files.py"],
    "value_faults": DATA,
    "wording": TEXTS,
    "wrong_types": DATA,
    "yaml_faults": DATA,
    "yaml_source": DATA,
}
"""Those that speak to the system (pdf, vendored) and those of a few lines are left out."""

SCRIPT: dict[str, list[str]] = {
    "timeline": ["timeline.test.js", "playback.test.js"],
    "playback": ["playback.test.js", "timeline.test.js"],
    "recovery": ["recovery.test.js"],
    "signal-times": ["signal-times.test.js", "spoken-times.test.js"],
    "tones": ["tones.test.js"],
    "track": ["timer-track.test.js"],
    "dose-words": ["dose-words.test.js"],
    "plan-dose": ["plan-link.test.js", "plan-draft.test.js", "plan-routine.test.js"],
    "plan-draft": ["plan-draft.test.js"],
    "plan-layout": ["plan-layout.test.js"],
    "plan-link": ["plan-link.test.js", "plan-routine.test.js"],
    "plan-notices": ["plan-notices.test.js"],
    "plan-paper-texts": ["plan-paper-texts.test.js"],
    "plan-routine": ["plan-routine.test.js", "plan-link.test.js"],
    "plan-text": ["plan-link.test.js", "plan-notes.test.js"],
    "plan-notes": ["plan-notes.test.js"],
    "plan-calendar": ["plan-calendar.test.js"],
}
