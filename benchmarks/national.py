"""The store of a whole country: made-up submissions beside the real national statistics."""

from contextlib import closing
from pathlib import Path

import duckdb

from benchmarks.harness import Size
from loaders.first_start import SAMPLES
from loaders.ingest import ingest_files
from store import open_store

STATEMENTS = Path(__file__).with_name("national.sql")
# Of projects a province and year, indicators a province, villages the country.
AT_FULL_SCALE = {"project_count": 3_900, "kpi_count": 50, "village_count": 75_000}
# At the least one project an agency, one village a district of every province.
AT_LEAST = {"project_count": 10, "kpi_count": 2, "village_count": 4_000}


def write_store(path: Path, size: Size) -> Path:
    """A store of 12 million project quarters, 1.1 million villages and 154,000 results at scale 1."""
    with closing(open_store(path)) as con:
        ingest_files(con, sorted(SAMPLES.glob("*.xlsx")), data_dir=path.parent)
        for name, full in AT_FULL_SCALE.items():
            count = max(AT_LEAST[name], round(full * size.scale))
            con.execute(f"set variable {name} = {count}")
        for statement in duckdb.extract_statements(STATEMENTS.read_text(encoding="utf-8")):
            con.execute(statement)
    return path
