"""The third row of one table came back as a click on the third row of the next, which had one."""

import pandas as pd

from ui.table import _fingerprint


def test_a_selection_belongs_to_the_rows_it_was_made_in():
    plans = pd.DataFrame({"plan": ["น้ำ", "ดิน", "ป่า"]})

    assert _fingerprint(plans) != _fingerprint(plans.tail(1))
    assert _fingerprint(plans) != _fingerprint(plans.assign(plan=["ป่า", "น้ำ", "ดิน"]))
    assert _fingerprint(plans) == _fingerprint(plans.copy())
