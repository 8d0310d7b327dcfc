# The frames are CPython's, those of the sums included; where a class of numbers is unknown both attempts are told.
import statistics
import traceback

for function in (statistics.mean, statistics.median, statistics.stdev, statistics.pstdev, statistics.variance, statistics.pvariance, statistics.fmean):
    for data in (["a", "b"], [1, None], [], [1], [1, 2, 4], [float("inf"), 1.0]):
        try:
            print(function.__name__, function(data))
        except Exception:
            print(traceback.format_exc())
try:
    statistics.stdev(["a"], 2)
except TypeError:
    print(traceback.format_exc())
