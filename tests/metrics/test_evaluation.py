"""Scores against an oracle in plain Python, and the frameworks printed for 2557 and 2558."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from given import Given, records
from hypothesis import assume, settings
from hypothesis import given as drawing
from hypothesis import strategies as st

from metrics.scope import Scope
from metrics.trace import trace
from store import open_store

D = Decimal
IN_50 = Scope(province="50", fiscal_year=2569)
POINTS = {"1-5": (1, 2, 3, 4, 5), "0-100": (50, 75, 100)}


@pytest.fixture(scope="module")
def con():
    con = open_store(":memory:")
    yield con
    con.close()


# The oracle, in exact fractions, by other means than the SQL: it walks up the thresholds.


def half_up(value):
    exact = D(value.numerator) / D(value.denominator)
    return exact.quantize(D("0.0001"), ROUND_HALF_UP)


def expected_score(method, scale, thresholds, actual):
    points = POINTS[scale]
    sign = 1 if thresholds[-1] > thresholds[0] else -1
    ladder = [sign * Fraction(threshold) for threshold in thresholds]
    at = sign * Fraction(actual)
    score = Fraction(1 if scale == "1-5" else 0)
    for place, step in enumerate(ladder):
        if at < step:
            break
        score = Fraction(points[place])
        if method == "interpolate" and place + 1 < len(ladder) and step <= at < ladder[place + 1]:
            width = points[place + 1] - points[place]
            score += width * (at - step) / (ladder[place + 1] - step)
    return half_up(score)


def asked_score(con, method, scale, thresholds, actual):
    return con.execute(
        """
        with given as (
            select $thresholds::decimal(28, 6)[] as thresholds, $actual::decimal(38, 6) as actual
        )
        select score_of(
            $method, $scale, thresholds, actual,
            thresholds_met(thresholds, ladder_sign(thresholds, null), actual)
        )
        from given
        """,
        {"method": method, "scale": scale, "thresholds": thresholds, "actual": actual},
    ).fetchone()[0]


numbers = st.decimals(-1_000_000, 1_000_000, places=3)


@drawing(
    scale=st.sampled_from(("1-5", "0-100")),
    method=st.sampled_from(("interpolate", "step")),
    values=st.lists(numbers, min_size=5, max_size=5),
    falling=st.booleans(),
    place=st.fractions(-1, 2),
)
@settings(max_examples=150, deadline=None)
def test_scores_are_those_of_the_oracle(con, scale, method, values, falling, place):
    thresholds = sorted(values[: len(POINTS[scale])], reverse=falling)
    assume(thresholds[0] != thresholds[-1])
    between = thresholds[0] + D(place.numerator) / D(place.denominator) * (
        thresholds[-1] - thresholds[0]
    )
    for actual in (between.quantize(D("0.001")), *thresholds):
        assert asked_score(con, method, scale, thresholds, actual) == expected_score(
            method, scale, thresholds, actual
        )


@pytest.mark.parametrize(
    ("method", "scale", "thresholds", "actual", "score"),
    [
        ("interpolate", "1-5", [1, 2, 3, 4, 5], "3.5", "3.5"),
        ("interpolate", "1-5", [88, 90, 92, 94, 96], "93", "3.5"),
        ("step", "1-5", [88, 90, 92, 94, 96], "93.99", "3"),
        ("step", "1-5", [88, 90, 92, 94, 96], "87", "1"),
        ("interpolate", "1-5", [50, 40, 30, 20, 10], "25", "3.5"),
        ("interpolate", "1-5", [50, 40, 30, 20, 10], "60", "1"),
        ("interpolate", "1-5", [50, 40, 30, 20, 10], "0", "5"),
        ("interpolate", "1-5", [0, 0, 50, 50, 100], "0", "2"),
        ("interpolate", "1-5", [0, 0, 50, 50, 100], "50", "4"),
        ("interpolate", "1-5", [0, 3, 6, 9, 12], "1", "1.3333"),
        ("interpolate", "0-100", [60, 70, 80], "59.99", "0"),
        ("interpolate", "0-100", [60, 70, 80], "60", "50"),
        ("interpolate", "0-100", [60, 70, 80], "72", "80"),
        ("interpolate", "0-100", [60, 70, 80], "90", "100"),
        (
            "interpolate",
            "1-5",
            [10**12, 2 * 10**12, 3 * 10**12, 4 * 10**12, 5 * 10**12],
            10**12,
            "1",
        ),
    ],
)
def test_scores_at_and_between_thresholds(con, method, scale, thresholds, actual, score):
    assert asked_score(con, method, scale, thresholds, actual) == D(score)


def test_a_milestone_is_its_level(con):
    ask = "select score_of('milestone', '1-5', null::decimal(28, 6)[], ?::decimal(28, 6), null)"
    levels = [con.execute(ask, [level]).fetchone()[0] for level in ("0", "1", "3.9", "5", "7")]
    assert levels == [D(1), D(1), D(3), D(5), D(5)]


@pytest.mark.parametrize(
    ("score", "scale", "band"),
    [
        ("2.9999", "1-5", "low"),
        ("3", "1-5", "middle"),
        ("3.9999", "1-5", "middle"),
        ("4", "1-5", "high"),
        ("59.9999", "0-100", "low"),
        ("60", "0-100", "middle"),
        ("90", "0-100", "high"),
        (None, "1-5", "no_score"),
    ],
)
def test_bands_are_cut_at_their_edges(con, score, scale, band):
    ask = "select score_band(?::decimal(9, 4), ?)"
    assert con.execute(ask, [score, scale]).fetchone() == (band,)


FRAMEWORK = """
    area_code | fiscal_year | dimension_group | dimension_no | dimension | dimension_key | item_no | item | item_key | item_identity | kpi_code | kpi | kpi_key | weight_pct | score_method | score_1 | score_2 | score_3 | score_4 | score_5
    50 | 2569 | external | 1 | ประสิทธิผล | ผล | 1.1 | จังหวัด | จ | จ | K1 | รายได้ | รายได้ | 40 | interpolate | 10 | 20 | 30 | 40 | 50
    50 | 2569 | external | 1 | ประสิทธิผล | ผล | 1.1 | จังหวัด | จ | จ | K2 | ตาย | ตาย | 20 | interpolate | 90 | 80 | 70 | 60 | 50
    50 | 2569 | external | 2 | คุณภาพ | คุณภาพ | 2.1 | พึงพอใจ | พ | พ | K3 | พึงพอใจ | พึงพอใจ | 25 | step | 60 | 70 | 80 | 90 | 95
    50 | 2569 | internal | 3 | ประสิทธิภาพ | ประสิทธิภาพ | 3.1 | พลังงาน | ง | ง | K4 | พลังงาน | พลังงาน | 15 | interpolate | 1 | 2 | 3 | 4 | 5
