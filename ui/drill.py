"""A click on a chart, turned into a narrower view."""

from ui import data, sitemap, urlstate
from ui.options import valid_codes


def narrow(page: str, **codes: str) -> None:
    """Stay on `page` with `codes` laid over the view; ends this run.

    Does nothing when the view has these codes already or they are not on offer: the click stays
    in the chart after the rerun, and the reader would be sent round in circles.
    """
    now = urlstate.settled()
    wanted = {**now, **codes}
    if wanted != now and valid_codes(wanted, data.options()) == wanted:
        sitemap.open_page(page, **codes)
