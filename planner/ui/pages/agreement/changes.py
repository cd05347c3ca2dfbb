"""What has changed since somebody signed, field by field."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.calc.signing import NEWS, SIGNED, changed_rows
from planner.i18n import _
from planner.model.compare import Difference, compare
from planner.model.plan import Plan
from planner.model.value import Value
from planner.ui.pages import BY_KEY
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.paint import RIGHT, draw_text
from planner.ui.rowwords import field_title, field_words

_MOST = 400


class ChangeFace(Value):
    """One field before and after."""

    id: str
    what: str
    chapter: str
    before: str
    after: str

    @property
    def said(self) -> str:
        return _("{what}: {before}, now {after}").format(what=self.what, before=self.before, after=self.after)

    @property
    def tip(self) -> str:
        return self.said


def change_faces(plan: Plan, signed: Plan) -> list[ChangeFace]:
    """What differs in the parts that a signature stands under."""
    homes = {table: chapter for chapter, tables in SIGNED.items() for table in tables}
    changed = {table: set(changed_rows(plan, signed, table)) for table in homes}
    found = [
        one
        for one in compare(signed, plan)
        if one.id in changed.get(one.table, ()) and one.field not in ("position", *NEWS.get(one.table, ()))
    ]
    return [_face(plan, signed, one, homes[one.table], number) for number, one in enumerate(found[:_MOST])]


def _face(plan: Plan, signed: Plan, one: Difference, chapter: str, number: int) -> ChangeFace:
    title = _(BY_KEY[chapter].title)
    now, then = plan.table(one.table).get(one.id), signed.table(one.table).get(one.id)
    if now is None or then is None:
        words = (one.a or _("was not there")), (one.b or _("is gone"))
        return ChangeFace(str(number), one.object, title, *words)
    values = field_words(signed, then, one.field, getattr(then, one.field)), field_words(
        plan, now, one.field, getattr(now, one.field)
    )
    return ChangeFace(str(number), field_title(plan, now, one.field), title, *values)


class _ChangeList(FaceList[ChangeFace]):
    def __init__(self) -> None:
        super().__init__(44, _("Changes"))
        self.empty_words = _("Nothing has changed.")

    def draw(self, p: QPainter, box: QRectF, face: ChangeFace) -> None:
        half = box.width() * 0.46
        draw_text(p, QRectF(box.left() + 8, box.top() + 4, half - 16, 20), face.what, "small", "ink", 500)
        draw_text(p, QRectF(box.left() + 8, box.top() + 22, half - 16, 18), face.chapter, "caption", "muted")
        part = (box.width() - half - 40) / 2
        before = QRectF(box.left() + half, box.top(), part, box.height())
        draw_text(p, before, face.before, "small", "muted", None, RIGHT)
        draw_text(p, QRectF(before.right(), box.top(), 32, box.height()), "  →", "small", "muted")
        after = QRectF(before.right() + 32, box.top(), part, box.height())
        draw_text(p, after, face.after, "small", "ink", 600)


class ChangesDialog(Dialog):
    """All changes since a signature, as a list."""

    def __init__(self, plan: Plan, signed: Plan, name: str, day: str) -> None:
        super().__init__(
            _("Changed since {name} signed").format(name=name), 760, lines=_("Signed {day}").format(day=day)
        )
        self.list = _ChangeList()
        self.list.setMinimumHeight(320)
        self.list.show_faces(change_faces(plan, signed))
        self.body.addWidget(self.list)
        self.add_button(Button(_("Close"), "primary"))
