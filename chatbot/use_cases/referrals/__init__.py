"""Friends: their links, what they hear, what they earn."""
