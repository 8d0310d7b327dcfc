"""The cyclic garbage collector's switches."""
import sys as _sys
from _gc import collect as _collect, disable, enable, isenabled

callbacks, garbage = [], []
_thresholds = (2000, 10, 10)


def collect(generation=2):
    """Ends what refers only to itself; gives how many objects that were."""
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    return _collect()


def get_count():
    return 0, 0, 0


def get_stats():
    return [{'collections': 0, 'collected': 0, 'uncollectable': 0} for _ in range(3)]


def freeze():
    pass


unfreeze = freeze


_PLAIN = (str, bytes, int, float, complex, bool, type(None), type(...), range, type(NotImplemented))


def get_referents(*objs):
    """What the objects directly lead to."""
    found = []
    for value in objs:
        if isinstance(value, dict):
            found.extend(value.keys())
            found.extend(value.values())
        elif isinstance(value, (list, tuple, set, frozenset)):
            found.extend(value)
        elif not isinstance(value, (*_PLAIN, type(_sys))):
            own = getattr(value, '__dict__', None)
            if isinstance(own, dict):
                found.append(own)
            if not isinstance(value, type):
                found.append(type(value))
    return found


def get_objects(generation=None):
    """The objects that the program's names lead to."""
    main = vars(_sys.modules['__main__'])
    todo, found, seen = [value for name, value in main.items() if not name.startswith('__')], [], set()
    frame = _sys._getframe(1)
    while frame is not None:
        todo.extend(frame.f_locals.values())
        frame = frame.f_back
    asyncio = _sys.modules.get('asyncio')
    if asyncio is not None:
        try:
            todo.extend(asyncio.all_tasks())
        except RuntimeError:
            pass
    while todo:
        value = todo.pop()
        if id(value) in seen or isinstance(value, (*_PLAIN, type(_sys))):
            continue
        seen.add(id(value))
        found.append(value)
        todo.extend(get_referents(value))
    return found


def get_referrers(*objs):
    """Those of get_objects() that directly lead to one of these."""
    wanted = {id(value) for value in objs}
    return [value for value in get_objects() if any(id(part) in wanted for part in get_referents(value))]


def get_threshold():
    return _thresholds


def set_threshold(threshold0, threshold1=10, threshold2=10):
    global _thresholds
    _thresholds = (threshold0, threshold1, threshold2)
