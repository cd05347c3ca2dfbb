"""Cuts where leads follow money by each activity's response curve: the first euro taken costs least (method.md B9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.calc.allocation import CurveOf
from planner.calc.cut.cuttable import Piece
from planner.calc.cut.policies import Laid
from planner.calc.optimum import Channel, best
from planner.model.plan import Money, RowId


def lost_leads(curve: CurveOf, spend: Money, cut: Money, ahead: float) -> float:
    """Leads that an activity loses when its spend is cut: at most those that are still ahead."""
    return min(ahead, curve.curve.leads(spend) - curve.curve.leads(spend - cut))


def cheapest(
    pieces: Sequence[Piece], need: Money, spend: Mapping[RowId, Money], curves: Mapping[RowId, CurveOf],
    value: Mapping[RowId, float],
) -> Laid:  # fmt: skip
    """What to take where it costs least: first what brings nothing, then until every next euro costs the same.

    ``value``: what one lead of each activity is worth; an activity without one brings nothing.
    """
    laid: Laid = {}
    for piece in pieces:
        if piece.activity is None or not value.get(piece.activity) or piece.activity not in curves:
            laid[piece.key] = min(piece.amount, need)
            need -= laid[piece.key]
    own: dict[RowId, list[Piece]] = {}
    for piece in pieces:
        if piece.activity is not None and piece.key not in laid:
            own.setdefault(piece.activity, []).append(piece)
    could = {id: sum(piece.amount for piece in lines) for id, lines in own.items()}
    channels = [Channel(curves[id].curve, value[id], float(spend[id] - could[id]), float(spend[id])) for id in own]
    kept = best(channels, sum(channel.high for channel in channels) - need) if channels else None
    for id, amount in zip(own, kept.spend if kept else (), strict=True):
        wanted = min(could[id], need, round(spend[id] - amount))
        need -= wanted
        for piece in sorted(own[id], key=_last_first):
            laid[piece.key] = min(piece.amount, wanted)
            wanted -= laid[piece.key]
    for lines in own.values():
        for piece in lines:  # what whole minor units left over
            more = min(piece.amount - laid[piece.key], need)
            laid[piece.key] += more
            need -= more
    return {key: amount for key, amount in laid.items() if amount}


def _last_first(piece: Piece) -> int:
    return -(piece.priority or 0)
