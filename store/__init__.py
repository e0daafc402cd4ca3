"""The one door to the database: open it, write in one transaction, ask a named query."""

from store.database import (
    StoreDown,
    StoreError,
    data_version,
    in_transaction,
    open_store,
    transaction,
    transactions_ended,
)
from store.query import QueryError, run_query

__all__ = [
    "QueryError",
    "StoreDown",
    "StoreError",
    "data_version",
    "in_transaction",
    "open_store",
    "run_query",
    "transaction",
    "transactions_ended",
]
