"""The cyclic garbage collector's switches."""
callbacks, garbage = [], []
_enabled = True
_thresholds = (2000, 10, 10)


def collect(generation=2):
    import _frames
    _frames.not_supported('gc.collect', 'del, or breaking the cycle by hand')


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
