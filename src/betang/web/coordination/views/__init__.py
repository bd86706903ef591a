"""Pages of meetings, obstacles and commitments."""
