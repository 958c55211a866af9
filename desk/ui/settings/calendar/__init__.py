"""Kalender kerja: the days on which the office is closed, its hours, and what a change did to promised dates."""
