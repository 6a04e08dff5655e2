"""Runs the web servers that are installed with a built site and its headers."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 600  # seconds; a busy machine is no fault
TYPES = {"text/html": "html", "text/css": "css", "text/javascript": "js", "application/json": "json"}
TYPES |= {"image/svg+xml": "svg", "image/png": "png", "application/xml": "xml"}


def program(*names: str) -> str | None:
    """The first of these that is here; Debian keeps servers where not everyone looks."""
    return next((found for name in names if (found := shutil.which(name) or shutil.which(f"/usr/sbin/{name}"))), None)


@contextmanager
def apache(folder: Path, scratch: Path) -> Iterator[str]:
    """Apache as web space has it: all is left to the site's own .htaccess."""
    found = Path(program("apache2", "httpd") or "")
    modules = next(
        each for each in (found.parents[1] / "lib/apache2/modules", found.parents[1] / "modules") if each.exists()
    )
    names = ("mpm_event", "authz_core", "dir", "mime", "headers")
    loads = "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in names)
    (scratch / "types").write_text("".join(f"{kind} {ending}\n" for kind, ending in TYPES.items()), "utf-8")
    port = _free()
    (scratch / "httpd.conf").write_text(
        f"""{loads}Listen 127.0.0.1:{port}
ServerName limber.example
ServerRoot {scratch}
PidFile {scratch}/pid
ErrorLog {scratch}/errors
TypesConfig {scratch}/types
DirectoryIndex index.html
DocumentRoot {folder}
<Directory {folder}>
Require all granted
AllowOverride FileInfo
</Directory>
<FilesMatch "^\\.ht">
Require all denied
</FilesMatch>
""",
        "utf-8",
    )
    with _running([str(found), "-X", "-f", str(scratch / "httpd.conf")], port) as address:
        yield address


@contextmanager
def nginx(folder: Path, scratch: Path, example: str) -> Iterator[str]:
    """nginx with an example for `http` and one for `server`, parted by an empty line."""
    within_http, within_server = example.split("\n\n", 1)
    port = _free()
    types = "".join(f"{kind} {ending};" for kind, ending in TYPES.items())
    kept = "".join(
        f"{kind}_temp_path {scratch}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (scratch / "nginx.conf").write_text(
        f"""daemon off; pid {scratch}/pid; error_log {scratch}/errors; master_process off;
events {{}}
http {{
access_log off; {kept}
types {{ {types} }}
{within_http}
server {{ listen 127.0.0.1:{port}; root {folder};
{within_server}
}} }}
""",
        "utf-8",
    )
    command = [
        program("nginx") or "",
        "-c",
        str(scratch / "nginx.conf"),
        "-p",
        str(scratch),
        "-e",
        str(scratch / "errors"),
    ]
    with _running(command, port) as address:
        yield address


@contextmanager
def caddy(folder: Path, scratch: Path, example: str) -> Iterator[str]:
    """Caddy with an example for a site."""
    port = _free()
    (scratch / "Caddyfile").write_text(
        f"{{\nadmin off\nauto_https off\n}}\nhttp://127.0.0.1:{port} {{\nroot * {folder}\nfile_server\n{example}}}\n",
        "utf-8",
    )
    command = [program("caddy") or "", "run", "--config", str(scratch / "Caddyfile"), "--adapter", "caddyfile"]
    with _running(command, port) as address:
        yield address


def _free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int) -> Iterator[str]:
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        end = time.monotonic() + PATIENCE
        while not _answers(port):
            assert process.poll() is None and process.stdout, process.stdout and process.stdout.read().decode()
            assert time.monotonic() < end, "it took too long"
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(PATIENCE)
        if process.stdout:
            process.stdout.close()


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def asked(address: str) -> tuple[int, dict[str, str]]:
    """What a host answers: the status, and each header by its name in small letters."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, {name.lower(): value for name, value in answer.headers.items()}
