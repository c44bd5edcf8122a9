"""Business rules: whether a robot could follow them, and whether their examples, limits and answers agree."""
