"""Printed shares recomputed from their amounts; exchanged rows are named as such."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from loaders.checks.cells import (
    address,
    at_assertion,
    at_row,
    grouped_rows,
    numbers,
    shown,
    source_rows,
    values,
)
from loaders.checks.plausibility import look_like_ratios
from loaders.findings import Finding
from loaders.table import Assertion, FormTable
from loaders.tolerances import (
    MAX_SWAPPED_ROWS,
    decimals_of,
    half_unit,
    share_tolerance,
    sum_of_shares_tolerance,
)

SHARE = "share_pct_reported"
_WHOLE = Decimal(100)


@dataclass(frozen=True)
class Share:
    """One printed share beside the one its amount gives; `ordinal` counts the table's rows from 1."""

    ordinal: int
    src_row: int
    name: str
    printed: Decimal
    computed: Decimal

    def is_off(self, tolerance: Decimal) -> bool:
        return abs(self.printed - self.computed) > tolerance


def check_shares(table: FormTable, amount_key: str, name_key: str) -> Iterator[Finding]:
    """Findings about the printed shares of each area and year (each district, where there are).

    Shares are of the amounts' sum; where that differs from the printed total, of whichever of the
    two explains more rows, so that one mistyped amount does not accuse every row.
    """
    if SHARE not in table.column_of or look_like_ratios(numbers(table, SHARE)):
        return
    for group in grouped_rows(table, "area", "district", "fiscal_year"):
        yield from _check_group(table, group, amount_key, name_key)


def find_swaps(shares: Sequence[Share], tolerance: Decimal) -> tuple[tuple[Share, ...], ...]:
    """The sets of rows whose printed shares only need changing places, each in row order.

    Empty when no exchange of at most MAX_SWAPPED_ROWS rows brings every share under tolerance.
    Rows that are right stay out of it unless the others cannot be settled among themselves.
    """
    off = [share for share in shares if share.is_off(tolerance)]
    return _cycles(off, tolerance) or (_cycles(shares, tolerance) if off else ())


def _check_group(
    table: FormTable, group: list[int], amount_key: str, name_key: str
) -> Iterator[Finding]:
    printed = numbers(table, SHARE)
    known = [printed[i] for i in group if printed[i] is not None]
    if not known:
        return
    decimals = max(map(decimals_of, known))
    tolerance = share_tolerance(decimals)
    shares = _shares(table, group, amount_key, name_key, tolerance)
    swaps = find_swaps(shares, tolerance)
    moved = {share.src_row for swap in swaps for share in swap}
    off = [share for share in shares if share.is_off(tolerance) and share.src_row not in moved]
    shown_decimals = max(decimals, 2)
    yield from (_swapped(table, swap, shown_decimals) for swap in swaps)
    yield from (_differs(table, share, shown_decimals) for share in off)
    if shares and not off:
        yield from _residue(table, shares, swaps, half_unit(decimals))
    if not off and len(known) == len(group) > 1:
        yield from _sum_of_shares(table, group, known, decimals)


def _shares(
    table: FormTable, group: list[int], amount_key: str, name_key: str, tolerance: Decimal
) -> list[Share]:
    """The group's shares against the whole that leaves fewest of them off; none if it is unknown."""
    amounts = numbers(table, amount_key)
    if any(amounts[i] is None for i in group):
        return []
    wholes = [sum((amounts[i] for i in group), Decimal(0))]
    if len(group) == table.rows.num_rows:
        wholes += [total.value for total in _totals(table, amount_key) if total.value]
    readings = [_against(table, group, amounts, name_key, whole) for whole in wholes if whole > 0]
    return min(
        readings, key=lambda shares: sum(share.is_off(tolerance) for share in shares), default=[]
    )


def _against(
    table: FormTable, group: list[int], amounts: list, name_key: str, whole: Decimal
) -> list[Share]:
    printed, rows, names = numbers(table, SHARE), source_rows(table), values(table, name_key)
    return [
        Share(ordinal, rows[i], str(names[i]), printed[i], _WHOLE * amounts[i] / whole)
        for ordinal, i in enumerate(group, start=1)
        if printed[i] is not None
    ]


