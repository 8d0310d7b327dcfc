"""A package that is not there: whoever called the function with the import may handle that."""
import contextlib


def statistics():
    import scipy
    return scipy


def deeper():
    return statistics()


def either():
    try:
        deeper()
    except (KeyError, ImportError) as exc:
        return repr(exc)


def by_class():
    try:
        deeper()
    except ModuleNotFoundError as exc:
        return exc.name


def load(code):
    try:
        exec(code)
    except Exception as exc:
        print(type(exc).__name__, exc)


print(either(), by_class())
with contextlib.suppress(ImportError):
    deeper()
for code in "import scipy", "import scipy.stats as s", "from scipy import stats", "import torch":
    load(code)
try:
    try:
        deeper()
    except ValueError:
        print("not this one")
except:
    print("this one")
