"""Messages in templates: a translation is text wherever it comes from, and a value is what it was."""

import pytest
from jinja2 import Environment
from markupsafe import Markup

from limber.build_cache import BuildCache
from limber.languages.language import ENGLISH, Language
from limber.languages.messages import spoken_as
from limber.site.components import Components
from limber.site.templates import of_theme

HOSTILE = Language(
    "de",
    "German",
    "Deutsch",
    "de_DE",
    messages={
        "Read {link} first.": ("Zuerst <b>{link}</b> & lies.",),
        "{count} day": ("<i>{count} Tag</i>", "<i>{count} Tage</i>"),
        "timer\x04Next": ("Als <u>Nächstes</u>",),
    },
)
TEMPLATE = """
{{- _("Read {link} first.", link=link) }}|{{ _("Read {link} first.", link="<a>") }}|
{{- ngettext("{count} day", "{count} days", 2, count="2 < 3") }}|{{ pgettext("timer", "Next") }}|
{{- _("Not & there") }}"""
SAID = (
    'Zuerst &lt;b&gt;<a href="#">this</a>&lt;/b&gt; &amp; lies.|Zuerst &lt;b&gt;&lt;a&gt;&lt;/b&gt; &amp; lies.|'
    "&lt;i&gt;2 &lt; 3 Tage&lt;/i&gt;|Als &lt;u&gt;Nächstes&lt;/u&gt;|Not &amp; there"
)
LINK = Markup('<a href="#">this</a>')


def in_components(folder, dataset):
    """What a component of this template says."""
    (folder / "told").mkdir()
    (folder / "told" / "told.html").write_text(f"{{% macro told(link) %}}{TEMPLATE}{{% endmacro %}}", "utf-8")
    return lambda: Components(folder, dataset).render("told", "", LINK)


def in_theme(*_):
    """What a page template says."""
    environment = of_theme(Environment, BuildCache(), ENGLISH)
    return lambda: environment.from_string(TEMPLATE).render(link=LINK)


@pytest.mark.parametrize("kind", [in_components, in_theme])
def test_translation_is_escaped_and_a_value_is_what_it_was(kind, tmp_path, dataset):
    said = kind(tmp_path, dataset)
    with spoken_as(HOSTILE):
        assert said() == SAID
    assert said().startswith('Read <a href="#">this</a> first.|Read &lt;a&gt; first.|2 &lt; 3 days|Next|')
