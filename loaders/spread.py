"""Rows that go on about the project above them without repeating its code."""

from collections.abc import Iterable

from loaders.names import name_key


def spread_codes(
    codes: Iterable[str | None], names: Iterable[str | None], *about: Iterable
) -> list[str | None]:
    """Each row's project code: its own, else the one last given for the same name, else the next.

    Two projects may bear one name, so what stands below a code belongs to that code and not to the
    first project so called. `about` are further columns that must agree; None where none is given.
    """
    keys = [(name_key(name or ""), *rest) for name, *rest in zip(names, *about, strict=True)]
    given = list(codes)
    first: dict[tuple, str] = {}
    for key, code in zip(keys, given, strict=True):
        if code:
            first.setdefault(key, code)
    last = dict(first)
    spread = []
    for key, code in zip(keys, given, strict=True):
        if code:
            last[key] = code
        spread.append(code or last.get(key))
    return spread
