"""The one door to the database: open it, write in one transaction, ask a named query."""

from store.database import StoreError, data_version, open_store, transaction
from store.query import QueryError, run_query

__all__ = ["QueryError", "StoreError", "data_version", "open_store", "run_query", "transaction"]
