"""What is known of the work, by whom, and what nobody has been asked."""
