"""Chapter 7: the brief, what the agency asks, and what both think of it."""
