"""The reprs of modules say which are part of CPython's executable."""
import abc, codecs, collections.abc, genericpath, importlib.util, io, ntpath, os, posixpath, stat, sys
from unittest import mock

for module in (abc, codecs, collections.abc, genericpath, importlib.util, io, ntpath, os, os.path, posixpath, stat, sys):
    print(module, module.__repr__() == repr(module))
try:
    with mock.patch('os.nope'):
        pass
except AttributeError as e:
    print(e)
