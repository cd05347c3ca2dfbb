"""Things of different width side by side, in as many rows as they need."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """Puts widgets side by side and goes on below where the width ends; what is hidden takes no room."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._gap = gap
        self._inside: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._inside.append(item)

    def count(self) -> int:
        return len(self._inside)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._inside[index] if 0 <= index < len(self._inside) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._inside.pop(index) if 0 <= index < len(self._inside) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), only_measure=True)

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(240))

    def minimumSize(self) -> QSize:
        wide = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(wide, 0)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._place(box)

    def _shown(self) -> Iterator[QLayoutItem]:
        return (item for item in self._inside if not item.isEmpty())

    def _place(self, box: QRect, *, only_measure: bool = False) -> int:
        x, y, row = box.left(), box.top(), 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(40, box.width()), 10_000))
            if x > box.left() and x + size.width() > box.left() + box.width():
                x, y, row = box.left(), y + row + self._gap, 0
            if not only_measure:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            row = max(row, size.height())
        return y + row - box.top()
