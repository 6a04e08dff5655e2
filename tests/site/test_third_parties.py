"""What others wrote: locked by hashes, audited, listed with its licence, and trusted as little as can be."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.metadata import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools import audit, licences


def test_licences_are_those_of_what_is_installed() -> None:
    assert licences.LIST.read_text("utf-8") == licences.text(), "run: scripts/generate"


def test_licences_name_each_library_in_materials_scripts() -> None:
    maps = [each.locate() for each in files("mkdocs-material") or () if str(each).endswith(".min.js.map")]
    styles = [each.locate() for each in files("mkdocs-material") or () if str(each).endswith(".min.css.map")]
    named = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
    sources = [source for each in (*maps, *styles) for source in json.loads(Path(each).read_text("utf-8"))["sources"]]
    assert {found[1] for source in sources if (found := named.search(source))} == set(licences.IN_MATERIAL)


def test_licences_name_what_the_site_sends_of_others(site: Any, root: Path) -> None:
    """Scripts are ours, made of what lies in `overrides/`, or in one of these places."""
    others = ("assets/javascripts/", "scripts/plan/lean-qr.js", "search/")
    sent = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.js")}
    ours = {path.relative_to(root / "overrides").as_posix() for path in (root / "overrides").rglob("*.js")}
    ours.add("service-worker.js")
    plain = {re.sub(r"^assets/[0-9a-f]{8,}/", "", each) for each in sent}
    assert [each for each in sorted(plain - ours) if not each.startswith(others)] == []
    theme = {each.split("/")[2] for each in sent if each.startswith(others[0])}
    assert {each.partition(".")[0] for each in theme} == {"bundle", "workers"}, (
        "and lunr's languages in others than English"
    )


def test_lock_files_have_a_hash_for_all_they_install(root: Path) -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for block in re.split(r"\n(?=[a-z])", (root / name).read_text("utf-8")):
            assert "--hash=sha256:" in block or block.startswith("#"), block
    packages = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"]
    assert [place for place, about in packages.items() if place and "integrity" not in about] == []


def test_workflow_pins_its_actions_and_asks_for_little(root: Path) -> None:
    text = (root / ".github" / "workflows" / "site.yml").read_text("utf-8")
    assert re.findall(r"uses: (?!actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$).*$", text, re.MULTILINE) == []
    flow = yaml.safe_load(text)
    assert flow["permissions"] == {}
    asked = {name: job["permissions"] for name, job in flow["jobs"].items()}
    assert asked == {
        "audit": {"contents": "read"},
        "site": {"contents": "read", "pages": "read"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    assert "pull_request_target" not in text
    for job in flow["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "what an event says is passed as a variable, never as a script"
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


@pytest.fixture
def database() -> Iterator[tuple[str, list[Any]]]:
    """Stands for osv.dev: it knows of one vulnerability in jinja2, and of another on a second page."""
    asked: list[Any] = []

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append(said)
            answer = json.dumps({"results": [self._of(each) for each in said["queries"]]}).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer)

        def _of(self, question: Any) -> Any:
            if question["package"]["name"] != "jinja2":
                return {}
            if "page_token" in question:
                return {"vulns": [{"id": "GHSA-2"}]}
            return {"vulns": [{"id": "GHSA-1"}], "next_page_token": "more"}

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


def test_audit_asks_of_all_that_is_locked_and_tells_of_each_page(database: Any, capsys: Any) -> None:
    address, asked = database
    assert audit.main(address) == 1
    things = {(each["package"]["ecosystem"], each["package"]["name"]) for each in asked[0]["queries"]}
    assert {("PyPI", "mkdocs-material"), ("PyPI", "pytest"), ("npm", "lean-qr"), ("npm", "@types/node")} <= things
    assert len(asked) == 2
    told = capsys.readouterr().err
    assert "GHSA-1" in told
    assert "GHSA-2" in told
    assert "Cure:" in told


def test_audit_says_when_nothing_is_known(database: Any, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setattr(audit, "locked", lambda _: [audit.Locked("PyPI", "mkdocs", "1.6.1")])
    assert audit.main(database[0]) == 0
    assert capsys.readouterr().out == "1 locked versions, no known vulnerability.\n"


def test_audit_that_reaches_nobody_does_not_say_all_is_well(capsys: Any) -> None:
    assert audit.main("http://127.0.0.1:9/") == 2
    assert "Nothing was audited" in capsys.readouterr().err
