"""Short words for rules that are often broken by several rows at once: for one row, and for many."""

from __future__ import annotations

from planner.i18n import mark

RULE_WORDS = {
    "GOL-01": (
        mark("{n} goal has an owner on one side only"),
        mark("{n} goals have an owner on one side only"),
    ),
    "GOL-02": (
        mark("{n} goal has no measure, figure or day"),
        mark("{n} goals have no measure, figure or day"),
    ),
    "GOL-03": (
        mark("{n} goal does not say where today's figure comes from"),
        mark("{n} goals do not say where today's figure comes from"),
    ),
    "GOL-05": (mark("{n} goal is served by no activity"), mark("{n} goals are served by no activity")),
    "STK-01": (
        mark("{n} person with power has not been heard in time"),
        mark("{n} people with power have not been heard in time"),
    ),
    "STK-02": (mark("{n} stakeholder has no next step"), mark("{n} stakeholders have no next step")),
    "SIN-01": (
        mark("{n} input has waited too long for an answer"),
        mark("{n} inputs have waited too long for an answer"),
    ),
    "SIN-02": (
        mark("{n} input was declined without a reason"),
        mark("{n} inputs were declined without a reason"),
    ),
    "SIN-03": (
        mark("{n} input is taken up and linked to nothing"),
        mark("{n} inputs are taken up and linked to nothing"),
    ),
    "SIN-09": (
        mark("{n} input was promised something that is gone"),
        mark("{n} inputs were promised something that is gone"),
    ),
    "MAT-01": (
        mark("{n} material is paid for again though the field dismisses it"),
        mark("{n} materials are paid for again though the field dismisses them"),
    ),
    "MAT-03": (
        mark("{n} material has been rated by too few"),
        mark("{n} materials have been rated by too few"),
    ),
    "MAT-08": (mark("{n} material has no owner"), mark("{n} materials have no owner")),
    "BRF-01": (
        mark("Work goes on past {n} blocking question"),
        mark("Work goes on past {n} blocking questions"),
    ),
    "ACT-01": (mark("{n} activity serves no goal"), mark("{n} activities serve no goal")),
    "ACT-02": (
        mark("{n} activity has no owner, start or end"),
        mark("{n} activities have no owner, start or end"),
    ),
    "ACT-03": (
        mark("{n} activity cannot be judged afterwards"),
        mark("{n} activities cannot be judged afterwards"),
    ),
    "ACT-05": (mark("{n} activity has no leads by month"), mark("{n} activities have no leads by month")),
    "ACT-06": (mark("{n} activity gives sales no part"), mark("{n} activities give sales no part")),
    "BUD-02": (mark("{n} line has no lead"), mark("{n} lines have no lead")),
    "BUD-03": (
        mark("The months of {n} line do not add up"),
        mark("The months of {n} lines do not add up"),
    ),
    "BUD-04": (mark("{n} line belongs to no activity"), mark("{n} lines belong to no activity")),
    "BUD-11": (mark("{n} line has no priority"), mark("{n} lines have no priority")),
    "FUN-01": (mark("{n} rate rests on nothing"), mark("{n} rates rest on nothing")),
    "FUN-09": (mark("{n} stage is not agreed by both sides"), mark("{n} stages are not agreed by both sides")),
    "RSK-02": (
        mark("{n} heavy risk has no owner or no answer"),
        mark("{n} heavy risks have no owner or no answer"),
    ),
    "RSK-06": (mark("{n} risk has no owner"), mark("{n} risks have no owner")),
    "DEC-01": (
        mark("{n} decision does not say who made it"),
        mark("{n} decisions do not say who made them"),
    ),
    "COM-02": (mark("{n} promise has not been accepted"), mark("{n} promises have not been accepted")),
}
