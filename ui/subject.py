"""What one panel is about, as its drawers, its files and its source cells are told."""

from dataclasses import dataclass

import pandas as pd

from metrics.catalogue import ColumnDoc, Metric
from metrics.scope import Scope
from ui import export, language
from ui.data import Standing
from ui.language import tr


@dataclass(frozen=True)
class Subject:
    """What one panel is about: the metric, the scope it was asked in, and the answer."""

    metric: Metric
    scope: Scope
    frame: pd.DataFrame
    columns: tuple[str, ...]
    standing: Standing
    key: str

    @property
    def title(self) -> str:
        return self.metric.title_en if language.current() == "en" else self.metric.title_th

    @property
    def columns_by_name(self) -> dict[str, ColumnDoc]:
        return {column.name: column for column in self.metric.columns}

    @property
    def file_stem(self) -> str:
        """The name of every file made from this panel, without its ending."""
        demo = tr("ui.demo.mark") if self.standing.demo else None
        area = self.scope.district or self.scope.province or self.scope.group
        return export.file_stem(self.title, area, self.scope.fiscal_year, demo)
