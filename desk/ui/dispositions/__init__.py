"""Disposisi: trays as the office has them on its desks, the files in them, stacks that are scanned, counts of trays."""
