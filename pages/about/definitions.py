"""Definitions: what every figure means, how it is computed, and the SQL that does it."""

from ui import definitions

definitions.draw()
