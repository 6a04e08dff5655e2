"""Builds the same pages with Hugo, where it is installed: as fast as a generator gets.

It reads the Markdown that plain MkDocs reads, resolves its links, and puts a few lines of HTML around: no theme at all.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

HUGO = shutil.which("hugo")
MISSING = "  Hugo is not on PATH; with it (apt-get install hugo), its figures would stand here, too."

_LAYOUTS = {
    "_default/baseof.html": '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>'
    '<meta name="description" content="{{ .Description }}"></head><body>{{ block "main" . }}{{ end }}</body></html>',
    "_default/single.html": '{{ define "main" }}<article>{{ .Content }}</article>{{ end }}',
    "_default/list.html": '{{ define "main" }}<article>{{ .Content }}</article>{{ end }}',
    "_default/_markup/render-link.html": '<a href="{{ if (urls.Parse .Destination).IsAbs }}{{ .Destination }}'
    '{{ else }}{{ relref .Page .Destination }}{{ end }}">{{ .Text | safeHTML }}</a>',
}


def project(plain: Path, folder: Path) -> Path:
    """A project of Hugo's in this folder, with what the plain one has in its docs."""
    pages = sorted((plain / "docs").rglob("*.md"))
    parents = {each.relative_to(plain / "docs").parent for each in pages}
    for page in pages:
        path = page.relative_to(plain / "docs")
        to = path.with_suffix("") / "_index.md" if path.with_suffix("") in parents else path
        to = folder / "content" / (to.with_name("_index.md") if path.name == "index.md" else to)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, to)
    for name, text in _LAYOUTS.items():
        layout = folder / "layouts" / name
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(text, "utf-8")
    settings = {
        "baseURL": "https://coach.example/",
        "disableKinds": ["taxonomy", "term", "RSS"],
        "refLinksErrorLevel": "WARNING",
    }
    (folder / "config.json").write_text(json.dumps(settings), "utf-8")
    return folder
