"""Explore: any metric under the filters above, as table, chart, file, and down to the cell."""

from ui import explore

metric = explore.choose_metric()
explore.draw_filters_heeded(metric)
explore.draw(metric, explore.choose_scope(metric))
