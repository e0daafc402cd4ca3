import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai.calendar import (
    NBSP,
    ParsedDate,
    ParsedQuarter,
    Year,
    YearRange,
    fiscal_quarter,
    fiscal_year_be,
    fiscal_year_bounds,
    format_date,
    parse_date,
    parse_quarter,
    parse_year_be,
    parse_year_range,
    quarter_bounds,
    quarter_label,
)

days = st.dates(dt.date(1920, 1, 1), dt.date(2150, 12, 31))
fiscal_years = st.integers(2450, 2690)
quarters = st.integers(1, 4)


@pytest.mark.parametrize(
    ("written", "day", "fiscal_year", "quarter"),
    [
        ("24 พ.ค. 50", dt.date(2007, 5, 24), 2550, 3),
        ("13 กรกฎาคม 2553", dt.date(2010, 7, 13), 2553, 4),
        ("๑๓ กรกฎาคม ๒๕๕๓", dt.date(2010, 7, 13), 2553, 4),
        ("4 สิงหาคม 2557", dt.date(2014, 8, 4), 2557, 4),
        ("28 สิงหาคม 2557", dt.date(2014, 8, 28), 2557, 4),
        ("20 พ.ย. 2569", dt.date(2026, 11, 20), 2570, 1),
    ],
)
def test_dates_of_the_source_documents(written, day, fiscal_year, quarter):
    assert parse_date(written) == ParsedDate(day)
    assert (fiscal_year_be(day), fiscal_quarter(day)) == (fiscal_year, quarter)


@given(days)
def test_fiscal_year_and_quarter_follow_the_official_formula(day):
    assert fiscal_year_be(day) == day.year + 543 + (1 if day.month >= 10 else 0)
    assert fiscal_quarter(day) == ((day.month - 10) % 12) // 3 + 1


@given(days)
def test_every_day_lies_within_the_bounds_of_its_quarter_and_year(day):
    year, quarter = fiscal_year_be(day), fiscal_quarter(day)
    first, last = quarter_bounds(year, quarter)
    assert first <= day <= last
    assert fiscal_year_bounds(year)[0] <= first
    assert last <= fiscal_year_bounds(year)[1]


@given(fiscal_years)
def test_quarters_tile_the_fiscal_year_without_gap(year):
    bounds = [quarter_bounds(year, quarter) for quarter in (1, 2, 3, 4)]
    one_day = dt.timedelta(days=1)
    assert [last + one_day for _, last in bounds[:3]] == [first for first, _ in bounds[1:]]
    assert (bounds[0][0], bounds[3][1]) == fiscal_year_bounds(year) == quarter_bounds(year, None)


@pytest.mark.parametrize("quarter", [0, 5, -1])
def test_a_fifth_quarter_is_an_error_of_ours(quarter):
    with pytest.raises(ValueError, match="fiscal quarter"):
        quarter_bounds(2569, quarter)


def test_labels_print_the_months_of_the_quarter():
    long_labels = [quarter_label(2570, quarter, long=True) for quarter in (1, 2, 3, 4)]
    assert [label.replace(NBSP, " ") for label in long_labels] == [
        "ไตรมาสที่ 1 (ต.ค.–ธ.ค. 2569)",
        "ไตรมาสที่ 2 (ม.ค.–มี.ค. 2570)",
        "ไตรมาสที่ 3 (เม.ย.–มิ.ย. 2570)",
        "ไตรมาสที่ 4 (ก.ค.–ก.ย. 2570)",
    ]
    assert quarter_label(2569, None, "en") == "FY2569"


@given(fiscal_years, st.none() | quarters, st.booleans())
def test_a_label_reads_back_as_its_period(year, quarter, long):
    in_thai = quarter_label(year, quarter, long=long)
    assert parse_quarter(in_thai) == ParsedQuarter(quarter, Year(year))
    if quarter:
        assert parse_quarter(quarter_label(year, quarter, "en")) == ParsedQuarter(
            quarter, Year(year)
        )


@given(days, st.booleans())
def test_a_shown_date_reads_back_as_itself(day, long):
    assert parse_date(format_date(day, long=long)) == ParsedDate(day)
    assert parse_date(format_date(day, "en", long=long)) == ParsedDate(day)


