"""Komputer ini: what this PC prefers, and which counter it is."""