"""
AGREEMENTS = """
    area_code | fiscal_year | signer | signer_key | role | superior | superior_key | kpi_code | kpi | kpi_key | weight_pct | score_method | score_1 | score_2 | score_3 | score_4 | score_5 | actual | self_score
    50 | 2569 | ผู้ว่าฯ | ผวจ | governor |  |  | K1 | รายได้ | รายได้ | 60 | interpolate | 10 | 20 | 30 | 40 | 50 |  | 5
    50 | 2569 | ผู้ว่าฯ | ผวจ | governor |  |  | K3 | พึงพอใจ | พึงพอใจ | 40 | step | 60 | 70 | 80 | 90 | 95 | 91 | 4
    50 | 2569 | รอง | รอง | deputy | ผู้ว่าฯ | ผวจ | K2 | ตาย | ตาย | 100 | interpolate | 90 | 80 | 70 | 60 | 50 | | 3
    50 | 2569 | คลัง | คลัง | agency_head | ใครไม่รู้ | ไม่รู้ | K4 | พลังงาน | พลังงาน | 90 | interpolate | 1 | 2 | 3 | 4 | 5 | |
"""
RESULTS = """
    area_code | kpi_code | kpi | unit_kind | fiscal_year | actual
    50 | K1 | รายได้ | percent | 2569 | 35
    50 | K2 | ตาย | percent | 2569 | 75
