"""What a cut comes to, in one plain sentence: money, time, orders, chance."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from planner.calc import months, words
from planner.calc.cut.result import Cut
from planner.calc.money import half_up
from planner.i18n import _, _n, figure
from planner.model.plan import Month

_YEAR = 12


class Part(NamedTuple):
    """Some words of the sentence."""

    text: str
    is_key: bool
    """Whether they are what matters, and drawn so."""


def consequence(
    cut: Cut,
    money: Callable[[int], str],
    target: int | None = None,
    last_month: Month | None = None,
) -> tuple[Part, ...]:
    """The sentence in parts. ``money`` writes minor units; ``target`` is the goal the chance is about.

    ``last_month``: the last month of the plan, for "after December 2027".
    """
    return _parts(_said(cut, money, target, last_month))


def plain(parts: tuple[Part, ...]) -> str:
    """The sentence without emphasis."""
    return "".join(part.text for part in parts)


def _said(cut: Cut, money: Callable[[int], str], target: int | None, last_month: Month | None) -> str:
    """The sentence, what matters between asterisks."""
    if not cut.saved:
        return _("Nothing is cut; everything stays as planned.")
    saved = money(cut.saved)
    if cut.lost_total is None or cut.lost_deals is None:
        return _("This saves {saved}. What it costs cannot be worked out yet.").format(saved=saved)
    if not cut.lost_total:
        return _("Saving {saved} costs *no orders*: what is cut brings no leads.").format(saved=saved)
    wait = months.offset(cut.request.from_month, last_month)
    text = _("Saving {saved} this year costs about *{lost} of orders*")
    if wait is not None and wait >= _YEAR:
        text = _("Saving {saved} costs about *{lost} of orders*")
    said = text.format(saved=saved, lost=money(cut.lost_total))
    if last_month is not None and cut.illusion_ratio is not None and cut.illusion_ratio > 0:
        said += _(", {share} of it after {month}").format(
            share=words.percent(cut.illusion_ratio), month=words.month(last_month)
        )
    orders = cut.lost_deals
    shown = figure(f"{half_up(orders):,.0f}" if orders >= 10 else f"{half_up(orders, 1):,.1f}")
    said += ": *" + _n("{n} fewer order", "{n} fewer orders", int(orders + 0.5)).format(n=shown) + "*"
    return said + _chance(cut, money, target)


def _chance(cut: Cut, money: Callable[[int], str], target: int | None) -> str:
    if cut.before is None or cut.after is None or cut.before.p_hit is None or cut.after.p_hit is None or target is None:
        return "."
    before, after = (words.chance(chance) for chance in (cut.before.p_hit, cut.after.p_hit))
    if before == after:
        text = _(", and the chance of reaching {target} stays at {before}.")
    else:
        text = _(", and the chance of reaching {target} falls *from {before} to {after}*.")
    return text.format(target=money(target), before=before, after=after)


def _parts(marked: str) -> tuple[Part, ...]:
    texts = marked.split("*")
    return tuple(Part(text, place % 2 == 1) for place, text in enumerate(texts) if text)
