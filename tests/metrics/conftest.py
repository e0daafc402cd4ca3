import pytest
from given import Given


@pytest.fixture
def given():
    """A store in memory without submissions."""
    store = Given()
    yield store
    store.con.close()
