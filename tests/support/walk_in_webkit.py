"""Walks through pages in WebKitGTK, the engine of Safari, one line of JSON at a time; run by the system's Python.

Reads lines {"go": address, "ask": script}: an address, where there is one, and a function's body that may wait.
Says what it returns, as one line of JSON; what goes wrong is said on stderr and ends it. argv[1] is where the browser
keeps things.
"""

import json
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402 (the versions come first)

PATIENCE = 600  # seconds, as of Firefox


class Walk:
    """One page in one window."""

    def __init__(self, folder):
        manager = WebKit2.WebsiteDataManager(base_data_directory=folder, base_cache_directory=folder)
        self.view = WebKit2.WebView(web_context=WebKit2.WebContext.new_with_website_data_manager(manager))
        window = Gtk.Window()
        window.set_default_size(390, 700)
        window.add(self.view)
        window.show_all()

    def go(self, address):
        """Open an address, also one whose page comes with an error."""
        handler = self.view.connect(
            "load-changed", lambda _, event: event == WebKit2.LoadEvent.FINISHED and Gtk.main_quit()
        )
        self.view.load_uri(address)
        Gtk.main()
        self.view.disconnect(handler)

    def ask(self, script):
        """What a script in the page returns."""
        found = []

        def done(view, answer):
            try:
                found.append(view.call_async_javascript_function_finish(answer).to_string())
            except GLib.Error as error:
                sys.exit(error.message)
            Gtk.main_quit()

        body = f"return JSON.stringify((await (async () => {{ {script} }})()) ?? null)"
        self.view.call_async_javascript_function(body, -1, None, None, None, None, done)
        Gtk.main()
        return found[0]


walk = Walk(sys.argv[1])
for line in iter(sys.stdin.readline, ""):
    job = json.loads(line)
    limit = GLib.timeout_add_seconds(PATIENCE, lambda: sys.exit(f"no answer within {PATIENCE} s"))
    if "go" in job:
        walk.go(job["go"])
    print(walk.ask(job["ask"]), flush=True)
    GLib.source_remove(limit)
