"""Files that must not, or cannot, be read: each ends in a named reason, and nobody dies."""

import io
import struct
import zipfile
from dataclasses import replace

import pytest
import xlwt

from loaders.reading import LIMITS, Refusal, Workbook, read_workbook, read_workbooks
from loaders.reading.sniff import OLE

LOCK = b"\x05admin".ljust(55) + b"\x05\0" + "admin".ljust(54).encode("utf-16-le")
BIFF4 = b"\x09\x04\x06\x00\x00\x04\x10\x00\x00\x00"
ENCRYPTED = OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 64
WORD = OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le") + b"\0" * 64
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
SPREADSHEETML = (
    b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
)


@pytest.mark.parametrize(
    ("data", "name", "code", "reason"),
    [
        (b"", "a.xlsx", "empty_file", "empty"),
        (b"\xef\xbb\xbf \r\n", "a.csv", "empty_file", "empty"),
        (LOCK, "~$a.xlsx", "unreadable_file", "lock_file"),
        (POINTER, "a.xlsx", "unreadable_file", "git_lfs_pointer"),
        (b"%PDF-1.7\n\x00\x01", "a.xlsx", "unreadable_file", "pdf"),
        (BIFF4, "a.xls", "unreadable_file", "old_biff"),
        (ENCRYPTED, "a.xlsx", "encrypted_file", "password"),
        (WORD, "a.xls", "unreadable_file", "doc"),
        (SPREADSHEETML, "a.xls", "unreadable_file", "spreadsheetml"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\x0d", "a.xlsx", "unreadable_file", "unknown_format"),
        (b"PK\x03\x04 and nothing more", "a.xlsx", "unreadable_file", "damaged_zip"),
        (OLE + b"\0" * 100, "a.xls", "unreadable_file", "damaged"),
    ],
)
def test_what_a_file_is_is_said(tmp_path, data, name, code, reason):
    path = tmp_path / name
    path.write_bytes(data)
    found = read_workbook(path)
    assert (found.code, found.params["reason"]) == (code, reason)


def zipped(tmp_path, parts, method=zipfile.ZIP_DEFLATED):
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w", method) as file:
        for name, content in parts:
            file.writestr(name, content)
    return path


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ([("word/document.xml", "x")], "docx"),
        ([("readme.txt", "x")], "zip_without_workbook"),
        ([("xl/workbook.xml", "1"), ("xl/Workbook.xml", "2")], "duplicate_part"),
        ([("xl/workbook.xml", "1"), ("../../evil", "2")], "part_name"),
        ([("xl/workbook.xml", "1"), ("/etc/evil", "2")], "part_name"),
        ([("xl/workbook.xml", "1"), ("xl/bomb.xml", b"0" * (9 << 20))], "zip_ratio"),
        ([("xl/workbook.xml", "1")] + [(f"p{i}", "") for i in range(2001)], "zip_parts"),
        ([("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x/>')], "xml_entities"),
    ],
)
def test_packages_are_looked_at_before_they_are_unpacked(tmp_path, parts, reason):
    found = read_workbook(zipped(tmp_path, parts))
    assert found.params["reason"] == reason


def test_too_much_to_unpack_or_to_receive_is_refused(tmp_path):
    path = zipped(tmp_path, [("xl/workbook.xml", b"\1" * 2000)])
    found = read_workbook(path, replace(LIMITS, unpacked_bytes=1000))
    assert found == Refusal("unsafe_file", {"reason": "too_large_unpacked", "limit_mb": "0"})
    found = read_workbook(path, replace(LIMITS, file_bytes=10))
    assert found == Refusal("unsafe_file", {"reason": "too_large", "limit_mb": "0"})


def test_sizes_that_lie_are_found_out(package):
    path = package('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' + " " * 5000)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        true_size = file.getinfo("xl/worksheets/sheet1.xml").file_size
    path.write_bytes(data.replace(struct.pack("<I", true_size), struct.pack("<I", 100)))
    assert isinstance(read_workbook(path), Refusal)


def corners(low, right):
    return (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        f'<row r="{low}"><c r="{right}{low}"><v>2</v></c></row></sheetData>'
    )


@pytest.mark.parametrize(
    ("low", "right"), [(1_048_576, "XFD"), (1_000_000, "Z"), (99_999_999_999, "ZZZZZZZ")]
)
def test_a_stray_cell_far_away_is_named(package, low, right):
    found = read_workbook(package(corners(low, right)))
    assert found == Refusal(
        "unsafe_file", {"reason": "far_cell", "sheet": "แผ่น", "cell": f"{right}{low}"}
    )


def test_a_stray_cell_in_a_large_sheet_is_named_too(package):
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 60_000)
    )
    far = '<row r="1000000"><c r="Z1000000"><v>2</v></c></row>'
    found = read_workbook(package(f"<sheetData>{rows}{far}</sheetData>"))
    assert found.params["cell"] == "Z1000000"


