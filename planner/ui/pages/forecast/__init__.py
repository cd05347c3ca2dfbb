"""Chapter 10: what comes of it, how sure that is, and what a cut would cost."""
