"""The declarations beside this module: plans, indicators, nodes and policies, each a .toml."""

import tomllib
from pathlib import Path


def declared(name: str) -> list[dict]:
    """The entries of <name>s.toml ("policies.toml" for "policy"), its lists as tuples."""
    plural = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    text = Path(__file__).with_name(f"{plural}.toml").read_text(encoding="utf-8")
    return [
        {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
        for entry in tomllib.loads(text)[name]
    ]
