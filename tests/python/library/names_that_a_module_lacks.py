"""Who asks a module for a name that it lacks learns so from the frames that CPython has, and is told near names of the
package."""
import importlib
import traceback

for module in ('os', 'socket', 'codecs', 'csv', 'io', 'pathlib', 'shutil', 'inspect', 'multiprocessing', 'zipfile',
               'importlib.util', 'ast', 'calendar', 'concurrent.futures', 'typing', 'unittest', 'threading', 'weakref'):
    try:
        importlib.import_module(module).nothing_of_the_kind
    except AttributeError:
        traceback.print_exc()

for line in ('from concurrent.futures import ThreadPoolExecuter', 'from asyncio.queues import Queu',
             'from urllib.request import urlopn', 'from os.path import exist', 'from unittest.mock import Moc',
             'from http.client import HTTPConection', 'from threading import Thred', 'from math import fac',
             'from collections.abc import Iterablee', 'from inspect import getargspec', 'import nothing.at.all'):
    try:
        exec(line)
    except ImportError as error:
        traceback.print_exc()
        print(error.msg == str(error), error.name)
