"""Chapter 12: promises, open findings, and the signatures."""
