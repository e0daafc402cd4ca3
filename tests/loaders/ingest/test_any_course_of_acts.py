"""Whatever people do with submissions, in any order: the pages show what a plain model says.

The model knows nothing of the store: for each version it keeps the rows it must hold and the states
it went through, and for each publishing what stood there before.
"""

from dataclasses import dataclass, field
from random import Random

import pytest
from openpyxl import Workbook

from loaders import submissions as acts
from loaders.ingest import ingest_file
from loaders.table import Context
from store import open_store

AGENCIES = ("สำนักงานคลังจังหวัดน่าน", "สำนักงานแรงงานจังหวัดน่าน")
TITLE = "ผลการดำเนินงานตามตัวชี้วัด จังหวัดน่าน ปีงบประมาณ 2569 ไตรมาส 1"
HEADER = ("ตัวชี้วัด", "หน่วยวัด", "ผลการดำเนินงาน")
KPIS = ("จำนวนผู้ประกันตน", "มูลค่าการค้า", "รายได้เฉลี่ย", "จำนวนสหกรณ์")
VERSIONS, ACTS = 10, 120

SHOWN = """
    select submission.agency, fact.kpi, fact.actual::integer
    from kpi_result_at(null, null, null, null) as fact
    inner join submission using (submission_id)
"""
STORED = """
    select submission_id, kpi, actual::integer
    from fact_kpi_result
"""


@dataclass
class Version:
    """One stored version: whose, its rows, and its states from first to last. `displaced` has, for
    each time it was published, the version that stood there and how many acts that one had seen."""

    agency: str
    rows: dict[str, int]
    states: list[str]
    displaced: list[tuple["Version", int] | None] = field(default_factory=list)

    @property
    def state(self) -> str:
        return self.states[-1]


class Model:
    """What must come of every act."""

    def __init__(self) -> None:
        self.versions: dict[int, Version] = {}

    def publish(self, one: Version) -> None:
        standing = [
            other
            for other in self.versions.values()
            if other is not one and other.agency == one.agency and other.state == "published"
        ]
        for other in standing:
            other.states.append("superseded")
        one.displaced.append((standing[0], len(standing[0].states)) if standing else None)
        one.states.append("published")

    def undo(self, one: Version) -> None:
        before, after = one.states[-1], one.states[-2]
        if after == "published":
            self.publish(one)
            return
        one.states.append(after)
        if before == "published" and (was := one.displaced[-1]):
            other, acts_then = was
            # What somebody has done with it since is not undone with it.
            if len(other.states) == acts_then:
                other.displaced.append((one, len(one.states)))
                other.states.append("published")

    @property
    def shown(self) -> set[tuple]:
        return {
            (one.agency, kpi, value)
            for one in self.versions.values()
            if one.state == "published"
            for kpi, value in one.rows.items()
        }


@dataclass
class Office:
    """The store and the model side by side, and a source of chance."""

    con: object
    folder: object
    chance: Random
    model: Model = field(default_factory=Model)
    sent: int = 0

    def send(self) -> None:
        """A new version of an agency, some with a cell that is wrong, some held back as drafts."""
        self.sent += 1
        agency = self.chance.choice(AGENCIES)
        # Of an indicator that two agencies report the newer one counts: that is tried elsewhere.
        own = [f"{kpi}{agency[8:16]}" for kpi in KPIS]
        kpis = self.chance.sample(own, self.chance.randint(2, len(own)))
        cells = {kpi: self.chance.randint(1, 999) for kpi in kpis}
        wrong = self.chance.choice([None, None, kpis[0]])
        path = self.folder / f"{self.sent}.xlsx"
        book = Workbook()
        book.active.append((TITLE,))
        book.active.append(HEADER)
        for kpi, value in cells.items():
            book.active.append((kpi, "ราย", "ราว ๆ นี้" if kpi == wrong else value))
        book.save(path)
        partly, publish = self.chance.random() < 0.7, self.chance.random() < 0.6
        report = ingest_file(
            self.con,
            path,
            Context(agency=agency),
            data_dir=self.folder / "data",
            publish=publish,
            accept_rows="good" if partly else "all",
        )
        if wrong and not partly:
            assert (report.state, report.submissions) == ("rejected", ())
            return
        rows = {kpi: value for kpi, value in cells.items() if kpi != wrong}
        (number,) = report.submissions
        states = ["drafted", "submitted"] if publish else ["drafted"]
        self.model.versions[number] = Version(agency, rows, states)
        if publish:
            self.model.publish(self.model.versions[number])

    def act(self) -> None:
        """One of the acts on one of the versions, whether it is allowed or not."""
        if not self.model.versions:
            return
        number, one = self.chance.choice(list(self.model.versions.items()))
        name = self.chance.choice(["publish", "withdraw", "restore", "undo", "undo", "submit"])
        getattr(self, f"_{name}")(number, one)

    def _publish(self, number: int, one: Version) -> None:
        acts.publish(self.con, number)
        if one.state != "published":
            self.model.publish(one)

    def _withdraw(self, number: int, one: Version) -> None:
        acts.withdraw(self.con, number)
        if one.state != "withdrawn":
            one.states.append("withdrawn")

    def _restore(self, number: int, one: Version) -> None:
        if one.state in ("superseded", "withdrawn"):
            acts.restore(self.con, number, reason="ฉบับนี้ถูกต้อง")
            self.model.publish(one)
            return
        with pytest.raises(acts.NotAllowed):
            acts.restore(self.con, number, reason="ฉบับนี้ถูกต้อง")

    def _submit(self, number: int, one: Version) -> None:
        if one.state in ("drafted", "submitted"):
            acts.submit(self.con, number)
            if one.state == "drafted":
                one.states.append("submitted")
            return
        with pytest.raises(acts.NotAllowed):
            acts.submit(self.con, number)

    def _undo(self, number: int, one: Version) -> None:
        if len(one.states) < 2:
            with pytest.raises(acts.NothingToUndo):
                acts.undo(self.con, number)
            return
        acts.undo(self.con, number)
        self.model.undo(one)

    def compare(self) -> None:
        """What is shown, the state of each version and every stored row are as they must be."""
        shown = self.con.execute(SHOWN).fetchall()
        assert len(shown) == len(set(shown))
        assert set(shown) == self.model.shown
        states = {one.submission_id: one.state for one in acts.list_submissions(self.con)}
        assert states == {number: one.state for number, one in self.model.versions.items()}
        stored = {
            (number, kpi, value)
            for number, one in self.model.versions.items()
            for kpi, value in one.rows.items()
        }
        assert set(self.con.execute(STORED).fetchall()) == stored


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_pages_show_what_the_model_says_after_every_act(seed, tmp_path):
    with open_store(":memory:") as con:
        office = Office(con, tmp_path, Random(seed))
        turns = ["send"] * VERSIONS + ["act"] * ACTS
        office.chance.shuffle(turns)
        for turn in turns:
            getattr(office, turn)()
            office.compare()
        # Chance must have led through everything that is tried here.
        gone_through = {state for one in office.model.versions.values() for state in one.states}
        assert gone_through >= {"published", "superseded", "withdrawn", "submitted"}
        assert len({one.agency for one in office.model.versions.values()}) == len(AGENCIES)
