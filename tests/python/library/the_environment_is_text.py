"""os.environ is a mapping of text: what it refuses, and how it shows itself."""
import os

os.environ["ONE"] = "1"
print(os.environ["ONE"], os.environ.get("NONE"), os.getenv("NONE", "default"), "ONE" in os.environ)
print(type(os.environ).__name__, repr(os.environ).startswith("environ({"))
copied = os.environ.copy()
print(type(copied), copied["ONE"], type({**os.environ}), type(os.environ | {"TWO": "2"}))
print(os.environ.setdefault("THREE", "3"), os.environ.pop("THREE"))
for wrong in (lambda: os.environ["NONE"], lambda: os.environ.__setitem__("A", 1), lambda: os.environ.__delitem__("NONE")):
    try:
        wrong()
    except (KeyError, TypeError) as e:
        print(repr(e))
del os.environ["ONE"]
print(int(os.environ["NONE"]))
