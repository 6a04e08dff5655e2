"""The dataset and everything that is generated from it."""
