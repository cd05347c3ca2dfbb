"""Values behave like frozen dataclasses."""

import copy
import pickle

import pytest

from planner.model.value import Value


class Place(Value):
    x: int
    y: int = 0


def test_fields_come_by_place_and_by_name_and_have_defaults() -> None:
    assert (Place(1).x, Place(1).y) == (1, 0)
    assert Place(1, y=2) == Place(x=1, y=2)
    assert Place(1) != Place(2)
    assert len({Place(1, 0), Place(1)}) == 1
    assert repr(Place(1)) == "Place(x=1, y=0)"


def test_a_value_does_not_change() -> None:
    place = Place(1)
    with pytest.raises(AttributeError):
        place.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del place.x
    assert place.x == 1


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, 2, 3), {}), ((1,), {"z": 1}), ((1,), {"x": 1})])
def test_wrong_fields_are_refused(given: tuple[int, ...], named: dict[str, int]) -> None:
    with pytest.raises(TypeError):
        Place(*given, **named)


def test_values_travel() -> None:
    assert copy.copy(Place(1, 2)) == Place(1, 2)
    assert pickle.loads(pickle.dumps(Place(1, 2))) == Place(1, 2)
