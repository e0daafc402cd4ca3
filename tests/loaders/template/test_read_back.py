"""What the blank workbook asks for is what the reader understands, for every form."""

import pytest

from loaders.forms import FORMS
from loaders.reading import read_workbook
from loaders.table import Context
from loaders.tables import read_tables
from loaders.template import write_template
from loaders.template.layout import slots, words

GIVEN = Context(area_code="50", agency="สำนักงานจังหวัดเชียงใหม่", fiscal_year=2569, quarter=2)
YEARS = (2569, 2570)
# What the example of a column does not tell, or what must fit the rest of the row.
VALUES = {
    "area": "50",
    "province": "50",
    "plan_owner": "50",
    "district": "5007",
    "fiscal_year": 2569,
    "year": 2569,
    "definition_from": 2569,
    "baseline_year": 2568,
    "year_from": 2566,
    "year_to": 2570,
    "revision": 2568,
    "quarter": "2",
    "grade": "A",
    "baseline_unit": "ล้านบาท",
}
SAMPLES = {
    "number": 3,
    "count": 3,
    "percent": 40,
    "money": 1500.25,
    "date": "24 พ.ค. 2569",
    "yes_no": True,
    "text": "ข้อความ",
}


def full_row(form):
    return {slot.key: value_of(slot.column) for slot in slots(form, YEARS)}


def value_of(column):
    if column.key in VALUES:
        return VALUES[column.key]
    if column.choices:
        return column.choices[0][0]
    if column.maximum == 1:
        return 1
    if column.kind == "text" and column.example:
        return column.example
    return SAMPLES[column.kind]


@pytest.mark.parametrize("name", FORMS)
def test_a_filled_workbook_is_read_back_as_its_form_with_every_column(tmp_path, name):
    form, path = FORMS[name], tmp_path / "form.xlsx"
    write_template(form, GIVEN, path, rows=[full_row(form)], years=YEARS)
    reading = read_tables(read_workbook(path), Context())
    (table,) = reading.tables
    assert [finding for finding in (*reading.findings, *table.findings) if finding.blocks] == []
    assert (table.form.name, table.rows.num_rows) == (name, 1)
    plain = {slot.key for slot in slots(form, YEARS) if not slot.column.repeat}
    assert plain <= {*table.column_of}
    repeated = [slot for slot in slots(form, YEARS) if slot.column.repeat]
    assert table.series.num_rows == len(repeated)


@pytest.mark.parametrize("name", FORMS)
def test_the_hidden_sheet_is_the_context_of_the_table(tmp_path, name):
    form, path = FORMS[name], tmp_path / "form.xlsx"
    write_template(form, GIVEN, path, rows=[full_row(form)], years=YEARS)
    (table,) = read_tables(read_workbook(path), Context()).tables
    said = table.context
    assert (said.area_code, said.agency, said.fiscal_year, said.quarter) == (
        *("50", "สำนักงานจังหวัดเชียงใหม่", 2569, 2),
    )


@pytest.mark.parametrize("name", FORMS)
def test_every_word_that_is_offered_is_accepted(name):
    for column in FORMS[name].columns:
        accepted = {word for _code, known in column.choices for word in known}
        if column.choices:
            assert {*words(column)} <= accepted


def test_an_empty_template_says_that_nothing_was_filled_in(tmp_path):
    path = tmp_path / "empty.xlsx"
    write_template(FORMS["projects"], GIVEN, path)
    reading = read_tables(read_workbook(path), Context())
    assert sum(table.rows.num_rows for table in reading.tables) == 0
