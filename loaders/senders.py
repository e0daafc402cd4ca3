"""Whose a workbook is that names no agency: asked where somebody is expected, answered by a rule."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import duckdb

from loaders.asks import NOBODY, Asks, Choice
from loaders.findings import Finding
from loaders.rules import Rule, RuleBook
from loaders.slots import Parcel, parcels_of
from loaders.table import FormTable
from store import run_query
from store.areas import all_areas
from thai.text import match_key

_SQL = Path(__file__).parent / "sql" / "possible_senders.sql"
_NAMED_IN_MESSAGE = 3
# So many letters of an agency's own name in a row are no chance.
_TELLING_LETTERS = 4
# What names of many agencies share says nothing of one: these words, and the province.
_OFFICE_WORDS = ("สำนักงาน", "ที่ทำการ", "จังหวัด", r"\(.*?\)")


def ask_whose(
    con: duckdb.DuckDBPyConnection,
    tables: Iterable[FormTable],
    rules: RuleBook,
    file_name: str,
    sha256: str,
) -> Iterator[Finding]:
    """An error for each submission that names no agency though some are expected, or have sent the
    same form about the same area: published without one, it would stand beside theirs."""
    for parcel in parcels_of(tables):
        if _names_agency(parcel) or _rule_for(parcel, rules, file_name, sha256):
            continue
        if choices := _possible(con, parcel):
            yield _question(parcel, choices, file_name, sha256)


def rule_of_sender(
    tables: Iterable[FormTable], rules: RuleBook, file_name: str, sha256: str
) -> tuple[Rule, str] | None:
    """The rule that says whose the tables without an agency are, with the sheet of the first; None
    where none does, or where several say different things."""
    if not rules.has("agency_of_file"):
        return None
    silent = [one for one in parcels_of(tables) if not _names_agency(one)]
    found = [_rule_for(one, rules, file_name, sha256) for one in silent]
    said = {rule.answer for rule in found if rule}
    if None in found or len(said) != 1:
        return None
    return found[0], silent[0].tables[0].sheet


def of_this_file(file_name: str, sha256: str) -> str:
    """The subject of a rule about one file, whatever others are called."""
    return f"{file_name} #{sha256[:12]}"


def tells(file_name: str, agency: str) -> bool:
    """Whether a file's name carries part of the agency's, so that next quarter's will as well.

    >>> tells("ผล_เกษตร_Q1.csv", "สำนักงานเกษตรจังหวัดเชียงใหม่")
    True
    >>> tells("Book1.csv", "สำนักงานเกษตรจังหวัดเชียงใหม่")
    False
    """
    own = match_key(_shared_words().sub(" ", agency))
    name = match_key(Path(file_name).stem)
    shared = SequenceMatcher(None, name, own, autojunk=False).find_longest_match()
    return shared.size >= _TELLING_LETTERS


@cache
def _shared_words() -> re.Pattern[str]:
    provinces = [re.escape(one.name_th) for one in all_areas() if one.level == "province"]
    return re.compile("|".join((*_OFFICE_WORDS, *provinces)))


def _names_agency(parcel: Parcel) -> bool:
    """Whether the title, whoever brought the file, or its rows say an agency."""
    if parcel.slot.agency:
        return True
    return any(
        "agency" in table.rows.column_names and table.rows["agency"].drop_null()
        for table in parcel.tables
    )


def _rule_for(parcel: Parcel, rules: RuleBook, file_name: str, sha256: str) -> Rule | None:
    slot = parcel.slot
    about = {"agency": None, "form": slot.form, "within": slot.area_code}
    for subject in (of_this_file(file_name, sha256), file_name):
        if rule := rules.find("agency_of_file", subject, **about):
            return rule
    return None


def _possible(con: duckdb.DuckDBPyConnection, parcel: Parcel) -> tuple[Choice, ...]:
    slot = parcel.slot
    asked = {
        "form": slot.form,
        "area_code": slot.area_code,
        "fiscal_year": slot.fiscal_year,
        "quarter": parcel.sent_quarter,
    }
    return tuple(Choice(*row) for row in run_query(con, _SQL, asked).fetchall())


def _question(parcel: Parcel, choices: tuple[Choice, ...], file_name: str, sha256: str) -> Finding:
    slot = parcel.slot
    likely = ", ".join(choice.answer for choice in choices[:_NAMED_IN_MESSAGE])
    return Finding(
        "agency_unsaid",
        sheet=parcel.tables[0].sheet,
        value=file_name,
        expected=likely,
        params={"option": "--agency"},
        asks=Asks(
            kind="agency_of_file",
            form=slot.form,
            agency=None,
            subject=file_name,
            choices=(*choices, Choice(NOBODY)),
            within=slot.area_code,
            cell_count=parcel.row_count,
            other_subjects=(of_this_file(file_name, sha256),),
        ),
    )
