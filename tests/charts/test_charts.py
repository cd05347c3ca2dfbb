"""Every chart draws every plan, says what is missing in words, and keeps inside its sheet."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from matplotlib.figure import Figure

from planner.calc.results import Results
from planner.charts import BY_KEY, CHARTS, Chart, style
from planner.model.plan import Audience, Plan, Rows

AS_OF = "2026-11-16"
KEYS = [chart.key for chart in CHARTS]


@pytest.fixture(params=KEYS)
def chart(request: pytest.FixtureRequest) -> Chart:
    return BY_KEY[request.param]


def drawn(chart: Chart, plan: Plan) -> Figure:
    figure = chart.draw(plan, Results(plan, AS_OF))
    figure.canvas.draw()
    return figure


def texts(figure: Figure, name: str = "") -> list[Any]:
    return [text for text in figure.axes[0].texts if text.get_text() and (not name or text.get_gid() == name)]


def boxes(found: list[Any]) -> list[Any]:
    return [text.get_window_extent() for text in found]


def test_six_charts_have_keys_and_titles() -> None:
    assert len(CHARTS) >= 6
    assert all(re.fullmatch(r"[a-z-]+", chart.key) and chart.title for chart in CHARTS)


def test_the_title_is_a_sentence_with_the_plans_own_figures(chart: Chart, example: Plan) -> None:
    said = " ".join(text.get_text() for text in texts(drawn(chart, example), "title"))
    assert re.search(r"\d", said)
    assert not texts(drawn(chart, example), "missing")


def test_an_empty_plan_gives_words(chart: Chart) -> None:
    figure = drawn(chart, Plan())
    said = " ".join(text.get_text() for text in texts(figure, "missing"))
    assert len(said) > 40
    assert said.endswith(".")


@pytest.mark.parametrize("name", ["example", "long_names", "crowd"])
def test_no_word_leaves_the_sheet(chart: Chart, name: str, request: pytest.FixtureRequest) -> None:
    figure = drawn(chart, request.getfixturevalue(name))
    wide, high = figure.get_size_inches() * figure.dpi
    for text in texts(figure):
        box = text.get_window_extent()
        assert box.x0 >= 20, text.get_text()
        assert box.x1 <= wide - 20, text.get_text()
        assert box.y0 >= 10, text.get_text()
        assert box.y1 <= high - 10, text.get_text()


def test_the_foot_keeps_source_and_day_however_long_the_plan_is_called(long_names: Plan) -> None:
    foot = texts(drawn(BY_KEY["funnel"], long_names), "foot")[0].get_text()
    assert foot.endswith(" · 16 Nov 2026")
    assert "…" not in foot


def test_activities_are_named_whole_where_their_rows_have_room(example: Plan) -> None:
    said = [text.get_text() for text in texts(drawn(BY_KEY["landing"], example))]
    assert "(search and professional network ads)" in said
    assert not any(words.endswith("…") for words in said)


def test_words_are_large_enough_and_do_not_lie_on_each_other(chart: Chart, example: Plan) -> None:
    found = texts(drawn(chart, example))
    assert all(text.get_fontsize() * style.DPI / 72 >= 23.9 for text in found)
    placed = boxes(found)
    for at, first in enumerate(placed):
        for other, second in enumerate(placed[at + 1 :], at + 1):
            assert not shrunk(first).overlaps(shrunk(second)), (found[at].get_text(), found[other].get_text())


def shrunk(box: Any) -> Any:
    """The box without the room that fonts leave above and below their letters."""
    return box.padded(-3) if box.width > 12 and box.height > 12 else box


@pytest.mark.parametrize("name", ["example", "long_names", "crowd"])
def test_names_on_the_map_lie_neither_on_names_nor_on_people(name: str, request: pytest.FixtureRequest) -> None:
    figure = drawn(BY_KEY["stakeholder-map"], request.getfixturevalue(name))
    labels, people = boxes(texts(figure, "label")), boxes(texts(figure, "initials"))
    assert labels
    assert people
    for at, label in enumerate(labels):
        assert not any(shrunk(label).overlaps(shrunk(other)) for other in labels[at + 1 :])
        assert not any(shrunk(label).overlaps(person) for person in people)
    for at, person in enumerate(people):
        assert not any(person.overlaps(other) for other in people[at + 1 :])


def test_the_same_plan_gives_the_same_picture(chart: Chart, example: Plan) -> None:
    first, second = drawn(chart, example), drawn(chart, example)
    assert bytes(first.canvas.buffer_rgba()) == bytes(second.canvas.buffer_rgba())  # type: ignore[attr-defined]


def test_missing_ratings_of_marketing_are_said(example: Plan, long_names: Plan) -> None:
    chart = BY_KEY["materials"]
    alone = [text.get_text() for text in texts(drawn(chart, example))]
    assert alone.count("not rated") == 5
    both = [text.get_text() for text in texts(drawn(chart, long_names))]
    assert "not rated" not in both
    assert both.count("4.4") >= 8


def test_the_funnel_shows_needed_and_planned(example: Plan) -> None:
    said = [text.get_text() for text in texts(drawn(BY_KEY["funnel"], example))]
    assert {"1,600", "1,681", "40", "42", "105%"} <= set(said)


def test_confidential_charts_are_for_the_team() -> None:
    assert all(chart.seen_by(Audience.INTERNAL) for chart in CHARTS)
    assert [chart.key for chart in CHARTS if chart.seen_by(Audience.CLIENT)] == [
        "inputs-by-answer",
        "materials",
        "said-done",
    ]


def test_no_text_is_taken_for_a_formula(long_names: Plan, tmp_path: Path) -> None:
    figure = drawn(BY_KEY["stakeholder-map"], long_names)
    assert not any(text.get_parse_math() for text in texts(figure))


def said_on(key: str, plan: Plan) -> str:
    return " ".join(text.get_text() for text in texts(drawn(BY_KEY[key], plan)))


def test_the_cut_shows_all_three_ways_on_one_scale(example: Plan) -> None:
    said = said_on("cut", example)
    for words in ("€667k", "€246k", "€118k", "€86k", "on the same scale", "from 58% to 33%"):
        assert words in said


def test_the_chance_stands_beside_the_fan(example: Plan) -> None:
    said = said_on("chance", example)
    for words in ("58%", "a coin flip", "€1.55m", "€2.51m", "Goal €1.92m"):
        assert words in said


def test_the_tornado_starts_with_the_win_rate(example: Plan) -> None:
    said = said_on("tornado", example)
    assert said.startswith("Win rate moves orders most: from €1.69m to €2.34m")
    assert "Not in our hands" in said


def test_the_autumn_fair_lands_late(example: Plan) -> None:
    assert "Autumn fair only 2%" in said_on("landing", example)


def test_where_responses_are_judged_the_allocation_says_so(example: Plan) -> None:
    said = said_on("allocation", example)
    assert "9 responses rest on judgement" in said
    assert "€105k → €78k" in said


def test_burn_after_four_months(example: Plan) -> None:
    changed = {
        cell.id: replace(cell, actual=cell.planned)
        for cell in example.amounts
        if cell.planned and cell.month <= "2027-04"
    }
    plan = example.with_tables({"amount": example.amounts.with_changes(changed)})
    said = said_on("burn", plan)
    for words in ("€274k spent by April 2027", "as planned", "spent a month", "months left"):
        assert words in said
    assert "nothing spent yet" in said_on("burn", example)


def test_what_was_said_flows_to_what_is_done(example: Plan) -> None:
    said = said_on("said-done", example)
    for words in ("12 of 16 inputs are in the plan; 1 waits", "Accepted  9", "Declined  2", "Not in the plan  4"):
        assert words in said


def test_parts_of_alignment_that_are_not_known_have_no_bar(example: Plan) -> None:
    assert "We agree 82 of 100" in said_on("alignment", example)
    assert "not known yet" in said_on("alignment", example.with_tables({"dot": Rows(), "commitment": Rows()}))


def test_a_plan_whose_months_are_not_known_is_drawn_as_far_as_it_goes(chart: Chart, example: Plan) -> None:
    facts = replace(example.facts, horizon_months=None)
    assert texts(drawn(chart, example.with_tables({"facts": Rows([facts])})))
