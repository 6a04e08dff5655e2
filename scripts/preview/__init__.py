"""Shows the site while it is written: watches the files, builds, and answers the browser."""