"""
INDICATORS = """
    area_code | kpi | kpi_code | unit_kind | direction
    50 | รายได้ | K1 | percent | higher
    50 | ตาย | K2 | percent | lower
"""
TARGETS = """
    area_code | kpi_code | fiscal_year | target
    50 | K1 | 2569 | 50
    50 | K2 | 2569 | 70
"""


@pytest.fixture
def store(given):
    given.sent("evaluation_framework", fact_evaluation_item=FRAMEWORK)
    given.sent("agreements", fact_agreement=AGREEMENTS)
    given.sent("kpi_targets", fact_indicator=INDICATORS, fact_target=TARGETS)
    given.sent("kpi_results", fact_kpi_result=RESULTS)
    return given


def of_level(store, level, *columns, scope=IN_50):
    rows = records(store.con, "evaluation_totals", scope, "rollup_level", *columns)
    return [row[1:] for row in rows if row[0] == level]


def test_an_item_has_the_score_of_its_result_or_the_reason_why_not(store):
    columns = ("kpi", "actual", "score", "score_band", "unscored_reason", "result_source")
    assert records(store.con, "evaluation_items", IN_50, *columns) == [
        ("รายได้", D(35), D("3.5"), "middle", None, "kpi_results"),
        ("ตาย", D(75), D("2.5"), "low", None, "kpi_results"),
        ("พึงพอใจ", D(91), D(4), "high", None, "agreements"),
        ("พลังงาน", None, None, "no_score", "result_missing", None),
    ]


def test_what_an_agreement_reports_of_the_year_is_no_result_of_a_quarter(store):
    of_quarter = Scope(province="50", fiscal_year=2569, quarter=2)
    for metric in ("evaluation_items", "agreement_items"):
        sources = {row[0] for row in records(store.con, metric, of_quarter, "result_source")}
        assert "agreements" not in sources


def test_totals_leave_missing_results_out_or_take_them_as_the_lowest(store):
    # (40·3.5 + 20·2.5 + 25·4) / 85 = 290 / 85; with 15·1 for the missing one 305 / 100.
    columns = ("score_exclude", "score_strict", "coverage_pct", "is_whole", "scored_count")
    assert of_level(store, "framework", *columns) == [
        (D("3.4118"), D("3.0500"), 85.0, True, 3),
    ]
    assert of_level(store, "group", "title", "score_exclude", "score_strict") == [
        ("external", D("3.4118"), D("3.4118")),
        ("internal", None, D(1)),
    ]
    assert of_level(store, "dimension", "number", "score_exclude", "unscored_reason") == [
        ("1", D("3.1667"), None),
        ("2", D(4), None),
        ("3", None, "nothing_scored"),
    ]
    assert of_level(store, "item", "number", "weight_total_pct", "line_count")[0] == (
        "1.1",
        D(60),
        2,
    )


def test_what_if_moves_one_indicator_at_a_time_and_puts_the_largest_gain_first(store):
    columns = ("kpi_code", "score_if_reached", "gain_exclude", "gain_strict", "target_basis")
    assert records(store.con, "evaluation_what_if", IN_50, *columns) == [
        ("K1", D(5), D("0.7058"), D("0.6000"), "declared"),
        ("K4", D(5), D("0.2382"), D("0.6000"), "top"),
        ("K3", D(5), D("0.2941"), D("0.2500"), "top"),
        ("K2", D(3), D("0.1176"), D("0.1000"), "declared"),
    ]


@pytest.fixture(scope="module")
def many():
    store = Given()
    yield store
    store.con.close()


lines = st.lists(
    st.tuples(
        st.integers(1, 60) | st.none(),  # weight
        st.integers(-10, 70) | st.none(),  # result against 10, 20, 30, 40, 50
    ),
    min_size=1,
    max_size=6,
)


@drawing(lines=lines)
@settings(max_examples=25, deadline=None)
def test_roll_up_and_what_if_are_those_of_the_oracle(many, lines):
    """One store for all examples: a newer framework replaces the older, names are never used twice."""
    head = (
        "area_code | fiscal_year | dimension | dimension_key | item | item_key | item_identity"
        " | kpi_code | kpi | kpi_key | weight_pct | score_method"
        " | score_1 | score_2 | score_3 | score_4 | score_5"
    )
    framework, results = [head], ["area_code | kpi_code | kpi | unit_kind | fiscal_year | actual"]
    for number, (weight, actual) in enumerate(lines):
        name = f"k{many.count}.{number}"
        cells = ["50", "2569", "ม", "ม", name, name, name, name, name, name]
        weight = "" if weight is None else str(weight)
        framework.append(" | ".join([*cells, weight, "interpolate | 10 | 20 | 30 | 40 | 50"]))
        if actual is not None:
            results.append(f"50 | {name} | {name} | percent | 2569 | {actual}")
    of_example = f"k{many.count}."
    many.sent("evaluation_framework", fact_evaluation_item="\n".join(framework))
    if len(results) > 1:
        many.sent("kpi_results", fact_kpi_result="\n".join(results))
    scores = [None if a is None else min(max(Fraction(a, 10), 1), 5) for _, a in lines]
    weighed = [(w, s) for (w, _), s in zip(lines, scores, strict=True) if w is not None]
    columns = ("score_exclude", "score_strict", "scored_weight_pct", "weight_missing_count")
    (total,) = of_level(many, "framework", *columns)
    assert total == (
        total_of([(w, s) for w, s in weighed if s is not None]),
        total_of([(w, 1 if s is None else s) for w, s in weighed]),
        sum(D(w) for w, s in weighed if s is not None) or None,
        sum(w is None for w, _ in lines),
    )
    found = records(many.con, "evaluation_what_if", IN_50, "kpi_code", "total_strict_if")
    strict = [(w, 1 if s is None else s) for w, s in weighed]
    positions = [i for i, (w, _) in enumerate(lines) if w is not None]
    expected = {
        f"{of_example}{position}": total_of([*strict[:at], (strict[at][0], 5), *strict[at + 1 :]])
        for at, position in enumerate(positions)
    }
    assert dict(found) == expected


def total_of(weighed):
    weight = sum(w for w, _ in weighed)
    return half_up(Fraction(sum(w * s for w, s in weighed)) / weight) if weight else None


def test_without_weights_there_is_no_total_only_a_count(given):
    blank = "\n".join(
        line.replace(" 40 |", " |").replace(" 20 | i", " | i").replace(" 25 |", " |")
        for line in FRAMEWORK.replace(" 15 |", " |").splitlines()
    )
    given.sent("evaluation_framework", fact_evaluation_item=blank)
    columns = ("score_exclude", "weight_total_pct", "unscored_reason", "line_count", "is_whole")
    assert of_level(given, "framework", *columns) == [(None, None, "weights_missing", 4, None)]


def test_scores_of_two_scales_are_not_added(given):
    given.sent(
        "evaluation_framework",
        fact_evaluation_item="""
        area_code | fiscal_year | dimension | dimension_key | item | item_key | item_identity | kpi_code | kpi | kpi_key | weight_pct | score_method | score_scale | score_1 | score_2 | score_3 | score_4 | score_5 | score_minimum | score_standard | score_advanced
        50 | 2569 | ม | ม | ก | ก | ก | K1 | ก | ก | 50 | step | 1-5 | 1 | 2 | 3 | 4 | 5 | | |
        50 | 2569 | ม | ม | ข | ข | ข | K2 | ข | ข | 50 | | 0-100 | | | | | | 60 | 70 | 80
        """,
    )
    given.sent("kpi_results", fact_kpi_result=RESULTS)
    rows = records(given.con, "evaluation_items", IN_50, "score", "score_scale")
    assert rows == [(D(5), "1-5"), (D(87.5), "0-100")]
    assert of_level(given, "framework", "score_exclude", "unscored_reason") == [
        (None, "scales_mixed")
    ]


def test_form_1_gives_thresholds_and_method_where_the_framework_has_none(given):
    given.sent(
        "evaluation_framework",
        area="TH",
        fact_evaluation_item="""
        area_code | fiscal_year | dimension | dimension_key | item | item_key | item_identity | kpi_code | kpi | kpi_key | weight_pct
        TH | 2569 | ม | ม | ก | ก | ก | | รายได้ | รายได้ | 60
        TH | 2569 | ม | ม | ข | ข | ข | | ไม่รู้จัก | ไม่รู้จัก | 40
        """,
    )
    given.sent(
        "kpi_targets",
        fact_indicator="""
        area_code | kpi | kpi_code | unit_kind | direction | score_method | score_1 | score_2 | score_3 | score_4 | score_5
        50 | รายได้ | K1 | percent | higher | interpolate | 10 | 20 | 30 | 40 | 50
        """,
    )
    given.sent("kpi_results", fact_kpi_result=RESULTS)
    columns = ("framework_area_code", "kpi_code", "score", "unscored_reason")
    assert records(given.con, "evaluation_items", IN_50, *columns) == [
        ("TH", "K1", D("3.5"), None),
        ("TH", None, None, "method_missing"),
    ]


def test_bands_of_reward_count_only_when_somebody_configured_them(store):
    columns = ("reward_band", "reward_band_count")
    assert of_level(store, "framework", *columns) == [(None, 0)]
    store.sent(
        "reward_bands",
        area="TH",
        fact_reward_band="""
        area_code | fiscal_year | score_scale | score_from | band
        TH | 2569 | 1-5 | 3 | ดี
        TH | 2569 | 1-5 | 3.0501 | ดีมาก
        TH | 2569 | 0-100 | 0 | อื่น
        """,
    )
    assert of_level(store, "framework", *columns) == [("ดี", 2)]


def test_agreements_cascade_by_position_and_say_whose_superior_is_not_found(store):
    columns = ("role", "score_exclude", "self_score", "coverage_pct", "is_whole", "superior_state")
    assert records(store.con, "agreement_scores", IN_50, *columns) == [
        ("governor", D("3.7000"), D("4.6000"), 100.0, True, "none"),
        ("deputy", D("2.5000"), D("3.0000"), 100.0, True, "found"),
        ("agency_head", None, None, 0.0, False, "not_found"),
    ]


def test_a_self_assessed_score_stands_beside_the_computed_one(store):
    columns = ("kpi_code", "score", "self_score", "score_difference")
    assert records(store.con, "agreement_items", IN_50, *columns) == [
        ("K1", D("3.5"), D(5), D("1.5")),
        ("K3", D(4), D(4), D(0)),
        ("K2", D("2.5"), D(3), D("0.5")),
        ("K4", None, None, None),
    ]


def test_a_score_leads_to_its_weight_and_its_result(store):
    cells = trace(store.con, "evaluation_items", IN_50, 0, "score")
    assert sorted(cells["value_as_typed"]) == ["35", "40"]
    reported = trace(store.con, "evaluation_items", IN_50, 2, "score")
    assert sorted(reported["value_as_typed"]) == ["25", "91"]
    of_dimension = trace(store.con, "evaluation_totals", IN_50, 2, "weight_total_pct")
    assert sorted(of_dimension["value_as_typed"]) == ["20", "40"]


def test_a_newer_framework_of_the_area_replaces_the_older_whole(store):
    store.sent("evaluation_framework", fact_evaluation_item=FRAMEWORK.replace("| 40 |", "| 45 |"))
    assert len(records(store.con, "evaluation_items", IN_50, "kpi")) == 4
    assert of_level(store, "framework", "weight_total_pct", "is_whole") == [(D(105), False)]
