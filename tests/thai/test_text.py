import random

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai.digits import to_arabic, to_thai
from thai.text import consonant_key, match_key, normalise, sort_key

thai_text = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=30)
messy_text = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B),
        st.sampled_from(" \t\n\x1e\x85\u00a0\u200b\ufeff\u0301\u0316.-/(5aA"),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("as_typed", "as_meant"),
    [
        ("นํ้า", "น้ำ"),  # ำ in two code points, tone between
        ("นำ้", "น้ำ"),  # tone after ำ
        ("ทํา", "ทำ"),
        ("เเม่", "แม่"),
        ("ท่ี", "ที่"),  # tone typed before the vowel
        ("กาฬสินธ์ุ์", "กาฬสินธุ์"),
        ("ที่่", "ที่"),  # doubled tone
        ("เชียง\u200bใหม่\u00a0 ", "เชียงใหม่"),
        ("  กลุ่ม\n จังหวัด ", "กลุ่ม จังหวัด"),
        ("Chiang  Mai", "Chiang Mai"),
    ],
)
def test_typing_slips_are_repaired(as_typed, as_meant):
    assert normalise(as_typed) == as_meant


def test_right_spellings_stay_as_they_are():
    for text in ("ไตรมาสที่ ๑/๒๕๖๙", "ซื้อจ้าง", "ประจวบคีรีขันธ์", "ฤๅษี", "น้ำแพร่", "ผู้", "กู้"):
        assert normalise(text) == text


@given(messy_text)
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text)
    assert normalise(once) == once


@given(messy_text)
def test_keys_do_not_depend_on_normalising_first(text):
    assert match_key(normalise(text)) == match_key(text)
    assert match_key(match_key(text)) == match_key(text)


@given(st.text(max_size=40))
def test_digits_make_the_round_trip(text):
    assert to_arabic(to_thai(to_arabic(text))) == to_arabic(text)
    assert to_arabic(to_thai("0123456789")) == "0123456789"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ข้อมูล พื้นฐาน", "ข้อมูลพื้นฐาน*"),
        ("โครงการ/กิจกรรม", "โครงการ / กิจกรรม"),
        ("พ.ศ. ๒๕๕๗", "พศ2557"),
        ("รหัส KPI", "รหัส kpi"),
    ],
)
def test_match_key_ignores_spaces_punctuation_and_case(one, other):
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(("one", "other"), [("ข้อ 1.1", "ข้อ 11"), ("%", ""), ("PM2.5", "PM25")])
def test_match_key_keeps_what_carries_meaning(one, other):
    assert match_key(one) != match_key(other)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("อบลราชธาน", "อุบลราชธานี"),  # every mark lost on the way out of a PDF
        ("ประจวบคีรีขนัธ์", "ประจวบคีรีขันธ์"),  # marks displaced
        ("อานาจเจรญ", "อำนาจเจริญ"),
        ("สุราษฏร์ธานี", "สุราษฎร์ธานี"),
        ("สุพรรณบุรี 60, 90", "สุพรรณบุรี"),
        ("สระเเก้ว", "สระแก้ว"),
        ("แม่\x1eฮ\x1eองสอน", "แม่ฮ่องสอน"),  # control characters out of a PDF
    ],
)
def test_consonant_key_survives_lost_and_displaced_marks(written, name):
    assert consonant_key(written) == consonant_key(name)


@pytest.mark.parametrize(
    ("one", "other"), [("หนองควาย", "หนองคาย"), ("ชุมแพ", "ชุมพร"), ("กระบุรี", "สระบุรี")]
)
def test_consonant_key_separates_names_that_only_look_alike(one, other):
    assert consonant_key(one) != consonant_key(other)


def test_sort_key_gives_the_order_of_the_database_collation():
    words = [
        "กรุงเทพมหานคร",
        "เกาะคา",
        "แก่งคอย",
        "ไกรนอก",
        "ขอนแก่น",
        "เขา",
        "เข้า",
        "ข่า",
        "ขา",
        "เชียงราย",
        "เชียงใหม่",
        "ชัยนาท",
        "ตาก",
        "แพร่",
        "พะเยา",
        "เพชรบุรี",
        "เพชรบูรณ์",
        "แม่ริม",
        "แม่แตง",
        "เมือง",
        "มหาสารคาม",
        "โพธาราม",
        "ฤทธิ์",
        "เลย",
        "ลำปาง",
        "ลำพูน",
        "เวียงสา",
        "ศรีสะเกษ",
        "เสนา",
        "สระบุรี",
        "อ่างทอง",
        "อุดรธานี",
        "เอราวัณ",
        "ไอ",
    ]
    random.Random(1).shuffle(words)
    with duckdb.connect() as con:
        rows = con.execute(
            "select w from (select unnest($words) as w) order by w collate th", {"words": words}
        ).fetchall()
    assert sorted(words, key=sort_key) == [word for (word,) in rows]
