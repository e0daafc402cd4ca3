-- schema_columns: one row per column of the database that says what it is, table by table.
select
    tables.table_name,
    tables.comment as table_comment,
    columns.column_name,
    lower(columns.data_type) as data_type,
    columns.comment as column_comment
from duckdb_tables() as tables
inner join duckdb_columns() as columns
    on columns.database_name = tables.database_name
    and columns.schema_name = tables.schema_name
    and columns.table_name = tables.table_name
where tables.database_name = current_database()
    and not tables.temporary
order by tables.table_name, columns.column_index
