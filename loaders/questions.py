"""What a file leaves open, each question once: the possible answers and the cells they would change."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from i18n import t
from loaders.asks import IGNORED, MOST_CELLS, Asks, Choice
from loaders.findings import Finding, column_letters
from loaders.forms import FORMS
from loaders.rule_store import Draft
from loaders.rule_words import answer_words, area_words, column_words, subject_words
from loaders.rules import subject_key
from loaders.senders import tells
from store import areas

# Kinds in which what speaks for an answer is a value, or the headers found; others say how alike.
_COMPUTED = ("target_rule",)


class UnknownAnswer(ValueError):
    """The answer is none that the question could have."""

    def __init__(self, answer: str, possible: Iterable[str]) -> None:
        self.answer, self.possible = answer, tuple(possible)
        super().__init__(f"{answer!r} is none of {', '.join(self.possible)}")


@dataclass(frozen=True)
class Question:
    """One question of a file, whichever cells raised it.

    `cells` are the addresses of the first of the `cell_count` cells that an answer would change.
    `blocks` when nothing of the file is stored until it is answered (or the file corrected).
    """

    asks: Asks
    code: str
    sheet: str | None
    cells: tuple[str, ...]
    cell_count: int
    blocks: bool
    optional: bool

    @property
    def key(self) -> str:
        """A short text that names the question among those of its file."""
        return blake2b(repr(_identity(self.asks)).encode(), digest_size=6).hexdigest()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The possible answers, the likeliest first."""
        return self.asks.choices

    def title(self, lang: str) -> str:
        """The question in a sentence."""
        asks = self.asks
        name = "column_missing" if asks.inverse else asks.kind
        if asks.inverse:
            subject = column_words(asks.form, asks.subject, lang)
        else:
            subject = subject_words(asks.kind, asks.subject, asks.form, lang)
        if asks.kind in ("area_alias", "agency_of_file") and asks.within:
            subject = f"{subject} ({area_words(asks.within, lang)})"
        return t(f"rules.ask.{name}", lang, subject=subject)

    def label(self, answer: str, lang: str) -> str:
        """An answer in words."""
        asks = self.asks
        return answer if asks.inverse else answer_words(asks.kind, answer, asks.form, lang)

    def why(self, choice: Choice, lang: str) -> str:
        """What speaks for a choice; blank when nothing is known of it."""
        if not choice.detail:
            return ""
        if self.asks.kind == "agency_of_file":
            return t(f"rules.why.{choice.detail}", lang)
        if self.asks.kind == "form_of_sheet":
            return t("rules.why.columns", lang, detail=choice.detail)
        about = "value" if self.asks.kind in _COMPUTED else "likeness"
        return t(f"rules.why.{about}", lang, detail=choice.detail)

    def draft(self, answer: str, *, everybody: bool = False, subject: str | None = None) -> Draft:
        """The rule that an answer makes: for the sender's files of the form, or for everybody's.

        `subject` puts another of Asks.other_subjects in place of the question's own. Raises
        UnknownAnswer for an answer that the question cannot have. Whose a file is, is remembered for
        later files of its name only where the name tells the agency.
        """
        asks = self.asks
        if not self._takes(answer):
            raise UnknownAnswer(answer, (choice.answer for choice in asks.choices))
        agency = None if everybody else asks.agency
        if asks.inverse:
            return Draft(asks.kind, answer, asks.subject, agency, asks.form, asks.within)
        if asks.kind == "agency_of_file" and not tells(asks.subject, answer):
            (subject,) = asks.other_subjects
        about = subject if subject in asks.other_subjects else asks.subject
        return Draft(asks.kind, about, answer, agency, asks.form, asks.within)

    def _takes(self, answer: str) -> bool:
        if answer in {choice.answer for choice in self.asks.choices}:
            return True
        if self.asks.kind == "area_alias":
            return _is_area(answer)
        if self.asks.kind == "agency_of_file":
            return bool(answer.strip())
        is_column = self.asks.kind == "column_meaning" and not self.asks.inverse
        return is_column and (answer == IGNORED or _is_column(self.asks.form, answer))


def questions_of(findings: Iterable[Finding]) -> tuple[Question, ...]:
    """The questions in findings, those that block first, each in the order in which it was met."""
    grouped: dict[tuple, list[Finding]] = {}
    for finding in findings:
        if finding.asks:
            grouped.setdefault(_identity(finding.asks), []).append(finding)
    questions = [_question(members) for members in grouped.values()]
    return tuple(sorted(questions, key=lambda one: (not one.blocks, one.optional)))


def _question(members: list[Finding]) -> Question:
    first = members[0]
    # Several findings of one question name their own cells; one alone may stand for many.
    cells = [cell for one in members for cell in (one.asks.cells or _own_cell(one))]
    count = sum(one.asks.cell_count or 1 for one in members)
    return Question(
        asks=first.asks,
        code=first.code,
        sheet=first.sheet,
        cells=tuple(f"{column_letters(col)}{row + 1}" for row, col in cells[:MOST_CELLS]),
        cell_count=count,
        blocks=any(one.blocks for one in members),
        optional=all(one.severity in ("note", "warning") for one in members),
    )


def _own_cell(finding: Finding) -> tuple[tuple[int, int], ...]:
    known = finding.row is not None and finding.col is not None
    return ((finding.row, finding.col),) if known else ()


def _identity(asks: Asks) -> tuple:
    subject = subject_key(asks.kind, asks.subject)
    return asks.kind, asks.agency, asks.form, subject, asks.within, asks.inverse


def _is_area(code: str) -> bool:
    try:
        return bool(areas.area(code))
    except KeyError:
        return False


def _is_column(form: str | None, key: str) -> bool:
    return form in FORMS and key in {column.key for column in FORMS[form].columns}
