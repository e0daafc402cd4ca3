-- due_date: the last day on which a report of the round is in time; no row for an unknown round.
select due_on
from round_at(null, current_date)
where fiscal_year = $fiscal_year and quarter = $quarter;
