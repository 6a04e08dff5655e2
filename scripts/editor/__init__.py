"""The form at /edit/ of scripts/serve: writes records into data/exercises.yaml. No part of it is ever published."""
