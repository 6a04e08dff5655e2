"""Turns the numbers of a pose into geometry, drawings and motion."""
