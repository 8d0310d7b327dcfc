"""os.path under its other name: they are one module."""
import os.path as _path
import sys as _sys

_sys.modules['posixpath'] = _path
