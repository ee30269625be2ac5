"""Names on a map: none on another, none on a mark, none cut off."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.publishing.map_labels import MapLabel, Room
from secondsource.publishing.picture import width_px

MARKS = st.lists(st.tuples(st.integers(0, 288), st.integers(0, 200)), min_size=1, max_size=16, unique=True)


def box(label: MapLabel) -> tuple[float, float, float, float]:
    long = width_px(label.text)
    left = {"start": label.x, "middle": label.x - long / 2, "end": label.x - long}[label.anchor]
    return left, label.y - 10, left + long, label.y + 2


@given(MARKS)
def test_names_stand_apart_and_on_the_map(marks: list[tuple[int, int]]):
    room = Room(288, 200, marks)
    labels = [label for x, y in marks if (label := room.label("Vladivostok", x, y)) is not None]
    boxes = [box(label) for label in labels]

    for at, one in enumerate(boxes):
        assert one[0] >= 0
        assert one[2] <= 288
        for other in boxes[at + 1 :]:
            assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]
        assert not any(one[0] < x < one[2] and one[1] < y < one[3] for x, y in marks)


def test_a_name_at_the_right_edge_stands_left_of_its_mark():
    [label] = [Room(288, 200, [(280, 100)]).label("Wonsan", 280, 100)]

    assert label is not None
    assert label.anchor == "end"


def test_a_name_without_room_is_left_to_the_list():
    room = Room(60, 14, [(30, 7)])

    assert room.label("Vladivostok", 30, 7) is None


def test_the_first_name_gets_the_room():
    room = Room(288, 200, [(100, 100), (112, 100)])

    assert room.label("Pyongyang", 100, 100) is not None
