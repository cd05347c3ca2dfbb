"""Pages for readers: what stands on them, for whom, on an empty plan, with very long words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner import i18n
from planner.calc.results import Results
from planner.charts.paper import BY_KEY, PAGES
from planner.charts.paper.facts import target_words
from planner.charts.paper.page import LYING, TALL
from planner.model.plan import Audience, Commitment, Plan, Rows


def texts(figure) -> list[str]:
    return [made.get_text() for axes in figure.axes for made in axes.texts]


def drawn(key, plan, audience=Audience.INTERNAL):
    return BY_KEY[key].draw(plan, Results(plan, plan.facts.as_of), audience)


def all_texts(key, plan, audience=Audience.INTERNAL):
    return [text for figure in drawn(key, plan, audience) for text in texts(figure)]


def overlapping(figure) -> list[tuple[str, str]]:
    """Texts that stand on one another. Fonts leave room above and below their letters, and in the pixels of a screen
    letters are up to a twentieth wider than on paper."""
    renderer = figure.canvas.get_renderer()
    boxes = []
    for made in figure.axes[0].texts:
        box = made.get_window_extent(renderer)
        boxes.append((box.padded(-0.04 * box.width, -0.25 * box.height), made.get_text()))
    return [
        (said, other)
        for at, (first, said) in enumerate(boxes)
        for second, other in boxes[at + 1 :]
        if first.overlaps(second)
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_page_is_a4_and_keeps_to_its_margins(page, example):
    for figure in page.draw(example, Results(example, example.facts.as_of), Audience.INTERNAL):
        wide, high = figure.get_size_inches()
        size = LYING if wide > high else TALL
        assert (round(min(wide, high), 2), round(max(wide, high), 2)) == (8.27, 11.7)
        renderer = figure.canvas.get_renderer()
        for made in figure.axes[0].texts:
            box = made.get_window_extent(renderer)
            pixels = figure.dpi * wide / size[0]
            assert box.x0 / pixels > 40 and box.x1 / pixels < size[0] - 40, made.get_text()
            assert box.y0 / pixels > 4 and box.y1 / pixels < size[1] - 30, made.get_text()


@pytest.mark.parametrize("key", ["one-page-plan", "finance-page", "said-and-done"])
def test_large_amounts_and_long_names_of_people_keep_their_places(key, example):
    lines = [replace(row, planned=(row.planned or 0) * 997) for row in example.amounts]
    funnel = [
        replace(row, deal_low=(row.deal_low or 0) * 997, deal_likely=(row.deal_likely or 0) * 997,
                deal_high=(row.deal_high or 0) * 997)
        for row in example.table("funnel")
    ]  # fmt: skip
    people = [replace(row, name=f"{row.name} Leutheusser-Schnarrenberger von Guttenberg") for row in example.people]
    plan = example.with_tables({"amount": Rows(lines), "person": Rows(people), "funnel": Rows(funnel)})
    for figure in drawn(key, plan):
        assert not overlapping(figure)


def test_one_page_says_names_whole_and_nothing_lies_on_anything(example):
    (figure,) = drawn("one-page-plan", example)
    assert not any(said.endswith("…") for said in texts(figure))
    assert not overlapping(figure)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_an_empty_plan_gives_no_page_and_no_error(page):
    assert list(page.draw(Plan(), Results(Plan(), "2026-11-16"), Audience.INTERNAL)) == []


@pytest.mark.parametrize(("times", "said"), [(0.01, ">99%"), (50.0, "<1%")])
def test_no_page_calls_a_chance_certain(example, times, said):
    goals = [replace(row, target=(row.target or 0) * times) if row.code == "G1" else row for row in example.goals]
    plan = example.with_tables({"goal": Rows(goals)})
    for key in ("finance-page", "one-page-plan"):
        assert said in all_texts(key, plan), key


def test_the_finance_page_is_one_page_on_which_every_sum_is_the_programs(example):
    (figure,) = drawn("finance-page", example)
    said = texts(figure)
    assert "What €515k buys, and how sure we are" in said
    for expected in ("€2.02m", "58%", "Goal €1.92m", "€345k", "€103k", "€23k", "€18k", "€489k"):
        assert expected in said, expected
    assert any("€184k of €489k" in text for text in said)
    many = {
        f"extra-{n}": replace(example.activities.ordered[3], id=f"extra-{n}", code=None, position=100 + n)
        for n in range(40)
    }
    lines = example.budget_lines.ordered
    more = [replace(lines[0], id=f"line-{n}", code=None, activity=f"extra-{n}", position=100 + n) for n in range(40)]
    crowded = example.with_tables(
        {"activity": Rows([*example.activities, *many.values()]), "budget_line": Rows([*lines, *more])}
    )
    (figure,) = drawn("finance-page", crowded)
    assert any(text.endswith("smaller") for text in texts(figure))


def test_the_finance_page_says_how_it_will_end_once_money_is_spent(example):
    assert not any("How it will end" in text for text in all_texts("finance-page", example))
    april = ("2027-01", "2027-02", "2027-03", "2027-04")
    plan = example.with_tables({
        "amount": Rows([replace(row, actual=row.planned) if row.month in april else row for row in example.amounts]),
        "activity": Rows([replace(row, progress=0.5) for row in example.activities]),
    })  # fmt: skip
    said = " ".join(all_texts("finance-page", plan))
    assert "How it will end:" in said
    assert "€274k is spent of €515k, and what is done was planned at €245k." in said
    assert "If cost and delay both go on, it comes to €614k; the other ways to reckon on say €515k to €578k." in said
    assert not any("How it will end" in text for text in all_texts("finance-page", plan, Audience.AGENCY))


def test_each_giver_gets_a_letter_with_only_their_own_inputs(example):
    pages = drawn("said-and-done", example)
    assert len(pages) == len({row.given_by for row in example.sales_inputs})
    for figure in pages:
        said = " ".join(texts(figure))
        name = next(text for text in texts(figure) if text.endswith("you said. We did.")).split(",")[0]
        giver = next(
            p
            for p in example.people
            if (p.name or "").startswith(name) and any(r.given_by == p.id for r in example.sales_inputs)
        )
        others = [row for row in example.sales_inputs if row.given_by != giver.id]
        assert all((row.text or "")[:20] not in said for row in others)


def test_a_seventh_input_goes_to_a_second_page(example):
    first = example.sales_inputs.ordered[0]
    more = [replace(first, id=f"more-{n}", code=None, position=50 + n) for n in range(7)]
    plan = example.with_tables({"sales_input": Rows(more)})
    assert len(drawn("said-and-done", plan)) == 2


def test_who_may_not_see_money_or_rates_sees_none_on_the_one_page(example):
    inside, outside = all_texts("one-page-plan", example), all_texts("one-page-plan", example, Audience.CLIENT)
    assert "€515k" in inside and "58%" in inside and "chance of the goal" in inside
    assert not {"€515k", "58%", "€2.02m", "chance of the goal", "If money is cut"} & set(outside)
    assert not BY_KEY["finance-page"].seen_by(Audience.AGENCY)
    agency = all_texts("one-page-plan", example, Audience.AGENCY)
    assert "€515k" in agency and "58%" not in agency


def test_dissent_stays_with_the_team(example):
    row = replace(example.decisions.ordered[0], dissent="It will not work")
    plan = example.with_tables({"decision": Rows([row])})
    assert any("It will not work" in text for text in all_texts("decisions", plan))
    assert not any("It will not work" in text for text in all_texts("decisions", plan, Audience.AGENCY))


def test_very_long_names_are_shortened_and_stay_on_the_page(example):
    long = "Donaudampfschifffahrtsgesellschaftskapitän " * 6
    plan = example.with_tables(
        {"activity": Rows([replace(row, title=long, sales_role=long) for row in example.activities]),
         "goal": Rows([replace(row, title=long) for row in example.goals])}
    )  # fmt: skip
    for key in ("one-page-plan", "finance-page", "sales-page"):
        for figure in drawn(key, plan):
            renderer = figure.canvas.get_renderer()
            edge = figure.get_size_inches()[0] * figure.dpi
            assert all(made.get_window_extent(renderer).x1 < edge for made in figure.axes[0].texts)


@pytest.mark.parametrize(("language", "whole_year"), [("en", "Jan to Dec 2027"), ("de", "Jan – Dez 2027")])
def test_the_sales_page_says_all_of_when_sales_is_needed(example, language, whole_year):
    i18n.use_language(language)
    try:
        said = all_texts("sales-page", example)
    finally:
        i18n.use_language(None)
    assert not [text for text in said if "202" in text and text.endswith("…")]
    assert whole_year in said


def test_what_is_promised_by_period_says_the_periods_as_people_do():
    row = Commitment(id="c", promise="Leads", targets=(("2027-Q1", 248.0), ("2027-05", 167.0)))
    assert target_words(row) == "Q1 2027: 248, May 2027: 167"
    assert target_words(replace(row, targets=(), target=95.0)) == "95"
