"""Pools one below the other with the messages between them, laid out by procmap."""
