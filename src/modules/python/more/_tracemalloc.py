"""What tracemalloc asks the machine: where the objects that there are were made, and how much memory they take."""
import _memory
import sys as _sys

_frames = 0
_peak = 0


def _held():
    """What the frames of the program hold."""
    frame, held = _sys._getframe(), []
    while frame is not None:
        if not frame.f_code.co_filename.startswith('<stdlib>'):
            held.extend(frame.f_locals.values())
        frame = frame.f_back
    return held


def _get_traces():
    return _memory.blocks(_held())


def start(nframe=1, /):
    """Notes from now on where objects are made."""
    global _frames, _peak
    if not 1 <= nframe <= 65535:
        raise ValueError('the number of frames must be in range [1; 65535]')
    if not _frames:
        _frames, _peak = nframe, 0
        _memory.note_sites(nframe)


def stop():
    global _frames, _peak
    if _frames:
        _frames = _peak = 0
        _memory.note_sites(0)


def is_tracing():
    return _frames > 0


def clear_traces():
    global _peak
    if _frames:
        _memory.note_sites(_frames)
        _peak = 0


def get_traceback_limit():
    return _frames or 1


def _size():
    return sum(trace[1] for trace in _get_traces())


def get_traced_memory():
    """What there is, and the most that there was when somebody asked."""
    global _peak
    if not _frames:
        return 0, 0
    now = _size()
    _peak = max(_peak, now)
    return now, _peak


def reset_peak():
    global _peak
    if _frames:
        _peak = _size()


def get_tracemalloc_memory():
    return 64 * len(_get_traces()) if _frames else 0


def _get_object_traceback(obj, /):
    found = _memory.site(obj) if _frames else None
    return found and found[0]


from _frames import native as _native
_native(globals(), 'fget')
