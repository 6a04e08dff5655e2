"""The form at /edit/ of scripts/serve: writes records into data/exercises.yaml. No part of it is ever published."""

EDIT, POSE = "/edit/", "/figures/pose/"
"""Below these it is asked; the second also below the path of the site."""
