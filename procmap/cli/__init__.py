"""The command line: the only room that prints, exits, asks the clock or reads the environment."""
