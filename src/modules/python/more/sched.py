"""Events at times, run one after the other."""
import heapq as _heapq
import time as _time
from collections import namedtuple as _namedtuple
from itertools import count as _count

__all__ = ['scheduler']
_never = object()


class Event(_namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')):
    """An event: comparable by time, priority and order of entry."""
    __slots__ = ()


class scheduler:
    """A queue of events."""

    def __init__(self, timefunc=_time.monotonic, delayfunc=_time.sleep):
        self._queue, self._numbers = [], _count()
        self.timefunc, self.delayfunc = timefunc, delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=_never):
        event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is _never else kwargs)
        _heapq.heappush(self._queue, event)  #: 75 heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_never):
        time = self.timefunc() + delay  #: 84
        return self.enterabs(time, priority, action, argument, kwargs)  #: 85

    def cancel(self, event):
        self._queue.remove(event)  #: 95
        _heapq.heapify(self._queue)

    def empty(self):
        return not self._queue

    def run(self, blocking=True):
        while self._queue:
            event = self._queue[0]
            left = event.time - self.timefunc()
            if left > 0:
                if not blocking:
                    return left
                self.delayfunc(left)  #: 149 delayfunc(time - now)
                continue
            _heapq.heappop(self._queue)
            event.action(*event.argument, **event.kwargs)  #: 151 action(*argument, **kwargs)
            self.delayfunc(0)

    @property
    def queue(self):
        events = self._queue[:]
        return list(map(_heapq.heappop, [events] * len(events)))  #: 167 return «list(map(heapq.heappop, [events]*len(events)))»
