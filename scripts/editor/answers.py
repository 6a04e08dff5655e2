"""Answers the browser below /edit/ and /figures/pose/: their pages, their scripts, and questions in JSON."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Mapping
from functools import cache
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

import jinja2

from editor import EDIT, POSE, guard
from editor.desk import Answer, Desk
from editor.pose_desk import PoseDesk

ROOT = Path(__file__).resolve().parents[2]
PAGE = Path(__file__).with_name("page")
TOKEN = secrets.token_urlsafe(32)
_SERVED = {"scripts/editor/page": PAGE, "overrides/scripts/shared": ROOT / "overrides" / "scripts" / "shared"}
"""The folders below /edit/ whose scripts and styles are sent; as they lie in the project, so that imports find them."""
_KINDS = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
)
_STYLES = re.compile(r'<link rel="stylesheet" href="([^"]+)"')

Send = Callable[[int, str, bytes, Mapping[str, str]], None]
Built = Callable[[str], tuple[str, str]]
"""Gives for a page of the site its address and its text as it is built."""
SendFile = Callable[[str], None]
"""Sends a file of the site as it is built, by its whole path."""
_FRAME = "frame/"
"""Below it the site is seen as if the draft were saved: its timer runs there."""


@cache
def desk() -> Desk:
    """The one that works on the project's file."""
    return Desk(ROOT)


@cache
def pose_desk() -> PoseDesk:
    """The one that works on its figures."""
    return PoseDesk(ROOT, desk())


def _asked(path: str) -> tuple[str, str]:
    """Which of its pages is asked, and for what."""
    at = POSE if POSE in path else EDIT
    return at, path.partition(at)[2]


def get(request: BaseHTTPRequestHandler, send: Send, built: Built, send_file: SendFile) -> None:
    """Answers GET."""
    address = urlsplit(request.path)
    (at, path), headers = _asked(address.path), _headers(request)
    client = str(request.client_address[0])
    if why := guard.refusal_to_see(client, headers):
        send(403, "text/plain", why.encode(), {})
    elif path == "" and at == POSE:
        _send_page("pose", send, built)
    elif path in ("", "frame/page", "frame/card"):
        _send_page(path, send, built)
    elif path.startswith(_FRAME):
        _send_as_if_saved(unquote(path.removeprefix(_FRAME)), send, built, send_file)
    elif file := _file(path):
        send(200, _KINDS[file.suffix], file.read_bytes(), {})
    elif why := guard.refusal_to_ask(client, headers):
        send(403, "text/plain", why.encode(), {})
    elif path in _ASKED:
        asked = {key: values[0] for key, values in parse_qs(address.query, keep_blank_values=True).items()}
        _send_json(send, _answered(_ASKED[path], asked))
    else:
        send(404, "text/plain", b"There is nothing here.", {})


def post(request: BaseHTTPRequestHandler, send: Send) -> None:
    """Answers POST."""
    headers = _headers(request)
    if why := guard.refusal_to_write(str(request.client_address[0]), headers, TOKEN):
        request.close_connection = True
        _send_json(send, Answer(403, {"stopped": why}))
        return
    said = request.rfile.read(int(headers["Content-Length"]))
    work = _WRITTEN.get(_asked(urlsplit(request.path).path)[1])
    try:
        asked = json.loads(said)
    except ValueError:
        asked = None
    if work and isinstance(asked, dict):
        _send_json(send, _answered(work, asked))
    else:
        _send_json(send, Answer(404 if not work else 400, {"stopped": "The editor does not know this."}))


Work = Callable[[Mapping[str, Any]], Answer]
_ASKED: Mapping[str, Work] = {
    "api/state": lambda _: desk().state(),
    "api/record": lambda asked: desk().record(str(asked["table"]), str(asked["id"])),
    "api/figures": lambda asked: pose_desk().figures(str(asked["id"])),
}
_WRITTEN: Mapping[str, Work] = {
    "api/draft": lambda asked: desk().draft(asked),
    "api/save": lambda asked: desk().save(asked),
    "api/rename": lambda asked: desk().rename(asked),
    "api/retire": lambda asked: desk().retire(asked),
    "api/undo": lambda asked: desk().undo(asked),
    "api/pose": lambda asked: pose_desk().pose(asked),
    "api/look": lambda asked: pose_desk().look(asked),
    "api/write": lambda asked: pose_desk().write(asked),
}


def _answered(work: Work, asked: Mapping[str, Any]) -> Answer:
    try:
        return work(asked)
    except (
        KeyError,
        TypeError,
        AttributeError,
        ValueError,
        IndexError,
        StopIteration,
    ) as fault:  # not what the page sends
        return Answer(400, {"stopped": f"The editor does not understand this ({type(fault).__name__})."})


def _send_json(send: Send, answer: Answer) -> None:
    send(answer.status, "application/json", json.dumps(answer.said).encode(), {})


def _headers(request: BaseHTTPRequestHandler) -> Mapping[str, str]:
    """The headers; one that is sent twice counts as all of it."""
    names = ("Host", "Origin", "Sec-Fetch-Site", "Content-Type", "Content-Length", "X-Editor-Token")
    return {name: ", ".join(request.headers.get_all(name) or ()) for name in names}


def _file(path: str) -> Path | None:
    folder, _, name = path.rpartition("/")
    file = _SERVED[folder] / name if folder in _SERVED and re.fullmatch(r"[\w-]+\.(js|css)", name) else None
    return file if file and file.is_file() else None


def _send_as_if_saved(path: str, send: Send, built: Built, send_file: SendFile) -> None:
    """A file of the last draft, or else of the site."""
    if (text := desk().drafted.get(path)) is not None:
        send(200, _KINDS[Path(path).suffix], text.encode(), {})
    else:
        send_file(built("")[0] + path)


def _send_page(path: str, send: Send, built: Built) -> None:
    """A page of the editor with the style sheets of the site as it is built."""
    address, text = built("cards/" if path == "frame/card" else "")
    styles = [urljoin(address, href) for href in _STYLES.findall(text)]
    name = f"{path.replace('/', '-') or 'edit'}.html"
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(PAGE), autoescape=True, undefined=jinja2.StrictUndefined
    )
    framed = path.startswith(_FRAME)
    page = environment.get_template(name).render(styles=styles, token=TOKEN, home="" if framed else address)
    send(200, "text/html", page.encode(), {"Content-Security-Policy": _POLICY + ("'self'" if framed else "'none'")})
