"""Runs a Chromium on a virtual screen, driven by the DevTools protocol.

Tools that drive browsers never hide a page and switch off the throttling of hidden pages, which is what is measured.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ON_MACS = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
_PIPES = (
    "import os, sys; _, hears, says, *run = sys.argv; os.dup2(int(hears), 3); os.dup2(int(says), 4); "
    "os.execvp(run[0], run)"
)
"""Chromium reads the protocol from file descriptor 3 and answers on 4."""


def executable() -> str:
    """The Chromium that CHROMIUM names, else one that is installed, else the one that Playwright keeps; or nothing."""
    if found := os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None):
        return found
    kept = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright")
    places = [*(Path("/Applications") / each for each in _ON_MACS), *kept.glob("chromium-*/*/chrome")]
    places += (Path.home() / "Library/Caches/ms-playwright").glob("chromium-*/*/Chromium.app/Contents/MacOS/Chromium")
    return next((str(each) for each in places if each.exists()), "")


def headless() -> str:
    """Chromium's shell without a window, which needs half the processor's time, where CHROMIUM names no other."""
    return "" if os.environ.get("CHROMIUM") else shutil.which("chromium-headless-shell") or ""


class Chromium:
    """A running browser, with a fresh profile if no folder is given for one. It finds no host but this one."""

    def __init__(self, profile: str = "") -> None:
        found = executable()
        if not found or not shutil.which("Xvfb"):
            raise SystemExit("This needs Chromium and Xvfb. Cure: apt-get install chromium xvfb")
        self._command = (
            found,
            "--remote-debugging-pipe",
            "--no-first-run",
            "--disable-gpu",
            "--window-size=500,900",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
        )
        self._profile = profile
        self._number = 0

    def __enter__(self) -> Chromium:
        with ExitStack() as opened:
            profile = self._profile or opened.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
            screen = opened.enter_context(_Screen())
            (hears, write), (read, says) = os.pipe(), os.pipe()
            self._process = subprocess.Popen(
                [sys.executable, "-c", _PIPES, str(hears), str(says), *self._command, f"--user-data-dir={profile}"],
                pass_fds=(hears, says),
                env={**os.environ, "DISPLAY": screen.name},
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            os.close(hears)
            os.close(says)
            opened.callback(self._end)
            self._write = opened.enter_context(os.fdopen(write, "wb", buffering=0))
            self._read = opened.enter_context(os.fdopen(read, "rb"))
            self._opened = opened.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._opened.close()

    def tab(self, address: str) -> Tab:
        """A new tab, in front of those that are open: they are hidden now."""
        target = self.call("Target.createTarget", url=address)["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Tab(self, session)

    def call(self, method: str, session: str = "", **given: Any) -> Any:
        """Send a command and wait for its answer; events are ignored."""
        self._number += 1
        asked: dict[str, Any] = {"id": self._number, "method": method, "params": given}
        if session:
            asked["sessionId"] = session
        self._write.write(json.dumps(asked).encode() + b"\0")
        while True:
            answer = json.loads(self._message())
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def kill(self) -> None:
        """End all its processes at once, as a system does that is short of memory."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _message(self) -> bytes:
        read = bytearray()
        while (byte := self._read.read(1)) != b"\0":
            if not byte:
                raise SystemExit("Chromium ended.")
            read += byte
        return bytes(read)

    def _end(self) -> None:
        self._process.terminate()
        self._process.wait()


class Tab:
    """One page."""

    def __init__(self, browser: Chromium, session: str) -> None:
        self._browser, self._session = browser, session

    def call(self, method: str, **given: Any) -> Any:
        """Send a command to this page."""
        return self._browser.call(method, self._session, **given)

    def evaluate(self, script: str) -> Any:
        """The value of an expression, awaited, with user activation."""
        wish = {"expression": script, "awaitPromise": True, "returnByValue": True, "userGesture": True}
        found = self.call("Runtime.evaluate", **wish)
        if "exceptionDetails" in found:
            raise SystemExit(found["exceptionDetails"].get("exception", {}).get("description", script))
        return found["result"].get("value")

    def until(self, script: str, patience: float) -> Any:
        """The value of an expression, polled until it is truthy."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if found := self.evaluate(script):
                return found
            time.sleep(0.5)
        raise SystemExit(f"Not within {patience:.0f} s: {script}")


class _Screen:
    """A virtual screen."""

    def __enter__(self) -> _Screen:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
        self._process = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as said:
            self.name = f":{said.readline().strip()}"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait()
