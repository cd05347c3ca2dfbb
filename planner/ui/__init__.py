"""The window: the only room that knows Qt."""

AS_IT_WAS = "--as-it-was"
"""The word in a call of the program before the note about the windows that another one has shown (anew.py)."""
