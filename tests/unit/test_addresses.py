"""Which addresses of a work the schema takes."""

from __future__ import annotations

import jsonschema_rs
import pytest

from data_spots import SCHEMA
from limber.dataset.shape import schemas

URL = jsonschema_rs.validator_for(dict(schemas.at(("sources", "smith", "url"), SCHEMA)))


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org/",
        "https://example.org/arms?x=1#y",
        "https://example.org?x=1",
        "https://www.example.co.uk/a,b/(c)",
        "https://example.org:8443/arms",
        "https://übung.example/füße",
        "https://xn--bung-zra.example/",
        "https://youtu.be/dQw4w9WgXcQ",
        "https://doi.org/10.1000/182",
        "https://1.1.1.1",
        "https://web.archive.org/web/2020/https://example.org/",
        "https://a-b.example/~ann/;x=1",
    ],
)
def test_address_that_leads_somewhere_is_taken(address: str) -> None:
    assert URL.is_valid(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://",
        "https:///",
        "https:///arms",
        "https://?x=1",
        "https://#y",
        "https://.",
        "https://.org",
        "https://:80",
        "https://example",
        "https://localhost/arms",
        "https://https://example.org",
        "https:/example.org",
        "example.org",
        "http://example.org",
        "https://example.org/a b",
        "https://example.org /arms",
        "https://exa mple.org",
        " https://a.b",
        "https://ann@example.org/",
        "https://example.org\\@evil.example",
        "https://example.org:port/",
        "https://a.b\n",
        "<https://example.org>",
        '"https://example.org"',
        "javascript://example.org/%0aalert(1)",
        "https://a.b/{x}",
    ],
)
def test_address_that_leads_nowhere_is_not(address: str) -> None:
    assert not URL.is_valid(address)
