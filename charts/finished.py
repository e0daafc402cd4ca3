"""A figure that changes no more, made ready to be sent many times."""

import plotly.graph_objects as go


class Finished(go.Figure):
    """`drawn` as it is now, to be shown to many readers; changing it afterwards shows nothing.

    Plotly copies a figure value by value each time it is sent, which costs more than the rest of
    sending it. This one is copied once.
    """

    def __init__(self, drawn: go.Figure) -> None:
        super().__init__(drawn, _validate=False)
        self._sent = super().to_dict()

    def to_dict(self) -> dict:
        """The same dictionary each time, for reading only."""
        return self._sent
