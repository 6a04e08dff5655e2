"""Languages: which one the site speaks, and each message in it."""
