"""Edits of records in the text of the data file, of which all other records stay byte for byte."""
