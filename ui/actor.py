"""Who acts: written beside every change."""

import getpass


def current() -> str:
    """The user of this computer, as the server listens to nobody else; "" when unknown."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
