"""What the filter bar offers and what a panel says of age and coverage, from a real store."""

import datetime as dt

import pandas as pd
import pytest
from given import Given

import store
from metrics.scope import Scope
from ui import data
from ui.data import Standing

# submission, form, area, fiscal year, as-of date, demo, event
SENT = (
    (1, "plan_budget", "50", 2569, dt.date(2026, 9, 30), False, "published"),
    (2, "plan_budget", "51", 2569, None, True, "published"),
    (3, "community_plan", "50", 2568, None, False, "published"),
    (4, "plan_budget", "52", 2570, None, True, "withdrawn"),
    (5, "kpi_targets", "52", 2566, None, False, "published"),
)
# 20:00 in Greenwich is the next day in Thailand.
EVENT_AT = dt.datetime(2026, 11, 20, 20, 0)


@pytest.fixture
def sent(database):
    with store.open_store(database) as con, store.transaction(con):
        for number, form, area, year, as_of_date, demo, event in SENT:
            con.execute(
                "insert into submission values "
                "(?, 's', 1, 'h', ?, 1, '1', ?, 'a', ?, null, ?, 1, ?, ?, 0)",
                [number, form, area, year, as_of_date, demo, EVENT_AT],
            )
            con.execute(
                "insert into submission_event values (?, ?, ?, ?, null, null)",
                [number, number, event, EVENT_AT],
            )


@pytest.fixture
def given(database):
    """The store the pages read, to be filled by the test."""
    filled = Given(database)
    yield filled
    filled.con.close()


@pytest.mark.parametrize(
    ("scope", "forms", "expected"),
    [
        (Scope(fiscal_year=2569), (), Standing(dt.date(2026, 11, 21), 2, 77, True)),
        (Scope(province="50"), (), Standing(dt.date(2026, 11, 21), 1, 1, False)),
        (Scope(province="50", fiscal_year=2569), (), Standing(dt.date(2026, 9, 30), 1, 1, False)),
        (
            Scope(group="upper-north-1"),
            ("community_plan",),
            Standing(dt.date(2026, 11, 21), 1, 4, False),
        ),
        (Scope(fiscal_year=2570), (), Standing(None, 0, 77, False)),
        # A plan holds until the next one.
        (
            Scope(province="52", fiscal_year=2570),
            ("kpi_targets",),
            Standing(dt.date(2026, 11, 21), 1, 1, False),
        ),
        (Scope(province="52", fiscal_year=2565), ("kpi_targets",), Standing(None, 0, 1, False)),
        (Scope(as_of=dt.datetime(2026, 11, 1)), (), Standing(None, 0, 77, False)),
    ],
)
def test_age_and_coverage_are_of_what_was_published_in_the_scope(sent, scope, forms, expected):
    assert data.standing(scope, forms) == expected


def test_figures_of_an_earlier_year_carry_that_years_age_coverage_and_mark(sent):
    asked = Scope(group="upper-north-1", fiscal_year=2570)

    assert data.standing(asked, (), (2567, 2568)) == Standing(
        dt.date(2026, 11, 21), 1, 4, False, earlier_year_be=2568
    )
    assert data.standing(asked, (), (2568, 2569)) == Standing(
        dt.date(2026, 11, 21), 2, 4, True, earlier_year_be=2569
    )


def test_a_series_is_marked_when_any_of_its_years_is_made_up(sent):
    of_lamphun = Scope(province="51", fiscal_year=2570)

    assert data.standing(of_lamphun, (), (2569, 2570)) == Standing(None, 0, 1, True)


def test_an_area_profile_counts_only_for_the_measures_it_brings(given):
    given.sent(
        "area_profile",
        area="TH",
        fy=None,
        fact_area_measure="""
        area_code | year_be | measure | value
        50        | 2563    | gpp     | 100
        51        | 2563    | gpp     | 200
        """,
    )
    given.sent(
        "area_profile",
        area="50",
        fy=None,
        demo=True,
        fact_area_measure="""
        area_code | year_be | measure    | value
        50        | 2563    | population | 1000
        """,
    )
    country, forms = Scope(fiscal_year=2570), ("area_profile",)

    def shares(standing):
        return standing.reporting, standing.demo

    assert shares(data.standing(country, forms, (), ("gpp",))) == (2, False)
    assert shares(data.standing(country, forms, (), ("population",))) == (1, True)
    assert shares(data.standing(country, forms)) == (2, True)


