"""Chapter 8: what is done when, by whom and for which goal."""
