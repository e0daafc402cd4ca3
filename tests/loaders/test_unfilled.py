"""A workbook that came back with nothing but the rows it was handed out with was not sent."""

import pytest

from loaders.unfilled import nothing_filled
from tests.loaders.drawn import drawn

WATCHED = "province | district | fiscal_year | quarter | risk_type | incident_count\n"
PROFILE = "area | year | population\n"


@pytest.mark.parametrize(
    ("form", "cells", "empty"),
    [
        ("district_surveillance", f"{WATCHED}50 | 5001 | 2569 | 4 | crime | ", True),
        ("district_surveillance", f"{WATCHED}50 | 5001 | 2569 | 4 | crime | 0", False),
        ("area_profile", f"{PROFILE}50 | 2569 | ", True),
        ("area_profile", f"{PROFILE}50 | 2569 | 1800000", False),
        # A register of names says something by its names alone.
        ("datasets", "area | dataset\n50 | ทะเบียนแหล่งน้ำ", False),
    ],
)
def test_rows_of_where_and_when_alone_say_nothing(form, cells, empty):
    assert nothing_filled([drawn(form, cells)]) is empty
