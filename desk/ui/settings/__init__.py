"""Pengaturan: its parts at the left (`sections`), each a page of its own in a folder here."""
