"""Pictures and films that a coach brings: what they are, and how they are published."""
