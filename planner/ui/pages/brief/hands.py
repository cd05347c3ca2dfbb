"""What is done to the brief itself: its sentence, its approver, its versions and signatures."""

from PySide6.QtCore import QObject, QPoint

from planner.calc.brief import signed
from planner.i18n import _, in_sentence
from planner.model.edits import AddRow, DeleteRows
from planner.model.edits.brief import SIGNERS, NewBriefVersion, SignBrief, WriteBrief
from planner.model.fields import RowId
from planner.model.ids import new_id
from planner.model.plan import Brief
from planner.model.words import name_of
from planner.ui.page import Page
from planner.ui.pages.brief.dialogs import PropositionDialog, WhichGoesDialog
from planner.ui.pages.brief.strip import BriefStrip
from planner.ui.parts.menu import Menu
from planner.ui.people_menu import choose_person
from planner.ui.voices import name_of_person, side_name
from planner.ui.workspace import Workspace


class BriefHands(QObject):
    """Listens to the strip. `brief` is the id of the brief in hand; None is the one that was added last."""

    def __init__(self, workspace: Workspace, strip: BriefStrip, page: Page) -> None:
        super().__init__(page)
        self._workspace, self._strip, self._page = workspace, strip, page
        self.chosen: RowId | None = None
        strip.propositionAsked.connect(self.ask_proposition)
        strip.approverAsked.connect(self.ask_approver)
        strip.versionAsked.connect(self.open_versions)

    @property
    def brief(self) -> Brief | None:
        """The brief in hand; None before there is one."""
        briefs = self._workspace.plan.briefs
        found: Brief | None = briefs.get(self.chosen)
        return found or (briefs.ordered[-1] if len(briefs) else None)

    def _write(self, **values: object) -> None:
        brief = self.brief
        self._workspace.apply(WriteBrief(brief.id if brief else None, values))

    # The one proposition

    def ask_proposition(self) -> None:
        """Write the sentence; where there are two the page asks which one goes."""
        brief = self.brief
        known = brief.propositions if brief else ()
        if len(known) > 1:
            self._which_sentence(known)
            return
        dialog = PropositionDialog(known[0] if known else "")
        dialog.finished.connect(self._take_sentences)
        dialog.open_over(self._page.window(), dialog.words)

    def _take_sentences(self, texts: object) -> None:
        if not isinstance(texts, tuple):
            return
        known = self.brief.propositions if self.brief else ()
        if len(texts) > 1:
            self._which_sentence(texts)
        elif texts != known:
            self._write(propositions=texts)

    def _which_sentence(self, texts: tuple[str, ...]) -> None:
        def stays(place: int) -> None:
            self._write(propositions=(texts[place],))

        dialog = WhichGoesDialog(
            _("There is room for one proposition. Which one goes?"), _("Two messages are none."), texts, stays
        )
        dialog.open_over(self._page.window(), dialog.buttons[-1])

    # The one approver

    def ask_approver(self) -> None:
        """Choose who says the final yes; where somebody does already the page asks who goes."""
        brief = self.brief
        known = brief.final_approvers if brief else ()
        if len(known) > 1:
            self._who_goes(known)
            return
        cell = self._strip.approver
        point = cell.mapToGlobal(QPoint(0, cell.height() + 2))
        current = known[0] if known else None
        choose_person(self._workspace.plan, "marketing", current, self._take_approver, self._page, point)

    def _take_approver(self, person: RowId | None) -> None:
        brief = self.brief
        known = brief.final_approvers[0] if brief and brief.final_approvers else None
        if person is None or known is None:
            self._write(final_approvers=(person,) if person else ())
        elif person != known:
            self._who_goes((known, person))

    def _who_goes(self, people: tuple[RowId, ...]) -> None:
        def stays(place: int) -> None:
            self._write(final_approvers=(people[place],))

        names = [name_of_person(self._workspace.plan, id) or _("Somebody who left the plan") for id in people]
        dialog = WhichGoesDialog(
            _("One person says the final yes. Who goes?"), _("Everybody else may advise."), names, stays
        )
        dialog.open_over(self._page.window(), dialog.buttons[0])

    # Versions and signatures

    def open_versions(self) -> None:
        """Sign as the person at the keyboard, bring out the next version, go to another brief."""
        menu = self.version_menu()
        cell = self._strip.version
        menu.popup(cell.mapToGlobal(QPoint(0, cell.height() + 2)))

    def version_menu(self) -> Menu:
        """The menu under the version."""
        menu = Menu(self._page)
        work, brief = self._workspace, self.brief
        person = work.plan.people.get(work.author.id)
        if brief is not None:
            side = person.function if person else None
            has_signed = side in signed(work.plan, brief)
            name = (person.name or "") if person else _("somebody")
            if side in SIGNERS and has_signed:
                words = _("Take back the signature of {side}").format(side=in_sentence(side_name(side)))
                menu.add(words, icon="arrow-u-up-left").triggered.connect(self.take_back)
            else:
                sign = menu.add(_("Sign as {name}").format(name=name), icon="signature")
                sign.triggered.connect(self.sign)
            following = (brief.version or 1) + 1
            fresh = menu.add(_("Bring out version {n}").format(n=following), icon="arrow-clockwise")
            fresh.triggered.connect(self.next_version)
            menu.addSeparator()
        for other in work.plan.briefs.ordered:
            if brief is not None and other.id != brief.id:
                action = menu.add(_("Go to “{name}”").format(name=name_of(work.plan, other)))
                action.setData(other.id)
                action.triggered.connect(self._go_to)
        menu.add(_("Start another brief") if brief else _("Start the brief"), icon="plus").triggered.connect(self.start)
        if brief is not None:
            menu.add(_("Delete this brief"), icon="trash").triggered.connect(self.delete)
        return menu

    def sign(self) -> None:
        """The person at the keyboard says yes to this version."""
        if self.brief is not None:
            self._workspace.apply(SignBrief(self.brief.id, self._workspace.author.id, self._workspace.as_of))

    def take_back(self) -> None:
        """The side at the keyboard takes its yes back."""
        if self.brief is not None:
            self._workspace.apply(SignBrief(self.brief.id, self._workspace.author.id, back=True))

    def next_version(self) -> None:
        """The brief has changed: everybody signs anew."""
        if self.brief is not None:
            self._workspace.apply(NewBriefVersion(self.brief.id))

    def start(self) -> RowId | None:
        """Start a brief, also beside one that is there."""
        id = new_id()
        if self._workspace.apply(AddRow("brief", {"title": _("Agency brief"), "version": 1}, id=id)) is None:
            return None
        self.chosen = id
        return id

    def delete(self) -> None:
        """Take the brief in hand out of the plan."""
        if self.brief is not None:
            self._workspace.apply(DeleteRows("brief", (self.brief.id,)))

    def _go_to(self) -> None:
        self.go_to(self.sender().data())  # type: ignore[attr-defined]

    def go_to(self, id: RowId) -> None:
        """Take another brief in hand."""
        self.chosen = id
        self._page.refresh(self._workspace.plan, self._workspace.results, None)
