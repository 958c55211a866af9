"""Jabatan dan pejabat: who holds which desk, today or on any day; appointing, leave, endings."""
