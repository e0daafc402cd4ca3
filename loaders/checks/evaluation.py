"""Frameworks and agreements that cannot be scored as written: thresholds, weights, indicators."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import duckdb

from loaders.checks.cells import at_row, grouped_rows, numbers, shown, source_rows, values
from loaders.findings import Finding
from loaders.names import name_key
from loaders.table import FormTable
from loaders.tolerances import WEIGHTS_SLACK_PCT
from store import run_query
from store.areas import COUNTRY, area

_SQL = Path(__file__).parent / "sql"
_LADDERS = (
    tuple(f"score_{level}" for level in range(1, 6)),
    ("score_minimum", "score_standard", "score_advanced"),
)
_WHOLE = Decimal(100)


def check_thresholds(table: FormTable) -> Iterator[Finding]:
    """A finding for each row whose thresholds turn back, or of which some are blank."""
    for keys in _LADDERS:
        ladders = zip(*(numbers(table, key) for key in keys), strict=True)
        for src_row, ladder in zip(source_rows(table), ladders, strict=True):
            blanks = [key for key, value in zip(keys, ladder, strict=True) if value is None]
            if len(blanks) == len(keys):
                continue
            written = {"value": " → ".join(shown(value) or "–" for value in ladder)}
            if blanks:
                yield at_row(table, "thresholds_incomplete", src_row, blanks[0], **written)
            elif (turn := _turn(ladder)) is not None:
                yield at_row(table, "thresholds_turn_back", src_row, keys[turn], **written)


def check_framework_weights(table: FormTable) -> Iterator[Finding]:
    """A finding where the weights of a framework do not make 100, or those of a dimension not what
    is written for it; none where no weight is decided yet."""
    for group in grouped_rows(table, "area", "fiscal_year"):
        yield from _not_whole(table, group, str(values(table, "fiscal_year")[group[0]] or ""))
    for group in grouped_rows(table, "area", "fiscal_year", "dimension"):
        stated = [numbers(table, "dimension_weight_pct")[i] for i in group]
        wanted = next((weight for weight in stated if weight is not None), None)
        added = _sum_of_weights(table, group)
        if None not in (wanted, added) and abs(added - wanted) > WEIGHTS_SLACK_PCT:
            yield at_row(
                table,
                "dimension_weight_differs",
                source_rows(table)[group[0]],
                "dimension_weight_pct",
                value=shown(added),
                expected=shown(wanted),
                params={"dimension": str(values(table, "dimension")[group[0]])},
            )


def check_agreement_weights(table: FormTable) -> Iterator[Finding]:
    """A finding for each agreement whose weights do not make 100."""
    for group in grouped_rows(table, "area", "fiscal_year", "signer"):
        yield from _not_whole(table, group, str(values(table, "signer")[group[0]] or ""))


def check_scored_kpis(con: duckdb.DuckDBPyConnection, table: FormTable) -> Iterator[Finding]:
    """A question for each indicator of one area that nothing published declares and whose row has
    no thresholds either: it could never be scored.

    Silent where no indicators are declared for the area at all.
    """
    areas = [code or COUNTRY for code in values(table, "area")]
    known = {code: _declared(con, code) for code in set(areas) - {COUNTRY}}
    ladders = [numbers(table, key) for keys in _LADDERS for key in keys]
    has_thresholds = [any(v is not None for v in row) for row in zip(*ladders, strict=True)]
    columns = (values(table, key) for key in ("kpi_code", "kpi"))
    for owner, scored, src_row, code, kpi in zip(
        areas, has_thresholds, source_rows(table), *columns, strict=True
    ):
        declared = known.get(owner)
        if scored or not declared or not (code or kpi):
            continue
        if code not in declared and name_key(kpi or "") not in declared:
            yield at_row(
                table,
                "kpi_cannot_be_scored",
                src_row,
                "kpi" if kpi else "kpi_code",
                value=kpi or code,
                params={"owner": area(owner).name_th},
            )


def _turn(ladder: Sequence[Decimal]) -> int | None:
    """The place at which thresholds that rose fall, or that fell rise; None when they never do."""
    way = 0
    for place, (one, other) in enumerate(pairwise(ladder), start=1):
        step = (other > one) - (other < one)
        if step and way and step != way:
            return place
        way = way or step
    return None


def _not_whole(table: FormTable, group: list[int], whose: str) -> Iterator[Finding]:
    added = _sum_of_weights(table, group)
    if added is None or abs(added - _WHOLE) <= WEIGHTS_SLACK_PCT:
        return
    blanks = sum(numbers(table, "weight_pct")[i] is None for i in group)
    yield at_row(
        table,
        "weights_not_100",
        source_rows(table)[group[0]],
        "weight_pct",
        value=shown(added),
        expected=shown(_WHOLE),
        params={"whose": whose, "blank_count": str(blanks)},
    )


def _sum_of_weights(table: FormTable, group: list[int]) -> Decimal | None:
    """The weights of the rows added up; None when none is decided."""
    weights = [numbers(table, "weight_pct")[i] for i in group]
    known = [weight for weight in weights if weight is not None]
    return sum(known, Decimal(0)) if known else None


def _declared(con: duckdb.DuckDBPyConnection, owner: str) -> set[str]:
    """Codes and name keys of the indicators declared for an area."""
    rows = run_query(con, _SQL / "scored_kpis.sql", {"area": owner}).fetchall()
    return {text for row in rows for text in row if text}
