"""Data dictionary: what the forms ask for and what the database holds."""

from ui import dictionary

dictionary.draw()
