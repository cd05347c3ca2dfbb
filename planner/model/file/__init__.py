"""The file of a plan: found, checked, held, published whole. SQLite never writes the file the user knows.

Edits go to a private working copy; a moment later the whole file is replaced by a finished one, so that a copy
taken at any time opens, and a shared folder sees only whole files. Nothing here knows the tables of a plan.
"""
