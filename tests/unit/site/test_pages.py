"""What pages of records are found by."""

from dataclasses import replace

from limber.build_cache import BuildCache
from limber.languages import catalogues
from limber.languages.messages import spoken_as
from limber.site.pages import pages


def test_word_with_an_accent_is_found_without_it_too(dataset, root):
    id_, exercise = next(iter(dataset.exercises.items()))
    named = replace(exercise, name="Plié squat", also_called=("Demi-plié", "Grätsche"), summary="Bend both knees.")
    changed = replace(dataset, exercises={**dataset.exercises, id_: named})
    page = pages(changed)[f"exercises/{id_}.md"]
    assert page.searched.startswith("Bend both knees. Also called Demi-plié or Grätsche.")
    assert page.searched.endswith(" Plie plie Gratsche")
    untouched = [each for path, each in pages(dataset).items() if path.startswith("exercises/")]
    assert [each.searched for each in untouched] == [" ".join(each.words) for each in untouched]
    with spoken_as(catalogues.language("de", root / "overrides" / "languages", BuildCache())):
        assert not page.searched.endswith("Gratsche")
