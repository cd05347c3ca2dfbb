"""Chapter 9: what it costs by month, within the envelope."""
