"""What people have answered about workbooks, kept as rules by which the next ones are read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from loaders.asks import Kind
from loaders.names import name_key
from thai.digits import to_arabic
from thai.text import match_key

_ABOUT_NAMES = {"name_alias", "change_mode", "target_rule", "style", "unit_factor"}
_ABOUT_HEADERS = {"column_meaning", "form_of_sheet"}
# The subject of a rule about one file ends with the beginning of its fingerprint.
_ONE_FILE = re.compile(r" #[0-9a-f]{12}$")
# Next year's header is the same header: its years and quarters do not count.
_PERIODS = re.compile(r"(?<!\d)2[45]\d\d(?!\d)|(?<=ไตรมาส)\s*(?:ที่)?\s*[1-4]")

# Nor does it matter to whom a file is next quarter's which quarter its name says, or that the
# browser numbered it; any other number may be an agency's own.
_NUMBERED = re.compile(r"\.\w{2,5}$|(?:ไตรมาส|งวด|รอบ|q)[\s_-]*(?:ที่)?[\s_-]*[1-4]|\(\d+\)", re.I)

_Place = tuple[Kind, str | None, str | None, str, str]


@dataclass(frozen=True)
class Rule:
    """One answer, and how far it reaches: an agency's form, a form, or everybody (both None).

    `subject` is as written on the sheet that raised the question, `answer` a code or name (see
    loaders.asks.Kind). A revoked rule stays on record and changes nothing.
    """

    rule_id: int
    kind: Kind
    agency: str | None
    form: str | None
    subject: str
    answer: str
    made_at: datetime
    made_by: str
    within: str = ""
    reason: str = ""
    revoked_at: datetime | None = None
    revoked_by: str = ""
    revoked_because: str = ""

    @property
    def place(self) -> _Place:
        """What makes two rules answers to the same question; the newer one stands."""
        return _place(self.kind, self.agency, self.form, self.subject, self.within)


@dataclass(frozen=True)
class RuleBook:
    """The rules to read by, as a value: the same workbook and book give the same reading."""

    rules: tuple[Rule, ...] = ()

    def find(
        self,
        kind: Kind,
        subject: str,
        *,
        agency: str | None,
        form: str | None,
        within: str = "",
    ) -> Rule | None:
        """The rule that answers: the agency's for the form, then the form's, then everybody's."""
        if kind not in self._kinds:
            return None
        for scope in ((agency, form), (None, form), (None, None)):
            if found := self._standing.get(_place(kind, *scope, subject, within)):
                return found
        return None

    def has(self, kind: Kind) -> bool:
        """Whether any rule of the kind stands."""
        return kind in self._kinds

    @cached_property
    def _standing(self) -> dict[_Place, Rule]:
        standing = (rule for rule in self.rules if rule.revoked_at is None)
        return {rule.place: rule for rule in sorted(standing, key=lambda rule: rule.rule_id)}

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(rule.kind for rule in self._standing.values())


NO_RULES = RuleBook()


def subject_key(kind: Kind, subject: str) -> str:
    """The key under which a subject is recognised again however it is spaced and numbered."""
    if kind in _ABOUT_NAMES:
        return name_key(subject)
    if kind in _ABOUT_HEADERS:
        subject = _PERIODS.sub(" ", to_arabic(subject))
    if kind == "agency_of_file" and not is_of_one_file(subject):
        subject = _NUMBERED.sub(" ", _PERIODS.sub(" ", to_arabic(subject)))
    return match_key(subject) or subject.strip()


def is_of_one_file(subject: str) -> bool:
    """Whether the subject of a rule about a file names that one file, not all of its name."""
    return bool(_ONE_FILE.search(subject))


def standing(rules: Iterable[Rule]) -> RuleBook:
    """The book of all rules that are not revoked."""
    return RuleBook(tuple(rule for rule in rules if rule.revoked_at is None))


def _place(kind: Kind, agency: str | None, form: str | None, subject: str, within: str) -> _Place:
    sender = match_key(agency) if agency else None
    return kind, sender, form, subject_key(kind, subject), within
