"""What the plain chapters say: the name of each list, its columns, and why it is worth filling."""

from dataclasses import dataclass

from planner.i18n import mark as _
from planner.ui.forms.table import NAME


@dataclass(frozen=True)
class Sheet:
    """One table of a plain chapter; texts are translated where they are shown."""

    title: str
    add: str
    headline: str
    why: str
    columns: tuple[str, ...] = ()
    """What stands in the list beside the name."""

    @property
    def shown(self) -> tuple[str, ...]:
        """All columns of the list."""
        return (NAME, *self.columns)


SHEETS = {
    "facts": Sheet(_("Plan and company"), "", "", ""),
    "funnel": Sheet(_("Assumptions"), "", "", ""),
    "note": Sheet(_("Situation and SWOT"), _("Add a line"), _("Nothing is written down yet."),
                  _("What everybody knows and nobody wrote down is what people argue about later."), ("kind",)),
    "bridge_step": Sheet(_("Bridge"), _("Add a step"), _("The bridge has no steps yet."),
                         _("Steps from last year to the goal show where the difference has to come from."),
                         ("amount",)),
    "person": Sheet(_("People"), _("Add a person"), _("Nobody is in the plan yet."),
                    _("Everything in a plan belongs to somebody. Start with who is in the room."), ("role",)),
    "extra": Sheet(_("Kept from files"), _("Add an entry"), _("Nothing was left over."),
                   _("What a plan file carried that this program has no field for is kept here and written back."),
                   ("key",)),
    "segment": Sheet(_("Customers"), _("Add customers"), _("Who buys is not written down yet."),
                     _("A plan for everybody reaches nobody. Name who buys for the same reason."), ("priority",)),
    "material": Sheet(_("Materials"), _("Add material"), _("No material is listed yet."),
                      _("List what exists and let both sides rate it before anything is reprinted."),
                      ("type", "decision")),
    "rating": Sheet(_("Ratings"), _("Add a rating"), _("Nobody has rated yet."),
                    _("Rated blind, both sides see what the other one really uses."), ("person", "score")),
    "brief": Sheet(_("Briefs"), _("Add a brief"), _("There is no brief yet."),
                   _("One page, one proposition, one person who says yes: an agency can work with that."),
                   ("version",)),
    "question": Sheet(_("Questions"), _("Add a question"), _("The brief starts with a question."),
                      _("An agency that asks nothing is guessing. Write the first thing you would need to know."),
                      ("status",)),
    "approval": Sheet(_("Approvals"), _("Add an approval"), _("Nobody has said yes yet."),
                      _("Each side says yes to one version of the brief, with a name and a day."),
                      ("person", "date")),
    "brief_score": Sheet(_("Scores"), _("Add a score"), _("The brief has not been scored yet."),
                         _("Client and agency score each heading; where they differ there is something to say."),
                         ("heading", "score")),
    "activity": Sheet(_("Activities"), _("Add activity"), _("Nothing is planned yet."),
                      _("Start with what answers an input. What answers nobody has to explain itself."),
                      ("start", "status")),
    "run": Sheet(_("Runs"), _("Add a run"), _("Every activity takes place once."),
                 _("What is done in April and again in October is one activity with two runs."), ("start", "end")),
    "lead_month": Sheet(_("Leads by month"), _("Add leads"), _("No leads are placed in months yet."),
                        _("When leads arrive decides whether their orders still land in the period."),
                        ("month", "likely")),
    "stage": Sheet(_("Stages"), _("Add a stage"), _("No stage is agreed yet."),
                   _("A lead is only a lead when marketing and sales mean the same by it."), ("owner",)),
    "rate": Sheet(_("Rates"), _("Add a rate"), _("No rate is known yet."),
                  _("The share that goes on from stage to stage, with where you have it from."),
                  ("most_likely", "low", "high")),
    "prior_month": Sheet(_("Last year’s leads"), _("Add a month"), _("No earlier leads are known yet."),
                         _("Leads from before the plan still bring orders in its first months."), ("leads",)),
    "scenario": Sheet(_("What if"), _("Add a what-if"), _("No what-if is kept yet."),
                      _("Decide what goes first before somebody else has to decide it."), ("kind",)),
    "risk": Sheet(_("Risks"), _("Add a risk"), _("Nobody has said what could go wrong."),
                  _("A plan that fails usually fails for a reason that somebody in the room already knew."),
                  ("type", "status")),
    "premortem": Sheet(_("Pre-mortem"), _("Add a round"), _("The plan has not failed in your heads yet."),
                       _("Imagine it is a year later and the plan has failed. Write down why."), ("held_on",)),
    "decision": Sheet(_("Decisions"), _("Add a decision"), _("Nothing is decided yet."),
                      _("A decision has a day, a name, and what those who disagreed said."), ("date", "status")),
    "commitment": Sheet(_("Promises"), _("Add a promise"), _("Nobody has promised anything yet."),
                        _("What each side promises the other, with a measure and what follows if it is missed."),
                        ("from_function", "to_function")),
    "signoff": Sheet(_("Signatures"), _("Add a signature"), _("Nobody has signed yet."),
                     _("A signature says: I will not be surprised by this plan."), ("function", "date")),
    "waiver": Sheet(_("Waivers"), _("Add a waiver"), _("No finding is waived."),
                    _("A finding can be left as it is, if a name, a reason and a day stand beside it."),
                    ("object", "until")),
    "pulse": Sheet(_("Pulse"), _("Add an answer"), _("The pulse has not been taken yet."),
                   _("Twelve statements, answered blind by each side, show how far apart you are."),
                   ("statement", "score")),
    "actual": Sheet(_("What came in"), _("Add a figure"), _("No month has been entered yet."),
                    _("A plan that is not compared with what happened is a wish."), ("month", "value")),
    "promise_check": Sheet(_("Promises kept"), _("Add a check"), _("No promise has been checked yet."),
                           _("Once a month, each promise: kept or not, and what follows."), ("period", "kept")),
    "session": Sheet(_("Sessions"), _("Add a session"), _("No session was held yet."),
                     _("Who was there, and which gate you worked towards."), ("held_on",)),
    "coach_answer": Sheet(_("Answers to the coach"), _("Add an answer"), _("No question was answered yet."),
                          _("What became of the coach’s questions."), ("state",)),
    "brief_section": Sheet(_("Headings"), _("Add a heading"), _("No heading is written yet."),
                           _("Eight headings hold what an agency has to know."), ("heading", "ready")),
    "lead_type": Sheet(_("Kinds of leads"), _("Add a kind"), _("All leads count the same so far."),
                       _("A lead from a referral is worth more than a download. Say how much."), ("per_month",)),
    "threshold": Sheet(_("Thresholds"), _("Add a threshold"), _("Every check draws its usual line."),
                       _("Where a check is too strict or too mild for you, move its line and say why."), ("value",)),
    "cause": Sheet(_("Reasons to fail"), _("Add a reason"), _("Nobody has written a reason yet."),
                   _("One sentence each: why did the plan fail?"), ("by",)),
    "named_version": Sheet(_("Named versions"), _("Add a version"), _("No moment has a name yet."),
                           _("A name lets you come back to how the plan stood."), ("note",)),
    "settled": Sheet(_("Settled with copies"), "", "", ""),
    "vote_round": Sheet(_("Rounds of dots"), _("Add a round"), _("No dots have been placed yet."),
                        _("Dots show what matters to whom. The first dot on an input opens a round."),
                        ("kind", "held_on")),
    "dot": Sheet(_("Dots"), _("Add dots"), _("No dots have been placed yet."),
                 _("Dots show what matters to whom."), ("function", "dots")),
}  # fmt: skip
