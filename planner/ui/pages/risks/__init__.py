"""Chapter 11: what could go wrong, and what was decided."""
