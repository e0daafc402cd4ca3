"""Search: where a name stands, in plans, indicators, projects, risks, problems and datasets."""

from ui import search

search.draw()
