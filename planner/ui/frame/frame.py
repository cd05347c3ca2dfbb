"""Lays out sidebar, top bar, surface, coach and status line by the width rules of the design language, 7."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui import motion
from planner.ui.frame import coach as coach_sizes
from planner.ui.frame import sidebar as sidebar_sizes
from planner.ui.frame import statusline, topbar
from planner.ui.frame.coach import Coach
from planner.ui.frame.sidebar import Sidebar
from planner.ui.frame.statusline import StatusLine
from planner.ui.frame.stops import step, stops
from planner.ui.frame.topbar import TopBar
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.paint import draw_shadow, flat, painter
from planner.ui.theme import LEAST_WINDOW, theme

DOCKED_FROM = 1440  # window width from which on the coach may stand beside the content
SIDEBAR_FROM = 1240  # and from which on the sidebar shows its words
_SHADE = 60  # how far the shadow of the floating coach may reach


class Frame(QWidget):
    """The whole inside of the window. Its parts are `sidebar`, `topbar`, `coach` and `status`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: QWidget | None = None
        self._wants_coach = True  # docked when there is room
        self._floating = False
        self._shade = _Shade(self)
        self.sidebar = Sidebar(self)
        self.topbar = TopBar(self)
        self.status = StatusLine(self)
        self.coach = Coach(self)
        self.coach.foldRequested.connect(self.toggle_coach)
        self.setMinimumSize(LEAST_WINDOW)

    def set_content(self, widget: QWidget) -> None:
        """The working surface; it takes the room between the bars. The old one is only unparented."""
        if self._content is not None:
            self._content.setParent(None)
        self._content = widget
        widget.setParent(self)
        widget.lower()
        self._arrange()
        widget.show()

    def toggle_coach(self) -> None:
        """Fold or open the coach: beside the content where there is room, else over it."""
        if self.width() >= DOCKED_FROM:
            self._wants_coach = not self._wants_coach
        else:
            self._floating = not self._floating
        self._arrange()
        if not self.coach.folded and self._floating:
            motion.slide(self.coach, QPoint(coach_sizes.FULL - coach_sizes.RAIL, 0))
            self.coach.focus_first()

    def set_coach_open(self, wanted: bool) -> None:
        """Whether the coach stands open where there is room (kept by the settings)."""
        self._wants_coach = wanted
        self._arrange()

    def next_region(self, step: int = 1) -> None:
        """Move the keyboard to the next (1) or the previous (-1) region: F6 and Shift F6."""
        regions = self._regions()
        at = QApplication.focusWidget()
        here = -1 if step > 0 else 0
        for place, region in enumerate(regions):
            if at is not None and (region is at or region.isAncestorOf(at)):
                here = place
        target = regions[(here + step) % len(regions)]
        if isinstance(target, Sidebar | TopBar | Coach):
            target.focus_first()
        else:
            by_keyboard(next(iter(stops([target])), target))

    def _regions(self) -> list[QWidget]:
        inside = [self._content] if self._content is not None else []
        return [self.sidebar, self.topbar, *inside, self.coach, self.status]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes over the window as the eye does, whatever was made first."""
        at = QApplication.focusWidget()
        if at is not None and step(stops(self._regions()), at, 1 if forward else -1):
            return True
        return super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        narrow = width < SIDEBAR_FROM
        docked = width >= DOCKED_FROM
        if docked:
            self._floating = False
        left = sidebar_sizes.RAIL if narrow else sidebar_sizes.FULL
        beside = coach_sizes.FULL if docked and self._wants_coach else coach_sizes.RAIL
        middle = height - topbar.HEIGHT - statusline.HEIGHT
        self.sidebar.set_rail(narrow)
        self.sidebar.setGeometry(0, 0, left, height)
        self.topbar.setGeometry(left, 0, width - left, topbar.HEIGHT)
        self.status.setGeometry(left, height - statusline.HEIGHT, width - left, statusline.HEIGHT)
        folded = not self._floating and beside == coach_sizes.RAIL
        coach_width = coach_sizes.RAIL if folded else coach_sizes.FULL
        self.coach.set_folded(folded, self._floating)
        self.coach.setGeometry(width - coach_width, topbar.HEIGHT, coach_width, middle)
        self._shade.setVisible(self._floating)
        self._shade.setGeometry(width - coach_width - _SHADE, topbar.HEIGHT, _SHADE, middle)
        if self._floating:
            self._shade.raise_()
            self.coach.raise_()
        if self._content is not None:
            self._content.setGeometry(left, topbar.HEIGHT, width - left - beside, middle)

    def paintEvent(self, event: QPaintEvent) -> None:
        flat(painter(self), event.rect(), theme().paper)


class _Shade(QWidget):
    """The shadow that the floating coach throws to its left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        draw_shadow(p, QRectF(self.width(), -40, 300, self.height() + 80), 2, 3)
