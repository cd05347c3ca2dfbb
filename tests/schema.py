"""Writes down the schema of the file version that is being worked on: `python -m tests.schema`.

Only for a version that has not been released: the scripts of released ones never change again.
"""

from sqlalchemy.dialects import sqlite

from planner.assets import resource
from planner.model import schema
from planner.model.file.format import FILE_VERSION


def script() -> str:
    """The statements that make an empty plan file, as the text of a script."""
    made = (statement.replace("\t", "    ") for statement in schema.statements(sqlite.dialect()))
    lines = ("\n".join(line.rstrip() for line in statement.splitlines()) + ";\n" for statement in made)
    return "\n".join(lines)


if __name__ == "__main__":
    resource("schema", f"version-{FILE_VERSION}.sql").write_text(script(), encoding="utf-8")