@given(days)
def test_a_stored_date_reads_back_whichever_era_was_stored(day):
    serial = (day - dt.date(1899, 12, 30)).days
    assert parse_date(str(serial)) == ParsedDate(day)
    assert parse_date(f"{day} 00:00:00") == ParsedDate(day)
    if (day.month, day.day) != (2, 29):
        assert parse_date(day.replace(year=day.year + 543).isoformat()) == ParsedDate(day, "be")
    assert parse_date(f"{day.day}/{day.month}/{day.year + 1086}") == ParsedDate(day, "twice")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("ณ วันที่ 30 กันยายน พ.ศ. 2569", dt.date(2026, 9, 30)),
        ("วันศุกร์ที่ 20 พฤศจิกายน 2569", dt.date(2026, 11, 20)),
        ("1 พย. 48", dt.date(2005, 11, 1)),
        ("1 มี.ค. 60", dt.date(2017, 3, 1)),
        ("1 ม.ค. 60", dt.date(2017, 1, 1)),
        ("5 กุมภาพันธุ์ 2560", dt.date(2017, 2, 5)),
        ("13 กรกฏาคม 2553", dt.date(2010, 7, 13)),
        ("3 พฤษจิกายน 2560", dt.date(2017, 11, 3)),
        ("24-พ.ค.-50", dt.date(2007, 5, 24)),
        ("29 ก.พ. 2567", dt.date(2024, 2, 29)),  # Excel keeps it as text: 2567 is no leap year
        ("29/02/2567", dt.date(2024, 2, 29)),
        ("31/3/2569 10:30 น.", dt.date(2026, 3, 31)),
        ("31.03.2026", dt.date(2026, 3, 31)),
        ("46296.75", dt.date(2026, 10, 1)),
    ],
)
def test_dates_as_people_write_them(written, day):
    assert parse_date(written) == ParsedDate(day)


@pytest.mark.parametrize(
    "text",
    ["", "-", "2557", "12/2569", "31 เม.ย. 2569", "31/13/2569", "31/03/69", "20 พ.ย. 26",
     "รวม 5 50", "5 ล้านบาท 2560", "ไม่มี", "1234567", "2026-03-31x"],
)  # fmt: skip
def test_what_is_no_date_or_ambiguous_gives_none(text):
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2557", Year(2557)),
        ("2557.0", Year(2557)),
        ("๒๕๕๗", Year(2557)),
        ("พ.ศ.2557", Year(2557)),
        ("ปี พ.ศ. 2557", Year(2557)),
        ("ประจำปีงบประมาณ พ.ศ. 2569", Year(2569)),
        ("2014", Year(2557, "ce")),
        ("ค.ศ. 2014", Year(2557, "ce")),
        ("3104", Year(2561, "twice")),
        ("57", None),
        ("12345", None),
        ("2557 - 2560", None),
        ("1,257", None),
        ("", None),
    ],
)
def test_years(text, year):
    assert parse_year_be(text) == year


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2557 - 2560", YearRange(2557, 2560)),
        ("2557–2560 รวม", YearRange(2557, 2560)),
        ("๒๕๗๑–๒๕๗๕", YearRange(2571, 2575)),
        ("2561-65", YearRange(2561, 2565)),
        ("4 ปี (2557-2560)", YearRange(2557, 2560)),
        ("ปี 2557 ถึง ปี 2560", YearRange(2557, 2560)),
        ("2014-2017", YearRange(2557, 2560, "ce")),
        ("2557-2014", None),
        ("2560-2557", None),
        ("1,257-2,000", None),
        ("2557", None),
        ("31/03/2569", None),
    ],
)
def test_year_ranges(text, years):
    assert parse_year_range(text) == years


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1", ParsedQuarter(1)),
        ("๓", ParsedQuarter(3)),
        ("4.0", ParsedQuarter(4)),
        ("ไตรมาส1", ParsedQuarter(1)),
        ("ไตรมาสที่ ๒/2569", ParsedQuarter(2, Year(2569))),
        ("ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2569", ParsedQuarter(1, Year(2569))),
        ("Q3", ParsedQuarter(3)),
        ("Q2/2026", ParsedQuarter(2, Year(2569, "ce"))),
        ("รวมทั้งปี", ParsedQuarter(None)),
        ("ทั้งปี 2569", ParsedQuarter(None, Year(2569))),
        ("5", None),
        ("0", None),
        ("1/2569", None),
        ("ไตรมาส", None),
        ("", None),
    ],
)
def test_quarters(text, period):
    assert parse_quarter(text) == period


@given(st.text(max_size=60))
def test_any_text_is_answered_without_an_exception(text):
    parse_date(text), parse_quarter(text), parse_year_be(text), parse_year_range(text)
