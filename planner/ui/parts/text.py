"""Text with the line height of its style, balanced lines where wanted, and a tooltip when it is shortened."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.ui.parts.paint import CENTRE, LEFT, RIGHT, tell_shortened, text_width
from planner.ui.theme import font, line_height, metrics, theme


@lru_cache(maxsize=1024)
def break_lines(text: str, style: str, width: float, weight: int | None = None) -> tuple[str, ...]:
    """The text in lines no wider than `width` where the words allow it; line ends in the text are kept."""
    return tuple(line for line, _wide in _broken(text, style, width, weight))


def _broken(text: str, style: str, width: float, weight: int | None, most: float = 0) -> list[tuple[str, float]]:
    """Lines with their widths, as sums of the widths of their words; words longer than `most` are parted."""
    space = text_width(" ", style, weight)
    lines: list[tuple[str, float]] = []
    for paragraph in text.split("\n"):
        line: list[str] = []
        used = 0.0
        for word in _words(paragraph, style, most or width, weight):
            wide = text_width(word, style, weight)
            if line and used + space + wide > width:
                lines.append((" ".join(line), used))
                line, used = [], 0.0
            used += wide + (space if line else 0.0)
            line.append(word)
        lines.append((" ".join(line), used))
    return lines


def _words(paragraph: str, style: str, width: float, weight: int | None) -> Iterator[str]:
    """The words; one that is longer than a whole line comes in parts, after its hyphens or where the line ends."""
    for word in paragraph.split():
        while len(word) > 1 and width > 24 and text_width(word, style, weight) > width:
            most = next(n for n in range(len(word), 0, -1) if n == 1 or text_width(word[:n], style, weight) <= width)
            most = word.rfind("-", 1, most) + 1 or most
            yield word[:most]
            word = word[most:]
        yield word


@lru_cache(maxsize=1024)
def balance(text: str, style: str, width: float, weight: int | None = None) -> tuple[str, ...]:
    """As few lines as `break_lines` makes, but of even length, so that no word stands alone at the end."""
    best = break_lines(text, style, width, weight)
    if len(best) < 2:
        return best
    low, high = width / len(best) * 0.8, width
    while high - low > 4:
        middle = (low + high) / 2
        tried = _broken(text, style, middle, weight, width)
        if len(tried) == len(best) and all(wide <= width for _line, wide in tried):
            best, high = tuple(line for line, _wide in tried), middle
        else:
            low = middle
    return best


def draw_lines(
    p: QPainter,
    box: QRectF,
    lines: Sequence[str],
    style: str,
    colour: str,
    weight: int | None = None,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw lines from the top of `box`, one line height of the style apart."""
    measure = metrics(style, weight)
    step = line_height(style)
    base = box.top() + (step + measure.ascent() - measure.descent()) / 2
    p.setFont(font(style, weight))
    p.setPen(theme().colour(colour))
    for line in lines:
        left = box.left()
        if align == RIGHT:
            left = box.right() - measure.horizontalAdvance(line)
        elif align == CENTRE:
            left = box.center().x() - measure.horizontalAdvance(line) / 2
        p.drawText(QPointF(left, base), line)
        base += step


def fit_lines(text: str, style: str, width: float, lines: int, weight: int | None = None) -> Sequence[str]:
    """The text in at most so many lines, of even length where it fits; what does not fit ends in an ellipsis."""
    found = break_lines(text, style, width, weight)
    if len(found) <= lines:
        kept = list(balance(text, style, width, weight))
    else:
        kept = [*found[: lines - 1], _rest(text, found[: lines - 1])]
    measure = metrics(style, weight)
    return [measure.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in kept]


def _rest(text: str, before: Sequence[str]) -> str:
    """What is left of a text after some of its lines, on one line; words that had been parted are whole again."""
    taken = sum(len(line) - line.count(" ") for line in before)
    for place, letter in enumerate(text):
        if not taken and not letter.isspace():
            return " ".join(text[place:].split())
        taken -= not letter.isspace()
    return ""


def draw_shortened(
    p: QPainter,
    box: QRectF,
    text: str,
    style: str,
    colour: str,
    weight: int | None = None,
    *,
    lines: int = 2,
) -> None:
    """Draw a text on the middle of `box` in at most so many lines."""
    shown = fit_lines(text, style, box.width(), lines, weight)
    if shown and shown[-1].endswith("…"):
        tell_shortened(p, box, text)
    high = line_height(style) * len(shown)
    place = QRectF(box.left(), box.center().y() - high / 2, box.width(), high)
    draw_lines(p, place, shown, style, colour, weight)


