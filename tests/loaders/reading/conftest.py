"""Small files drawn in the tests themselves; none comes from outside."""

import zipfile
from pathlib import Path

import pytest

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.spreadsheetml.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>"
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'xmlns:r="{REL}"><sheets><sheet name="แผ่น" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
}


@pytest.fixture
def parts() -> dict[str, str]:
    """The parts of a minimal xlsx but its sheet, by name."""
    return dict(PARTS)


@pytest.fixture
def package(tmp_path: Path):
    """Write a minimal xlsx whose only sheet holds the given XML; other parts may be replaced."""

    def write(sheet_data: str, name: str = "book.xlsx", **parts: str) -> Path:
        path = tmp_path / name
        content = PARTS | {"xl/worksheets/sheet1.xml": SHEET.format(sheet_data)} | parts
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for part, text in content.items():
                file.writestr(part, text)
        return path

    return write
