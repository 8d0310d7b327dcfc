"""The cyclic garbage collector's switches: cycles live until the run ends."""
callbacks, garbage = [], []
_enabled = True
_thresholds = (2000, 10, 10)


def collect(generation=2):
    """Cycles are left alone until the run ends: there is nothing that has been found."""
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    return 0


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


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_threshold():
    return _thresholds


def set_threshold(threshold0, threshold1=10, threshold2=10):
    global _thresholds
    _thresholds = (threshold0, threshold1, threshold2)
