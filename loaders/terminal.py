"""What the commands share: what was asked for made ready, and answers for people and programs."""

import argparse
import getpass
import json
from pathlib import Path

import duckdb

from i18n import t
from loaders.table import Context
from store import open_store
from store.areas import Ambiguous, Found, find_area


class UsageError(Exception):
    """The command cannot be carried out as asked; the message is for the person who asked."""


def given_by(asked: argparse.Namespace) -> Context:
    """What the options say of files; anything they do not is None. Raises UsageError."""
    area_code = _area_code(asked.province, asked.lang) if asked.province else None
    return Context(area_code, asked.agency, asked.fiscal_year, asked.quarter)


def existing(path: Path, lang: str) -> Path:
    """The path of a file that is there. Raises UsageError."""
    if not path.is_file():
        raise UsageError(t("loaders.file_missing", lang, file=path))
    return path


def existing_store(asked: argparse.Namespace) -> duckdb.DuckDBPyConnection:
    """The store that was asked for, opened. Raises UsageError when there is none."""
    if not asked.db.exists():
        raise UsageError(t("loaders.database_missing", asked.lang, file=asked.db))
    return open_store(asked.db)


def actor() -> str:
    """Who runs the command; "" when the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def print_result(asked: argparse.Namespace, values: object, text: str) -> None:
    """The values as JSON when asked for, else the text."""
    if asked.json:
        print(json.dumps(values, ensure_ascii=False, indent=2, default=_plain))
    else:
        print(text)


def _area_code(name: str, lang: str) -> str:
    match found := find_area(name):
        case Found():
            return found.area.code
        case Ambiguous():
            names = ", ".join(f"{area.name_th} ({area.code})" for area in found.candidates)
            raise UsageError(t("loaders.ambiguous_area", lang, name=name, candidates=names))
        case _:
            names = ", ".join(area.name_th for area in found.nearest) or "-"
            raise UsageError(t("loaders.unknown_area", lang, name=name, nearest=names))


def _plain(value: object) -> str:
    return value.isoformat(" ") if hasattr(value, "isoformat") else str(value)
