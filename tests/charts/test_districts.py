"""Tiles, rates and watch periods of districts, and what they say."""

from frames import drawn

from charts import districts, incidents
from charts.headlines import districts as sentences

OVERVIEW = """
district | district_code | worst_level | level_order | plan_count | allocated_thb | overdue_count | crime_level | drugs_level | accident_level | disaster_level | project_count | disbursed_pct | village_count | grade_a_count | grade_a_pct | indicator_count | order_count
กงหรา | 9302 | medium | 2 | 4 | 5000000 | | low | low | medium | low | 3 | 50 | 10 | 4 | 40 | |
เมือง<i>พัทลุง | 9301 | very_high | 4 | 2 | | 2 | low | | very_high | high | | | | | | 3 | 5
ควนขนุน | 9305 | | | | 100 | | | | | | 1 | | | | | |
"""
RATES = """
district | district_code | risk_type | incident_count | population | rate_per_10k | province_rate_per_10k | rate_reason
กงหรา | 9302 | accident | 30 | 10000 | 30 | 20 |
เขาชัยสน | 9303 | accident | 10 | 10000 | 10 | 20 |
ตะโหมด | 9304 | accident | 4 | | | 20 | population_unknown
"""
PERIODS = """
named_period | risk_type | incident_count | incident_count_before | change_count | per_day | per_day_before
new_year | accident | 14 | 20 | -6 | 2 | 2
songkran | accident | 9 | 9 | 0 | 1 | 1
rainy | disaster | 6 | | | 0.04 |
"""


def test_the_worst_district_comes_first_and_one_without_a_report_last():
    figure = districts.tiles(drawn(OVERVIEW), "th")
    assert [code for (code,) in figure.data[0].customdata] == ["9301", "9302", "9305"]
    texts = [note.text for note in figure.layout.annotations]
    assert texts[0] == "<b>เมือง&lt;i>พัทลุง</b><br>▼ สูงมาก<br>▼ ข้อสั่งการเกินกำหนด 2"
    assert texts[1].endswith("● ปานกลาง<br>5.00 ล้านบาท<br>มีแผน 4/4 ประเภท")
    assert "○ ไม่มีข้อมูล" in texts[2]


def test_one_district_says_all_it_knows_and_what_it_lacks():
    row = drawn(OVERVIEW).iloc[1].to_dict()
    texts = [note.text for note in districts.one_district(row, "th").layout.annotations]
    assert texts[1:3] == ["ยาเสพติด<br><b>○ ไม่มีข้อมูล</b>", "อุบัติเหตุ<br><b>▼ สูงมาก</b>"]
    assert texts[4] == "โครงการและเงิน<br><b>○ ไม่มีข้อมูล</b>"
    assert texts[6:] == [
        "ตัวชี้วัดรายอำเภอ<br><b>3 ตัวชี้วัด</b>",
        "ข้อสั่งการ<br><b>เปิดอยู่ 5<br>เกินกำหนด 2</b>",
    ]
    other = drawn(OVERVIEW).iloc[0].to_dict()
    texts = [note.text for note in districts.one_district(other, "th").layout.annotations]
    assert texts[4] == "โครงการและเงิน<br><b>3 โครงการ<br>5.00 ล้านบาท<br>เบิก 50%</b>"
    assert texts[5] == "แผนชุมชน<br><b>เกรด A 40%<br>4/10 หมู่บ้าน</b>"


def test_districts_without_a_rate_have_no_bar():
    bars = incidents.rates(drawn(RATES), "th").data[0]
    assert (list(bars.x), [code for (code,) in bars.customdata]) == ([30, 10], ["9302", "9303"])


def test_one_district_beside_its_province_says_why_it_has_no_rate():
    own, province = incidents.against_province(drawn(RATES).iloc[[2]], "th").data
    assert (own.text, province.text) == (("○ ไม่ทราบประชากร",), ("20.0",))


def test_periods_are_drawn_a_day_and_say_their_change():
    before, now = incidents.periods(drawn(PERIODS), "th").data
    assert (list(before.y), list(now.y)) == ([2, 1, None], [2, 1, 0.04])
    assert now.text[0] == "2.00/วัน<br>(14)"
    assert sentences.periods(drawn(PERIODS), "th") == (
        "ปีใหม่ 14 เหตุ ▼ ลดลง 6 · สงกรานต์ 9 เหตุ = เท่าปีก่อน · ฤดูฝน 6 เหตุ (ไม่มีปีก่อน)"
    )


def test_sentences_count_over_all_districts():
    assert sentences.standing(drawn(OVERVIEW), "th") == (
        "1 จาก 3 อำเภอเสี่ยงสูงหรือสูงมากอย่างน้อยหนึ่งประเภท · มีแผนครบสี่ประเภท 1 อำเภอ"
    )
    assert sentences.rates(drawn(RATES), "th") == ("อุบัติเหตุ: กงหรา สูงสุด 30.0 ต่อหมื่นคน (จังหวัด 20.0)")
    assert sentences.against_province(drawn(RATES).iloc[[0]], "th") == (
        "เกิดเหตุต่อหัวสูงกว่าจังหวัด 1 จาก 1 ประเภท มากที่สุดคืออุบัติเหตุ (30.0 ต่อ 20.0)"
    )
    relief = """
    relief_gap_count | registered_count | drilled_count | subdistrict_count
    4 | 100 | 3 | 10
    -1 | 50 | | 7
    """
    assert sentences.relief_and_drills(drawn(relief), "th") == (
        "ยังไม่ได้รับความช่วยเหลือ 4 จาก 150 ครัวเรือน ใน 1 อำเภอ · ซ้อมแผนแล้ว 3 จาก 10 ตำบล (30%)"
    )


def test_hidden_spots_are_counted_and_never_told():
    spots = """
    subdistrict | district | risk_type | incident_count | suppressed
    ก | กงหรา | accident | 30 |
    ข | กงหรา | accident | | small
    """
    assert sentences.hotspots(drawn(spots), "th") == (
        "จุดเสี่ยงสูงสุด: ก อ.กงหรา อุบัติเหตุ 30 เหตุ (ปกปิดตัวเลขน้อย 1 ตำบล)"
    )
