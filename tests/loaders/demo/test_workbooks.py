"""One province's year, written, read and checked like any office's workbooks."""

import pytest

from loaders.demo import write_workbooks
from loaders.demo.schedule import sendings
from loaders.ingest import check_file, ingest_files
from store import open_store

WANTED = sendings(provinces=("51",), years=(2569,))


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return write_workbooks(tmp_path_factory.mktemp("demo"), wanted=WANTED)


@pytest.fixture(scope="module")
def reports(written):
    return {file.path.name: check_file(file.path) for file in written}


def test_every_workbook_is_read_without_an_error_as_the_form_it_is(reports):
    for sending in WANTED:
        report = reports[sending.name]
        assert [finding for finding in report.findings if finding.blocks] == []
        assert (report.state, {sheet.form for sheet in report.sheets}) == (
            "accepted",
            {sending.form},
        )


def test_every_row_that_was_written_is_read(reports):
    for sending in WANTED:
        facts = [row for row in sending.rows() if row.get("plan") != "รวม"]
        assert sum(sheet.rows for sheet in reports[sending.name].sheets) == len(facts)


def test_what_is_found_are_the_slips_that_were_put_in(reports):
    codes = {
        (sending.form, finding.code)
        for sending in WANTED
        for finding in reports[sending.name].findings
    }
    assert codes <= {
        ("kpi_targets", "too_many_kpis"),
        ("kpi_targets", "style_undeclared"),
        ("projects", "progress_spending_gap"),
        ("community_plans", "grade_differs"),
    }


def test_writing_again_gives_the_same_bytes_and_says_how_far_it_is(written, tmp_path):
    steps = []
    again = write_workbooks(tmp_path, lambda *step: steps.append(step), wanted=WANTED[:3])
    assert [file.path.read_bytes() for file in again] == [
        file.path.read_bytes() for file in written[:3]
    ]
    assert steps == [(done, 3, file.path) for done, file in enumerate(again, 1)]


def test_the_store_keeps_when_each_workbook_came(written, tmp_path):
    files = [file for file in written if file.path.name.startswith("budget_by_plan")]
    con = open_store(":memory:")
    ingest_files(
        con,
        [file.path for file in files],
        data_dir=tmp_path,
        demo=True,
        received_at={file.path: file.received_at for file in files},
    )
    kept = con.execute("select file_name, received_at, state_at, demo from submission_state")
    assert kept.fetchall() == [
        (file.path.name, file.received_at, file.received_at, True) for file in files
    ]
