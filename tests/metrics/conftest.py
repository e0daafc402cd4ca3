import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from given import Given


@pytest.fixture
def given():
    """A store in memory without submissions."""
    store = Given()
    yield store
    store.con.close()
