"""Scanning a stack of files from one desk, and recording them together."""
