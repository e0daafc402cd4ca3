"""How far a printed figure may lie from the computed one before it is worth a word, and why.

One place: every check takes its limits from here.
"""

from collections.abc import Iterable
from decimal import Decimal

# Percent columns copied from a slightly different amount; beyond this a reader would notice.
SHARE_SLACK_PCT = Decimal("0.05")

# Growth recomputed from rounded levels is off by a few hundredths of a point.
GROWTH_SLACK_PCT = Decimal("0.05")

# Weights are decided, not measured: they make 100 but for a rounding of thirds.
WEIGHTS_SLACK_PCT = Decimal("0.01")

# A cycle of more rows than this is a re-sorted column, not a slip: naming it helps nobody.
MAX_SWAPPED_ROWS = 8

# Money and progress describe one project: apart by more than this, one of them is stale.
PROGRESS_GAP_PCT = Decimal(20)

# A whole forgotten or doubled unit, as the ratio of a printed total to its parts.
UNIT_SLIPS = (Decimal(100), Decimal(1000), Decimal(1_000_000))
UNIT_SLIP_BAND = Decimal("0.01")

# Against earlier or neighbouring periods a figure also grows: twice or half is still growth, while
# a thousandfold never is. (A hundredfold may be: it is asked only where the parts prove it.)
PERIOD_UNIT_SLIPS = (Decimal(1000), Decimal(1_000_000))
PERIOD_UNIT_BAND = Decimal(2)

# All government money spent in a province of middle size is some 3,600 million baht a year, so no
# one project of its plan reaches ten thousand million.
LARGEST_PROJECT_THB = Decimal(10_000_000_000)
# The smallest project known cost 43,000 baht; a column that never reaches this lost its unit.
SMALLEST_TYPICAL_PROJECT_THB = Decimal(1000)

# Spending beyond the budget by this factor is a unit, not an overspending.
OVERSPENT_IS_UNIT = Decimal(1000)

# A column of percents that never leaves 0 to 1 is written as ratios, if it is long enough to tell.
ENOUGH_RATIOS = 3

# Two submissions of which this part of all values is the same are nearly the same.
NEARLY_THE_SAME = 0.95

# Yearly targets below this part of the base are changes; no plan wants a twentieth left of anything.
CHANGE_NOT_LEVEL = Decimal("0.05")

# Quarter values that only rise and end about at the year's target were added up already.
CUMULATIVE_END = (Decimal("0.8"), Decimal("1.2"))
CUMULATIVE_SUM = Decimal("1.5")


def decimals_of(value: Decimal) -> int:
    """Places after the point that the value needs.

    >>> decimals_of(Decimal("2.980")), decimals_of(Decimal("93")), decimals_of(Decimal("100"))
    (2, 0, 0)
    """
    return max(0, -value.normalize().as_tuple().exponent)


def half_unit(decimals: int) -> Decimal:
    """Half a unit of the last printed place: what rounding alone may change.

    >>> half_unit(2), half_unit(0)
    (Decimal('0.005'), Decimal('0.5'))
    """
    return Decimal(5).scaleb(-decimals - 1)


def share_tolerance(decimals: int) -> Decimal:
    """How far one printed share may lie from the computed one, in percent points."""
    return half_unit(decimals) + SHARE_SLACK_PCT


def sum_of_shares_tolerance(count: int, decimals: int) -> Decimal:
    """How far `count` printed shares may add up beside 100."""
    return count * half_unit(decimals)


def rounding_of_sum(values: Iterable[Decimal]) -> Decimal:
    """How far a printed sum may lie from its printed parts: half a last place for each of them.

    Whole numbers add up exactly.

    >>> rounding_of_sum([Decimal("24.32"), Decimal("102.74"), Decimal("127.05")])
    Decimal('0.015')
    """
    values = list(values)
    decimals = max(map(decimals_of, values), default=0)
    return len(values) * half_unit(decimals) if decimals else Decimal(0)


def compound_slack(total: Decimal) -> Decimal:
    """How far a stated compound growth may lie from the computed one, in percent points."""
    return GROWTH_SLACK_PCT + half_unit(decimals_of(total))


def total_tolerance(row_count: int, last_place: Decimal) -> Decimal:
    """How far a printed total of money may lie from its rows: half a last place for each row.

    >>> total_tolerance(2, Decimal("0.01"))
    Decimal('0.01')
    """
    return row_count * last_place / 2


def unit_slip(value: Decimal, expected: Decimal) -> Decimal | None:
    """The factor (100, 1,000 or 1,000,000) by which a value is too large or small, if one is.

    >>> unit_slip(Decimal("93000000"), Decimal("93.2")), unit_slip(Decimal(93), Decimal(186))
    (Decimal('1000000'), None)
    """
    if value <= 0 or expected <= 0:
        return None
    ratio = max(value / expected, expected / value)
    return next((s for s in UNIT_SLIPS if abs(ratio / s - 1) <= UNIT_SLIP_BAND), None)


def period_unit_slip(value: Decimal, usual: Decimal) -> Decimal | None:
    """The factor (1,000 or 1,000,000) by which a value leaves what other periods show, if one does.

    >>> period_unit_slip(Decimal("9981.97"), Decimal("10400000")) == 1000
    True
    """
    if value <= 0 or usual <= 0:
        return None
    ratio = max(value / usual, usual / value)
    near = (s for s in PERIOD_UNIT_SLIPS if s / PERIOD_UNIT_BAND <= ratio <= s * PERIOD_UNIT_BAND)
    return next(near, None)
