"""The cut: sliders that take money out, and the year that follows, live under the finger."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.calc import months
from planner.calc.cut import AGREED, EQUAL, OPTIMAL, Group
from planner.calc.results import Results
from planner.i18n import _
from planner.model.plan import Plan
from planner.ui.numbers import NotANumber, Numbers, numbers_of
from planner.ui.pages.forecast.cutchart import CutChart
from planner.ui.pages.forecast.cutfigures import POLICY_WORDS, cut_face, sentence_parts
from planner.ui.pages.forecast.cutting import BY_ACTIVITY, BY_GOAL, BY_HAND, Cutting
from planner.ui.pages.forecast.figures import source_words
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card
from planner.ui.parts.combo import Combo
from planner.ui.parts.paint import RIGHT, draw_shadow, draw_text, flat, painter, rounded, text_width
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.sentence import Sentence
from planner.ui.parts.slider import HEIGHT, CutSlider
from planner.ui.parts.text import Text
from planner.ui.theme import theme

_SHOWN, _BESIDE_FROM = 4, 760
_HANDS, _MOST_HANDS, _BAR = 330, 460, 16


class Choices(QWidget):
    """From when, and how it is cut."""

    def __init__(self, cutting: Cutting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cutting = cutting
        self.month = Combo(small=True)
        self.month.setAccessibleName(_("Decided for"))
        self.month.chosen.connect(cutting.set_month)
        self.how = Combo([(key, _(POLICY_WORDS[key])) for key in (EQUAL, AGREED, OPTIMAL, BY_HAND)], small=True)
        self.how.setAccessibleName(_("How it is cut"))
        self.how.chosen.connect(cutting.set_how)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Text(_("From"), "small", "muted", lines=1))
        row.addWidget(self.month)
        row.addWidget(self.how)

    def show_cut(self, plan: Plan) -> None:
        """What is chosen now."""
        numbers = numbers_of(plan)
        self.month.set_items([(month, numbers.month(month)) for month in months.period(plan)])
        self.month.set_key(self._cutting.month)
        self.how.set_key(self._cutting.how)
        self.month.setMinimumWidth(self.month.sizeHint().width())


class Sliders(QWidget):
    """One for the whole envelope, and one for each group."""

    def __init__(self, cutting: Cutting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cutting = cutting
        self._groups: tuple[Group, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.whole = CutSlider()
        self.whole.moved.connect(cutting.set_whole)
        self.whole.typed.connect(self._whole_typed)
        self.whole.setAccessibleDescription(_how_to_type())
        self.grouping = Button("", "link", size="small")
        self.grouping.clicked.connect(self._regroup)
        self.sliders: list[CutSlider] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._list)
        self._scroll = Scroll(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        held = QHBoxLayout()
        held.setContentsMargins(0, 0, _BAR, 0)
        held.addWidget(self.whole)
        column.addLayout(held)
        column.addWidget(self._scroll)
        column.addWidget(self.grouping, 0, Qt.AlignmentFlag.AlignLeft)

    def _regroup(self) -> None:
        self._cutting.set_grouping(BY_GOAL if self._cutting.grouping == BY_ACTIVITY else BY_ACTIVITY)

    def show_cut(self, plan: Plan) -> None:
        """Where everything stands now."""
        cutting, numbers = self._cutting, numbers_of(plan)
        by_goal = cutting.grouping == BY_ACTIVITY
        self.grouping.setText(_("One slider for each goal") if by_goal else _("One slider for each activity"))
        cut = cutting.cut
        saved = cut.saved if cut else 0
        rest = numbers.money_short(cut.cuttable if cut else None)
        tip = ""
        if cut is not None and cut.saved < cut.asked:
            tip = _("Only {saved} of the {asked} asked for can still be cut.").format(
                saved=numbers.money_short(cut.saved), asked=numbers.money_short(cut.asked)
            )
        said = _gone(numbers, cutting.whole, saved)
        can = _("{amount} can be cut").format(amount=rest) if rest else ""
        self.whole.show_cut(_("Of the whole envelope"), cutting.whole, said, can, tip)
        self._show_groups(numbers)

    def _show_groups(self, numbers: Numbers) -> None:
        self._groups = self._cutting.groups
        while len(self.sliders) < len(self._groups):
            made = CutSlider()
            made.moved.connect(self._group_moved)
            made.typed.connect(self._group_typed)
            made.setAccessibleDescription(_how_to_type())
            held = QHBoxLayout()
            held.setContentsMargins(0, 0, _BAR, 0)
            held.addWidget(made)
            self._list.insertLayout(len(self.sliders), held)
            self.sliders.append(made)
        for place, slider in enumerate(self.sliders):
            slider.setVisible(place < len(self._groups))
        for group, slider in zip(self._groups, self.sliders, strict=False):
            percent, taken = self._cutting.percent(group), self._cutting.taken(group)
            total, could = numbers.money_short(group.total), numbers.money_short(group.cuttable)
            slider.setEnabled(group.cuttable > 0)
            rest, tip = total, ""
            if not group.cuttable:
                rest = _("{total}, all committed").format(total=total)
            elif group.cuttable < group.total:
                tip = _("{could} of {total} can still be cut.").format(could=could, total=total)
            name = group.name or _("For no goal")
            slider.show_cut(name, percent, _gone(numbers, percent, taken), rest, tip)
        self._scroll.setFixedHeight(HEIGHT * max(1, min(_SHOWN, len(self._groups))))

    def _group_moved(self, percent: int) -> None:
        self._cutting.set_group(self._groups[self.sliders.index(self.sender())], percent)  # type: ignore[arg-type]

    def _whole_typed(self, text: str) -> None:
        """A share, or an amount."""
        share, amount = self._read(text)
        if share is not None:
            self._cutting.set_whole(round(100 * min(1.0, share)))
        elif amount is not None:
            self._cutting.set_amount(amount)

    def _group_typed(self, text: str) -> None:
        group = self._groups[self.sliders.index(self.sender())]  # type: ignore[arg-type]
        share, amount = self._read(text)
        if share is None and amount is not None and group.cuttable:
            share = amount / group.cuttable
        if share is not None:
            self._cutting.set_group(group, 100 * min(1.0, share))

    def _read(self, text: str) -> tuple[float | None, int | None]:
        """A number up to a hundred is a share, what has a k or an m or is larger an amount."""
        numbers = numbers_of(self._cutting.plan)
        try:
            value = numbers.read_number(text.replace("%", ""))
            if value is None:
                return None, None
            if "%" in text or (value <= 100 and not set(text.lower()) & set("km")):
                return value / 100, None
            return None, numbers.read_money(text)
        except NotANumber:
            return None, None

    def reveal(self, widget: QWidget) -> None:
        """Bring a slider into sight."""
        self._scroll.ensureWidgetVisible(widget, 0, 8)


def _how_to_type() -> str:
    return _("Type a share such as 20%, or an amount such as 50k, and press Enter.")


def _gone(numbers: Numbers, percent: int, amount: int) -> str:
    if not amount:
        return ""
    return f"−{numbers.share(percent / 100)}  −{numbers.money_short(amount)}"


class CutCard(Card):
    """Sliders beside the chart; `keepAsked` for a scenario. Its foot is where the sentence stands."""

    keepAsked = Signal()

    def __init__(self, cutting: Cutting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cutting = cutting
        self.choices = Choices(cutting)
        self.hands = Sliders(cutting)
        self.chart = CutChart()
        self.back = Button(_("Put it all back"), "quiet", size="small")
        self.back.clicked.connect(cutting.put_back)
        self.keep = Button(_("Keep as a scenario"), size="small")
        self.keep.clicked.connect(self.keepAsked)
        head = QHBoxLayout()
        head.setSpacing(14)
        self._title = Text(_("The cut"), "feature", lines=1)
        self._title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head.addWidget(self._title)
        self._purpose = Text(_("Take money out and see what goes with it."), "purpose", "muted", lines=1)
        head.addWidget(self._purpose, 1)
        head.addStretch(0)
        head.addWidget(self.choices)
        head.addWidget(self.back)
        head.addWidget(self.keep)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(28)
        self._row.addWidget(self.hands, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.chart, 1, Qt.AlignmentFlag.AlignTop)
        self.foot = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        for part in (head, self._row):
            inner = QVBoxLayout()
            inner.setContentsMargins(24, 0, 24, 0)
            inner.addLayout(part)
            column.addLayout(inner)
        column.addSpacing(4)
        column.addWidget(self.foot)

    def show_cut(self, plan: Plan, results: Results) -> None:
        """What is tried out now."""
        self.choices.show_cut(plan)
        self.hands.show_cut(plan)
        self.chart.show_face(cut_face(plan, results, self.cutting.cut), numbers_of(plan))
        nothing = self.cutting.is_nothing
        self.back.setEnabled(not nothing)
        self.keep.setEnabled(not nothing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM
        others = sum(one.sizeHint().width() + 14 for one in (self._title, self.choices, self.back, self.keep))
        self._purpose.setVisible(self.width() - 48 - others >= self._purpose.sizeHint().width())
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        if beside:
            self.hands.setFixedWidth(max(_HANDS, min(_MOST_HANDS, round(self.width() * 0.36))))
        else:
            self.hands.setMinimumWidth(0)
            self.hands.setMaximumWidth(16_777_215)


class Strip(QWidget):
    """The one sentence, with where its rates come from; it sticks to the lower edge while its card is longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Sentence(self)
        self._source = ""
        self._nothing = True
        self._loose = False
        self._most = 0

    def show_cut(self, plan: Plan, results: Results, cutting: Cutting) -> None:
        """The sentence of what is tried out now."""
        self._nothing = cutting.is_nothing
        self._source = source_words(plan)
        self.sentence.show_parts(sentence_parts(plan, results, cutting.cut))
        self.update()

    def height_for(self, width: int) -> int:
        """As high as the longest sentence so far, so that nothing jumps under the finger."""
        inner = width - 48
        high = self.sentence.heightForWidth(inner)
        if self._source and self.sentence.last_line(inner) + text_width(self._source, "caption") + 32 > inner:
            high += 18
        wanted = max(high, self.sentence.heightForWidth(10_000) * 2) + 24
        self._most = max(self._most, wanted) if self.width() == width else wanted
        return self._most

    @property
    def sticks(self) -> bool:
        """Whether there is something to say that should stay in sight."""
        return not self._nothing

    def set_loose(self, loose: bool) -> None:
        """Whether it lies over the page instead of at the foot of its card."""
        if loose != self._loose:
            self._loose = loose
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.width() - 48
        self.sentence.setGeometry(24, 10, inner, self.sentence.heightForWidth(inner))

    def fit(self) -> None:
        """The sentence has other words now."""
        inner = self.width() - 48
        self.sentence.setGeometry(24, 10, inner, self.sentence.heightForWidth(inner))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, now = painter(self), theme()
        box = QRectF(self.rect())
        if self._loose:
            draw_shadow(p, box.adjusted(4, 8, -4, -4), 12, 2)
        ground = now.sunken if self._nothing else now.level("fix").tint
        edge = now.hairline if self._nothing else now.level("fix").fill
        whole = box.adjusted(0, -14, 0, 0) if not self._loose else box
        p.setClipRect(box)
        rounded(p, whole, 12, ground, now.hairline)
        if not self._nothing:
            flat(p, QRectF(1, 0, box.width() - 2, 1), edge) if not self._loose else None
        if self._source:
            foot = QRectF(24, box.bottom() - 28, box.width() - 48, 18)
            draw_text(p, foot, self._source, "caption", "muted", None, RIGHT)
