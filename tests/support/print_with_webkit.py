"""Prints pages with WebKitGTK, as a browser built on it would; run by the system's Python, which has its library.

Reads [[address, paper, file, margin], …] as JSON; the margin, in mm, is the printer's, or null for the usual one.
Run with --try it only says, by its status, whether it could print.
"""

import json
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402 (the versions come first)

SIZES = {"A4": Gtk.PAPER_NAME_A4, "Letter": Gtk.PAPER_NAME_LETTER}


class Printing:
    """One page after the other, in one view."""

    def __init__(self, jobs):
        self.jobs = iter(jobs)
        self.view = WebKit2.WebView()
        self.view.connect("load-changed", self.loaded)
        window = Gtk.OffscreenWindow()
        window.add(self.view)
        window.show_all()

    def next(self, *_):
        self.job = next(self.jobs, None)
        if self.job is None:
            Gtk.main_quit()
        else:
            self.view.load_uri("about:blank")  # else a page that differs in its fragment only is not loaded again

    def loaded(self, view, event):
        if event == WebKit2.LoadEvent.FINISHED:
            address, *wished = self.job
            if view.get_uri() == address:
                self.print(*wished)
            else:
                view.load_uri(address)

    def print(self, paper, file, margin):
        size = Gtk.PaperSize.new(SIZES[paper])
        setup = Gtk.PageSetup()
        setup.set_paper_size_and_default_margins(size)
        if margin is not None:
            for edge in ("top", "bottom", "left", "right"):
                getattr(setup, f"set_{edge}_margin")(margin, Gtk.Unit.MM)
        settings = Gtk.PrintSettings()
        settings.set_printer("Print to File")
        settings.set_paper_size(size)
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(file))
        self.operation = WebKit2.PrintOperation.new(self.view)
        self.operation.set_page_setup(setup)
        self.operation.set_print_settings(settings)
        self.operation.connect("finished", self.next)
        self.operation.connect("failed", lambda _, error: sys.exit(error.message))
        self.operation.print_()


if sys.argv[1:] != ["--try"]:
    printing = Printing(json.load(sys.stdin))
    GLib.idle_add(printing.next)
    Gtk.main()
