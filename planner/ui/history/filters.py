"""What is shown of the history: everybody or one voice, every chapter or one, and what words are looked for."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.i18n import _
from planner.ui.pages import CHAPTERS
from planner.ui.parts.combo import Combo
from planner.ui.parts.eased import lit, pressed
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.focus import Ringed
from planner.ui.parts.glyph import VOICE_NAMES, draw_glyph, glyph_width
from planner.ui.parts.paint import draw_text, painter, rounded, text_width
from planner.ui.theme import mix, theme


class VoicePill(Ringed, QPushButton):
    """A voice with how many edits are its own; without a voice: all."""

    ring_radius = 14

    def __init__(self, voice: str, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.voice = voice
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        name = _(VOICE_NAMES[self.voice]) if self.voice else _("All")
        self.setText(str(count) if self.voice else f"{name} {count}")
        self.setAccessibleName(f"{name}, {count}")
        self.setToolTip(name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        lead = glyph_width(self.voice, 9) + 6 if self.voice else 0
        return QSize(int(text_width(self.text(), "small", 600) + lead) + 22, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now, chosen = theme(), self.isChecked()
        box = QRectF(self.rect())
        edge = None if chosen else now.hairline_strong
        ground = mix(mix(now.surface, now.sunken, lit(self)), now.ink, pressed(self))
        rounded(p, box, 14, ground, edge)
        left = 11.0
        if self.voice:
            if chosen:
                rounded(p, QRectF(left - 4, 6, glyph_width(self.voice, 9) + 8, 16), 8, now.surface)
            draw_glyph(p, self.voice, left, box.center().y(), 9)
            left += glyph_width(self.voice, 9) + 6
        draw_text(p, QRectF(left, 0, box.width(), 28), self.text(), "small", "on_ink" if chosen else "ink", 600)


class Filters(QWidget):
    """`changed()` when something else is to be shown."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pills: dict[str, VoicePill] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self._row.addStretch(1)
        chapters = [("", _("Every chapter")), *((chapter.key, _(chapter.title)) for chapter in CHAPTERS)]
        self._chapter = Combo(chapters)
        self._chapter.set_key("")
        self._chapter.setAccessibleName(_("Chapter"))
        self._chapter.chosen.connect(self._tell)
        self.field = LineEdit("", _("A name, a word, or a code such as SI-07"))
        self.field.setAccessibleName(_("Filter by person, row or words"))
        self.field.textChanged.connect(self._tell)
        find = QHBoxLayout()
        find.setSpacing(12)
        find.addWidget(self.field, 1)
        find.addWidget(self._chapter)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(10)
        column.addLayout(self._row)
        column.addLayout(find)

    @property
    def voice(self) -> str:
        """The voice that is wanted; empty for all."""
        found = self._group.checkedButton()
        return found.voice if isinstance(found, VoicePill) else ""

    @property
    def chapter(self) -> str:
        """The key of the chapter that is wanted; empty for all."""
        return str(self._chapter.key or "")

    @property
    def words(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    def set_counts(self, counts: dict[str, int]) -> None:
        """How many edits each voice made."""
        wanted = {"": sum(counts.values()), **{voice: n for voice, n in counts.items() if n}}
        for voice in [voice for voice in self._pills if voice not in wanted]:
            pill = self._pills.pop(voice)
            self._group.removeButton(pill)
            self._row.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        for place, (voice, count) in enumerate(wanted.items()):
            if voice in self._pills:
                self._pills[voice].set_count(count)
                continue
            pill = self._pills[voice] = VoicePill(voice, count)
            self._group.addButton(pill)
            self._row.insertWidget(place, pill)
            pill.show()
        if self._group.checkedButton() is None:
            self._pills[""].setChecked(True)

    def _tell(self, _what: object = None) -> None:
        self.changed.emit()
