"""os.path under its other name."""
import os.path as _path
from os.path import *

__all__ = [name for name in dir(_path) if not name.startswith('_')]
