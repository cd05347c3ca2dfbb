"""What is raised when the person who asked for a file no longer wants it."""

from __future__ import annotations


class CancelledError(Exception):
    """The person who asked for it no longer wants it."""
