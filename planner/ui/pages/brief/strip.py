"""The strip over the brief: the one proposition, the one approver, and who has signed this version."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from planner.calc.brief import signed
from planner.i18n import _, _n
from planner.model.edits.brief import SIGNERS
from planner.model.plan import Brief, Plan
from planner.ui.icons import draw_icon
from planner.ui.numbers import numbers_of
from planner.ui.parts.avatar import draw_avatar, initials
from planner.ui.parts.card import Card
from planner.ui.parts.eased import lit, veil
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import CENTRE, dashed, draw_text, flat, painter, rounded
from planner.ui.parts.text import balance, draw_lines
from planner.ui.theme import line_height, metrics, theme
from planner.ui.voices import name_of_person, side_name, voice_of

HIGH, _PAD = 92, 24
_APPROVER, _VERSION = 208, 164


@dataclass(frozen=True)
class StripFace:
    """What the strip shows. More than one proposition or approver comes from files only, and is asked about."""

    propositions: tuple[str, ...] = ()
    approvers: tuple[tuple[str, str], ...] = ()
    """Names with voices."""
    takes: str = ""
    version: int = 1
    signed: frozenset[str] = frozenset()

    @property
    def next_words(self) -> str:
        """Who signs next, in words."""
        open_ = [side for side in SIGNERS if side not in self.signed]
        if not open_:
            return _("Signed by all three")
        if len(open_) == len(SIGNERS):
            return _("Nobody has signed yet")
        return _("{side} signs next").format(side=side_name(open_[0]))


def strip_face(plan: Plan, brief: Brief | None) -> StripFace:
    """The strip of a brief; an empty one where there is none yet."""
    if brief is None:
        return StripFace()
    people = [(name_of_person(plan, id), voice_of(plan, id)) for id in brief.final_approvers if id in plan.people]
    days = brief.approval_days
    takes = ""
    if days is not None:
        takes = _n("Final yes in {n} day", "Final yes in {n} days", days).format(n=numbers_of(plan).number(days))
    return StripFace(brief.propositions, tuple(people), takes, brief.version or 1, frozenset(signed(plan, brief)))


class _Cell(Ringed, QPushButton):
    """A part of the strip that can be pressed."""

    ring_radius = 8

    def __init__(self, width: int = 0) -> None:
        super().__init__()
        self.face = StripFace()
        self._wide = width
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        across = QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._wide or 320, HIGH - 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide or 160, HIGH - 16)

    def show_face(self, face: StripFace) -> None:
        """Show another state of the brief."""
        self.face = face
        self.setAccessibleName(self.said())
        self.update()

    def said(self) -> str:
        """The cell in words."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        if ground := veil(theme().sunken, lit(self)):
            rounded(p, QRectF(self.rect()), 8, ground)
        self.paint_cell(p)

    def paint_cell(self, p: QPainter) -> None:
        """Draw what the cell shows; 8 is its left margin."""
        raise NotImplementedError

    def _head(self, p: QPainter, words: str) -> None:
        draw_text(p, QRectF(8, 4, self.width() - 16, 18), words.upper(), "overline", "muted")


class PropositionCell(_Cell):
    """The one sentence, as a quote."""

    def said(self) -> str:
        if not self.face.propositions:
            return _("The one proposition is not written yet")
        return _("The one proposition: {words}").format(words=self.face.propositions[0])

    def show_face(self, face: StripFace) -> None:
        super().show_face(face)
        self.setToolTip(face.propositions[0] if face.propositions else "")

    def paint_cell(self, p: QPainter) -> None:
        face, room = self.face, self.width() - 24.0
        self._head(p, _("One proposition"))
        if not face.propositions:
            words = _("The one sentence nobody else in your market may honestly say is still open")
            self._sentence(p, words, room, "look.text")
            return
        self._sentence(p, _("“{words}”").format(words=face.propositions[0]), room, "ink")
        if len(face.propositions) > 1:
            words = _("{n} are written. Say which one goes").format(n=len(face.propositions))
            draw_text(p, QRectF(150, 4, room - 150, 18), words, "caption", "look.text", 500)

    def _sentence(self, p: QPainter, words: str, room: float, tone: str) -> None:
        for style in ("feature", "card"):
            lines = balance(words, style, room)
            if len(lines) == 1:
                step = line_height(style)
                draw_lines(p, QRectF(8, 46 - step / 2, room, step), lines, style, tone)
                return
        if len(lines) > 2:
            rest = metrics("quote").elidedText(" ".join(lines[1:]), Qt.TextElideMode.ElideRight, room)
            lines = (lines[0], rest)
            draw_lines(p, QRectF(8, 26, room, 44), lines, "quote", tone)
        else:
            draw_lines(p, QRectF(8, 22, room, 56), lines, "card", tone)


