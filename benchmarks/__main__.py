"""python -m benchmarks [NAME…] [--quick]: measures, prints, and writes benchmarks/RESULTS.md.

Exit status 1 when a bar is broken. RESULTS.md is written only by a full run of all benchmarks.
"""

import argparse
import sys
from pathlib import Path

from benchmarks import browser, first_start, ingest, queries, reruns, review
from benchmarks.harness import FULL, QUICK
from benchmarks.report import as_markdown, as_text

BENCHMARKS = {
    module.NAME: module for module in (ingest, review, queries, browser, reruns, first_start)
}
RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> int:
    """Runs the benchmarks named, all of them unless some are."""
    parser = _parser()
    asked = parser.parse_args()
    if unknown := sorted(set(asked.names) - BENCHMARKS.keys()):
        parser.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    size = QUICK if asked.quick else FULL
    results = []
    for name in asked.names or BENCHMARKS:
        for result in BENCHMARKS[name].measure(size):
            print(as_text(result), flush=True)
            results.append(result)
    if not asked.names and not asked.quick:
        floors = {name: m.FLOOR for name, m in BENCHMARKS.items() if hasattr(m, "FLOOR")}
        RESULTS.write_text(as_markdown(results, floors), encoding="utf-8")
    return int(not all(result.kept for result in results))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--quick", action="store_true", help="fewer rounds, nothing slow")
    return parser


if __name__ == "__main__":
    sys.exit(main())
