"""What has become of each question of the coach in a plan."""

from planner.exchange.question_bank import Question, questions_of
from planner.i18n import _, in_sentence
from planner.model.edits.coach import answers_to
from planner.model.plan import CoachAnswer, Plan
from planner.ui.voices import side_name

OPEN, ASKED, ANSWERED, SKIPPED = "open", "asked", "answered", "skipped"


def asked_words(question: Question) -> str:
    """Whom to ask: "Ask sales"."""
    if not question.ask:
        return _("Ask everybody")
    return _("Ask {side}").format(side=in_sentence(side_name(question.ask)))


def state_of(plan: Plan, key: str) -> str:
    """open, asked, answered or skipped."""
    states = {row.state for row in answers_to(plan, key)}
    return next((state for state in (ANSWERED, SKIPPED, ASKED) if state in states), OPEN)


def answers(plan: Plan, key: str) -> list[CoachAnswer]:
    """The answers that were given to a question, oldest first."""
    return [row for row in answers_to(plan, key) if row.state == ANSWERED]


def in_turn(plan: Plan, chapter: str) -> list[tuple[Question, str]]:
    """The questions of a chapter with their states: those to ask, those that wait for an answer, then the others."""
    order = (OPEN, ASKED, ANSWERED, SKIPPED)
    found = [(one, state_of(plan, one.key)) for one in questions_of(chapter)]
    return sorted(found, key=lambda pair: order.index(pair[1]))
