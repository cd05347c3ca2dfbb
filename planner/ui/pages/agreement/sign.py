"""The foot of a half: the signature, or the line for it; and asking who signs."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from planner.i18n import _, _n
from planner.model.edits.signing import Half as HalfName
from planner.model.edits.signing import SignPlan
from planner.model.ids import new_id
from planner.ui.icons import draw_icon
from planner.ui.pages.agreement.figures import Signature
from planner.ui.parts.button import Button
from planner.ui.parts.coachcards import LevelIcon
from planner.ui.parts.combo import Combo
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit, TextArea
from planner.ui.parts.field import Field
from planner.ui.parts.paint import draw_text, flat, painter, text_width
from planner.ui.parts.text import Text
from planner.ui.theme import theme
from planner.ui.voices import is_role, side_name
from planner.ui.workspace import Workspace

_SMALLEST = 0.5
_SOMEBODY = "somebody else"
_BESIDE_FROM = 360  # the width from which what is done stands beside the signature


class SignatureLine(QLabel):
    """A name written on a line, or a cross before an empty one; who that is stands below."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Signature | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_signature(self, shown: Signature) -> None:
        """Show who signed, or who would."""
        self._shown = shown
        who = shown.who
        side = side_name(shown.half)
        said = _("{side}: signed by {name}, {day}").format(side=side, name=who, day=shown.day)
        self.setAccessibleName(said if shown.signoff else _("{side} has not signed").format(side=side))
        self.setToolTip("\n".join(part for part in (who, shown.words) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, 78)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 78)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        shown, box = self._shown, QRectF(self.rect())
        if shown is None:
            return
        if shown.signoff:
            tone = f"{shown.half}.text"
            self._write(p, QRectF(2, 2, box.width() - 4, 44), shown.name, tone)
        else:
            draw_icon(p, "x", QRectF(2, 26, 14, 14), "muted")
        flat(p, QRectF(0, 48, box.width(), 1), theme().ink)
        who = shown.who
        nobody = _("Nobody of this half is in the plan yet")
        draw_text(p, QRectF(0, 54, box.width(), 20), who or nobody, "small", "muted")


    @staticmethod
    def _write(p: QPainter, box: QRectF, name: str, tone: str) -> None:
        """A long name is written smaller, as people do."""
        scale = min(1.0, max(_SMALLEST, box.width() / max(1.0, text_width(name, "signature"))))
        p.save()
        p.translate(box.left(), box.bottom())
        p.scale(scale, scale)
        draw_text(p, QRectF(0, -box.height(), box.width() / scale, box.height()), name, "signature", tone)
        p.restore()


