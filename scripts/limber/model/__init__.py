"""The nouns of a routine as frozen classes, independent of any file format."""
