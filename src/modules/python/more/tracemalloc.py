"""Where the program's memory has been allocated."""
import fnmatch
import linecache
import os.path
import pickle
from collections.abc import Iterable, Sequence
from functools import total_ordering
from _tracemalloc import (clear_traces, get_traceback_limit, get_traced_memory, get_tracemalloc_memory, is_tracing, reset_peak, start,
                          stop, _get_object_traceback, _get_traces)


def _format_size(size, sign):
    plus = '+' if sign else ''
    for unit in ('B', 'KiB', 'MiB', 'GiB', 'TiB'):
        if abs(size) < 100 and unit != 'B':
            return f'{size:{plus}.1f} {unit}'
        if abs(size) < 10 * 1024 or unit == 'TiB':
            return f'{size:{plus}.0f} {unit}'
        size /= 1024


class _Compared:
    """Equal where all members are."""
    __slots__ = ()

    def _members(self):
        return tuple(getattr(self, name) for name in self.__slots__)

    def __hash__(self):
        return hash(self._members())

    def __eq__(self, other):
        return self._members() == other._members() if isinstance(other, type(self)) else NotImplemented

    def _average(self):
        return f', average={_format_size(self.size / self.count, False)}' if self.count else ''


class Statistic(_Compared):
    """How much was allocated at one place."""
    __slots__ = 'traceback', 'size', 'count'

    def __init__(self, traceback, size, count):
        self.traceback, self.size, self.count = traceback, size, count

    def __str__(self):
        return f'{self.traceback}: size={_format_size(self.size, False)}, count={self.count}{self._average()}'

    def __repr__(self):
        return f'<Statistic traceback={self.traceback!r} size={self.size} count={self.count}>'

    def _sort_key(self):
        return self.size, self.count, self.traceback


class StatisticDiff(_Compared):
    """How much more was allocated at one place than before."""
    __slots__ = 'traceback', 'size', 'size_diff', 'count', 'count_diff'

    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.traceback, self.size, self.size_diff, self.count, self.count_diff = traceback, size, size_diff, count, count_diff

    def __str__(self):
        return (f'{self.traceback}: size={_format_size(self.size, False)} ({_format_size(self.size_diff, True)}), '
                f'count={self.count} ({self.count_diff:+}){self._average()}')

    def __repr__(self):
        return (f'<StatisticDiff traceback={self.traceback!r} size={self.size} ({self.size_diff:+}) '
                f'count={self.count} ({self.count_diff:+})>')

    def _sort_key(self):
        return abs(self.size_diff), self.size, abs(self.count_diff), self.count, self.traceback


@total_ordering
class Frame:
    """A line of a file."""
    __slots__ = '_frame',

    def __init__(self, frame):
        self._frame = frame

    filename = property(lambda self: self._frame[0])
    lineno = property(lambda self: self._frame[1])

    def __eq__(self, other):
        return self._frame == other._frame if isinstance(other, Frame) else NotImplemented

    def __lt__(self, other):
        return self._frame < other._frame if isinstance(other, Frame) else NotImplemented

    def __hash__(self):
        return hash(self._frame)

    def __str__(self):
        return f'{self.filename}:{self.lineno}'

    def __repr__(self):
        return f'<Frame filename={self.filename!r} lineno={self.lineno!r}>'


@total_ordering
class Traceback(Sequence):
    """Frames, the oldest first."""
    __slots__ = '_frames', '_total_nframe'

    def __init__(self, frames, total_nframe=None):
        self._frames, self._total_nframe = tuple(reversed(frames)), total_nframe

    total_nframe = property(lambda self: self._total_nframe)

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(map(Frame, self._frames[index]))
        return Frame(self._frames[index])

    def __contains__(self, frame):
        return frame._frame in self._frames

    def __hash__(self):
        return hash(self._frames)

    def __eq__(self, other):
        return self._frames == other._frames if isinstance(other, Traceback) else NotImplemented

    def __lt__(self, other):
        return self._frames < other._frames if isinstance(other, Traceback) else NotImplemented

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        total = '' if self._total_nframe is None else f' total_nframe={self.total_nframe}'
        return f'<Traceback {tuple(self)}{total}>'

    def format(self, limit=None, most_recent_first=False):
        """Lines as those of a traceback."""
        shown = self[:] if limit is None else self[-limit:] if limit > 0 else self[:limit]
        lines = []
        for frame in reversed(shown) if most_recent_first else shown:
            lines.append(f'  File "{frame.filename}", line {frame.lineno}')
            text = linecache.getline(frame.filename, frame.lineno).strip()
            if text:
                lines.append(f'    {text}')
        return lines


def get_object_traceback(obj):
    """Where an object was made."""
    frames = _get_object_traceback(obj)
    return None if frames is None else Traceback(frames)


