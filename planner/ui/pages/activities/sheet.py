"""How the fields of an activity are arranged on its sheet and in the dialog for a new one."""

from planner.i18n import mark

NEW = ("title", "kind", "owner", "start", "end", "goals", "sales_inputs")
"""What is asked for a new activity; everything else has time."""

GROUPS = (
    ("", ("title", "status", "kind", "start", "end", "owner", "supporter", "sales_role")),
    (mark("Why"), ("goals", "sales_inputs", "segments", "channel", "stage", "success_metric", "origin", "last_result")),
    (
        mark("Dates"),
        (
            "depends_on", "start_day", "end_day", "fixed_day", "fixed_last_day", "fixed_what", "review_day",
            "review_side", "progress",
        ),
    ),
    (mark("Leads"), ("leads_low", "leads_likely", "leads_high")),
    (mark("Work"), ("deputy", "in_brief", "hours_marketing", "hours_sales", "hours_agency")),
    (
        mark("When money changes"),
        (
            "sunk", "all_or_nothing", "least_spend", "most_spend", "curve", "elasticity", "leads_at_nothing",
            "leads_at_half_more", "leads_at_most",
        ),
    ),
)  # fmt: skip
