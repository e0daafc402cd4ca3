"""`python -m loaders`: workbooks in, from the command line."""

import sys
from importlib.abc import MetaPathFinder
from pathlib import Path


class _WithoutPandas(MetaPathFinder):
    """Says that pandas is not installed.

    DuckDB imports it for the first bound parameter and Arrow for the first list, half a second
    each time, only to see that no value is a pandas one. Nothing on this path makes any.
    """

    def find_spec(self, fullname, path=None, target=None):
        if fullname == "pandas":
            raise ModuleNotFoundError("pandas is not used on the command line", name=fullname)


def _takes_large_file(arguments: list[str]) -> bool:
    """Whether a workbook is read for which a child of its own is started."""
    from loaders.reading.read import SMALL_BYTES

    if arguments[:1] not in (["ingest"], ["check"]):
        return False
    named = (Path(one) for one in arguments[1:] if one.endswith(".xlsx"))
    return any(one.is_file() and one.stat().st_size > SMALL_BYTES for one in named)


if __name__ == "__main__":
    sys.meta_path.insert(0, _WithoutPandas())
    if _takes_large_file(sys.argv[1:]):
        from loaders.reading.sandbox import start_early

        start_early()
    from loaders.cli import main

    sys.exit(main())
