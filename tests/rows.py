"""Finding rows of a plan the way people name them."""

from planner.model.plan import Plan, Row


def row_called(plan: Plan, code: str) -> Row:
    """The row with this short code in whichever table. Raises StopIteration where there is none."""
    return next(row for row in plan.rows() if getattr(row, "code", None) == code)
