"""Reads exercises from tables, other databases and plain text into draft records of the dataset."""
