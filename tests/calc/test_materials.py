"""What both sides think of a material, with how many people stand behind it."""

from planner.calc.materials import Mean, Opinion, askers_of, opinions, reps_of, users_of, widest_gap
from planner.model.plan import SINGLETONS, Facts, Material, Person, Rating, SalesInput
from tests.calc.test_habit import plan_of


def rating(id: str, side: str, score: float | None) -> Rating:
    return Rating(id=id, material="m", person=id, function=side, score=score, unknown=score is None)


def test_single_ratings_make_a_mean_and_not_knowing_is_none() -> None:
    plan = plan_of(
        Material(id="m", name="Deck"),
        rating("a", "sales", 1), rating("b", "sales", 2), rating("c", "sales", None), rating("d", "marketing", 4),
        rating("e", "agency", 5),
    )  # fmt: skip
    found = opinions(plan)["m"]
    assert found == Opinion(Mean(1.5, 2), Mean(4, 1))
    assert found.gap == -2.5


def test_more_people_win_over_fewer() -> None:
    survey = Material(id="m", name="Deck", sales_rating=2.1, n_raters=11, marketing_rating=4.0)
    few = plan_of(survey, rating("a", "sales", 5))
    assert opinions(few)["m"] == Opinion(Mean(2.1, 11), Mean(4.0, None))
    people = [rating(str(n), "sales", 3) for n in range(11)]
    assert opinions(plan_of(survey, *people))["m"].sales == Mean(3, 11)
    unsaid = plan_of(survey, rating("d", "marketing", 2))
    assert opinions(unsaid)["m"].marketing == Mean(2, 1)


def test_not_rated_is_not_one() -> None:
    found = opinions(plan_of(Material(id="m", name="Deck")))["m"]
    assert found == Opinion(None, None)
    assert found.gap is None
    assert not found.is_known
    assert found.sales_raters == 0


def test_the_widest_gap_comes_first() -> None:
    def of(sales: float | None, marketing: float | None) -> Opinion:
        return Opinion(*(None if value is None else Mean(value, 3) for value in (sales, marketing)))

    right = [of(1.5, 3.9), of(2.2, 3.4), of(4.4, 3.2), of(2.0, 2.6), of(2.1, None), of(None, 4.0), of(None, None)]
    mixed = [right[place] for place in (6, 2, 0, 5, 3, 1, 4)]
    assert sorted(mixed, key=widest_gap) == right


def test_a_share_is_people_only_where_it_is_of_these_people() -> None:
    assert users_of(0.25, 8) == 2
    assert users_of(0.13, 8) == 1  # 1 of 8 in whole percents
    assert users_of(0.0, 8) == 0
    assert users_of(0.18, 8) is None
    assert users_of(None, 8) is None
    assert users_of(0.25, None) is None


def test_reps_are_those_of_the_company_or_those_in_the_plan() -> None:
    people = [Person(id=str(n), name=str(n), function="sales") for n in range(3)]
    assert reps_of(plan_of(*people, Person(id="m", name="M", function="marketing"))) == 3
    assert reps_of(plan_of(*people, Facts(id=SINGLETONS["facts"], sales_field=8, sales_inside=3))) == 11
    assert reps_of(plan_of()) is None


def test_who_asked_counts_from_either_side() -> None:
    material = Material(id="m", name="Deck", sales_inputs=("two", "gone"))
    plan = plan_of(
        material,
        SalesInput(id="one", text="Fewer slides", materials=("m",)),
        SalesInput(id="two", text="I built my own", materials=("m",)),
    )
    assert askers_of(plan, material) == ("two", "one")
