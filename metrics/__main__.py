"""`python -m metrics`: any figure from the command line."""

import sys
from importlib.abc import MetaPathFinder


class _WithoutPandas(MetaPathFinder):
    """Says that pandas is not installed: DuckDB would import it, for half a second, with the
    first parameter bound, and nothing on this path makes a frame."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname == "pandas":
            raise ModuleNotFoundError("pandas is not used on the command line", name=fullname)


if __name__ == "__main__":
    sys.meta_path.insert(0, _WithoutPandas())
    from metrics.cli import main

    sys.exit(main())
