"""Counting a tray at the end of a shift."""
