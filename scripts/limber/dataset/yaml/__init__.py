"""Reads YAML with positions, and finds what its author did not mean."""
