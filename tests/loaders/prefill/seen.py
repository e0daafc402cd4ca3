"""What a person sees in a blank workbook that was filled beforehand."""

COMMERCE, HEALTH = "สำนักงานพาณิชย์จังหวัดลำพูน", "สำนักงานสาธารณสุขจังหวัดลำพูน"


def values(sheet):
    """Row by row the headers and values of the cells that are filled."""
    headers = [cell.value for cell in sheet[1]]
    return [
        {name: value for name, value in zip(headers, row, strict=True) if value is not None}
        for row in sheet.iter_rows(min_row=2, values_only=True)
    ]


def locked(sheet, row=2):
    """The headers of the filled cells of a row that cannot be overwritten."""
    pairs = zip(sheet[1], sheet[row], strict=True)
    return [head.value for head, cell in pairs if cell.value is not None and cell.protection.locked]
