"""What a shared link shows of a page: its text and its picture."""
