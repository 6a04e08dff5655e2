"""Measures the build, the preview, pages and the timer for scripts/bench."""
