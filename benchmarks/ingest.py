"""A national village workbook read, checked and stored, beside merely reading it."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks import village_workbook
from benchmarks.bar import Result
from benchmarks.harness import Pair, Size, as_mib, as_seconds, paired, ratio_result
from benchmarks.process import can_see_memory, peak_mib_of, seconds_of
from store import open_store

NAME = "ingest"
FLOOR = "python-calamine's to_python in a process of its own"

CALAMINE = (
    "import sys; from python_calamine import CalamineWorkbook as W; "
    "W.from_path(sys.argv[1]).get_sheet_by_index(0).to_python(skip_empty_area=False)"
)
PANDAS = "import sys, pandas; pandas.read_excel(sys.argv[1], engine='openpyxl', header=3)"

Taken = Callable[[list[str]], float]


def measure(size: Size) -> Iterator[Result]:
    """Time and memory of the whole command against calamine's, time against pandas' reading."""
    rows = size.rows(village_workbook.ROWS)
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        folder = Path(name)
        file = village_workbook.write_workbook(folder / "villages.xlsx", rows)
        open_store(folder / "empty.duckdb").close()
        what = f"{rows:,} rows × {len(village_workbook.HEADERS)} columns"
        by_time = _against(floor, file, size.rounds, seconds_of)
        yield ratio_result(
            NAME, f"{what} stored, to calamine reading", by_time, "≤ 1.5 ×", as_seconds
        )
        if can_see_memory():
            by_memory = _against(floor, file, 1, peak_mib_of)
            yield ratio_result(
                NAME, f"{what}, peak memory, to calamine's", by_memory, "≤ 2 ×", as_mib
            )
        if size.slow:
            slower = _against(pandas_reading, file, 1, seconds_of)
            times = Pair(slower.subject, slower.floor)
            yield ratio_result(
                NAME, f"pandas with openpyxl reading {what}, to storing", times, "≥ 6 ×", as_seconds
            )


def floor(file: Path, take: Taken = seconds_of) -> float:
    """Calamine alone: every cell a Python object, nothing checked."""
    return take(["-c", CALAMINE, str(file)])


def subject(file: Path, take: Taken = seconds_of) -> float:
    """The command an analyst runs, into a store that has only its reference data."""
    empty, db = file.with_name("empty.duckdb"), file.with_name("store.duckdb")
    shutil.copyfile(empty, db)
    shutil.rmtree(file.parent / "received", ignore_errors=True)
    return take(["-m", "loaders", "ingest", str(file), "--db", str(db), "--json"])


def pandas_reading(file: Path, take: Taken = seconds_of) -> float:
    """What people write, and it only reads."""
    return take(["-c", PANDAS, str(file)])


def _against(beside: Callable[..., float], file: Path, rounds: int, take: Taken) -> Pair:
    return paired(partial(beside, file, take), partial(subject, file, take), rounds)
