"""A dashed pill that can be pressed: what is still open, as a choice beside a segmented one."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from planner.ui.parts.chip import HEIGHT
from planner.ui.parts.eased import lit, pressed
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import CENTRE, dashed, draw_text, painter, rounded, text_width
from planner.ui.theme import mix, theme


class ChipButton(Ringed, QPushButton):
    """Checkable; checked it is filled with the tint of its level. 28 high as a target, 24 as a pill."""

    ring_radius = 12

    def __init__(self, text: str = "", level: str = "look", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._level = level
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(int(text_width(self.text(), "caption", 600)) + 20, HEIGHT + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        level = theme().level(self._level)
        box = QRectF(0, 2, self.width(), HEIGHT)
        ground = mix(theme().surface, level.tint, max(lit(self), pressed(self)))
        rounded(p, box, 12, ground, level.text if self.isChecked() else dashed(level.text))
        draw_text(p, box, self.text(), "caption", level.text, 600, CENTRE)
