"""What is said when a file cannot be used."""

from __future__ import annotations


class ImportRefused(Exception):
    """A file that is not imported; the message is one plain sentence that says what is wrong and what to do."""
