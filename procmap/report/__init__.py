"""Findings as people or programs read them; every format is a file. Returns text, and neither prints nor asks."""
