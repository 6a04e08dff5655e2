"""One pose while it is made: its numbers and their ranges, its joints to drag, and what stands in the data for it."""
