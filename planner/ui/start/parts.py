"""The parts of the start screen: playbook cards, rows of recent plans."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from planner.i18n import _
from planner.ui.icons import draw_icon
from planner.ui.parts.eased import lit, veil
from planner.ui.parts.focus import Ringed
from planner.ui.parts.glyph import draw_glyph
from planner.ui.parts.mark import apart_for, draw_mark
from planner.ui.parts.paint import CENTRE, RIGHT, draw_text, painter, rounded, text_width
from planner.ui.start.art import PICTURES
from planner.ui.start.playbooks import Playbook
from planner.ui.theme import mix, theme

_DRAWN = 155.0
_MOST_NAME = 130.0  # of who typed last


class PlaybookCard(Ringed, QPushButton):
    """A picture on the tint of a voice, and what the playbook brings."""

    ring_radius = 12

    def __init__(self, playbook: Playbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.playbook = playbook
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(280)
        self.setMinimumWidth(150)
        self.setAccessibleName(_(playbook.title))
        self.setAccessibleDescription(_(playbook.about).replace("\n", " "))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now, book = theme(), self.playbook
        box = QRectF(self.rect())
        rounded(p, box, 12, now.surface, mix(now.hairline, now.control, lit(self)))
        high = box.height() - 125
        picture = QRectF(1, 1, box.width() - 2, high)
        clip = QPainterPath()
        clip.addRoundedRect(picture.adjusted(0, 0, 0, 14), 11, 11)
        p.save()
        p.setClipPath(clip)
        p.setClipRect(picture, Qt.ClipOperation.IntersectClip)
        p.fillRect(picture, now.voice(book.voice).tint)
        _fit_picture(p, picture)
        PICTURES[book.key](p, QRectF(0, 0, picture.width() * _DRAWN / high, _DRAWN))
        p.restore()
        inside = QRectF(18, high + 13, box.width() - 26, 28)
        draw_text(p, inside, _(book.title), "card")
        for place, line in enumerate(_(book.about).split("\n")):
            draw_text(p, QRectF(18, high + 43 + 19 * place, box.width() - 24, 19), line, "small", "muted")
        draw_text(p, QRectF(18, high + 90, box.width() - 58, 19), _(book.length), "caption", "ink", 500)
        if shown := 1.0 if self.hasFocus() else lit(self):
            p.setOpacity(shown)
            draw_icon(p, "arrow-right", QRectF(box.right() - 42 + 4 * shown, high + 91, 16, 16), "ink")
            p.setOpacity(1.0)


def _fit_picture(p: QPainter, box: QRectF) -> None:
    """Pictures are drawn for one height and scaled to another."""
    p.translate(box.topLeft())
    p.scale(box.height() / _DRAWN, box.height() / _DRAWN)


@dataclass(frozen=True)
class Recent:
    """A plan that was open lately. `score` is 0 to 100, None where it cannot be said."""

    path: Path
    title: str
    about: str
    when: str
    author: str
    voice: str
    score: float | None


def look_into(path: Path, when: datetime, now: datetime) -> Recent | None:
    """What is said about a recent plan; None for a file that is none any more."""
    from planner.calc.results import Results
    from planner.model.changes import Author
    from planner.model.file.format import FILE_VERSION
    from planner.model.file.untrusted import check_header
    from planner.model.reader import read_file, read_history
    from planner.ui.numbers import numbers_of
    from planner.ui.surround import period_words, when_in_words
    from planner.ui.voices import first_name, voice_of_author

    try:
        check_header(path, range(1, FILE_VERSION + 1), path)
        plan = read_file(path)
        history = read_history(path)
    except Exception:
        return None  # a list of recent plans is no place to say what is wrong with one; opening it does
    author = Author(history[-1].author, history[-1].author_id) if history else Author("")
    score = Results(plan, plan.facts.as_of or now.date().isoformat()).alignment.index
    parts = (plan.facts.company, period_words(plan) or numbers_of(plan).month(plan.facts.fiscal_year_start))
    return Recent(
        path,
        plan.facts.title or path.stem,
        ", ".join(part for part in parts if part) or path.name,
        when_in_words(plan, when, now),
        first_name(author.name),
        voice_of_author(plan, author),
        None if score is None else 100 * score,
    )


class RecentRow(Ringed, QPushButton):
    """One plan: its score, its name, when it was open and who typed last."""

    ring_radius = 6

    def __init__(self, recent: Recent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recent = recent
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(80)
        self.setAccessibleName(f"{recent.title}, {recent.when}")
        self.setToolTip(str(recent.path))

    def set_dense(self, dense: bool) -> None:
        """Lower where the window is low."""
        self.setFixedHeight(64 if dense else 80)

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now, one = theme(), self.recent
        if ground := veil(now.sunken, lit(self)):
            rounded(p, QRectF(self.rect()).adjusted(4, 4, -4, -4), 8, ground)
        p.fillRect(QRectF(20, self.height() - 1, self.width() - 40, 1), now.hairline)
        top = self.height() / 2 - 22
        apart = apart_for(one.score) if one.score is not None else 1.06
        draw_mark(p, 50 - 17 * (1 + apart / 2), top + 5, 34, apart)
        if one.score is not None and one.score >= 40:
            draw_text(p, QRectF(20, top + 5, 60, 34), str(round(one.score)), "caption", "on_lens", 600, CENTRE)
        name = min(text_width(one.author, "small", 500) + 1, _MOST_NAME)
        wide = max(name + 22, text_width(one.when, "small") + 1)
        right = QRectF(self.width() - 20 - wide, top, wide, 22)
        draw_text(p, right, one.when, "small", "ink", 400, RIGHT)
        if one.author:
            below = QRectF(self.width() - 20 - name, top + 23, name, 22)
            draw_text(p, below, one.author, "small", f"{one.voice}.text", 500, RIGHT)
            draw_glyph(p, one.voice, below.left() - 22, below.center().y(), 10)
        words = QRectF(88, top, self.width() - 88 - wide - 36, 22)
        draw_text(p, words, one.title, "body", "ink", 600)
        draw_text(p, words.translated(0, 23), one.about, "small", "muted")
