"""Thai digits ๐–๙ and the Arabic ones."""

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
_TO_THAI = str.maketrans(_ARABIC, _THAI)


def to_arabic(text: str) -> str:
    """The text with every Thai digit replaced by the Arabic one.

    >>> to_arabic("ปีงบประมาณ ๒๕๖๙")
    'ปีงบประมาณ 2569'
    """
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """The text with every Arabic digit replaced by the Thai one, as official letters print them.

    >>> to_thai("1,257 หมู่บ้าน")
    '๑,๒๕๗ หมู่บ้าน'
    """
    return text.translate(_TO_THAI)
