"""Handing out: the export dialog and homework."""
