"""Opens pages in Firefox and in WebKitGTK, the engine of Safari, and asks them."""

import json
import os
import subprocess
from contextlib import contextmanager
from pathlib import Path

from print_with_firefox import SLOWEST, firefox
from printers import UNCAGED
from system_parts import needed


@contextmanager
def in_firefox(folder):
    """A function that opens an address and asks its page."""
    with firefox(needed("firefox"), folder) as ask:
        ask("WebDriver:NewSession", capabilities={})
        ask("WebDriver:SetTimeouts", script=SLOWEST * 1000)

        def walk(script, address=None):
            if address:
                ask("WebDriver:Navigate", url="about:blank")
                ask("WebDriver:Navigate", url=address)
            body = f"const done = arguments[0]; (async () => {{ {script} }})().then(done);"
            return ask("WebDriver:ExecuteAsyncScript", script=body)["value"]

        yield walk


@contextmanager
def in_webkit(folder):
    """The same in WebKitGTK."""
    program = [
        "xvfb-run",
        "-a",
        needed("webkit"),
        str(Path(__file__).with_name("walk_in_webkit.py")),
        str(folder),
    ]
    said = folder.with_name("said-by-webkit.txt")
    with (
        said.open("w", encoding="utf-8") as errors,
        subprocess.Popen(
            program,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, **UNCAGED},
            text=True,
        ) as process,
    ):

        def walk(script, address=None):
            job = {"ask": script} | ({"go": address} if address else {})
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
            assert answer, f"{address or 'the page'} gave no answer to: {script}\n{said.read_text('utf-8')}"
            return json.loads(answer)

        yield walk
        process.stdin.close()


ENGINES = [in_firefox, in_webkit]
