"""The cyclic garbage collector's switches."""
import sys as _sys
from _frames import c_int as _c_int, parsed_int as _parsed_int
from _gc import (collect as _collect, unreachable as _unreachable, disable, enable, get_objects as _get_objects, get_referents,
                 get_referrers as _get_referrers, is_finalized, isenabled)

callbacks, garbage = [], []
_thresholds = (2000, 10, 10)
DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
_debug = 0
_stats = [{'collections': 0, 'collected': 0, 'uncollectable': 0} for _ in range(3)]


def collect(generation=2):
    """Ends what refers only to itself; gives how many objects that were."""
    generation = _c_int(generation)
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    _tell('start', generation, 0)
    if _debug & DEBUG_STATS:
        _say(f'collecting generation {generation}...', f'objects in each generation: 0 0 {len(get_objects())}',
             f'objects in permanent generation: {_frozen}')
    found = _looked_at() if _debug & (DEBUG_COLLECTABLE | DEBUG_SAVEALL) else _collect()
    if _debug & DEBUG_STATS:
        _say(f'done, {found} unreachable, 0 uncollectable, 0.0000s elapsed')
    _stats[generation]['collections'] += 1
    _stats[generation]['collected'] += found
    _tell('stop', generation, found)
    return found


def _say(*lines):
    for line in lines:
        _sys.__stderr__.write(f'gc: {line}\n')


def _looked_at():
    """Tells of what is to be ended, or keeps it in `garbage`, as set_debug has it."""
    found = _unreachable()
    if _debug & DEBUG_COLLECTABLE:
        for obj in found:
            _say(f'collectable <{type(obj).__name__} {id(obj):#x}>')
        obj = None
    if not _debug & DEBUG_SAVEALL:
        del found[:]
        return _collect()
    garbage.extend(found)
    return len(found)


def _tell(phase, generation, found):
    for callback in list(callbacks):
        try:
            callback(phase, {'generation': generation, 'collected': found, 'uncollectable': 0})
        except Exception as e:
            import sys
            sys.unraisablehook(sys.UnraisableHookArgs((type(e), e, e.__traceback__, None, callback)))


def get_debug():
    return _debug


def set_debug(flags, /):
    """What each collection tells, and whether it keeps what it finds."""
    global _debug
    _debug = _c_int(flags)


_frozen = 0


def get_count():
    return 0, 0, 0


def get_stats():
    return [dict(generation) for generation in _stats]


def freeze():
    global _frozen
    _frozen = len(get_objects())


def unfreeze():
    global _frozen
    _frozen = 0


def get_freeze_count():
    return _frozen


def _locals(frame):
    own = []
    while frame is not None:
        own.extend(frame.f_locals.values())
        frame = frame.f_back
    return own


def get_objects(generation=None):
    """What can be part of a cycle, and what the program's names lead to."""
    from io import _limit
    if not -1 <= (generation := _limit(generation)) <= 2:
        raise ValueError('generation parameter must be less than the number of available generations (3)' if generation > 0 else
                         'generation parameter cannot be negative')
    own = _locals(_sys._getframe())
    return [obj for obj in _get_objects(own) if obj is not own]


def get_referrers(*objs):
    """Those of get_objects() that directly lead to one of these."""
    own = _locals(_sys._getframe())
    return [obj for obj in _get_referrers(own, *objs) if obj is not own and obj is not objs]


def _refers(obj):
    return not isinstance(obj, (int, float, complex, str, bytes, type(None)))


def is_tracked(obj):
    """Whether the object can be part of a cycle."""
    if type(obj) is dict:
        return any(_refers(part) for pair in obj.items() for part in pair)
    if type(obj) is tuple:
        return any(map(_refers, obj))
    return _refers(obj)


def get_threshold():
    return _thresholds


def set_threshold(threshold0, threshold1=10, threshold2=10):
    global _thresholds
    _thresholds = tuple(map(_parsed_int, (threshold0, threshold1, threshold2)))


from _frames import native as _native
_native(globals())
