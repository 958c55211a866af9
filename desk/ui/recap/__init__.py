"""Rekap: what came, what went, what is open; every number opens its files."""
