"""The nouns of a routine: exercises, doses, figures, routines. Frozen, and free of every format."""
