"""The dataset and what it turns into."""
