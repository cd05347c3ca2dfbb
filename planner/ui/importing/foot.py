"""The foot of the import page: three counts, what would change, and one button that repeats the count."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.exchange.lists.preview import Preview
from planner.i18n import _, _n
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Line
from planner.ui.parts.text import Text


class Foot(Card):
    """`imported` and `left` for its two buttons."""

    imported = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(56)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 10, 0)
        row.setSpacing(8)
        self._counts: list[tuple[Text, Text]] = []
        for tone in ("fine.text", "look.text", "muted"):
            figure, words = Text("0", "figure 20", tone, 600, lines=1), Text("", "small", lines=1)
            self._counts.append((figure, words))
            row.addWidget(figure)
            row.addWidget(words)
            row.addSpacing(16)
        line = Line(upright=True)
        line.setFixedHeight(24)
        row.addWidget(line)
        row.addSpacing(8)
        self.sentence = Text("", "small", "muted", lines=1)
        row.addWidget(self.sentence, 1)
        self.cancel = Button(_("Cancel"), "quiet")
        self.cancel.clicked.connect(self.left)
        row.addWidget(self.cancel)
        self.go = Button("", "primary", icon="download-simple")
        self.go.clicked.connect(self.imported)
        row.addWidget(self.go)

    def show_preview(self, shown: Preview) -> None:
        """Count what is ready, what asks and what is left out."""
        ready, asking, out = shown.ready, len(shown.open_rows), len(shown.left_out)
        words = (
            _n("row ready", "rows ready", ready), _n("still asks", "still ask", asking), _("left out"),
        )  # fmt: skip
        for (figure, text), count, said in zip(self._counts, (ready, asking, out), words, strict=True):
            figure.setText(str(count))
            text.setText(said)
        self.sentence.setText(sentence(shown))
        self.go.setText(_n("Import {n} row", "Import {n} rows", ready).format(n=ready))
        self.go.setEnabled(shown.ready > 0)
        self.setAccessibleName(", ".join(f"{figure.text()} {text.text()}" for figure, text in self._counts))


def sentence(shown: Preview) -> str:
    """What the import would do to the plan."""
    outcome = shown.outcome
    if not shown.ready:
        return _("Nothing to bring in yet.")
    parts = []
    if count := len(outcome.updated):
        parts.append(_n("{n} changes", "{n} change", count).format(n=count))
    if count := len(outcome.added):
        parts.append(_n("{n} is new", "{n} are new", count).format(n=count))
    if count := len(outcome.same):
        parts.append(_n("{n} is in the plan already", "{n} are in the plan already", count).format(n=count))
    said = _("{what}. One undo takes it all back.").format(what=", ".join(parts))
    if count := len(shown.open_rows):
        waiting = _n("{n} row that still asks stays out.", "{n} rows that still ask stay out.", count).format(n=count)
        said = f"{said} {waiting}"
    return said
