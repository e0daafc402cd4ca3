"""OpenDocument spreadsheets, packed and flat."""

import zipfile

import pytest
from odf import opendocument, style, table, text

from loaders.reading import Note, Refusal, read_workbook

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document>"
)


def cell(words=None, kind=None, **attributes):
    shown = table.TableCell(valuetype=kind, **attributes) if kind else table.TableCell(**attributes)
    if words is not None:
        shown.addElement(text.P(text=words))
    return shown


def row(*cells, **attributes):
    made = table.TableRow(**attributes)
    for one in cells:
        made.addElement(one)
    return made


@pytest.fixture
def book(tmp_path):
    document = opendocument.OpenDocumentSpreadsheet()
    unseen = style.Style(name="unseen", family="table")
    unseen.addElement(style.TableProperties(display="false"))
    document.automaticstyles.addElement(unseen)
    sheet = table.Table(name="ข้อมูล")
    sheet.addElement(table.TableColumn(numbercolumnsrepeated=2))
    sheet.addElement(table.TableColumn(visibility="collapse"))
    for line in (
        row(cell(), numberrowsrepeated=3),
        row(cell(numbercolumnsrepeated=2), cell("ลำปาง"), cell("1", "float", value="93010203")),
        row(
            cell(numbercolumnsrepeated=2),
            cell("5%", "percentage", value="0.05"),
            cell("31 มี.ค.", "date", datevalue="2026-03-31"),
            visibility="collapse",
        ),
        row(
            cell(numbercolumnsrepeated=2),
            cell("รวม", numbercolumnsspanned=2, numberrowsspanned=2),
            table.CoveredTableCell(),
            cell("ใช่", "boolean", booleanvalue="true"),
        ),
        row(
            cell(numbercolumnsrepeated=2),
            table.CoveredTableCell(numbercolumnsrepeated=2),
            cell(formula="of:=1+1"),
            cell("7", "float", value="7", numbercolumnsrepeated=2),
        ),
        row(cell(numbercolumnsrepeated=1024), numberrowsrepeated=1_048_000),
    ):
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    hidden = table.Table(name="ซ่อน", stylename=unseen)
    hidden.addElement(row(cell("x")))
    document.spreadsheet.addElement(hidden)
    path = tmp_path / "book.ods"
    document.save(str(path))
    return path


def test_values_and_signs_keep_their_addresses(book):
    workbook = read_workbook(book)
    sheet = workbook.sheets[0]
    assert workbook.kind == "ods"
    assert sheet.rows() == [
        [None] * 7,
        [None] * 7,
        [None] * 7,
        [None, None, "ลำปาง", "93010203", None, None, None],
        [None, None, "0.05", "2026-03-31", None, None, None],
        [None, None, "รวม", None, "TRUE", None, None],
        [None, None, None, None, None, "7", "7"],
    ]
    assert sheet.percent_cells == {(4, 2)}
    assert sheet.merges == ((5, 2, 6, 3),)
    assert sheet.uncached_formulas == {(6, 4)}
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({4}, {2})
    assert workbook.notes == (Note("hidden_sheet", {"sheet": "ซ่อน"}),)


def flat(tmp_path, tables: str):
    path = tmp_path / "book.fods"
    path.write_text(HEAD.format(tables), encoding="utf-8")
    return read_workbook(path)


def test_a_flat_file_with_indented_content_and_an_error_is_read(tmp_path):
    found = flat(
        tmp_path,
        """
        <table:table table:name="ก">
          <table:table-row table:number-rows-repeated="2">
            <table:table-cell/>
          </table:table-row>
          <table:table-row>
            <table:table-cell/>
            <table:table-cell office:value-type="string" calcext:value-type="error"
                              table:formula="of:=1/0">
              <text:p>#DIV/0!</text:p>
            </table:table-cell>
            <table:table-cell><text:p>แม่<text:s text:c="2"/>ริม</text:p><text:p>2</text:p>
              <office:annotation><text:p>หมายเหตุ</text:p></office:annotation>
            </table:table-cell>
          </table:table-row>
        </table:table>""",
    )
    (sheet,) = found.sheets
    assert sheet.error_cells == {(2, 1): "#DIV/0!"}
    assert sheet.cell(2, 1) == "#DIV/0!"
    assert sheet.cell(2, 2) == "แม่  ริม\n2"


def test_a_cell_repeated_to_the_edge_is_refused_by_name(tmp_path):
    found = flat(
        tmp_path,
        '<table:table table:name="ก"><table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" '
        'office:value="1"/></table:table-row></table:table>',
    )
    assert found == Refusal(
        "unsafe_file", {"reason": "far_cell", "sheet": "ก", "cell": "XFD1048576"}
    )


def test_entities_are_refused(tmp_path):
    path = tmp_path / "bomb.fods"
    doctype = '?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    path.write_text(HEAD.format("").replace("?>", doctype, 1), encoding="utf-8")
    assert read_workbook(path) == Refusal("unsafe_file", {"reason": "xml_entities"})


def test_a_password_is_asked_to_be_taken_off(tmp_path):
    path = tmp_path / "book.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("content.xml", b"\x8f\x01 not xml")
        package.writestr("META-INF/manifest.xml", "<m><encryption-data/></m>")
    assert read_workbook(path) == Refusal("encrypted_file", {"reason": "password"})