def _cycles(shares: Sequence[Share], tolerance: Decimal) -> tuple[tuple[Share, ...], ...]:
    """Who holds whose share, as closed rounds; empty when some share belongs to nobody.

    On a line, if any assignment keeps all within a tolerance then the one in order of size does.
    """
    wanted = sorted(shares, key=lambda share: share.computed)
    held = sorted(shares, key=lambda share: share.printed)
    pairs = list(zip(wanted, held, strict=True))
    if any(abs(holder.printed - owner.computed) > tolerance for owner, holder in pairs):
        return ()
    holder_of = {owner.src_row: holder for owner, holder in pairs if owner is not holder}
    if not 2 <= len(holder_of) <= MAX_SWAPPED_ROWS:
        return ()
    rounds = _rounds(sorted(shares, key=lambda share: share.ordinal), holder_of)
    # Of nearly equal shares either order will do: only a round that cures a wrong row is a swap.
    return tuple(r for r in rounds if any(share.is_off(tolerance) for share in r))


def _rounds(shares: Iterable[Share], holder_of: dict[int, Share]) -> Iterator[tuple[Share, ...]]:
    seen: set[int] = set()
    for share in shares:
        round_of: list[Share] = []
        while share.src_row in holder_of and share.src_row not in seen:
            seen.add(share.src_row)
            round_of.append(share)
            share = holder_of[share.src_row]
        if round_of:
            yield tuple(sorted(round_of, key=lambda one: one.ordinal))


def _swapped(table: FormTable, swap: tuple[Share, ...], decimals: int) -> Finding:
    first, *_, last = swap
    params = {
        "rows": ", ".join(str(share.ordinal) for share in swap[:-1]),
        "last_row": str(last.ordinal),
        "names": " ↔ ".join(share.name for share in swap),
        "cells": ", ".join(address(table, share.src_row, SHARE) for share in swap),
        "printed": " ↔ ".join(shown(share.printed, decimals) for share in swap),
        "computed": " ↔ ".join(shown(share.computed, decimals) for share in swap),
    }
    return at_row(
        table,
        "shares_swapped",
        first.src_row,
        SHARE,
        value=shown(first.printed, decimals),
        expected=shown(first.computed, decimals),
        params=params,
    )


def _differs(table: FormTable, share: Share, decimals: int) -> Finding:
    return at_row(
        table,
        "share_differs",
        share.src_row,
        SHARE,
        value=shown(share.printed, decimals),
        expected=shown(share.computed, decimals),
        params={"difference": shown(abs(share.printed - share.computed), decimals)},
    )


def _residue(
    table: FormTable, shares: list[Share], swaps: Iterable[tuple[Share, ...]], rounding: Decimal
) -> Iterator[Finding]:
    """One note when the shares, put back in place, are off by more than rounding explains."""
    left = {share.src_row: abs(share.printed - share.computed) for share in shares}
    for swap in swaps:
        by_size = (sorted(swap, key=lambda s: s.computed), sorted(swap, key=lambda s: s.printed))
        for owner, holder in zip(*by_size, strict=True):
            left[owner.src_row] = abs(holder.printed - owner.computed)
    beyond = [row for row, difference in left.items() if difference > rounding]
    if beyond:
        largest = max(left[row] for row in beyond)
        params = {"row_count": str(len(beyond)), "largest": shown(largest, 2)}
        yield at_row(table, "shares_residue", beyond[0], SHARE, params=params)


def _sum_of_shares(
    table: FormTable, group: list[int], known: list[Decimal], decimals: int
) -> Iterator[Finding]:
    added = sum(known, Decimal(0))
    if abs(added - _WHOLE) <= sum_of_shares_tolerance(len(known), decimals):
        return
    found = {
        "value": shown(added, decimals),
        "expected": shown(_WHOLE, decimals),
        "params": {"row_count": str(len(known))},
    }
    totals = _totals(table, SHARE) if len(group) == table.rows.num_rows else []
    if totals:
        yield at_assertion(table, "shares_do_not_add", totals[-1], **found)
    else:
        yield at_row(table, "shares_do_not_add", source_rows(table)[group[-1]], SHARE, **found)


def _totals(table: FormTable, key: str) -> list[Assertion]:
    return [printed for printed in table.assertions if printed.key == key]
