"""Short words for rules that are often broken by several rows at once: for one row, and for many."""

from __future__ import annotations

from planner.i18n import mark_n

RULE_WORDS = {
    "GOL-01": mark_n("{n} goal has an owner on one side only", "{n} goals have an owner on one side only"),
    "GOL-02": mark_n("{n} goal has no measure, figure or day", "{n} goals have no measure, figure or day"),
    "GOL-03": mark_n(
        "{n} goal does not say where today's figure comes from",
        "{n} goals do not say where today's figure comes from",
    ),
    "GOL-05": mark_n("{n} goal is served by no activity", "{n} goals are served by no activity"),
    "STK-01": mark_n(
        "{n} person with power has not been heard in time",
        "{n} people with power have not been heard in time",
    ),
    "STK-02": mark_n("{n} stakeholder has no next step", "{n} stakeholders have no next step"),
    "SIN-01": mark_n("{n} input has waited too long for an answer", "{n} inputs have waited too long for an answer"),
    "SIN-02": mark_n("{n} input was declined without a reason", "{n} inputs were declined without a reason"),
    "SIN-03": mark_n("{n} input is taken up and linked to nothing", "{n} inputs are taken up and linked to nothing"),
    "SIN-09": mark_n(
        "{n} input was promised something that is gone",
        "{n} inputs were promised something that is gone",
    ),
    "MAT-01": mark_n(
        "{n} material is paid for again though the field dismisses it",
        "{n} materials are paid for again though the field dismisses them",
    ),
    "MAT-03": mark_n("{n} material has been rated by too few", "{n} materials have been rated by too few"),
    "MAT-08": mark_n("{n} material has no owner", "{n} materials have no owner"),
    "BRF-01": mark_n("Work goes on past {n} blocking question", "Work goes on past {n} blocking questions"),
    "ACT-01": mark_n("{n} activity serves no goal", "{n} activities serve no goal"),
    "ACT-02": mark_n("{n} activity has no owner, start or end", "{n} activities have no owner, start or end"),
    "ACT-03": mark_n("{n} activity cannot be judged afterwards", "{n} activities cannot be judged afterwards"),
    "ACT-05": mark_n("{n} activity has no leads by month", "{n} activities have no leads by month"),
    "ACT-06": mark_n("{n} activity gives sales no part", "{n} activities give sales no part"),
    "BUD-02": mark_n("{n} line has no lead", "{n} lines have no lead"),
    "BUD-03": mark_n("The months of {n} line do not add up", "The months of {n} lines do not add up"),
    "BUD-04": mark_n("{n} line belongs to no activity", "{n} lines belong to no activity"),
    "BUD-11": mark_n("{n} line has no priority", "{n} lines have no priority"),
    "FUN-01": mark_n("{n} rate rests on nothing", "{n} rates rest on nothing"),
    "FUN-09": mark_n("{n} stage is not agreed by both sides", "{n} stages are not agreed by both sides"),
    "RSK-02": mark_n("{n} heavy risk has no owner or no answer", "{n} heavy risks have no owner or no answer"),
    "RSK-06": mark_n("{n} risk has no owner", "{n} risks have no owner"),
    "DEC-01": mark_n("{n} decision does not say who made it", "{n} decisions do not say who made them"),
    "COM-02": mark_n("{n} promise has not been accepted", "{n} promises have not been accepted"),
}
