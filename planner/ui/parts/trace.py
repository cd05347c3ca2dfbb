"""How a figure comes about, as plain values: the sentence, what goes in, and where each of it leads."""

from planner.model.value import Value


class TraceLine(Value):
    """One number that goes in. `go` leads on: "trace:KEY", "row:ID:FIELD" or "" for nowhere."""

    name: str
    value: str
    go: str = ""


class Trace(Value):
    """A figure, the sentence that says how it comes about, and what goes in."""

    name: str
    value: str
    how: str
    lines: tuple[TraceLine, ...] = ()


def row(id: str, field: str = "") -> str:
    """Where a line leads that is a row of the plan."""
    return f"row:{id}:{field}"
