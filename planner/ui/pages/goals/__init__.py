"""Chapter 2: the goals, each with a half for marketing and one for sales."""