def test_a_plan_of_many_provinces_covers_those_with_a_target_of_the_year(given):
    given.sent(
        "kpi_targets",
        area="TH",
        fy=2562,
        fact_indicator="""
        area_code | kpi
        50        | ท่องเที่ยว
        51        | ท่องเที่ยว
        """,
        fact_target="""
        area_code | kpi_code      | fiscal_year | target
        50        | 50/ท่องเที่ยว | 2562        | 5
        51        | 51/ท่องเที่ยว | 2570        | 5
        """,
    )

    assert data.standing(Scope(fiscal_year=2570), ("kpi_targets",)).reporting == 1


def test_an_unsolved_problem_of_last_year_was_still_sent(given):
    given.sent("problems", area="50", fy=2569, demo=True)

    found = data.standing(Scope(fiscal_year=2570), ("problems",))

    assert (found.reporting, found.demo) == (1, True)


def test_joint_indicators_of_every_province_speak_for_each(given):
    given.sent(
        "joint_indicators",
        area="TH",
        fy=2569,
        fact_joint_indicator="""
        fiscal_year | topic  | measured_in | area_code
        2569        | ฐานราก | all         |
        """,
    )

    found = data.standing(Scope(province="50", fiscal_year=2569), ("joint_indicators",))

    assert (found.reporting, found.total) == (1, 1)


def test_the_years_offered_are_those_with_published_figures_newest_first(sent):
    assert data.options().years == (2569, 2568, 2566)


def test_an_empty_store_still_offers_the_whole_country(database):
    options = data.options()

    assert (len(options.provinces), len(options.districts)) == (77, 928)
    assert options.years == ()
    assert [g.name_th for g in options.groups if g.code == "upper-north-1"] == ["ภาคเหนือตอนบน 1"]
    assert [p.code for p in options.provinces if "upper-north-1" in p.parents] == [
        "50",
        "58",
        "52",
        "51",
    ]


def test_provinces_stand_in_thai_order(database):
    names = [province.name_th for province in data.options().provinces]

    # แ and เ sort under the consonant after them: กระบี่ comes first, not last.
    assert names[0] == "กระบี่"
    assert names.index("เชียงใหม่") < names.index("ตรัง") < names.index("แพร่")


def test_a_new_publication_is_seen_without_clearing_anything(sent, database):
    before = data.options().years
    with data.reading() as con, store.transaction(con):
        con.execute(
            "insert into submission_event values (5, 4, 'published', ?, null, null)", [EVENT_AT]
        )

    assert before == (2569, 2568, 2566)
    assert data.options().years == (2570, 2569, 2568, 2566)


def test_a_frame_written_into_is_not_the_next_readers(database, monkeypatch):
    answer = pd.DataFrame({"area": ["เชียงใหม่"], "share_pct": [40.0]})
    monkeypatch.setattr(data.metrics, "run", lambda con, name, scope: answer.copy())

    mine = data.get("grade_trend", Scope(fiscal_year=2568))
    mine.loc[0, "share_pct"] = 99.0
    mine["area"] = "ลำพูน"

    pd.testing.assert_frame_equal(data.get("grade_trend", Scope(fiscal_year=2568)), answer)


def test_the_version_is_another_when_the_same_store_is_opened_again(database):
    before = data.data_version()
    data._connection.clear()

    assert data.data_version() != before


def test_the_version_is_another_after_a_transaction_and_only_then(database):
    versions = [data.data_version(), data.data_version()]
    with data.reading() as con, store.transaction(con):
        pass
    versions.append(data.data_version())
    with data.reading() as con, pytest.raises(ZeroDivisionError), store.transaction(con):
        raise ZeroDivisionError  # rolled back: nothing has changed
    versions.append(data.data_version())

    first, again, written, rolled_back = versions
    assert first == again
    assert first != written
    assert written == rolled_back
    with data.reading() as con:
        assert written.startswith(store.data_version(con))
