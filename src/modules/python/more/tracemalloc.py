"""Memory as a program measures it: the size of what its names lead to, since single allocations are not followed."""
import _frames
import sys as _sys

_base = _peak = None
_frames_kept = 1


def _of(value, seen):
    """The bytes of a value and of what it alone leads to."""
    total, todo = 0, [value]
    while todo:
        value = todo.pop()
        if id(value) in seen or isinstance(value, (type, type(_of), type(_sys), type(len), type(None), bool)):
            continue
        seen.add(id(value))
        total += _sys.getsizeof(value, 64)
        if isinstance(value, dict):
            todo.extend(value.keys())
            todo.extend(value.values())
        elif isinstance(value, (list, tuple, set, frozenset)):
            todo.extend(value)
        elif not isinstance(value, (str, bytes, int, float)):
            own = getattr(value, '__dict__', None)
            if isinstance(own, dict):
                todo.append(own)
    return total


def _measure():
    seen, total = set(), 0
    frame = _sys._getframe(1)
    while frame is not None:
        if not frame.f_code.co_filename.startswith('<stdlib>'):
            for name, value in list(frame.f_locals.items()):
                if not name.startswith('__'):
                    total += _of(value, seen)
        frame = frame.f_back
    for name, value in list(vars(_sys.modules['__main__']).items()):
        if not name.startswith('__'):
            total += _of(value, seen)
    return total


def start(nframe=1, /):
    """Counts from now on."""
    global _base, _peak, _frames_kept
    if nframe < 1:
        raise ValueError(f'the number of frames must be in range [1; 65535]')
    if _base is None:
        _base, _peak, _frames_kept = _measure(), 0, nframe


def stop():
    global _base, _peak
    _base = _peak = None


def is_tracing():
    return _base is not None


def get_traced_memory():
    """What is new since start(), and the most that was seen when this was asked."""
    global _peak
    if _base is None:
        return 0, 0
    now = max(_measure() - _base, 0)
    _peak = max(_peak, now)
    return now, _peak


def reset_peak():
    global _peak
    if _base is not None:
        _peak = max(_measure() - _base, 0)


def clear_traces():
    global _base, _peak
    if _base is not None:
        _base, _peak = _measure(), 0


def get_traceback_limit():
    return _frames_kept


def get_tracemalloc_memory():
    return 0


def get_object_traceback(obj, /):
    return None


def take_snapshot():
    if _base is None:
        raise RuntimeError('the tracemalloc module must be tracing memory allocations to take a snapshot')
    _frames.not_supported('tracemalloc.take_snapshot: which line allocated what', 'tracemalloc.get_traced_memory')


from _frames import native as _native
_native(globals(), 'get_object_traceback', 'take_snapshot')
