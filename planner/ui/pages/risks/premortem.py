"""Running a pre-mortem: everybody writes in silence why the plan failed; the sentences are shown when all are done."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from planner.i18n import _, _n
from planner.model.edits.risks import WriteCause
from planner.model.fields import RowId
from planner.ui.pages.risks.figures import failed_words
from planner.ui.parts.button import Button
from planner.ui.parts.combo import Combo
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.field import Field
from planner.ui.parts.popsheet import Words
from planner.ui.parts.text import Text
from planner.ui.voices import first_name, name_of_person, voice_of
from planner.ui.workspace import Workspace


class PremortemDialog(Dialog):
    """One sentence after the other, each kept at once and out of sight; `finished(True)` shows them all."""

    def __init__(self, workspace: Workspace) -> None:
        plan = workspace.plan
        super().__init__(
            f"{failed_words(plan)}.",
            640,
            lines=_(
                "Everybody writes why, in silence, one sentence at a time. Nobody sees the others until all are done."
            ),
        )
        self._workspace = workspace
        self._premortem: RowId | None = None
        self._kept: Counter[str] = Counter()
        people = [one for one in plan.people if one.name]
        self.who = Combo((), _("Choose who writes"))
        self.who.set_items([(one.id, one.name or "") for one in people], [voice_of(plan, one.id) for one in people])
        self.who.set_key(workspace.author.id)
        self.sentence = Words("", _("It failed because"), style="quote", lines=2)
        self.sentence.done.connect(self.keep)
        self._field = Field(_("Why it failed"), self.sentence)
        self._count = Text("", "small", "muted")
        self.body.addWidget(Field(_("Who writes"), self.who))
        self.body.addWidget(self._field)
        self.body.addWidget(self._count)
        keep = self.add_button(Button(_("Keep the sentence")), finishes=False)
        keep.clicked.connect(self.keep)
        self.add_button(Button(_("All have written"), "primary"), True)
        self._tell()

    def keep(self) -> None:
        """Keep what is typed and make room for the next sentence."""
        text = self.sentence.toPlainText().strip()
        self._field.set_error("" if text else _("Write a sentence first."))
        if not text:
            return
        work, who = self._workspace, self.who.key
        by = who if isinstance(who, str) else None
        change = work.apply(WriteCause(text, by, self._premortem, work.as_of))
        if change is None:
            return
        self._premortem = next(row.after.premortem for row in change.rows if row.table == "cause")  # type: ignore[union-attr]
        self._kept[first_name(name_of_person(work.plan, by)) or _("Somebody")] += 1
        self.sentence.clear()
        self.sentence.moveCursor(QTextCursor.MoveOperation.Start)
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _tell(self) -> None:
        count = sum(self._kept.values())
        if not count:
            self._count.setText(_("No sentence is kept yet."))
            return
        who = ", ".join(f"{name} {kept}" for name, kept in self._kept.items())
        said = _n("{n} sentence kept: {who}", "{n} sentences kept: {who}", count)
        self._count.setText(said.format(n=count, who=who))
