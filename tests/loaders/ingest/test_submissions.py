"""What people do with submissions: a declared way from draft to published, and back."""

from pathlib import Path

import pytest

from loaders import submissions
from loaders.examine import Examination, already, find_earlier
from loaders.received import Received
from loaders.report import FileReport, SheetReport
from loaders.storing import Delivery, store_examined
from loaders.submissions import Change, NotAllowed, UnknownSubmission

ACTS = ("submit", "check", "assess", "publish", "withdraw")
STATE_AFTER = {
    "submit": "submitted",
    "check": "checked",
    "assess": "assessed",
    "publish": "published",
    "withdraw": "withdrawn",
}


@pytest.fixture
def send(con, drawn):
    def send(sha256, budget, *, publish=True):
        rows = [{"area": "50", "fiscal_year": 2569, "plan": "ก", "budget_thb": budget}]
        table = drawn("budget_by_plan", rows)
        sheets = (SheetReport(table.sheet, table.form.name, 1),)
        report = FileReport(f"{sha256}.xlsx", sha256, "accepted", (), sheets, ())
        received = Received(sha256, 1, f"received/{sha256}")
        examination = Examination(Path(report.file), report, (table,), "xlsx")
        (number,) = store_examined(con, examination, received, Delivery(publish)).submissions
        return number

    return send


def states(con):
    query = "select submission_id, state from submission_state order by submission_id"
    return dict(con.execute(query).fetchall())


def published_budget(con):
    query = (
        "select budget_thb from fact_budget_plan semi join published_at(null) using (submission_id)"
    )
    return [int(value) for (value,) in con.execute(query).fetchall()]


def test_each_step_is_kept_with_who_when_and_why(con, send):
    number = send("aa", 1, publish=False)
    for act in ACTS[:4]:
        done = getattr(submissions, act)(con, number, actor=f"ผู้{act}", reason=f"เพราะ {act}")
        assert done.after == STATE_AFTER[act]
    kept = con.execute(
        "select event, actor, reason, at_time is not null from submission_event order by event_id"
    ).fetchall()
    assert kept == [
        ("drafted", None, None, True),
        *[(STATE_AFTER[act], f"ผู้{act}", f"เพราะ {act}", True) for act in ACTS[:4]],
    ]


@pytest.mark.parametrize(
    ("state", "allowed"),
    [
        ("drafted", {"submit", "publish", "withdraw"}),
        ("submitted", {"submit", "check", "publish", "withdraw"}),
        ("checked", {"check", "assess", "publish", "withdraw"}),
        ("assessed", {"assess", "publish", "withdraw"}),
        ("published", {"publish", "withdraw"}),
        ("superseded", {"publish", "withdraw"}),
        ("withdrawn", {"publish", "withdraw"}),
    ],
)
def test_only_declared_steps_are_taken(con, send, state, allowed):
    way = {
        "submitted": ["submit"],
        "checked": ["submit", "check"],
        "assessed": ["submit", "check", "assess"],
        "published": ["publish"],
        "superseded": ["publish"],
        "withdrawn": ["withdraw"],
    }
    done, refused = set(), set()
    for act in ACTS:
        number = send(act, 1, publish=False)
        for step in way.get(state, []):
            getattr(submissions, step)(con, number)
        if state == "superseded":
            send(f"{act} again", 2)
        assert states(con)[number] == state
        try:
            getattr(submissions, act)(con, number)
        except NotAllowed as error:
            refused.add((error.before, error.after, states(con)[number]))
        else:
            done.add((act, states(con)[number]))
    assert done == {(act, STATE_AFTER[act]) for act in allowed}
    assert refused == {(state, STATE_AFTER[act], state) for act in set(ACTS) - allowed}


def test_an_older_version_is_restored_and_that_is_undone(con, send):
    old, new = send("aa", 1), send("bb", 2)
    assert states(con) == {old: "superseded", new: "published"}
    done = submissions.restore(con, old, actor="malee", reason="ฉบับใหม่ส่งผิดปี")
    assert done == Change(old, "superseded", "published", also=(new,))
    assert (states(con), published_budget(con)) == ({old: "published", new: "superseded"}, [1])
    assert submissions.undo(con, old) == Change(old, "published", "superseded", also=(new,))
    assert (states(con), published_budget(con)) == ({old: "superseded", new: "published"}, [2])


def test_restoring_needs_a_reason_and_something_put_aside(con, send):
    old, new = send("aa", 1), send("bb", 2)
    with pytest.raises(ValueError, match="say why"):
        submissions.restore(con, old, reason=" ")
    with pytest.raises(NotAllowed):
        submissions.restore(con, new, reason="ลองดู")
    with pytest.raises(UnknownSubmission):
        submissions.restore(con, 99, reason="ลองดู")
    assert states(con) == {old: "superseded", new: "published"}


def test_the_bytes_of_an_older_version_offer_to_return_to_it(con, send):
    send("aa", 1), send("bb", 2)

    def said(sha256):
        (finding,) = already(Path("x"), sha256, find_earlier(con, sha256)).report.findings
        return finding.code, finding.severity, finding.params.get("version")

    assert said("aa") == ("older_version", "question", "1")
    assert said("bb") == ("already_received", "note", None)
    submissions.withdraw(con, 2)
    assert said("bb") == ("older_version", "question", "2")
    submissions.restore(con, 1, reason="ใช้ฉบับนี้")
    assert said("aa") == ("already_received", "note", None)
