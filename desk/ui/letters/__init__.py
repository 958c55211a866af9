"""Surat: the agenda books of incoming and outgoing letters, which fill themselves."""
