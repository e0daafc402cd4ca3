"""The declarations beside this module: plans.toml and indicators.toml."""

import tomllib
from pathlib import Path


def declared(name: str) -> list[dict]:
    """The entries of <name>s.toml, its lists as tuples."""
    text = Path(__file__).with_name(f"{name}s.toml").read_text(encoding="utf-8")
    return [
        {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
        for entry in tomllib.loads(text)[name]
    ]
