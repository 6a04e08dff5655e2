"""Sheets and cards: their texts, how much fits, how it is laid out, and QR codes."""
