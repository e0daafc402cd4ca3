"""However an agency lays a table out, it reads back to the same facts."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thai.digits import to_thai

PLANS = [
    "เศรษฐกิจพอเพียง",
    "พัฒนาและสร้างโอกาสให้ชุมชน",
    "3 จังหวัดชายแดนใต้",
    "บริการขั้นพื้นฐาน",
    "รวมพลังคนรุ่นใหม่",
]
NOISE = ["สำนักงานจังหวัด", "รายงานประจำเดือน", "แบบ งป. 12/3", "เอกสารแนบ ๑"]
UNITS = {"บาท": 1, "พันบาท": 1_000, "ล้านบาท": 1_000_000}
KEPT_FROM_FAILING = settings(
    deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

facts = st.lists(
    st.tuples(
        st.sampled_from(PLANS),
        st.integers(0, 5_000),
        st.integers(0, 10**11).map(lambda satang: Decimal(satang) / 100),
    ),
    min_size=2,
    max_size=5,
    unique_by=lambda fact: fact[0],
)
habits = st.fixed_dictionaries(
    {
        "titles": st.lists(st.sampled_from(NOISE), max_size=4),
        "merged_titles": st.booleans(),
        "place_in": st.sampled_from(["title", "columns", "caller"]),
        "unit": st.sampled_from(list(UNITS)),
        "unit_in": st.sampled_from(["title", "header", "row", "cell"]),
        "thai_digits": st.booleans(),
        "commas": st.booleans(),
        "numbered": st.booleans(),
        "total": st.sampled_from([None, "รวม", "รวมทั้งสิ้น", "ยอดรวม", "", "เฉลี่ย"]),
        "blank_rows": st.sets(st.integers(0, 5)),
        "note": st.booleans(),
        "empty_columns": st.integers(0, 2),
        "spaced_header": st.booleans(),
    }
)


class Layout:
    """A table drawn as one agency would, by its habits."""

    def __init__(self, drawn, facts, habits):
        self.drawn, self.facts, self.habits = drawn, facts, habits

    def sheet(self):
        h = self.habits
        lines = [*self.titles(), *self.header(), *self.body()]
        if h["note"]:
            lines.append(["หมายเหตุ : ข้อมูลเบื้องต้น"])
        return self.drawn.draw(*([""] * h["empty_columns"] + line for line in lines))

    def titles(self):
        h = self.habits
        lines = [[text] for text in h["titles"]]
        if h["place_in"] == "title":
            lines.append([self.digits("จังหวัดเชียงใหม่ ประจำปีงบประมาณ พ.ศ. 2569")])
        if h["unit_in"] == "title":
            lines.append([f"(หน่วย : {h['unit']})"])
        if h["merged_titles"]:
            lines = [line + [self.drawn.LEFT] * 3 for line in lines]
        return lines

    def header(self):
        h = self.habits
        budget = f"งบประมาณ ({h['unit']})" if h["unit_in"] == "header" else "งบประมาณ"
        names = ["แผนงาน", "จำนวน\nโครงการ" if h["spaced_header"] else "จำนวนโครงการ", budget]
        if h["place_in"] == "columns":
            names = ["จังหวัด", "ปีงบประมาณ", *names]
        units = [""] * (len(names) - 1) + [f"({h['unit']})"]
        return [names, units] if h["unit_in"] == "row" else [names]

    def body(self):
        h = self.habits
        for number, (plan, count, baht) in enumerate(self.facts):
            if number in h["blank_rows"]:
                yield []
            name = self.digits(f"{number + 1}. ") + plan if h["numbered"] else plan
            place = ["เชียงใหม่" if number == 0 else "", self.digits("2569") if number == 0 else ""]
            row = [name, self.figure(Decimal(count)), self.money(baht)]
            yield [*place, *row] if h["place_in"] == "columns" else row
        if h["total"] is not None:
            counts = sum(Decimal(count) for _, count, _ in self.facts)
            row = [h["total"], self.figure(counts), self.money(sum(f[2] for f in self.facts))]
            yield ["", "", *row] if h["place_in"] == "columns" else row

    def money(self, baht):
        text = self.figure(baht / UNITS[self.habits["unit"]])
        return f"{text} {self.habits['unit']}" if self.habits["unit_in"] == "cell" else text

    def figure(self, value):
        return self.digits(f"{value:,f}" if self.habits["commas"] else f"{value:f}")

    def digits(self, text):
        return to_thai(text) if self.habits["thai_digits"] else text


@KEPT_FROM_FAILING
@given(facts, habits)
def test_a_budget_reads_back_whatever_the_habits(drawn, take, facts, habits):
    given = {"area_code": "50", "fiscal_year": 2569} if habits["place_in"] == "caller" else {}
    read = drawn.read(Layout(drawn, facts, habits).sheet(), **given)
    assert [code for code, _ in read.codes if code != "several_tables"] == []
    expected = [("50", 2569, plan, count, baht) for plan, count, baht in facts]
    columns = ("area", "fiscal_year", "plan", "project_count", "budget_thb")
    assert take(read.rows, *columns) == expected
    totals = [a.value for a in read.table.assertions if a.key == "budget_thb"]
    assert totals == ([] if habits["total"] is None else [sum(baht for *_, baht in facts)])


@KEPT_FROM_FAILING
@given(facts, habits, st.integers(0, 4), st.sampled_from(["ไม่ทราบ", "12-15", "1,23", "5 คน"]))
def test_any_one_spoilt_figure_is_found_at_its_address(drawn, facts, habits, which, wrong):
    habits = habits | {"place_in": "caller", "total": "รวม"}
    layout = Layout(drawn, facts, habits)
    place = which % len(facts)
    plain = layout.money
    amounts = iter(range(len(facts) + 1))
    layout.money = lambda baht: wrong if next(amounts) == place else plain(baht)
    read = drawn.read(layout.sheet(), area_code="50", fiscal_year=2569)
    [finding] = read.findings
    assert (finding.code, finding.value) == ("not_a_number", wrong)
    assert read.table.column_of["budget_thb"] == finding.col
    assert read.rows[place]["src_row"] == finding.row + 1
