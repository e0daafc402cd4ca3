"""The data dictionary: every column of every form, and every column of the database."""

import pytest

from loaders.forms import FORMS
from ui import dictionary


@pytest.mark.parametrize("lang", ["th", "en"])
def test_each_form_shows_every_column(opened, lang):
    page = opened("dictionary", lang=lang)
    for name, form in FORMS.items():
        page.selectbox(key="dictionary.form").set_value(name).run()

        assert not page.exception, name
        shown = page.dataframe[0].value
        assert shown["key"].tolist() == [column.key for column in form.columns]


def test_a_search_goes_through_all_forms(opened):
    page = opened("dictionary")
    page.text_input(key="dictionary.search").set_value("เบิกจ่าย").run()

    assert not page.exception
    for table in page.dataframe:
        words = [" ".join(map(str, row)) for row in table.value.to_numpy().tolist()]
        assert all("เบิกจ่าย" in row for row in words)


def test_every_column_of_the_database_is_explained_in_thai(opened):
    page = opened("dictionary")
    page.segmented_control(key="dictionary.view").set_value("tables").run()
    assert not page.exception

    rows = dictionary.table_rows()
    assert {"fact_project", "submission", "area"} <= set(rows["table"])
    assert rows[["table_comment", "comment"]].notna().all().all()


def test_the_limits_of_a_column_are_written_as_a_range():
    shares = {column.key: dictionary._limits(column) for column in FORMS["budget_by_plan"].columns}

    assert shares["share_pct_reported"] == "0–100"
    assert shares["plan"] == ""
