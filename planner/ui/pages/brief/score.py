"""Is it the same brief? Both halves' blind scores as mirrored bars, and the dialog in which they are given."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.calc.brief import HEADINGS, BriefScores, scores_of
from planner.calc.materials import Mean
from planner.i18n import _, _n
from planner.model.edits import Edit
from planner.model.edits.brief import ScoreBrief
from planner.model.fields import FUNCTIONS, RowId
from planner.model.plan import Plan
from planner.ui.numbers import numbers_of
from planner.ui.pages.brief.words import heading_hint, heading_words
from planner.ui.parts.card import Card
from planner.ui.parts.mirrored import MirroredRow, MirroredScore
from planner.ui.parts.paint import RIGHT, draw_text, painter
from planner.ui.parts.rateboard import Answer, Rated
from planner.ui.parts.text import Text
from planner.ui.turns import TurnsDialog
from planner.ui.workspace import Workspace

_HEAD, _FOOT = 44, 32
_OUTSIDE = frozenset({"customer", "partner"})


class ScoreCard(Card):
    """Widest gap first. Nobody's single score is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = MirroredScore(_("Client half"), _("Agency half"))
        self._foot = Text("", "caption", "muted", lines=1)
        self._known, self._slim = False, False
        column = QVBoxLayout(self)
        column.setContentsMargins(24, _HEAD, 24, 9)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addStretch(1)
        column.addWidget(self._foot)

    def show_brief(self, plan: Plan, brief: RowId | None) -> None:
        """Show the scores of a brief."""
        numbers = numbers_of(plan)
        scores = scores_of(plan, brief)
        rows = [
            MirroredRow(
                label=heading_words(one.heading),
                left=one.client.value if one.client else None,
                right=one.agency.value if one.agency else None,
                left_words=numbers.number(one.client.value, 1) if one.client else "–",
                right_words=numbers.number(one.agency.value, 1) if one.agency else "–",
                gap_words="" if one.gap is None else numbers.number(abs(one.gap), 1),
                wide=one.gap is not None and abs(one.gap) > 1,
            )
            for one in scores.headings
        ]

        def mean(found: Mean | None) -> str:
            return numbers.number(found.value, 1) if found else "–"

        self.bars.show_rows(rows, mean(scores.client), mean(scores.agency))
        self._foot.setText(people_words(scores))
        self._known = scores.is_known
        self._fit()

    def set_slim(self, slim: bool) -> None:
        """On a page without room eight empty lines say nothing: the card is then as low as its words."""
        self._slim = slim
        self._fit()

    def _fit(self) -> None:
        shown = self._known or not self._slim
        self.bars.setVisible(shown)
        self.setFixedHeight(_HEAD + (self.bars.sizeHint().height() if shown else 0) + _FOOT)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self.paint_sheet(p)
        head = self.contentsRect().toRectF().adjusted(24, 12, -24, 0)
        head.setHeight(28)
        draw_text(p, head, _("Is it the same brief?"), "card")
        draw_text(p, head, _("Widest gap first, 1 to 5"), "caption", "muted", None, RIGHT)


def people_words(scores: BriefScores) -> str:
    """How many people stand behind both halves."""
    if not scores.is_known:
        return _("Nobody has scored it yet. Each side scores alone; the gap is what you talk about.")
    client = _n("{n} at the client", "{n} at the client", scores.client_people).format(n=scores.client_people)
    agency = _n("{n} at the agency", "{n} at the agency", scores.agency_people).format(n=scores.agency_people)
    return _("Scored by {client} and {agency}").format(client=client, agency=agency)


class ScoreDialog(TurnsDialog):
    """How clear is each heading to you? Client and agency, one after the other."""

    def __init__(self, workspace: Workspace, brief: RowId) -> None:
        self._brief = brief
        super().__init__(
            workspace,
            _("How clear is it to you?"),
            _("1 leaves me guessing, 5 I could start tomorrow. Nobody sees what others said before all have."),
            [side for side in FUNCTIONS if side not in _OUTSIDE],
            unknown=False,
        )

    def rows(self) -> Sequence[Rated]:
        return [Rated(key=heading, name=heading_words(heading), below=heading_hint(heading)) for heading in HEADINGS]

    def edit(self, person: RowId, answers: Mapping[str, Answer]) -> Edit:
        scores = {heading: float(answer) for heading, answer in answers.items() if answer != "unknown"}
        return ScoreBrief(self._brief, person, scores)
