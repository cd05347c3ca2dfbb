"""The outlook: funnel and fan, the cut below them, what goes with it, and the cuts that are kept."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from planner.calc.cut import ScenarioCut
from planner.calc.outlook import Outlook
from planner.calc.results import Results
from planner.i18n import _
from planner.model.plan import Plan
from planner.ui.numbers import numbers_of
from planner.ui.pages.forecast.cost import CostCard, ScenarioCard, scenario_faces
from planner.ui.pages.forecast.cut import CutCard, Strip
from planner.ui.pages.forecast.cutting import Cutting
from planner.ui.pages.forecast.fan import FanChart
from planner.ui.pages.forecast.figures import Missing, fan_face, missing, stage_faces
from planner.ui.pages.forecast.funnel import Funnel
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text

WIDEST = 1320
_FUNNEL, _FUNNEL_LEAST, _ROOMY = 416, 360, 1060


class MissingCard(Card):
    """What the figures still lack, with a way to the first of it."""

    fillAsked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: Missing | None = None
        self.words = Text("", "body", "look.text")
        self.fill = Button("", "link", size="small", icon="arrow-right")
        self.fill.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(16)
        row.addWidget(self.words, 1)
        row.addWidget(self.fill)

    def show_missing(self, found: tuple[Missing, ...]) -> None:
        """Show what is missing; nothing missing hides the card."""
        self._first = found[0] if found else None
        self.setVisible(bool(found))
        if found:
            self.words.setText(_("Not known yet: {things}.").format(things="; ".join(one.words for one in found)))
            self.fill.setText(_("Fill in the first"))

    def _ask(self) -> None:
        self.fillAsked.emit(self._first)


class OutlookView(QWidget):
    """`traced(key)` for a figure that is asked about."""

    traced = Signal(object)

    def __init__(self, cutting: Cutting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cutting = cutting
        self._results: Results | None = None
        self._kept: tuple[ScenarioCut, ...] = ()
        self.missing = MissingCard()
        self.funnel, self.fan = Funnel(), FanChart()
        self.funnel.opened.connect(self.traced)
        self.fan.opened.connect(self.traced)
        self.cut = CutCard(cutting)
        self.cost = CostCard()
        self.cost.traced.connect(self.traced)
        self.scenarios = ScenarioCard()
        self._funnel_card, fan_card = _sheet(self.funnel), _sheet(self.fan)
        upper = QHBoxLayout()
        upper.setSpacing(20)
        upper.addWidget(self._funnel_card, 2)
        upper.addWidget(fan_card, 3)
        self._paper = Paper()
        self._column = QVBoxLayout(self._paper)
        self._column.setSpacing(20)
        self._column.addWidget(self.missing)
        self._column.addLayout(upper)
        for card in (self.cut, self.cost, self.scenarios):
            self._column.addWidget(card)
        self._column.addStretch(1)
        self._scroll = Scroll(self._paper)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.strip = Strip(self)
        self._scroll.verticalScrollBar().valueChanged.connect(self._place_strip)
        self.cut.installEventFilter(self)
        cutting.changed.connect(self._show_cut)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_in_sight)

    def show_plan(self, plan: Plan, results: Results, outlook: Outlook | None) -> None:
        """The plan, and what is drawn of it so far."""
        self._results = results
        self.missing.show_missing(missing(plan, results))
        self.funnel.show_faces(stage_faces(plan, results, outlook))
        self.fan.show_face(fan_face(plan, results, outlook), numbers_of(plan))
        self.cutting.show_results(results, outlook)

    def show_kept(self, kept: tuple[ScenarioCut, ...]) -> None:
        """What the scenarios of the plan come to."""
        self._kept = kept
        self._show_scenarios()

    def _show_cut(self) -> None:
        if self._results is None:
            return
        plan, results = self._results.plan, self._results
        self.cut.show_cut(plan, results)
        self.strip.show_cut(plan, results, self.cutting)
        self.cost.show_cut(plan, self.cutting.cut)
        self._show_scenarios()
        self._place_strip()

    def _show_scenarios(self) -> None:
        if self._results is not None:
            self.scenarios.show_scenarios(scenario_faces(self._results.plan, self._kept, self.cutting))

    def reveal(self, widget: QWidget) -> None:
        """Bring something of this view into sight."""
        self._scroll.ensureWidgetVisible(widget, 0, 120)

    # The sentence that stays in sight

    def _place_strip(self) -> None:
        wide = self.cut.width() - 2
        high = self.strip.height_for(wide)
        self.cut.foot.setFixedHeight(high)
        at = self.cut.foot.mapTo(self, self.cut.foot.rect().topLeft())
        limit = self.height() - high - 8
        loose = self.strip.sticks and at.y() > limit
        self.strip.set_loose(loose)
        self.strip.setGeometry(at.x() + 1, limit if loose else at.y() - 1, wide, high)
        self.strip.fit()
        self.strip.raise_()

    def _keep_in_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What the keyboard reaches does not stay under the sentence."""
        if now is None or not self.isVisible() or not self._paper.isAncestorOf(now):
            return
        foot = now.mapTo(self, now.rect().bottomLeft()).y()
        if foot > self.strip.y() and self.strip.y() + self.strip.height() >= self.height() - 8:
            self._scroll.ensureWidgetVisible(now, 0, self.strip.height() + 24)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place_strip()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(0, self.width() - 64 - WIDEST)
        self._column.setContentsMargins(32, 4, 32 + spare, 32)
        self._funnel_card.setFixedWidth(_FUNNEL_LEAST if self.width() < _ROOMY else _FUNNEL)
        self._place_strip()


def _sheet(picture: QWidget) -> Card:
    card = Card()
    inside = QVBoxLayout(card)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    return card
