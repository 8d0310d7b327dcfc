"""A star takes the submodules that a package's `__all__` lists and that nobody has imported before."""
from email import *
from json import *
from concurrent.futures import *
from xml.etree import *

print(sorted(name for name in dir() if not name.startswith("_")))
print(base64mime.__name__, quoprimime.__name__, mime.__name__)
