"""Turns data/exercises.yaml into a dataset, or into every problem in it with file, line, column and remedy."""
