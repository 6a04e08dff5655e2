"""Who may write through the editor: this machine, from the editor's own page, and nobody else."""

from __future__ import annotations

import pytest

from editor import guard

HOST = {"Host": "127.0.0.1:8000"}
OWN = {**HOST, "Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json",
       "Content-Length": "2", "X-Editor-Token": "token"}  # fmt: skip


def test_the_editors_own_page_may_write() -> None:
    assert guard.refusal_to_write("127.0.0.1", OWN, "token") == ""
    assert guard.refusal_to_write("::1", {**OWN, "Host": "[::1]:8000", "Origin": "http://[::1]:8000"}, "token") == ""
    assert (
        guard.refusal_to_write("127.0.0.1", {**OWN, "Host": "localhost", "Origin": "http://localhost"}, "token") == ""
    )


@pytest.mark.parametrize("client", ["192.168.1.7", "10.0.0.2", "fe80::1", "::ffff:192.168.1.7", ""])
def test_another_machine_is_refused(client: str) -> None:
    assert "no other" in guard.refusal_to_see(client, HOST)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.5:8000", "", "0.0.0.0:8000", "[::1", "a@b:c"]
)
def test_another_name_for_this_machine_is_refused(host: str) -> None:
    """So that a site whose name is made to lead here gets nothing, either."""
    assert "no other name" in guard.refusal_to_see("127.0.0.1", {"Host": host})


@pytest.mark.parametrize(
    "change",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9000"},
        {"Origin": "https://127.0.0.1:8000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": ""},
        {"X-Editor-Token": ""},
        {"X-Editor-Token": "tokén"},
        {"Content-Length": ""},
        {"Content-Length": "-1"},
        {"Content-Length": "99999999"},
    ],
)
def test_what_is_not_from_the_editors_own_page_does_not_write(change: dict[str, str]) -> None:
    assert guard.refusal_to_write("127.0.0.1", {**OWN, **change}, "token")
