"""The colours of the house, each chosen to stay apart under every kind of colour blindness."""

# Okabe and Ito, in the order neighbours differ most: series, never status.
SERIES = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#CC79A7",
    "#56B4E9",
    "#D55E00",
    "#F0E442",
    "#4D4D4D",
)

# Met, near, at risk, critical. Green–yellow–orange–red falls to a distance of 12.6 for
# some eyes; these keep 19.5 or more.
STATUS = ("#00665E", "#F2C94C", "#E07B00", "#8E1B1B")
# The same as words on a dark page; their marks keep the colours above.
STATUS_WORDS_ON_DARK = ("#4CC9BC", "#F2C94C", "#F59A2E", "#FF8A80")
NO_DATA = "#8A949E"
NOT_DUE = "#CBD3DB"

# Grades of a community plan are stages of development, not marks: no traffic lights.
GRADES = {"A": "#0B5CAD", "B": "#8EC3EA", "C": "#C98A1B"}

INK = "#1B2733"
MUTED = "#5B6B7A"
GRID = "#E3E8ED"
INK_ON_DARK = "#EEF2F6"
MUTED_ON_DARK = "#A9B6C2"
GRID_ON_DARK = "#33404D"
TRACK = "rgba(138, 148, 158, 0.18)"
"""The whole length a bar could have, on a light and on a dark page."""
EARLIER = "#B8C2CC"
"""Last year's value beside this year's."""

DARK_TEXT = "#1B2733"
LIGHT_TEXT = "#FFFFFF"
