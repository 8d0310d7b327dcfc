"""The cyclic garbage collector's switches."""
import sys as _sys
from _gc import (collect as _collect, disable, enable, get_objects as _get_objects, get_referents,
                 get_referrers as _get_referrers, is_finalized, isenabled)

callbacks, garbage = [], []
_thresholds = (2000, 10, 10)
DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
_debug = 0
_stats = [{'collections': 0, 'collected': 0, 'uncollectable': 0} for _ in range(3)]


def collect(generation=2):
    """Ends what refers only to itself; gives how many objects that were."""
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    _tell('start', generation, 0)
    found = _collect()
    _stats[generation]['collections'] += 1
    _stats[generation]['collected'] += found
    _tell('stop', generation, found)
    return found


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
    """Nothing here is uncollectable; what else is asked for would be told of each collection."""
    global _debug
    if flags & ~DEBUG_UNCOLLECTABLE:
        import _frames
        _frames.not_supported('gc.set_debug', 'gc.collect')
    _debug = flags


def get_count():
    return 0, 0, 0


def get_stats():
    return [dict(generation) for generation in _stats]


def freeze():
    pass


unfreeze = freeze


def get_freeze_count():
    return 0


def _locals(frame):
    own = []
    while frame is not None:
        own.extend(frame.f_locals.values())
        frame = frame.f_back
    return own


def get_objects(generation=None):
    """What can be part of a cycle, and what the program's names lead to."""
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
    _thresholds = (threshold0, threshold1, threshold2)


from _frames import native as _native
_native(globals())
