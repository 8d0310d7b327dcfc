import importlib.util
import sys


def lazy(name):
    spec = importlib.util.find_spec(name)
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


csv = lazy("csv")
print(csv.QUOTE_ALL, sys.modules["csv"] is csv)
json = lazy("json")
print(json.dumps({"a": 1}), type(json).__name__)

import locale

print(locale.delocalize("1234.5"), locale.localize("1234.5", True), locale.atof("12.5"))
for encoding in "hex", "nothing":
    for mode in "r", "w":
        try:
            open("/nowhere/at/all", mode, encoding=encoding)
        except OSError as error:
            print(error)
