"""Signals whose receivers are awaited, one after another."""
from frozenlist import FrozenList as _FrozenList


class Signal(_FrozenList):
    """What hears of something that happens."""

    def __init__(self, owner=None):
        super().__init__()
        self._owner = owner

    def __call__(self, receiver):
        self.append(receiver)
        return receiver

    async def send(self, *args, **kwargs):
        if not self._frozen:
            raise RuntimeError('Cannot send non-frozen signal.')
        for receiver in self._items:
            await receiver(*args, **kwargs)

    def __repr__(self):
        return f'<Signal owner={self._owner}, frozen={self._frozen}, {self._items!r}>'
