"""Executes the schema: types, keys and forms of values."""
