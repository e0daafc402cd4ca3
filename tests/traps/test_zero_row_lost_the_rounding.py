"""A project of 0.00 million made its sheet's last place one baht, and an honest total a mistake."""

from loaders.checks import check_table
from tests.loaders.drawn import drawn


def test_a_row_of_zero_does_not_change_what_rounding_allows():
    text = """
    area | fiscal_year | plan | budget_thb
    50 | 2569 | ก | 0{0.00}
    50 | 2569 | ข | 10000{0.01}
    50 | 2569 | ค | 49640000{49.64}
    =  |      | รวม | 49640000{49.64}
    """
    assert check_table(drawn("budget_by_plan", text)) == ()
