"""Screens that this version does not have yet: each says so honestly, and what works instead."""
