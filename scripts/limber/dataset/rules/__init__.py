"""Checks what the schema cannot: constraints within and between records. Each rule's name is a sentence."""
