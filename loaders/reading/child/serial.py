"""Excel's day numbers as text."""

import datetime as dt

from .text import cell_text

EPOCH_1900, EPOCH_1904 = dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1)
FIRST_TRUE_DAY = 60  # the 29 February 1900 that never was


def serial_text(value: float, date_1904: bool, *, elapsed: bool = False) -> str | None:
    """A day number as date, date and time, or clock time; as hours:minutes:seconds if elapsed.

    >>> serial_text(46112.0, False), serial_text(0.5625, False), serial_text(1.5, False, elapsed=True)
    ('2026-03-31', '13:30:00', '36:00:00')
    """
    span = dt.timedelta(seconds=round(value * 86_400))
    if elapsed:
        return cell_text(span)
    if 0 <= value < 1 and not date_1904:
        return cell_text((dt.datetime.min + span).time())
    if not date_1904 and value < FIRST_TRUE_DAY:
        span += dt.timedelta(days=1)
    try:
        return cell_text((EPOCH_1904 if date_1904 else EPOCH_1900) + span)
    except OverflowError:
        return cell_text(value)
