"""Every sentence a person reads, by key, in Thai and English."""

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("th", "en")


def t(key: str, /, lang: str = "th", **values: object) -> str:
    """The sentence for `key` ("<file>.<name>") in `lang`, its {placeholders} filled from `values`.

    Raises KeyError when the key is in no catalogue: a missing sentence is our mistake, never shown.
    """
    text = catalogue(lang)[key]
    return text.format(**values) if values else text


@cache
def catalogue(lang: str) -> dict[str, str]:
    """All sentences of a language: "<file>.<table>.<name>" → text, from i18n/<lang>/*.toml."""
    folder = Path(__file__).parent / lang
    flat: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        _flatten(tomllib.loads(path.read_text(encoding="utf-8")), path.stem, flat)
    return flat


def _flatten(node: dict, prefix: str, into: dict[str, str]) -> None:
    for name, value in node.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict):
            _flatten(value, key, into)
        else:
            into[key] = value
