"""Measures the first view of a page against plain Material's: requests, bytes, paint, layout shift.

The host counts, not the page: what a worker asks for, or a browser by itself, is a request, too.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from typing import NamedTuple

from tools.benchmark.chromium import Chromium

VIEWS = 3
_PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
_SLOWER = 4  # times, as a phone of five years ago is against a computer
_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}  # 1.6 Mbit/s
_QUIET = 1.5  # seconds without a request: then a page has all that it asks for
_SEEN = """new Promise((done) => {
  const found = {shift: 0};
  for (const type of ["paint", "largest-contentful-paint", "layout-shift"]) {
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
      if (type === "layout-shift") found.shift += entry.value;
      else if (type === "paint") found[entry.name] = entry.startTime;
      else found.largest = entry.startTime;
    })).observe({type, buffered: true});
  }
  setTimeout(() => done({...found, nodes: document.querySelectorAll("*").length}), 100);
})"""
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class Sample(NamedTuple):
    """A site's name, its folder, and the paths of the pages to look at."""

    name: str
    folder: Path
    paths: Sequence[str]


@dataclass
class Host:
    """Serves a folder with gzip, as most hosts do, and remembers what was asked for."""

    folder: Path
    address: str = ""
    sent: list[tuple[str, int]] = field(default_factory=list)

    def clear(self) -> None:
        """Reset the record for the next page."""
        self.sent.clear()

    def wait(self) -> None:
        """Wait until the network is idle."""
        count, since = len(self.sent), time.monotonic()
        while time.monotonic() - since < _QUIET:
            time.sleep(0.1)
            if len(self.sent) != count:
                count, since = len(self.sent), time.monotonic()


@contextmanager
def serving(folder: Path) -> Iterator[Host]:
    """The folder at an address of this machine."""
    host = Host(folder)

    class Answer(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            file = Path(self.translate_path(self.path))
            file = file / "index.html" if file.is_dir() else file
            content = file.read_bytes() if file.is_file() else b""
            plain = file.suffix in (".png", ".woff2", ".pdf")
            body = content if plain else gzip.compress(content, 9)
            self.send_response(200 if content else 404)
            self.send_header("Content-Type", self.guess_type(file))
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if not plain:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)
            host.sent.append((self.path, len(body)))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Answer, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()


def measure(sites: Sequence[Sample]) -> None:
    """Print it for each page of each site. The sites take turns: a shared machine is not as fast the whole time."""
    print(
        f"First view by a phone: bytes with gzip -9; seconds at {_SLOWER} times slower, 1.6 Mbit/s and 150 ms,\n"
        f"the median of {VIEWS}. Plain is Material as it comes, but for fonts from another host; Limber without\n"
        "what its service worker keeps for later, once a page has loaded."
    )
    print(f"\n  {'page':34}{'requests':>9}{'bytes':>9}{'nodes':>7}{'first paint':>13}{'largest':>9}{'shift':>7}")
    with ExitStack() as open_hosts:
        hosts = [(name, open_hosts.enter_context(serving(folder)), paths) for name, folder, paths in sites]
        pages = [(f"{name} /{path}", host, path) for name, host, paths in hosts for path in paths]
        turns = [[_view(host, path) for _, host, path in pages] for _ in range(VIEWS)]
    for (name, _, _), views in zip(pages, zip(*turns, strict=True), strict=True):
        _row(name, views)
    _scores(sites)


def _row(name: str, views: Sequence[dict[str, float]]) -> None:
    asked, size, nodes = (views[0][key] for key in ("asked", "size", "nodes"))
    paint, largest = (median(view[key] for view in views) / 1000 for key in ("first-contentful-paint", "largest"))
    shift = max(view["shift"] for view in views)
    print(f"  {name[:33]:34}{asked:9}{size:9,}{nodes:7,}{paint:13.2f}{largest:9.2f}{shift:7.3f}")


def _view(host: Host, path: str) -> dict[str, float]:
    """In a browser with an empty cache."""
    host.clear()
    with Chromium() as browser:
        tab = browser.tab("about:blank")
        tab.call("Emulation.setDeviceMetricsOverride", **_PHONE)
        tab.call("Emulation.setCPUThrottlingRate", rate=_SLOWER)
        tab.call("Network.enable")
        tab.call("Network.emulateNetworkConditions", **_NETWORK)
        tab.call("Page.navigate", url=host.address + path)
        tab.until("document.readyState === 'complete'", 60)
        host.wait()
        found: dict[str, float] = tab.evaluate(_SEEN)
    return {"largest": found.get("first-contentful-paint", 0.0), **found} | {
        "asked": len(host.sent),
        "size": sum(size for _, size in host.sent),
    }


def _scores(sites: Sequence[Sample]) -> None:
    program = shutil.which("lighthouse")
    if not program:
        print("\n  No Lighthouse scores: `lighthouse` is not on PATH (npm install --global lighthouse).")
        return
    print(f"\n  {'Lighthouse, mobile, median of three':38}" + "".join(f"{each:>16}" for each in _CATEGORIES))
    for name, folder, paths in sites:
        with serving(folder) as host:
            for path in paths:
                runs = [_lighthouse(program, host.address + path) for _ in range(VIEWS)]
                scores = "".join(f"{median(run[each] for run in runs):16.0f}" for each in _CATEGORIES)
                print(f"  {f'{name} /{path}'[:37]:38}{scores}")


def _lighthouse(program: str, address: str) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        command = (program, address, "--quiet", "--output=json", f"--output-path={file}")
        subprocess.run(
            (*command, f"--only-categories={','.join(_CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox"),
            check=True,
            stderr=subprocess.DEVNULL,
        )
        categories = json.loads(file.read_text("utf-8"))["categories"]
    return {each: 100 * categories[each]["score"] for each in _CATEGORIES}
