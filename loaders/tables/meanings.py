"""What a sheet's headers mean beyond their words: by rule, and as names of districts."""

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.asks import IGNORED
from loaders.form import Form
from loaders.rules import NO_RULES, Rule, RuleBook
from loaders.tables.words import Hit, hit_for, match_header, stands_over_districts
from store.areas import Found, find_area

# Fewer districts than this side by side are names in a row, not the headers of a wide sheet.
FEWEST_DISTRICTS = 3

Path = tuple[str, ...]


@dataclass(frozen=True)
class Meanings:
    """Whose sheet it is and what was answered about such sheets; `area_code` is of its title."""

    rules: RuleBook = NO_RULES
    agency: str | None = None
    area_code: str | None = None

    def rule(self, form: Form, path: Path) -> Rule | None:
        """What somebody said a header means; None when nobody was asked."""
        return self.rules.find(
            "column_meaning", as_written(path), agency=self.agency, form=form.name
        )

    def hit(self, form: Form, path: Path, rule: Rule | None) -> Hit | None:
        """The column that a header means, by its rule or by its words."""
        if rule is None:
            return match_header(form.name, path)
        keys = {column.key for column in form.columns}
        return hit_for(form.column(rule.answer), path) if rule.answer in keys else None

    def districts(self, form: Form, paths: Mapping[int, Path]) -> dict[int, Hit]:
        """The columns headed by districts of the sheet's province, when the form has such figures."""
        columns = [column for column in form.columns if column.repeat == "district"]
        if not columns or self.area_code is None:
            return {}
        (column,) = columns
        found = {
            col: Hit(column.key, district=code)
            for col, path in paths.items()
            if stands_over_districts(column, path[:-1])
            and (code := _district(path[-1], self.area_code))
        }
        return found if len(found) >= FEWEST_DISTRICTS else {}


NO_MEANINGS = Meanings()


def as_written(path: Path) -> str:
    """The header of a column in one line, the band first."""
    return " ".join(dict.fromkeys(path))


def is_ignored(rule: Rule | None) -> bool:
    """Whether somebody said that the column is none of the form's."""
    return rule is not None and rule.answer == IGNORED


def _district(text: str, area_code: str) -> str | None:
    found = find_area(text, levels=("district",), within=area_code)
    return found.area.code if isinstance(found, Found) else None
