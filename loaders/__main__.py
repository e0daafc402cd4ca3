"""`python -m loaders`: workbooks in, from the command line."""

import sys
from importlib.abc import MetaPathFinder


class _WithoutPandas(MetaPathFinder):
    """Says that pandas is not installed.

    DuckDB imports it for the first bound parameter and Arrow for the first list, half a second
    each time, only to see that no value is a pandas one. Nothing on this path makes any.
    """

    def find_spec(self, fullname, path=None, target=None):
        if fullname == "pandas":
            raise ModuleNotFoundError("pandas is not used on the command line", name=fullname)


if __name__ == "__main__":
    sys.meta_path.insert(0, _WithoutPandas())
    from loaders.cli import main

    sys.exit(main())
