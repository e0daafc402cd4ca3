"""What the tables and columns of the database mean, from their comments and from the forms."""

import pandas as pd
import streamlit as st

import store
from loaders.forms import FORMS
from ui import data


@st.cache_data(show_spinner=False, max_entries=1)
def columns() -> pd.DataFrame:
    """One row per column: table_name, table_comment, column_name, data_type, column_comment."""
    with data.reading() as con:
        return store.run_query(con, data.SQL / "schema_columns.sql", {}).df()


def column_titles(lang: str) -> dict[tuple[str, str], str]:
    """(table, column) → what the column is called; in English by the forms, else by its name."""
    rows = columns()
    if lang == "th":
        titles = rows["column_comment"]
    else:
        english = {
            column.key: column.header_en for form in FORMS.values() for column in form.columns
        }
        titles = [english.get(name, name.replace("_", " ")) for name in rows["column_name"]]
    keys = zip(rows["table_name"], rows["column_name"], strict=True)
    return dict(zip(keys, titles, strict=True))
