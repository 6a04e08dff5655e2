"""The colours of a site: what a coach chooses, what is worked out from it, and whether it can be read."""
