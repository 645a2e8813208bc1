import numpy as np

from rockettrainer.features import Rows
from rockettrainer.match import Frames, blank_frames
from tests.features.conftest import random_match


def test_rows_are_blank_at_first() -> None:
    rows, blank = Rows(3, 2), blank_frames(3, 2)
    for name in Frames._fields:
        assert getattr(rows.frames, name).dtype == getattr(blank, name).dtype
        np.testing.assert_array_equal(getattr(rows.frames, name), getattr(blank, name))


def test_a_row_is_copied_and_no_other_is_touched() -> None:
    frames, _ = random_match(1, 5, 3)
    rows, block, blank = Rows(5, 3), Rows(7, 3), blank_frames(5, 3)
    for name in Frames._fields:
        getattr(rows.frames, name)[...] = getattr(frames, name)
    block.take(6, rows, 2)
    block.take(0, block, 6)
    for name in Frames._fields:
        taken, column = getattr(block.frames, name), getattr(frames, name)
        np.testing.assert_array_equal(taken[[0, 6]], column[[2, 2]])
        np.testing.assert_array_equal(taken[1:6], getattr(blank, name))
