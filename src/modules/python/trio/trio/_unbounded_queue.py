"""A queue without a bound, emptied by batches."""
import types
import warnings
from collections import namedtuple

from trio._errors import TrioDeprecationWarning, WouldBlock
from trio._run import cancel_shielded_checkpoint, checkpoint_if_cancelled
from trio._sync import ParkingLot

UnboundedQueueStatistics = namedtuple('UnboundedQueueStatistics', 'qsize tasks_waiting')


class UnboundedQueue:
    """What is put comes out with all that is there."""
    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self):
        warnings.warn(TrioDeprecationWarning(
            'trio.lowlevel.UnboundedQueue is deprecated since Trio 0.9.0; use trio.open_memory_channel(math.inf) instead '
            '(https://github.com/python-trio/trio/issues/497)'), stacklevel=2)
        self._lot, self._items, self._ready = ParkingLot(), [], False

    def __repr__(self):
        return f'<UnboundedQueue holding {len(self._items)} items>'

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def put_nowait(self, obj):
        if not self._items:
            if self._lot:
                self._lot.unpark(count=1)
            else:
                self._ready = True
        self._items.append(obj)

    def _batch(self):
        batch, self._items, self._ready = self._items, [], False
        return batch

    def get_batch_nowait(self):
        if not self._ready:
            raise WouldBlock
        return self._batch()

    async def get_batch(self):
        await checkpoint_if_cancelled()
        if not self._ready:
            await self._lot.park()
            return self._batch()
        batch = self._batch()
        await cancel_shielded_checkpoint()
        return batch

    def statistics(self):
        return UnboundedQueueStatistics(len(self._items), self._lot.statistics().tasks_waiting)

    def __aiter__(self):
        return self

    async def __anext__(self):
        return await self.get_batch()
