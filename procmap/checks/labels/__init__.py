"""What things are called: work by what is done, a role by who does it, a question with its mark."""
