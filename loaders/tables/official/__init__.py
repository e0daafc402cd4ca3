"""The official forms แบบ จ.1 (table 2) and แบบ จ.1-1 laid out plainly, so that they read like any table."""

from loaders.reading import Sheet
from loaders.tables.official.briefs import briefs_laid_out
from loaders.tables.official.flagships import flagships_laid_out


def laid_out(sheet: Sheet) -> Sheet:
    """The sheet with its official form as a plain table: every row where it stands, the columns of
    the form beside one another. A sheet without an official form comes back as it is."""
    return briefs_laid_out(flagships_laid_out(sheet))


__all__ = ["laid_out"]
