"""Labels find a place or none; they never share one."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.charts.place import Box, apart, around, place, spread

FIELD = Box(0, 0, 1000, 800)
places = st.tuples(st.floats(60, 940), st.floats(60, 740))


@settings(max_examples=40)
@given(st.lists(places, max_size=25), st.floats(40, 220))
def test_labels_are_clear_of_points_and_of_each_other(points: list[tuple[float, float]], wide: float) -> None:
    boxes = [box for box in place(points, [(wide, 28.0)] * len(points), 20, FIELD) if box is not None]
    for at, box in enumerate(boxes):
        assert box.inside(FIELD)
        assert not any(box.meets(other) for other in boxes[at + 1 :])
        assert not any(box.meets(around(x, y, 20)) for x, y in points)


def test_a_point_alone_has_its_label_below() -> None:
    (box,) = place([(500, 400)], [(100, 28)], 20, FIELD)
    assert box is not None
    assert box.top > 420
    assert box.left + box.right == 1000


def test_a_label_without_room_is_left_out() -> None:
    assert place([(500, 400)], [(2000, 28)], 20, FIELD) == [None]


def test_points_on_one_place_are_moved_apart_and_others_stay() -> None:
    moved = spread([(500, 400)] * 3 + [(100, 100)], 50, FIELD)
    assert all(
        ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 >= 49
        for at, (ax, ay) in enumerate(moved)
        for bx, by in moved[at + 1 :]
    )
    assert abs(moved[3][0] - 100) < 1


@given(st.lists(st.floats(0, 500), min_size=1, max_size=8), st.floats(10, 60))
def test_labels_in_a_column_are_moved_apart_and_keep_their_order(heights: list[float], gap: float) -> None:
    found = apart(heights, gap, 100, 400)
    room = min(gap, 300 / max(1, len(heights) - 1))
    assert all(100 - 1e-6 <= y <= 400 + 1e-6 for y in found)
    for (_before, one), (_after, two) in pairwise(sorted(zip(heights, found, strict=True))):
        assert two - one >= room - 1e-6
