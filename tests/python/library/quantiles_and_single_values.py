"""A normal distribution's quantiles to the last digit; classes of one value give it; reprs of signatures' parameters and
of auto()."""
import enum
import hashlib
import inspect
import os
import statistics

normal = statistics.NormalDist(3, 2)
print(normal.quantiles(), normal.quantiles(10), [normal.inv_cdf(10.0 ** -n) for n in range(1, 20)])
print(normal.samples(4, seed=5), statistics.NormalDist.from_samples(normal.samples(50, seed="x")))
print(type(None)(), type(...)(), type(NotImplemented)())
for kind in type(None), type(...):
    try:
        kind(1)
    except TypeError as e:
        print(e)
print(enum.auto(), inspect.signature(lambda a, b=1: 0).parameters)
print(hashlib.algorithms_guaranteed)
print(os.path.expanduser(b"/a"), os.path.expandvars(b"x"), os.path.isdir("/nope"))
