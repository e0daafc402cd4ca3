"""The life cycle of a project: its stages in order, and at which level each of them is done."""

from dataclasses import dataclass
from functools import cache

from store.reference_files import read_rows


@dataclass(frozen=True)
class Stage:
    """One stage; `actor_level` is village, subdistrict, district or province."""

    code: str
    order: int
    actor_level: str


@cache
def stages() -> tuple[Stage, ...]:
    """The stages, first to last. A project goes through them in this order and may skip some."""
    found = (
        Stage(row["stage"], int(row["stage_order"]), row["actor_level"])
        for row in read_rows("project_stages")
    )
    return tuple(sorted(found, key=lambda stage: stage.order))
