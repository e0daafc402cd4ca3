"""Load the slow libraries before the first visitor does."""

import duckdb
import pandas as pd

from charts import theme


def run() -> None:
    """Build one of everything a page builds, and throw it away."""
    with duckdb.connect(":memory:") as con:
        # The first bound parameter and the first frame load pandas inside duckdb.
        con.execute("select $one as one", {"one": 1}).df()
    theme.figure([{"type": "bar", "x": ["2569"], "y": [1]}]).to_json()
    pd.DataFrame({"text": ["ก"]}).to_csv()
