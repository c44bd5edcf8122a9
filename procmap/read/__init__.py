"""From files, and from Python, to a map: a Reading holds the map, what the reader had to say, and the sources."""
