"""Files as text with positions: what was written, where it stands, and the one place that saves a file."""