class Trace:
    """A block of memory."""
    __slots__ = '_trace',

    def __init__(self, trace):
        self._trace = trace

    domain = property(lambda self: self._trace[0])
    size = property(lambda self: self._trace[1])
    traceback = property(lambda self: Traceback(*self._trace[2:]))

    def __eq__(self, other):
        return self._trace == other._trace if isinstance(other, Trace) else NotImplemented

    def __hash__(self):
        return hash(self._trace)

    def __str__(self):
        return f'{self.traceback}: {_format_size(self.size, False)}'

    def __repr__(self):
        return f'<Trace domain={self.domain} size={_format_size(self.size, False)}, traceback={self.traceback!r}>'


class _Traces(Sequence):
    def __init__(self, traces):
        self._traces = traces

    def __len__(self):
        return len(self._traces)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(map(Trace, self._traces[index]))
        return Trace(self._traces[index])

    def __contains__(self, trace):
        return trace._trace in self._traces

    def __eq__(self, other):
        return self._traces == other._traces if isinstance(other, _Traces) else NotImplemented

    def __repr__(self):
        return f'<Traces len={len(self)}>'


def _normalize_filename(filename):
    filename = os.path.normcase(filename)
    return filename[:-1] if filename.endswith('.pyc') else filename


class BaseFilter:
    """What says which traces stay."""

    def __init__(self, inclusive):
        self.inclusive = inclusive

    def _match(self, trace):
        raise NotImplementedError


class Filter(BaseFilter):
    """Traces of files whose names are like a pattern."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self._filename_pattern = _normalize_filename(filename_pattern)
        self.lineno, self.all_frames, self.domain = lineno, all_frames, domain

    filename_pattern = property(lambda self: self._filename_pattern)

    def _is_its(self, filename, lineno):
        return fnmatch.fnmatch(_normalize_filename(filename), self._filename_pattern) and self.lineno in (None, lineno)

    def _match(self, trace):
        domain, _, frames, _ = trace
        looked_at = frames if self.all_frames else frames[:1]
        found = any(self._is_its(*frame) for frame in looked_at) == bool(self.inclusive)
        if self.domain is None:
            return found
        return found and domain == self.domain if self.inclusive else found or domain != self.domain


class DomainFilter(BaseFilter):
    """Traces of one domain of addresses."""

    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    domain = property(lambda self: self._domain)

    def _match(self, trace):
        return (trace[0] == self.domain) ^ (not self.inclusive)


class Snapshot:
    """What was allocated at one moment."""

    def __init__(self, traces, traceback_limit):
        self.traces, self.traceback_limit = _Traces(traces), traceback_limit

    def dump(self, filename):
        with open(filename, 'wb') as file:
            pickle.dump(self, file, pickle.HIGHEST_PROTOCOL)

    @staticmethod
    def load(filename):
        with open(filename, 'rb') as file:
            return pickle.load(file)

    def filter_traces(self, filters):
        """A snapshot of what the filters let through."""
        if not isinstance(filters, Iterable):
            raise TypeError(f'filters must be a list of filters, not {type(filters).__name__}')
        wanted = [one for one in filters if one.inclusive]
        unwanted = [one for one in filters if not one.inclusive]
        traces = [trace for trace in self.traces._traces
                  if (not wanted or any(one._match(trace) for one in wanted)) and all(one._match(trace) for one in unwanted)]
        return Snapshot(traces, self.traceback_limit)

    def _group_by(self, key_type, cumulative):
        if key_type not in ('traceback', 'filename', 'lineno'):
            raise ValueError(f'unknown key_type: {key_type!r}')
        if cumulative and key_type == 'traceback':
            raise ValueError(f'cumulative mode cannot by used with key type {key_type!r}')
        found, groups = {}, {}
        for _, size, frames, _ in self.traces._traces:
            for key in frames if cumulative else (frames,):
                if key not in groups:
                    first = key if cumulative else key[0]
                    shown = key if key_type == 'traceback' else (first,) if key_type == 'lineno' else ((first[0], 0),)
                    groups[key] = Traceback(shown)
                group = groups[key]
                if group in found:
                    found[group].size += size
                    found[group].count += 1
                else:
                    found[group] = Statistic(group, size, 1)
        return found

    def statistics(self, key_type, cumulative=False):
        """How much was allocated at each place, the most first."""
        found = list(self._group_by(key_type, cumulative).values())
        found.sort(reverse=True, key=Statistic._sort_key)
        return found

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        """How much more was allocated at each place than in an older one, the greatest change first."""
        now, before = self._group_by(key_type, cumulative), old_snapshot._group_by(key_type, cumulative)
        found = []
        for place, one in now.items():
            old = before.pop(place, None) or Statistic(place, 0, 0)
            found.append(StatisticDiff(place, one.size, one.size - old.size, one.count, one.count - old.count))
        found += [StatisticDiff(place, 0, -old.size, 0, -old.count) for place, old in before.items()]
        found.sort(reverse=True, key=StatisticDiff._sort_key)
        return found


def take_snapshot():
    """What is allocated now."""
    if not is_tracing():
        raise RuntimeError('the tracemalloc module must be tracing memory allocations to take a snapshot')  #: 556 raise RuntimeError("the tracemalloc module must be tracing memory "⏎                   "allocations to take a snapshot")
    return Snapshot(_get_traces(), get_traceback_limit())


from _frames import unseen as _unseen
_unseen(_Compared)
