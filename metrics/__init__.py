"""The numbers: one documented .sql file and one typed function per metric, asked in a Scope."""

from metrics.answer import row_count, run
from metrics.catalogue import UnknownMetric, names
from metrics.scope import Scope, ScopeError

__all__ = ["Scope", "ScopeError", "UnknownMetric", "names", "row_count", "run"]
