"""Does the flow hold together: starts, ends, answers."""
