"""Views derived from the model: who comes after whom, handovers, places, and what checks see."""
