-- agency_choice: one row per agency that ever sent something, in Thai order.
select agency
from submission
where agency is not null
group by agency
order by agency collate th