class ApproverCell(_Cell):
    """The one person who says the final yes."""

    def said(self) -> str:
        if not self.face.approvers:
            return _("Nobody says the final yes yet")
        return _("The one approver: {name}").format(name=", ".join(name for name, _voice in self.face.approvers))

    def paint_cell(self, p: QPainter) -> None:
        self._head(p, _("One approver"))
        circle = QRectF(8, 32, 34, 34)
        room = self.width() - 60.0
        if not self.face.approvers:
            rounded(p, circle, 17, None, dashed(theme().level("look").text, 1.5))
            draw_text(p, circle, "?", "small", "look.text", 600, CENTRE)
            draw_text(p, QRectF(52, 39, room, 20), _("Nobody yet"), "body", "look.text", 500)
            return
        name, voice = self.face.approvers[0]
        draw_avatar(p, circle, initials(name), voice)
        below, tone = self.face.takes, "muted"
        if len(self.face.approvers) > 1:
            below, tone = _("{n} are named. Who goes?").format(n=len(self.face.approvers)), "look.text"
        top = 30 if below else 39
        draw_text(p, QRectF(52, top, room, 20), name, "body", f"{voice}.text", 600)
        draw_text(p, QRectF(52, 50, room, 18), below, "caption", tone)


class VersionCell(_Cell):
    """Three dots: marketing, sales and the agency, filled where they have signed this version."""

    def said(self) -> str:
        version = _("Version {n}").format(n=self.face.version)
        return f"{version}. {self.face.next_words}"

    def paint_cell(self, p: QPainter) -> None:
        now = theme()
        self._head(p, _("Version {n}").format(n=self.face.version))
        for place, side in enumerate(SIGNERS):
            dot = QRectF(8 + place * 26, 29, 20, 20)
            colours = now.voice(side)
            if side in self.face.signed:
                rounded(p, dot, 10, colours.fill)
                draw_icon(p, "check", QRectF(dot.left() + 4.5, dot.top() + 4.5, 11, 11), now.on_fill, "bold")
            else:
                rounded(p, dot, 10, None, dashed(colours.fill, 1.5))
        open_ = [side for side in SIGNERS if side not in self.face.signed]
        tone = "muted" if len(open_) in (0, len(SIGNERS)) else f"{open_[0]}.text"
        draw_text(p, QRectF(8, 54, self.width() - 12, 18), self.face.next_words, "caption", tone, 500)


class BriefStrip(Card):
    """`propositionAsked`, `approverAsked` and `versionAsked` for a press on each of its three parts."""

    propositionAsked = Signal()
    approverAsked = Signal()
    versionAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HIGH)
        self.proposition = PropositionCell()
        self.approver = ApproverCell(_APPROVER)
        self.version = VersionCell(_VERSION)
        self.proposition.clicked.connect(self.propositionAsked)
        self.approver.clicked.connect(self.approverAsked)
        self.version.clicked.connect(self.versionAsked)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD - 8, 8, 8, 8)
        row.setSpacing(14)
        row.addWidget(self.proposition)
        row.addWidget(self.approver)
        row.addWidget(self.version)

    def show_brief(self, plan: Plan, brief: Brief | None) -> None:
        """Show a brief of this plan; None before the first."""
        face = strip_face(plan, brief)
        for cell in (self.proposition, self.approver, self.version):
            cell.show_face(face)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = painter(self)
        for cell in (self.approver, self.version):
            flat(p, QRectF(cell.x() - 7, 18, 1, HIGH - 36), theme().hairline)
