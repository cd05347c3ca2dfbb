"""Numbers, money, shares and days as people of one region write them, and read back as they type them."""

import re
from functools import cache

from PySide6.QtCore import QDate, QLocale

from planner.calc import words
from planner.calc.money import exponent
from planner.i18n import _, in_currency, language
from planner.model.fields import Day, Money, Month
from planner.model.plan import Plan

_SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "CHF": "CHF ", "SEK": "SEK ", "NOK": "NOK ", "DKK": "DKK "}
_TIMES = {"k": 1e3, "t": 1e3, "tsd": 1e3, "m": 1e6, "mio": 1e6, "million": 1e6, "bn": 1e9, "mrd": 1e9}
# Compiled when somebody types a number, not while the first window is made.
_PART = r"(?i)(\d{1,4})\s*(?:of|von|/)\s*(\d{1,4})"
_TYPED = r"(?i)([-−]?)\s*([\d.,'’\s]+?)\s*(?:(k|tsd|t|mio|million|mrd|m|bn)\.?)?"


class NotANumber(ValueError):
    """What was typed is no number; the message says what would be right."""


class Numbers:
    """Writes and reads values in the plan's region and currency. Made by `numbers_of`."""

    def __init__(self, region: str, currency: str) -> None:
        self._locale = QLocale(region) if region else _system()
        self.currency = currency
        self._symbol = _SYMBOLS.get(currency, f"{currency} " if currency else "")
        self._decimals = exponent(currency)
        self._minor = 10**self._decimals

    @property
    def symbol(self) -> str:
        """The sign of the currency without a space."""
        return self._symbol.strip()

    @property
    def decimal(self) -> str:
        """The mark before decimals."""
        return self._locale.decimalPoint()

    @property
    def group(self) -> str:
        """The mark between groups of three digits."""
        return self._locale.groupSeparator()

    def number(self, value: float | None, decimals: int | None = None) -> str:
        """A number with groups; as many decimals as it has (at most 4) where none are asked for."""
        if value is None:
            return ""
        if decimals is None:
            text = f"{value:.4f}".rstrip("0").rstrip(".")
            decimals = len(text.partition(".")[2])
        return self._locale.toString(float(value), "f", decimals).replace("-", "−")

    def share(self, value: float | None, decimals: int = 0) -> str:
        """0.41 as "41%"; a decimal is shown where it is needed and none was asked for."""
        if value is None:
            return ""
        percent = round(value * 100, 6)
        if not decimals and percent != round(percent):
            decimals = 1
        return f"{self.number(percent, decimals)}%"

    def chance(self, value: float | None) -> str:
        """A chance in whole percent, never certain: "58%", "<1%", ">99%"."""
        return "" if value is None else words.chance(value)

    def money(self, amount: Money | None) -> str:
        """Minor units in full: "€515,400", with cents only where there are any."""
        if amount is None:
            return ""
        major = amount / self._minor
        return self._signed(major, self.number(abs(major), 0 if amount % self._minor == 0 else self._decimals))

    def money_of(self, major: float) -> str:
        """Major units in full, with cents only where there are any."""
        cents = round(major, self._decimals) != round(major)
        return self._signed(major, self.number(abs(major), self._decimals if cents else 0))

    def money_short(self, amount: Money | None) -> str:
        """Minor units in a small place: "£463k", "€1.92m"."""
        return "" if amount is None else self.major_short(amount / self._minor)

    def major_short(self, major: float | None) -> str:
        """Major units of money in a small place."""
        if major is None:
            return ""
        size = abs(major)
        if size >= 999_500:
            return self._signed(major, self.number(size / 1e6, 2 if size < 9_995_000 else 1), "m")
        if size >= 1000:
            whole = size >= 99_950 or round(size / 1000, 1) == round(size / 1000)
            return self._signed(major, self.number(size / 1e3, 0 if whole else 1), "k")
        return self._signed(major, self.number(size, 0 if size == round(size) else self._decimals))

    def _signed(self, value: float, figure: str, unit: str = "") -> str:
        return ("−" if value < 0 else "") + self.in_currency(figure, unit)

    def in_currency(self, figure: str = "", unit: str = "") -> str:
        """A written figure with the currency, in "k", "m" or "bn" if wanted: "€515k"; the unit alone: "€k"."""
        return in_currency(self._symbol, figure, unit)

    def of_unit(self, value: float | None, unit: str | None, *, short: bool = True) -> str:
        """A figure of a goal, in its own unit: a currency, "share", or a count."""
        if value is None:
            return ""
        if unit == "share":
            return self.share(value)
        if is_currency(unit):
            return self.major_short(value) if short else self._signed(value, self.number(abs(value)))
        return self.number(value)

    def day(self, day: Day | None) -> str:
        """'2026-11-10' as "10 Nov 2026"."""
        if _foreign():
            return words.day_short(day)
        return self._locale.toString(QDate.fromString(day, "yyyy-MM-dd"), "d MMM yyyy") if day else ""

    def day_short(self, day: Day | None) -> str:
        """'2026-11-10' as "10 Nov"."""
        if _foreign():
            return words.day_short(day, year=False)
        return self._locale.toString(QDate.fromString(day, "yyyy-MM-dd"), "d MMM") if day else ""

    def month(self, month: Month | None, *, year: bool = True) -> str:
        """'2027-03' as "Mar 2027", or "Mar"."""
        if not month:
            return ""
        if _foreign():
            return words.month_short(month) + (f" {month[:4]}" if year else "")
        return self._locale.toString(QDate.fromString(f"{month}-01", "yyyy-MM-dd"), "MMM yyyy" if year else "MMM")

    def month_short(self, month: Month | None) -> str:
        """'2027-09' as "Sep": British English writes "Sept", the one name that a column of 44 has no room for."""
        return self.month(month, year=False).replace("Sept", "Sep")

    def period(self, period: str | None) -> str:
        """A month, quarter or span that something is promised for: '2027-Q2' as "Q2 2027"."""
        return words.period(period, self.month)

    def read_number(self, text: str) -> float | None:
        """A typed number, in this region's or the plain way, with k or m behind it if wanted; empty is None."""
        typed = text.replace(self.symbol or "\0", "").replace(self.currency or "\0", "").replace(" ", " ").strip()
        if not typed:
            return None
        found = re.fullmatch(_TYPED, typed)
        if not found:
            raise NotANumber(_("Write a number, such as {example}.").format(example=self.number(1250.5, 2)))
        sign = -1 if found[1] else 1
        return sign * self._plain(found[2]) * _TIMES.get((found[3] or "").lower(), 1.0)

    def _plain(self, digits: str) -> float:
        """Digits with whatever separators: the last one is the decimal point unless it parts groups of three."""
        digits = re.sub(r"[\s'’]", "", digits)
        last = max(digits.rfind("."), digits.rfind(","))
        if last >= 0:
            mark, tail = digits[last], digits[last + 1 :]
            groups = digits.count(mark) > 1 or (len(tail) == 3 and mark == self._locale.groupSeparator())
            head = re.sub(r"[.,]", "", digits[:last])
            digits = head + tail if groups else f"{head}.{tail}"
        try:
            return float(digits)
        except ValueError:
            raise NotANumber(_("Write a number, such as {example}.").format(example=self.number(1250.5, 2))) from None

    @property
    def decimals(self) -> int:
        """How many decimals the currency has."""
        return self._decimals

    def read_money(self, text: str) -> Money | None:
        """A typed amount of major units as minor units. Raises NotANumber."""
        value = self.read_number(text)
        return None if value is None else round(value * self._minor)

    def read_share(self, text: str) -> float | None:
        """"41%" or "41" as 0.41, "0.41" as it stands, and "2 of 8" as 0.25. Raises NotANumber."""
        if found := re.fullmatch(_PART, text.strip()):
            part, whole = (int(digits) for digits in found.groups())
            if part <= whole and whole:
                return part / whole
        value = self.read_number(text.replace("%", ""))
        if value is None:
            return None
        return value if abs(value) <= 1 and "%" not in text else value / 100

    def read_of_unit(self, text: str, unit: str | None) -> float | None:
        """A figure of a goal as it is typed, in its own unit. Raises NotANumber."""
        return self.read_share(text) if unit == "share" else self.read_number(text)


def is_currency(unit: str | None) -> bool:
    """Whether the unit of a goal is money: three capital letters."""
    return unit is not None and len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper()


def numbers_of(plan: Plan) -> Numbers:
    """The writer and reader of values for a plan."""
    facts = plan.facts
    return _made(facts.locale or "", facts.currency or "", language())


def numbers_in(plan: Plan, currency: str) -> Numbers:
    """The writer and reader of values for a plan, with money in another currency."""
    return _made(plan.facts.locale or "", currency, language())


@cache
def _made(region: str, currency: str, _language: str) -> Numbers:
    return Numbers(region, currency)


def _foreign() -> bool:
    """Whether the interface speaks another language than English: its names of months are the catalogue's."""
    return language() != "en"


def _system() -> QLocale:
    """The region of this computer, or of the interface where that is another; without either it is Britain."""
    found = QLocale.system()
    if _foreign() and QLocale(language()).language() != found.language():
        return QLocale(language())
    return QLocale("en_GB") if found.language() == QLocale.Language.C else found
