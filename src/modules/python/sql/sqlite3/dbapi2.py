"""The names of sqlite3, where its parts look for them."""
from sqlite3 import *
from sqlite3 import __getattr__, _deprecated_names, _deprecated_version, _deprecated_version_info
