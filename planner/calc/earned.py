"""Earned value: what the money spent so far has bought, and what the whole will come to (method.md B8).

Amounts may be in any one unit. A figure that would divide by nothing is None.
"""

from __future__ import annotations

from typing import NamedTuple


class EarnedValue(NamedTuple):
    """The four sums that everything follows from."""

    bac: float
    """Budget at completion: all that is planned."""
    pv: float
    """Planned value: what was to be spent by now."""
    ev: float
    """Earned value: the budget of what is done by now."""
    ac: float
    """Actual cost by now."""

    @property
    def cpi(self) -> float | None:
        """Done for each unit spent; below 1 it costs more than planned."""
        return _divided(self.ev, self.ac)

    @property
    def spi(self) -> float | None:
        """Done for each unit that was to be done by now; below 1 it is late."""
        return _divided(self.ev, self.pv)

    @property
    def eac_typical(self) -> float | None:
        """The whole, if the rest costs as the part so far did: ``BAC / CPI``."""
        return _divided(self.bac, self.cpi)

    @property
    def eac_atypical(self) -> float:
        """The whole, if what went wrong happens once: ``AC + BAC - EV``."""
        return self.ac + self.bac - self.ev

    @property
    def eac_both(self) -> float | None:
        """The whole, if cost and delay both go on: ``AC + (BAC - EV) / (CPI x SPI)``."""
        if self.cpi is None or self.spi is None:
            return None
        rest = _divided(self.bac - self.ev, self.cpi * self.spi)
        return None if rest is None else self.ac + rest

    def eac_bottom_up(self, to_complete: float) -> float:
        """The whole, where the rest has been estimated anew."""
        return self.ac + to_complete

    @property
    def etc(self) -> float | None:
        """What is still to be spent in the typical case."""
        return None if self.eac_typical is None else self.eac_typical - self.ac

    @property
    def vac(self) -> float | None:
        """What will be left over in the typical case; negative where the budget does not do."""
        return None if self.eac_typical is None else self.bac - self.eac_typical

    @property
    def tcpi(self) -> float | None:
        """What each unit left has to buy for the budget to do: ``(BAC - EV) / (BAC - AC)``."""
        return _divided(self.bac - self.ev, self.bac - self.ac)


def _divided(part: float, by: float | None) -> float | None:
    return None if not by else part / by
