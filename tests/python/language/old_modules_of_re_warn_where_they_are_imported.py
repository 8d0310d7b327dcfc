# The deprecated names of re's parts warn at the line that imports them, once for each time that they are run.
import sys
import warnings

import sre_parse

with warnings.catch_warnings(record=True) as all:
    warnings.simplefilter("always")
    import sre_constants
    del sys.modules["sre_parse"]
    import sre_parse
for warning in all:
    print(warning.category.__name__, warning.message, warning.lineno, warning.filename == __file__)
print(sre_parse.__name__, sre_constants.MAXREPEAT == sre_parse.MAXREPEAT)


def function():
    del sys.modules["sre_constants"]
    import sre_constants
    return sre_constants.__name__


print(function())