class SignFoot(QWidget):
    """`signAsked(half)`, `backAsked(id)`, `changesAsked(id)`."""

    signAsked = Signal(object)
    backAsked = Signal(object)
    changesAsked = Signal(object)

    def __init__(self, half: HalfName) -> None:
        super().__init__()
        self._half, self._id, self._day = half, "", ""
        self.line = SignatureLine()
        words = _("Sign for marketing") if half == "marketing" else _("Sign for sales")
        self.sign = Button(words, "primary", icon="pen-nib", voice=half)
        self.sign.clicked.connect(self._sign)
        self._signed = QWidget()
        self._when = Text("", "small", "fine.text", 600, lines=1)
        done = QHBoxLayout(self._signed)
        done.setContentsMargins(0, 0, 0, 0)
        done.setSpacing(6)
        done.addWidget(LevelIcon("fine"))
        done.addWidget(self._when, 1)
        self._note = Text("", "caption", "muted", lines=2)
        self._changes = Button("", "link", size="small")
        self._changes.clicked.connect(self._show_changes)
        self._again = Button(_("Sign again"), "link", size="small")
        self._again.clicked.connect(self._sign)
        self._back = Button(_("Take it back"), "link", size="small")
        self._back.clicked.connect(self._take_back)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addStretch(1)
        for widget in (self._signed, self.sign, self._note):
            right.addWidget(widget)
        links = QHBoxLayout()
        links.setSpacing(14)
        for link in (self._again, self._back):
            links.addWidget(link)
        links.addStretch(1)
        right.addWidget(self._changes, 0, Qt.AlignmentFlag.AlignLeft)
        right.addLayout(links)
        right.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 16, 24, 18)
        self._row.setSpacing(24)
        self._row.addWidget(self.line, 6)
        self._row.addLayout(right, 5)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def show_signature(self, shown: Signature, open_promises: int) -> None:
        """Show a signature, or what stands before it."""
        self._id, self._day = shown.signoff, shown.day
        self.line.show_signature(shown)
        signed = bool(shown.signoff)
        changed = shown.changed or 0
        self._signed.setVisible(signed)
        self._when.setText(_("Signed {day}").format(day=shown.day) if shown.day else _("Signed"))
        self._back.setVisible(signed)
        self._changes.setVisible(signed and changed > 0)
        self._changes.setText(_n("{n} change since then", "{n} changes since then", changed).format(n=changed))
        self._again.setVisible(signed and changed > 0)
        self.sign.setVisible(not signed)
        self._note.setVisible(not signed)
        noted = _n("{n} promise still open is noted", "{n} promises still open are noted", open_promises)
        self._note.setText(noted.format(n=open_promises) if open_promises else _("All promises are agreed"))

    @property
    def signature(self) -> str:
        """The id of the signature it shows; empty where nobody has signed."""
        return self._id

    @property
    def day(self) -> str:
        """The day of the signature, in words."""
        return self._day

    def _sign(self) -> None:
        self.signAsked.emit(self._half)

    def _take_back(self) -> None:
        self.backAsked.emit(self._id)

    def _show_changes(self) -> None:
        self.changesAsked.emit(self._id)


class SignDialog(Dialog):
    """Who signs for a half, and in which words."""

    def __init__(self, workspace: Workspace, half: HalfName, note: str) -> None:
        title = _("Sign for marketing") if half == "marketing" else _("Sign for sales")
        super().__init__(title, 460, lines=_("A signature says: I will not be surprised by this plan."))
        self._workspace, self._half = workspace, half
        people = [one for one in workspace.plan.people if one.function == half and (one.name or one.role)]
        self._parts = {one.id for one in people if is_role(one)}
        others = [(_SOMEBODY, _("Somebody else") if people else _("Somebody who joins the plan"))]
        self.who = Combo([*((one.id, one.name or one.role or "") for one in people), *others])
        at_keyboard = workspace.author.id
        lead = next((one.id for one in people if one.level == "lead"), people[0].id if people else _SOMEBODY)
        self.who.set_key(at_keyboard if any(one.id == at_keyboard for one in people) else lead)
        self.who.chosen.connect(self._ask_for_a_name)
        self.name = LineEdit("", _("First and last name"))
        self.words = TextArea("", _("If something is to be remembered with it"), lines=2)
        self._name_field = Field(_("Their name"), self.name)
        self.body.addWidget(Field(_("Who signs"), self.who))
        self.body.addWidget(self._name_field)
        self.body.addWidget(Field(_("In their words"), self.words))
        if note:
            self.body.addWidget(Text(note, "small", "muted"))
        self.add_button(Button(_("Cancel")))
        sign = self.add_button(Button(title, "primary", icon="pen-nib", voice=half), finishes=False)
        sign.clicked.connect(self._sign)
        self._ask_for_a_name()

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts: at what is asked for."""
        return self.name if self._nameless else self.who

    @property
    def _nameless(self) -> bool:
        return self.who.key == _SOMEBODY or self.who.key in self._parts

    def _ask_for_a_name(self, _key: object = None) -> None:
        self._name_field.set_error("")
        self._name_field.setVisible(self._nameless)

    def _sign(self) -> None:
        work, who = self._workspace, str(self.who.key)
        name = " ".join(self.name.text().split()) if self._nameless else ""
        if self._nameless and not name:
            self._name_field.set_error(_("Write the name of whoever signs."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        person = new_id() if who == _SOMEBODY else who
        signed = SignPlan(self._half, person, work.as_of, work.last_edit, self.words.toPlainText(), name)
        if work.apply(signed) is not None:
            self.finish(True)
