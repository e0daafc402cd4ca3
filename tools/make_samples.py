"""Writes data/samples/: run `python -m tools.make_samples` after changing a fact or a layout."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tools import document_samples as documents
from tools import national_samples as national
from tools.facts import ROOT
from tools.printed import PrintedSheet, write_printed

SAMPLES: Mapping[str, tuple[Callable[[], PrintedSheet], ...]] = {
    "evaluation_framework_2557.xlsx": (documents.evaluation_framework_2557,),
    "evaluation_framework_2558.xlsx": (documents.evaluation_framework_2558,),
    "kpi_targets_2557_ภาคเหนือตอนบน1.xlsx": (documents.kpi_targets_2557,),
    "strategy_2557_ภาคเหนือตอนบน1.xlsx": (documents.upper_north_1_positioning_2557,),
    "problems_2557.xlsx": (documents.problems_2557,),
    "joint_indicators_2558.xlsx": (documents.joint_indicators_2558,),
    "community_plan_grades_2550_เชียงใหม่.xlsx": (documents.community_plan_grades_2550,),
    "budget_by_plan_2550_เชียงใหม่.xlsx": (documents.budget_by_plan_2550,),
    "projects_2550_เชียงใหม่_best_practices.xlsx": (documents.best_practices_2550,),
    "strategy_2550_เชียงใหม่.xlsx": (documents.chiangmai_mission_groups_2550,),
    "strategy_2561_พัทลุง.xlsx": (documents.phatthalung_plan_2561,),
    "strategy_2569_พัทลุง_นโยบาย.xlsx": (documents.phatthalung_policies_2569,),
    "area_profile_2538-2563_gpp.xlsx": (national.gpp_current, national.gpp_chain_volume),
    "area_profile_2558-2564_hai.xlsx": (national.human_achievement_index,),
    "tourism_2562-2565.xlsx": (national.tourism_profile, national.tourism_receipts),
}


def make_samples(folder: Path) -> list[Path]:
    """Writes every sample into `folder` (made when missing); returns their paths in order."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, sheets in SAMPLES.items():
        write_printed(folder / name, [sheet() for sheet in sheets])
    return [folder / name for name in SAMPLES]


def main(arguments: list[str] | None = None) -> int:
    """The command line: `--out FOLDER` instead of data/samples."""
    parser = argparse.ArgumentParser(prog="python -m tools.make_samples", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "data" / "samples")
    for path in make_samples(parser.parse_args(arguments).out):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
