"""Every sentence a person reads, by key, in Thai and English."""

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("th", "en")
_HERE = Path(__file__).parent


def t(key: str, /, lang: str = "th", **values: object) -> str:
    """The sentence for `key` ("<file>.<name>") in `lang`, its {placeholders} filled from `values`.

    Raises KeyError when the key is in no catalogue: a missing sentence is our mistake, never shown.
    """
    text = _of_file(lang, key.partition(".")[0])[key]
    return text.format(**values) if values else text


@cache
def catalogue(lang: str) -> dict[str, str]:
    """All sentences of a language: "<file>.<table>.<name>" → text, from i18n/<lang>/*.toml."""
    flat: dict[str, str] = {}
    for path in sorted((_HERE / lang).glob("*.toml")):
        flat |= _of_file(lang, path.stem)
    return flat


@cache
def _of_file(lang: str, name: str) -> dict[str, str]:
    """The sentences of one file, read when the first of them is said; none of a file there is not."""
    path, flat = _HERE / lang / f"{name}.toml", {}
    if path.exists():
        _flatten(tomllib.loads(path.read_text(encoding="utf-8")), name, flat)
    return flat


def _flatten(node: dict, prefix: str, into: dict[str, str]) -> None:
    for name, value in node.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict):
            _flatten(value, key, into)
        else:
            into[key] = value
