"""The start screen and the ways to begin a plan."""
