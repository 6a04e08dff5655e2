"""Files for other programs: the JSON API, calendars, the feed, schema.org and figures."""
