"""The cyclic garbage collector's switches."""
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


def get_objects(generation=None):
    import _frames
    _frames.not_supported('gc.get_objects')


def get_referrers(*objs):
    import _frames
    _frames.not_supported('gc.get_referrers')


def get_referents(*objs):
    import _frames
    _frames.not_supported('gc.get_referents')


def get_threshold():
    return _thresholds


def set_threshold(threshold0, threshold1=10, threshold2=10):
    global _thresholds
    _thresholds = (threshold0, threshold1, threshold2)
