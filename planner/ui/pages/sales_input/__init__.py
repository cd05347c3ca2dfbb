"""Chapter 5: what sales and customers say, and what became of it."""
