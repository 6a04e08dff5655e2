"""The dataset and what it turns into; knows nothing of MkDocs."""
