"""Where the child starts: `python -I loaders/reading/child` with the jobs as JSON on its input."""

import sys
from pathlib import Path

if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    # As package `child`, so that the modules here import each other without the project's own
    # packages, whose imports would cost more than reading a small file.
    sys.path[0] = str(here.parent)
    from child.job import main

    sys.path[0] = str(here)
    sys.exit(main(sys.stdin.buffer, *sys.argv[1:]))