def draw_within(p: QPainter, box: QRectF, text: str, style: str, colour: str, weight: int | None = None) -> None:
    """Draw a text from the top of `box` in lines of even length, as many as are wholly inside."""
    most = max(1, int((box.height() + 2) // line_height(style)))
    shown = balance(text, style, box.width(), weight)
    if len(shown) > most:
        tell_shortened(p, box, text)
        shown = tuple(fit_lines(text, style, box.width(), most, weight))
    draw_lines(p, box, shown, style, colour, weight)


class Text(QLabel):
    """A label in a type style and a colour token; plain text only.

    `lines` is how many lines may be shown (0: as many as needed, 1: a single line that never wraps); a text
    that has to be shortened gets a tooltip with the whole. `balanced` makes lines of even length.
    """

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        colour: str = "ink",
        weight: int | None = None,
        *,
        lines: int = 0,
        balanced: bool = False,
        align: Qt.AlignmentFlag = LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style, self._colour, self._weight = style, colour, weight
        self._lines, self._balanced, self._align = lines, balanced, align
        self._told = False  # whether the tooltip is ours
        self.setTextFormat(Qt.TextFormat.PlainText)
        upright = QSizePolicy.Policy.Fixed if lines == 1 else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, upright)
        policy.setHeightForWidth(lines != 1)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()
        self.updateGeometry()
        self.update()

    def set_colour(self, token: str) -> None:
        """Another colour token, for example "fix.text"."""
        if token != self._colour:
            self._colour = token
            self.update()

    def sizeHint(self) -> QSize:
        wide = max(
            (text_width(part, self._style, self._weight) for part in self.text().split("\n")),
            default=0.0,
        )
        step = line_height(self._style)
        if self._lines == 1:
            return QSize(int(wide) + 1, step)
        wide = min(wide, 480.0)
        return QSize(int(wide) + 1, step * max(1, len(self._fitting(wide + 1))))

    def minimumSizeHint(self) -> QSize:
        step = line_height(self._style)
        if self._lines == 1:
            return QSize(min(self.sizeHint().width(), 32), step)
        longest = max((text_width(word, self._style, self._weight) for word in self.text().split()), default=0.0)
        return QSize(int(min(longest, 200)) + 1, step)

    def hasHeightForWidth(self) -> bool:
        return self._lines != 1

    def heightForWidth(self, width: int) -> int:
        step = line_height(self._style)
        return step if self._lines == 1 else step * max(1, len(self._fitting(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._shown(self.width())
        step = line_height(self._style)
        high = step * len(shown)
        top = max(0.0, (self.height() - high) / 2) if self._lines == 1 else 0.0
        p = QPainter(self)
        box = QRectF(0, top, self.width(), high)
        draw_lines(p, box, shown, self._style, self._colour, self._weight, self._align)

    def _fitting(self, width: float) -> Sequence[str]:
        split = balance if self._balanced else break_lines
        found = split(self.text(), self._style, width, self._weight)
        return found[: self._lines] if self._lines else found

    def _shown(self, width: float) -> Sequence[str]:
        measure = metrics(self._style, self._weight)
        if self._lines == 1:
            if text_width(self.text(), self._style, self._weight) <= width + 0.5:
                return [self.text()]
            return [measure.elidedText(self.text(), Qt.TextElideMode.ElideRight, width + 0.5)]
        split = balance if self._balanced else break_lines
        found = split(self.text(), self._style, width, self._weight)
        if not self._lines or len(found) <= self._lines:
            return found
        rest = _rest(self.text(), found[: self._lines - 1])
        return [
            *found[: self._lines - 1],
            measure.elidedText(rest, Qt.TextElideMode.ElideRight, width),
        ]

    def _tell(self) -> None:
        """The whole text as a tooltip while it is shortened."""
        if not self._lines:
            return
        shortened = self.width() > 0 and self._shown(self.width())[-1].endswith("…")
        if shortened and not self.toolTip():
            self.setToolTip(self.text())
            self._told = True
        elif self._told and (not shortened or self.toolTip() != self.text()):
            self.setToolTip(self.text() if shortened else "")
            self._told = shortened
