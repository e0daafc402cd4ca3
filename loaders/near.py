"""Submissions that say nearly what another one has said: sent again, or sent in another name."""

from collections.abc import Iterator

import duckdb

from loaders.difference import parcel_against
from loaders.findings import Finding
from loaders.slots import Parcel
from loaders.tolerances import NEARLY_THE_SAME

# What is published in the slot, and of other agencies what is about as long and of the same period.
# Projects are looked at one by one, so that a list that shares only some of them is found as well.
_CANDIDATES = """
    select submission_id, slot = $slot as is_same_slot, version, file_name
    from submission_state
    where
        state = 'published'
        and form = $form
        and (
            slot = $slot
            or form <> 'projects'
            and area_code = $area_code
            and fiscal_year is not distinct from $fiscal_year
            and quarter is not distinct from $quarter
            and abs(row_count - $row_count) <= (1 - $least) * $row_count
        )
    order by submission_id
"""


def near_duplicates(con: duckdb.DuckDBPyConnection, parcel: Parcel) -> Iterator[Finding]:
    """A note when a submission is nearly the published one of its slot, a question when it is nearly
    that of another agency; both name the earlier file."""
    slot = parcel.slot
    asked = {
        "slot": slot.text,
        "form": slot.form,
        "area_code": slot.area_code,
        "fiscal_year": slot.fiscal_year,
        "quarter": parcel.sent_quarter,
        "row_count": parcel.row_count,
        "least": NEARLY_THE_SAME,
    }
    for number, is_same_slot, version, file_name in con.execute(_CANDIDATES, asked).fetchall():
        share = parcel_against(con, parcel, [number]).equal_share
        if share is None or share < NEARLY_THE_SAME:
            continue
        yield Finding(
            "near_duplicate" if is_same_slot else "sent_in_another_name",
            sheet=parcel.tables[0].sheet,
            value=f"{100 * share:.1f}",
            expected=file_name,
            params={"submission_id": str(number), "version": str(version)},
        )
