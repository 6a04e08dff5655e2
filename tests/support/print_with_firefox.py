"""Prints pages with Firefox over Marionette, which it speaks itself: a length, a colon, JSON."""

import base64
import json
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

SLOWEST = 600  # seconds for one answer, as that to a script which waits until a busy device has kept a site
CENTIMETRES = {"A4": (21.0, 29.7), "Letter": (21.59, 27.94)}


@contextmanager
def firefox(program, profile, *options, keeps=True):
    """A Firefox without a window, in a fresh profile; gives a function that sends it a command.

    `keeps`: it keeps the site as a visitor's does; for a test of something else that is much work beside it.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (Path(profile) / "user.js").write_text(
        f'user_pref("marionette.port", {port});\n'
        'user_pref("network.proxy.type", 0);\nuser_pref("app.update.disabledForTesting", true);\n'
        f'user_pref("dom.serviceWorkers.enabled", {json.dumps(keeps)});\n'
    )
    with subprocess.Popen(
        [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            with _connection(port) as connection, connection.makefile("rwb") as line:
                _read(line)  # it introduces itself
                yield lambda name, **given: _ask(line, name, given)
        finally:
            process.terminate()


def print_all(program, profile, jobs, shown="html"):
    """Print each [address, paper, file, margin in mm or none], once what `shown` selects is there."""
    with firefox(program, profile, keeps=False) as ask:
        ask("WebDriver:NewSession", capabilities={})
        ask("WebDriver:SetTimeouts", implicit=10_000)
        open_now = None
        for address, paper, file, margin in jobs:
            if address != open_now:
                ask("WebDriver:Navigate", url="about:blank")
                ask("WebDriver:Navigate", url=address)
                ask("WebDriver:FindElement", using="css selector", value=shown)
                open_now = address
            width, height = CENTIMETRES[paper]
            given = {"page": {"width": width, "height": height}, "shrinkToFit": False}
            if margin is not None:
                given["margin"] = dict.fromkeys(("top", "right", "bottom", "left"), margin / 10)
            said = ask("WebDriver:Print", **given)
            Path(file).write_bytes(base64.b64decode(said["value"]))


def _connection(port, patience=40):
    end = time.monotonic() + patience
    while True:
        try:
            connection = socket.create_connection(("127.0.0.1", port), timeout=patience)
            connection.settimeout(SLOWEST)
            return connection
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def _ask(line, name, given):
    message = json.dumps([0, 1, name, given]).encode()
    line.write(b"%d:%b" % (len(message), message))
    line.flush()
    _, _, error, value = _read(line)
    assert not error, f"{name}: {error}"
    return value


def _read(line):
    length = b""
    while not length.endswith(b":"):
        length += line.read(1)
    return json.loads(line.read(int(length[:-1])))
