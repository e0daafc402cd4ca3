"""Separated text and web pages, under whatever name they come."""

import pytest

from loaders.reading import Merge, Refusal, read_workbook

ROWS = '\n,,\n,จังหวัด,จำนวน\n,เชียงใหม่,"1,257"\n,ลำปาง,-\n'
EXPECTED = [
    [None, None, None],
    [None, None, None],
    [None, "จังหวัด", "จำนวน"],
    [None, "เชียงใหม่", "1,257"],
    [None, "ลำปาง", "-"],
]


@pytest.mark.parametrize(
    ("codec", "told"),
    [
        ("utf-8", "utf-8-sig"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("cp874", "cp874"),
        ("tis-620", "cp874"),
    ],
)
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_text_is_read_in_every_encoding_and_separator(tmp_path, codec, told, mark):
    path = tmp_path / "data.xls"
    path.write_bytes(ROWS.replace('"1,257"', "1257").replace(",", mark).encode(codec))
    found = read_workbook(path)
    assert (found.kind, found.encoding) == ("csv", told)
    expected = [[text and text.replace("1,257", "1257") for text in row] for row in EXPECTED]
    assert found.sheets[0].rows() == expected


def test_quoted_separators_and_line_breaks_stay_in_their_cell(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text('ก,"ข\nค","1,257"\nง,,\n', encoding="utf-8", newline="")
    assert read_workbook(path).sheets[0].rows() == [["ก", "ข\nค", "1,257"], ["ง", None, None]]


def test_excel_takes_the_separator_line_for_itself_and_so_do_we(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text("sep=;\nก;1,5\n", encoding="utf-8")
    assert read_workbook(path).sheets[0].rows() == [["ก", "1,5"]]


PAGE = """<html><head><meta charset={charset}><title>หน้า</title><style>td {{ color: red }}</style>
<body><table border=1>
<tr><td colspan=3>รายงาน<br>ประจำปี</td></tr>
<tr><td rowspan="2">ภาคเหนือ</td><td>เชียงใหม่</td><td>1&nbsp;257</td></tr>
<tr><td>ลำปาง<td> 475 </tr>
<tr><td></td><td><table><tr><td>ใน</td></tr></table></td></tr>
</table><table><tr><th>ก</th></tr></table></body></html>"""


@pytest.mark.parametrize(("charset", "codec"), [("utf-8", "utf-8"), ("windows-874", "cp874")])
def test_a_web_page_named_xls_gives_its_tables(tmp_path, charset, codec):
    path = tmp_path / "report.xls"
    path.write_bytes(PAGE.format(charset=charset).encode(codec))
    found = read_workbook(path)
    first, second = found.sheets
    assert (found.kind, first.name, second.rows()) == ("html", "Table 1", [["ก"]])
    assert first.rows() == [
        ["รายงาน\nประจำปี", None, None],
        ["ภาคเหนือ", "เชียงใหม่", "1 257"],
        [None, "ลำปาง", "475"],
        [None, "ใน", None],
    ]
    assert first.merges == (Merge(0, 0, 0, 2), Merge(1, 0, 2, 0))


def test_spans_without_end_are_bounded(tmp_path):
    path = tmp_path / "page.xls"
    cell = "<td colspan=99999999 rowspan=99999999>x</td>"
    path.write_text(f"<table><tr>{cell * 6000}</tr></table>", encoding="utf-8")
    found = read_workbook(path)
    assert found == Refusal("unsafe_file", {"reason": "too_many_cells", "limit": "5000000"})


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><body>ไม่มีตาราง</body></html>", "html_without_table"),
        ("<html><frameset><frame src=x></frameset></html>", "html_frameset"),
    ],
)
def test_a_page_without_table_says_so(tmp_path, page, reason):
    path = tmp_path / "page.xls"
    path.write_text(page, encoding="utf-8")
    assert read_workbook(path) == Refusal("unreadable_file", {"reason": reason})
