"""99.6 % of a target was shown as "● ใกล้เป้า 100%": the sign and the number contradicted."""

import pytest

from charts.labels import attained


@pytest.mark.parametrize(("pct", "shown"), [(99.6, "99%"), (74.9, "74%"), (100.0, "100%")])
def test_attainment_is_cut_so_that_it_never_crosses_a_threshold(pct, shown):
    assert attained(pct, "th") == shown
