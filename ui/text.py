"""Text from a workbook made safe for the places where Streamlit would read it as Markdown."""

import re

_ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$&])")


def safe_md(text: object) -> str:
    r"""`text` as Markdown that shows exactly these letters: no images, links, icons or colours.

    >>> safe_md("![x](http://a) *b* :red[c]")
    '\\!\\[x\\]\\(http\\://\u2060a\\) \\*b\\* \\:red\\[c\\]'
    """
    one_line = " ".join(str(text).split())
    # A bare address becomes a link even when escaped, so a joiner that has no width breaks it.
    unlinked = _ADDRESS.sub("\\g<0>\u2060", one_line)
    return _SPECIAL.sub(r"\\\1", unlinked)
