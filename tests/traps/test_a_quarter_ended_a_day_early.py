"""September 30 and three months is December 30: reports were late a day before they were due."""

from store import open_store
from thai.calendar import quarter_bounds


def test_the_database_ends_quarters_where_the_calendar_does():
    periods = [(2569, quarter) for quarter in (1, 2, 3, 4, None)]
    with open_store(":memory:") as con:
        ends = [con.execute("select quarter_end(?, ?)", one).fetchone()[0] for one in periods]
    assert ends == [quarter_bounds(*one)[1] for one in periods]
