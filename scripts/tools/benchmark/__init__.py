"""What scripts/bench needs to measure the build against plain MkDocs with Material; the site needs none of it."""
