"""The private working copy of a plan."""
