"""Thai text, calendar and numbers: plain functions on ``str`` that know nothing of the rest."""
