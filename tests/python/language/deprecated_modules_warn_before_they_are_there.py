import sys
import warnings

warnings.simplefilter("error")
for _ in 1, 2:
    try:
        import sre_parse
    except DeprecationWarning as e:
        print(e, "sre_parse" in sys.modules)
    try:
        __import__("sre_constants")
    except DeprecationWarning as e:
        print(e, "sre_constants" in sys.modules)
warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as all:
    __import__("sre_parse")
    __import__("sre_parse")
for warning in all:
    print(warning.message, warning.lineno, warning.filename == __file__)
del sys.modules["sre_parse"]
import importlib
with warnings.catch_warnings(record=True) as all:
    importlib.import_module("sre_parse")
for warning in all:
    print(warning.message, warning.lineno, warning.filename == importlib.__file__)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    del sys.modules["sre_parse"]
    try:
        importlib.import_module("sre_parse")
    except DeprecationWarning as e:
        print(e, "sre_parse" in sys.modules)
