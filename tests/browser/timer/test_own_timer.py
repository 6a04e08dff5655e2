"""A timer in a coach's own page, far down: the routine as a list until a script takes over, and for those without."""

from site_links import broken


def test_own_timer_finds_its_routine_and_breaks_no_link(own_pages_site):
    timer = own_pages_site.pages["routines/notes/morning/"].one("interval-timer")
    assert timer.attributes["data-level"] == "goal"
    assert timer.attributes["data-src"] == "../../../api/v1/routines/foot-and-hip.json"
    assert (own_pages_site.folder / "api/v1/routines/foot-and-hip.json").is_file()
    assert broken(own_pages_site) == []


def test_own_timer_without_script_is_the_routine_as_a_list(new_page, own_pages_site, dataset):
    page = new_page(of=own_pages_site, javascript=False)
    page.goto("routines/notes/morning/")
    listed = page.locator("interval-timer ol > li a")
    assert all(each.is_visible() for each in listed.all())
    names = [step.exercise.short_name for step in dataset.routines["foot-and-hip"].steps]
    assert listed.all_inner_texts() == names
    assert [each for each in page.locator("interval-timer :is(button, input)").all() if each.is_visible()] == []
    page.get_by_role("link", name="in the timer").click()
    page.wait_for_url("**/physio/limber/timer/?routine=foot-and-hip&level=goal")
