"""A copied block of amounts: how it may be read, and the question where it may be read in two ways."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.exchange.amounts import AmountColumn, is_nothing, read_column
from planner.i18n import _
from planner.model.fields import Money
from planner.ui.numbers import NotANumber
from planner.ui.pages.budget.amounts import Writing, says_its_unit
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog

Texts = Sequence[Sequence[str]]
_DASHES = ("-", "–", "—")


@dataclass(frozen=True)
class Reading:
    """One way to read a block: its amounts, and what the amount that leaves doubt comes to."""

    block: list[list[Money | None]]
    doubt: str
    doubtful: Money | None
    full: bool
    """Whether bare numbers are in full, although the grid is in thousands: as thousands they exceed the envelope."""

    @property
    def total(self) -> Money:
        """All amounts together."""
        return sum(amount or 0 for row in self.block for amount in row)


def readings(texts: Texts, writing: Writing) -> list[Reading]:
    """The ways in which a block can be read, the more usual one of this region first.

    A bare number means what it means when it is typed: it is in the unit of the grid. Raises NotANumber with a
    sentence where something in it is no amount, or is in another currency.
    """
    flat = [text for row in texts for text in row if text.strip() not in _DASHES]
    here = writing.numbers.decimal
    column = read_column(flat, hint=here)
    strange = next((code for code in column.currencies if code != writing.numbers.currency), "")
    if strange and writing.numbers.currency:
        words = {"there": strange, "here": writing.numbers.currency}
        raise NotANumber(_("These amounts are in {there}, this grid is in {here}. Nothing was pasted.").format(**words))
    # In its own region a mark for groups leaves no doubt: people here type it so, too.
    doubt = "" if writing.numbers.group in column.uncertain else column.uncertain
    if not doubt:
        return [_reading(texts, AmountColumn(column.decimal), writing, "")]
    found = [_reading(texts, AmountColumn(decimal), writing, doubt) for decimal in (here, "," if here == "." else ".")]
    return found[:1] if found[0].block == found[1].block else found


def _reading(texts: Texts, column: AmountColumn, writing: Writing, doubt: str) -> Reading:
    whole = [[_amount(text, column, writing) for text in row] for row in texts]
    bare = [abs(whole[y][x] or 0) for y, row in enumerate(texts) for x, text in enumerate(row) if _is_bare(text)]
    largest = max(bare, default=0)
    full = writing.unit > 1 and writing.limit is not None and largest * writing.unit > writing.limit

    def meant(text: str, amount: Money | None) -> Money | None:
        return amount if amount is None or full or not _is_bare(text) else amount * writing.unit

    block = [[meant(text, whole[y][x]) for x, text in enumerate(row)] for y, row in enumerate(texts)]
    return Reading(block, doubt, meant(doubt, _amount(doubt, column, writing)) if doubt else None, full)


def _is_bare(text: str) -> bool:
    return not says_its_unit(text) and text.strip() not in _DASHES


def _amount(text: str, column: AmountColumn, writing: Writing) -> Money | None:
    if text.strip() in _DASHES:
        return 0
    if is_nothing(text):
        return None
    try:
        amount = column.read(text)
    except ValueError:
        said = text.strip() if len(text) < 24 else f"{text.strip()[:20]}…"
        raise NotANumber(_("“{text}” is no amount, so nothing was pasted.").format(text=said)) from None
    return None if amount is None else writing.stored(amount)


class PasteQuestion(Dialog):
    """Asks which reading is meant; `finished` carries it, or None where nothing shall be pasted."""

    def __init__(self, found: Sequence[Reading], writing: Writing) -> None:
        doubt = found[0].doubt.strip()
        super().__init__(
            _("What does “{text}” mean?").format(text=doubt),
            440,
            lines=_("These amounts can be read in two ways, and none of them tells which."),
        )
        self.choices: list[Button] = []
        for one in found:
            amount, total = (writing.money(value) for value in (one.doubtful, one.total))
            words = _("{amount}, and {total} in all").format(amount=amount, total=total)
            button = Button(words, "secondary")
            button.setProperty("result", one)
            button.clicked.connect(self._chosen)
            self.choices.append(button)
            self.body.addWidget(button)
        self.add_button(Button(_("Paste nothing"), "quiet"), None)

    def _chosen(self) -> None:
        self.finish(self.sender().property("result"))
