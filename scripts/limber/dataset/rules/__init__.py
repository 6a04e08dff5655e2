"""What must hold between records, and in them beyond their types. Each rule's name is a sentence."""
