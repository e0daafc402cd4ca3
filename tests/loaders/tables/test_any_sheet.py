"""Whatever stands on a sheet, reading it ends in tables or findings, never in an exception."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.findings import SEVERITY
from loaders.forms import FORMS
from loaders.tables.columns import type_of
from loaders.tables.series import SCHEMA

WORDS = sorted(
    {
        word
        for form in FORMS.values()
        for column in form.columns
        for word in (column.header, *column.accepted[:2])
    }
)
VALUES = [
    "เชียงใหม่", "แม่ริม", "กลุ่มจังหวัดภาคเหนือตอนบน 1", "แผนงานที่ 1 น้ำ", "รวม", "รวมทั้งสิ้น",
    "2569", "2026", "2557 - 2560", "ไตรมาส 1", "ไตรมาส 2", "-", "5", "1,234.50", "12.5%", "#REF!",
    "(1)", "(2)", "ล้านบาท", "หมายเหตุ: ก", "ใช่", "A", "๒๔ พ.ค. ๒๕๖๙", "99999999999999999999999",
    "1e300", "จังหวัดเชียงใหม่ ปีงบประมาณ 2569", "หน่วย: ล้านบาท", "0.05", "←", "↑", "\u200b", "a" * 300,
]  # fmt: skip
OF_CELLS = {code for code, severity in SEVERITY.items() if severity == "error"}
cells = st.one_of(st.none(), st.sampled_from(WORDS), st.sampled_from(VALUES))
grids = st.integers(2, 7).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=12)
)


@settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(grids, st.sampled_from([None, *FORMS]))
def test_any_sheet_ends_in_tables_or_findings(drawn, rows, form):
    read = drawn.read(drawn.draw(*rows), form=form)
    for table in read.tables:
        single = [column for column in table.form.columns if column.repeat is None]
        assert table.rows.column_names == ["src_row", *(column.key for column in single)]
        assert [table.rows.schema.field(c.key).type for c in single] == [type_of(c) for c in single]
        assert table.series.schema == SCHEMA
    at_cells = [(f.row, f.col) for f in read.findings if f.col is not None and f.code in OF_CELLS]
    assert len(at_cells) == len(set(at_cells))
    assert all(finding.message("th") and finding.message("en") for finding in read.findings)
