"""Amounts of the month grid as they are shown, typed and pasted."""

from collections.abc import Sequence

from planner.calc.money import half_up, largest_remainder
from planner.model.fields import Money
from planner.ui.numbers import Numbers

THOUSAND = 1000


class Writing:
    """How the grid writes amounts: in its unit (1 or 1000 major units), and in full where they are edited.

    Amounts are those of the plan, in its minor units; a line in the second currency is written in that currency.
    """

    def __init__(self, numbers: Numbers, unit: int, minor: int, limit: Money | None, rate: float = 1.0) -> None:
        """`minor`: minor units of the plan in a major one; `limit`: more than this no month can hold, as far as is
        known; `rate`: units of the plan's currency for one unit of the currency that is written."""
        self.numbers, self.unit = numbers, unit
        self.limit, self.rate = limit, rate
        self._minor = minor
        self._shown: dict[Money, str] = {}

    @property
    def title(self) -> str:
        """The unit, stated once for the whole grid."""
        return self.numbers.in_currency(unit="k" if self.unit == THOUSAND else "")

    def stored(self, major: float) -> Money:
        """A written amount as the plan keeps it."""
        return int(half_up(major * self.rate * self._minor))

    def major(self, amount: Money) -> float:
        """An amount of the plan as it is written. Converted, it has as few decimals as say the same amount, so that
        what was typed comes back as it was typed."""
        value = amount / self._minor / self.rate
        if self.rate == 1.0:
            return value
        for decimals in range(-3, self.numbers.decimals):
            short = round(value, decimals)
            if self.stored(short) == amount:
                return short
        return round(value, self.numbers.decimals)

    def money(self, amount: Money | None) -> str:
        """An amount of the plan in full, with its sign."""
        return "" if amount is None else self.numbers.money_of(self.major(amount))

    def short(self, amount: Money | None) -> str:
        """An amount in a cell: zero is blank; thousands below ten keep a decimal where they have one."""
        if not amount:
            return ""
        if amount not in self._shown:
            value = self.major(amount) / self.unit
            near = round(value, 1)
            decimals = 1 if self.unit == THOUSAND and abs(value) < 9.95 and near != round(near) else 0
            self._shown[amount] = self.numbers.number(value, decimals)
        return self._shown[amount]

    def full(self, amount: Money | None) -> str:
        """An amount in the cell's editor: in the unit of the grid, with all its digits."""
        if amount is None:
            return ""
        value = self.major(amount) / self.unit
        text = f"{value:.6f}".rstrip("0").rstrip(".")
        return self.numbers.number(value, len(text.partition(".")[2]))

    def plain(self, amount: Money | None) -> str:
        """An amount for the clipboard: as it is edited, without marks between groups."""
        return self.full(amount).replace(self.numbers.group, "")

    def read(self, text: str) -> Money | None:
        """A typed amount. Raises NotANumber.

        A bare number is in the unit of the grid; with k, m or the sign of the currency it means what it says. What in
        thousands would be more than the whole envelope is meant in full.
        """
        value = self.numbers.read_number(text)
        if value is None or self.unit == 1 or says_its_unit(text):
            return None if value is None else self.stored(value)
        in_unit = self.stored(value * self.unit)
        return self.stored(value) if self.limit is not None and abs(in_unit) > self.limit else in_unit


def says_its_unit(text: str) -> bool:
    """Whether a text names a currency or thousands itself, so that the unit of the grid does not count."""
    return any(letter.isalpha() or letter in "€£$¥" for letter in text)


def spread(total: Money, now: Sequence[Money | None]) -> tuple[Money, ...]:
    """A total over several months in the shares that they have now; evenly where they have none."""
    weights = [max(0, amount or 0) for amount in now]
    return largest_remainder(total, weights)
