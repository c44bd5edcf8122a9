"""What is read and written: where it comes from, what it is for, and how long it is kept."""
