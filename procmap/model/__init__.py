"""What teams describe: frozen, typed, judged by pydantic; it knows nothing of findings, drawings or positions."""
