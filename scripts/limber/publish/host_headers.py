"""Writes the response headers of a site as configuration for several hosts.

Every file comes with the same headers. A file whose name changes with what is in it is kept for a year; for all others
a browser asks each time whether there is a newer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

FOR_EVER = "public, max-age=31536000, immutable"
ASK = "no-cache"
NAMED_BY_CONTENT = r"/assets/([0-9a-f]{10,}/|.+\.[0-9a-f]{8}\.min\.(js|css)$)"
"""Our folder of scripts and styles, and Material's files; as a pattern that every one of these hosts reads alike."""

_UNUSED = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)
_FILE = "# Made by scripts/build: headers for {}.\n"


def headers(policy: str) -> Mapping[str, str]:
    """The headers of every file."""
    return {
        "Content-Security-Policy": policy,
        "Permissions-Policy": ", ".join(f"{each}=()" for each in _UNUSED),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def files(policy: str, mount: str, paths: Iterable[str]) -> Mapping[str, str]:
    """The configuration files in the site itself; `mount` is the path of its address, `paths` are its files."""
    return {"_headers": _listed(policy, mount, paths), ".htaccess": _apache(policy, mount)}


def _listed(policy: str, mount: str, paths: Iterable[str]) -> str:
    """For hosts that send the headers of all matching rules, so that only one rule may set Cache-Control."""
    folder = re.compile(r"(assets/[0-9a-f]{10,}/).*")
    named = {folder.sub(r"\1*", path) for path in paths if re.search(NAMED_BY_CONTENT, f"/{path}")}
    said = [
        _FILE.format("Netlify and Cloudflare Pages, which read it at the top of what is published"),
        "# For what is not named below they have a browser ask each time whether there is a newer one.\n",
        f"{mount}*\n",
        *(f"  {name}: {value}\n" for name, value in headers(policy).items()),
        *(f"{mount}{path}\n  Cache-Control: {FOR_EVER}\n" for path in sorted(named)),
    ]
    return "".join(said)


def _apache(policy: str, mount: str) -> str:
    always = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers(policy).items())
    return f"""{_FILE.format("Apache, for this folder and all below it")}\
ErrorDocument 404 {mount}404.html
AddType text/calendar .ics
AddType application/atom+xml .atom
AddType application/manifest+json .webmanifest
<IfModule mod_headers.c>
{always}  Header always set Cache-Control "{ASK}"
  <If "%{{REQUEST_URI}} =~ m#{NAMED_BY_CONTENT}#">
    Header always set Cache-Control "{FOR_EVER}"
  </If>
</IfModule>
"""


def nginx(policy: str) -> str:
    """For a server of nginx, with the site at its root."""
    always = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers(policy).items())
    return f"""# within http
map $uri $limber_cache {{
    default "{ASK}";
    "~{NAMED_BY_CONTENT}" "{FOR_EVER}";
}}
map $uri $limber_lost {{
    default /404.html;
    "~^(/[^/]+)/" $1/404.html;
}}

# within server
error_page 404 @lost;
location @lost {{ try_files $limber_lost /404.html =404; }}
{always}add_header Cache-Control $limber_cache always;
location ~ \\.ics$ {{ default_type text/calendar; }}
location ~ \\.webmanifest$ {{ default_type application/manifest+json; }}
"""


def caddy(policy: str) -> str:
    """For a site of Caddy, at the root of a host."""
    always = "".join(f'\t{name} "{value}"\n' for name, value in headers(policy).items())
    return f"""header {{
{always}}}
@named path_regexp {NAMED_BY_CONTENT}
@other not path_regexp {NAMED_BY_CONTENT}
header @named Cache-Control "{FOR_EVER}"
header @other Cache-Control {ASK}
handle_errors {{
\ttry_files /{{path.0}}/404.html /404.html
\tfile_server
}}
"""
