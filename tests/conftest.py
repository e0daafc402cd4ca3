"""Property tests: any example on a developer's machine, always the same ones in CI.

A new counterexample should meet the one who is working, not stop somebody else's change from
landing; no example is timed, as a busy machine says nothing about the code.
"""

import os

from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "here")