def test_blank_formatted_cells_far_away_do_not_count(package):
    sheet = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    )
    assert read_workbook(package(sheet)).sheets[0].rows() == [["1"]]


def test_a_reader_that_runs_out_of_memory_does_not_take_us_along(package, parts):
    """A count of 4,294,967,295 shared texts makes calamine abort; the second reader reads on."""
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'count="4294967295" uniqueCount="4294967295"><si><t>ก</t></si></sst>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/worksheet" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    types = parts["[Content_Types].xml"].replace(
        "</Types>",
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    )
    path = package(
        '<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c></row></sheetData>',
        **{
            "xl/sharedStrings.xml": shared,
            "xl/_rels/workbook.xml.rels": relations,
            "[Content_Types].xml": types,
        },
    )
    assert read_workbook(path).sheets[0].rows() == [[None, None], [None, "ก"]]


def test_a_reader_that_takes_too_long_is_ended(package):
    path = package('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')
    found = read_workbook(path, replace(LIMITS, seconds=0.001))
    assert found == Refusal("unsafe_file", {"reason": "timeout"})


def test_a_reader_that_asks_for_too_much_memory_is_a_named_reason(tmp_path):
    """calamine makes room for every cell between two corners, and aborts when there is none."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("x")
    sheet.write(0, 0, 1)
    sheet.write(65_535, 70, 2)
    workbook.save(str(tmp_path / "corners.xls"))
    found = read_workbook(tmp_path / "corners.xls", replace(LIMITS, memory_bytes=60 << 20))
    assert found == Refusal("unsafe_file", {"reason": "memory"})


def test_a_nearly_blank_sheet_keeps_its_few_cells(tmp_path):
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("x")
    sheet.write(0, 0, "ก")
    sheet.write(5_000, 3, "ข")
    workbook.save(str(tmp_path / "sparse.xls"))
    (sheet,) = read_workbook(tmp_path / "sparse.xls").sheets
    assert (sheet.row_count, sheet.column_count) == (5_001, 4)
    assert [c.null_count for c in sheet.columns] == [5_000, 5_001, 5_001, 5_000]
    assert (sheet.cell(0, 0), sheet.cell(5_000, 3)) == ("ก", "ข")


def test_a_stray_cell_far_away_in_a_legacy_workbook_is_named(tmp_path):
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("แผ่น")
    sheet.write(0, 0, 1)
    sheet.write(65_535, 255, 2)
    workbook.save(str(tmp_path / "corners.xls"))
    assert read_workbook(tmp_path / "corners.xls") == Refusal(
        "unsafe_file", {"reason": "far_cell", "sheet": "แผ่น", "cell": "IV65536"}
    )


def test_many_files_come_back_in_order_and_a_deadly_one_harms_no_other(tmp_path, package):
    good = [tmp_path / f"{number}.csv" for number in range(40)]
    for number, path in enumerate(good):
        path.write_text(f"ก,{number}\n", encoding="utf-8")
    bad = package(corners(1_048_576, "XFD"))
    truncated = tmp_path / "cut.xlsx"
    truncated.write_bytes(bad.read_bytes()[:-40])
    paths = [*good[:5], bad, *good[5:20], truncated, *good[20:]]
    found = dict(read_workbooks(paths))
    assert list(found) == paths
    assert [found[path].sheets[0].cell(0, 1) for path in good] == [str(n) for n in range(40)]
    assert found[bad].params["reason"] == "far_cell"
    assert found[truncated].params["reason"] == "damaged_zip"


def test_what_a_dying_child_leaves_is_read_one_by_one(tmp_path, monkeypatch):
    """The first child is given no time at all, so each file needs a child of its own."""
    from loaders.reading import read

    paths = [tmp_path / f"{number}.csv" for number in range(3)]
    for path in paths:
        path.write_text("ก,1\n", encoding="utf-8")
    calls = []

    def impatient(jobs, limits, seconds):
        calls.append(len(jobs))
        return run_child(jobs, limits, 0.0001 if len(jobs) > 1 else seconds)

    run_child = read.run_child
    monkeypatch.setattr(read, "run_child", impatient)
    found = dict(read_workbooks(paths))
    assert calls == [3, 1, 1, 1]
    assert all(isinstance(workbook, Workbook) for workbook in found.values())
