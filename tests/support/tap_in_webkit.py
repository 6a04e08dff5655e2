"""Taps a button on a page in WebKitGTK, the engine of Safari, as a finger would; run by the system's Python.

Reads {"address", "before", "result"} as JSON: JavaScript to run once the page is there, which lays a button over it,
and an expression that is null until there is a result. Says that result. Run with --try it only says whether it could.
"""

import json
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gdk, GLib, Gtk, WebKit2  # noqa: E402 (the versions come first)

PATIENCE = 600  # seconds, as of Firefox


class Tapping:
    """One page in one window, and one tap on it."""

    def __init__(self, job):
        self.job = job
        self.view = WebKit2.WebView()
        self.view.connect("load-changed", self.loaded)
        window = Gtk.Window()
        window.set_default_size(390, 700)
        window.add(self.view)
        window.show_all()
        self.view.load_uri(job["address"])
        GLib.timeout_add_seconds(PATIENCE, lambda: sys.exit(f"no result within {PATIENCE} s"))

    def loaded(self, _, event):
        if event == WebKit2.LoadEvent.FINISHED:
            self.run(self.job["before"], lambda _: GLib.timeout_add(300, self.tap))

    def tap(self):
        self.button(Gdk.EventType.BUTTON_PRESS)
        # A release in the same instant is none of the user's doing, WebKit finds, and gives it no rights.
        GLib.timeout_add(60, self.button, Gdk.EventType.BUTTON_RELEASE)
        GLib.timeout_add(200, self.ask)
        return False

    def button(self, kind):
        event = Gdk.Event.new(kind)
        event.button.window = self.view.get_window()
        event.button.x, event.button.y, event.button.button = 100, 100, 1
        event.button.time = GLib.get_monotonic_time() // 1000
        event.set_device(Gdk.Display.get_default().get_default_seat().get_pointer())
        Gtk.main_do_event(event)
        return False

    def ask(self):
        self.run(f"return JSON.stringify({self.job['result']} ?? null)", self.answered)
        return False

    def answered(self, text):
        if text == "null":
            GLib.timeout_add(200, self.ask)
        else:
            print(text)
            Gtk.main_quit()

    def run(self, script, then):
        def done(view, answer):
            try:
                then(view.call_async_javascript_function_finish(answer).to_string())
            except GLib.Error as error:
                sys.exit(error.message)

        self.view.call_async_javascript_function(script, -1, None, None, None, None, done)


if sys.argv[1:] != ["--try"]:
    tapping = Tapping(json.load(sys.stdin))
    Gtk.main()
