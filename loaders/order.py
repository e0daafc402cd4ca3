"""Which workbooks of a batch are stored before which: what others are checked against comes first."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from loaders.examine import Examination

# A plan is looked for in the strategy, an indicator's money among the projects, a result's code
# among the targets. What is in no step neither asks nor answers.
_STEP_OF_FORM = {
    "projects": 1,
    "budget_by_plan": 1,
    "budget_requests": 1,
    "kpi_targets": 2,
    "kpi_results": 3,
    "risks": 3,
    "assessments": 3,
    "evaluation_framework": 3,
    "agreements": 4,
}
# Tables held back beyond this are read again when their turn comes.
HELD_BYTES = 256 << 20


def in_storing_order(
    examinations: Iterable[Examination],
    read_again: Callable[[Path], Examination],
    *,
    held_bytes: int = HELD_BYTES,
) -> Iterator[Examination]:
    """The same examinations, strategies first and results last, else in the order they come.

    What nothing has to wait for is passed on at once. Of what waits, at most `held_bytes` of tables
    are held in memory; the others come from `read_again`.
    """
    waiting = []
    for examination in examinations:
        if (step := step_of(examination)) == 0:
            yield examination
            continue
        held_bytes -= _byte_count(examination)
        waiting.append((step, examination if held_bytes >= 0 else examination.path))
    queue = deque(sorted(waiting, key=lambda one: one[0]))
    waiting.clear()
    while queue:
        _, next_one = queue.popleft()
        yield next_one if isinstance(next_one, Examination) else read_again(next_one)


def step_of(examination: Examination) -> int:
    """How late a workbook is stored in its batch; 0 first. Its earliest table decides."""
    steps = (_STEP_OF_FORM.get(table.form.name, 0) for table in examination.tables)
    return min(steps, default=0)


def _byte_count(examination: Examination) -> int:
    return sum(table.rows.nbytes + table.series.nbytes for table in examination.tables)
