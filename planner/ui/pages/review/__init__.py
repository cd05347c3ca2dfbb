"""Chapter 13: what happened by month, against the plan that was signed."""
