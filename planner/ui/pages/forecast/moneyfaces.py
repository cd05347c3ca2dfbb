"""Where money for leads works best: the rows of the split, and the words about it."""

from collections.abc import Mapping

from planner.calc.allocation import YEAR, Allocation, Share, leads_at
from planner.calc.curves import ADBUDG, EXPONENTIAL, HILL, LOG, POWER
from planner.calc.money import exponent
from planner.i18n import _, mark
from planner.model.fields import Money, RowId
from planner.model.plan import Plan
from planner.model.value import Value
from planner.ui.numbers import numbers_of
from planner.ui.voices import voice_of

CURVES = {
    POWER: mark("each more brings a little less"),
    LOG: mark("each more brings a little less"),
    EXPONENTIAL: mark("up to a ceiling"),
    HILL: mark("slow, then fast, then full"),
    ADBUDG: mark("by four answers"),
}


class ShareFace(Value):
    """One activity: what it gets today, what would be best, and what is being tried out; minor units."""

    id: str
    name: str
    voice: str
    least: int
    most: int
    low: int
    high: int
    today: int
    best: int
    new: int
    money_words: str
    leads_words: str
    below: str
    said: str
    tip: str

    @property
    def moves(self) -> bool:
        """Whether it may get more or less at all."""
        return self.least < self.most


def share_faces(plan: Plan, found: Allocation, new: Mapping[RowId, Money]) -> tuple[ShareFace, ...]:
    """The activities in the order of the plan."""
    numbers, faces = numbers_of(plan), []
    for share in found.shares:
        activity = plan.activities[share.activity]
        name = activity.title or activity.code or ""
        amount = new.get(share.activity, share.today)
        now, then = (leads_at(share, spend, found.objective) for spend in (share.today, amount))
        money = numbers.money_short(share.today)
        leads = numbers.number(round(now))
        if amount != share.today:
            money = f"{money} → {numbers.money_short(amount)}"
            leads = f"{leads} → {numbers.number(round(then))}"
        best = _("best {best}, as good from {low} to {high}").format(
            best=numbers.money_short(share.best), low=numbers.money_short(share.low),
            high=numbers.money_short(share.high),
        )  # fmt: skip
        if share.least == share.most:
            best = _("stays: it cannot be done by halves, or is committed")
        more = _more_words(plan, share, found.objective)
        tip = f"{name}\n{best}\n{more}\n{_curve_words(share)}"
        said = f"{name}: {money}, {leads} {_counted(found.objective)}, {best}. {more}"
        faces.append(
            ShareFace(share.activity, name, voice_of(plan, activity.owner), share.least, share.most, share.low,
                      share.high, share.today, share.best, amount, money, leads, best, said, tip)
        )  # fmt: skip
    return tuple(faces)


def _counted(objective: str) -> str:
    return _("leads that land") if objective == YEAR else _("leads")


def _more_words(plan: Plan, share: Share, objective: str) -> str:
    """What a little more money would bring, the figure by which the activities are compared."""
    numbers, thousand = numbers_of(plan), 1000 * 10 ** exponent(plan.facts.currency)
    return _("{amount} more would bring {n} {leads}.").format(
        amount=numbers.money_short(thousand), n=numbers.number(share.marginal_today * thousand, 2),
        leads=_counted(objective),
    )  # fmt: skip


def _curve_words(share: Share) -> str:
    shape = _(CURVES.get(share.curve.kind, CURVES[POWER]))
    whose = _("judgement, nobody said otherwise") if share.curve.is_judgement else _("as the plan says")
    return _("How leads follow money: {shape} ({whose}).").format(shape=shape, whose=whose)


def split_words(plan: Plan, found: Allocation, new: Mapping[RowId, Money]) -> tuple[tuple[str, bool], ...]:
    """What the split that is tried out brings, and what it costs, in one sentence."""
    numbers = numbers_of(plan)
    spend = {share.activity: new.get(share.activity, share.today) for share in found.shares}
    before = sum(leads_at(share, share.today, found.objective) for share in found.shares)
    after = sum(leads_at(share, spend[share.activity], found.objective) for share in found.shares)
    more = sum(spend.values()) - found.today
    counted = _counted(found.objective)
    if all(spend[share.activity] == share.today for share in found.shares):
        gain = found.gain
        if gain is None or gain < 0.0005:
            return ((_("Today’s split is as good as any: nothing better was found within the bounds."), False),)
        text = _("The best split of the same money brings *{gain} more* {counted}; anything inside a band is as good.")
        return _parts(text.format(gain=numbers.share(round(gain, 3)), counted=counted))
    change = after / before - 1 if before else 0.0
    direction = _("more") if change >= 0 else _("fewer")
    text = _("This brings *{leads} {counted}* instead of {before}, {share} {direction}")
    said = text.format(
        leads=numbers.number(round(after)), counted=counted, before=numbers.number(round(before)),
        share=numbers.share(abs(round(change, 3))), direction=direction,
    )  # fmt: skip
    if more > 0:
        said += _(", and costs *{amount} more*.").format(amount=numbers.money_short(more))
    elif more < 0:
        said += _(", and leaves *{amount} over*.").format(amount=numbers.money_short(-more))
    else:
        said += _(", for the same money.")
    return _parts(said)


def _parts(marked: str) -> tuple[tuple[str, bool], ...]:
    texts = marked.split("*")
    return tuple((text, place % 2 == 1) for place, text in enumerate(texts) if text)


def remainder_words(plan: Plan, found: Allocation) -> str:
    """What the best split leaves over or lacks, and why; empty where it comes out even."""
    if not found.remainder:
        return ""
    amount = numbers_of(plan).money_short(abs(found.remainder))
    return f"{amount}: {found.why}"


