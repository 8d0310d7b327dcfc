import pickle
import types
import unittest.mock
import urllib.request
import xml.etree.ElementTree
import zipfile


def functions(of):
    for name, value in sorted(vars(of).items()):
        value = getattr(value, "__func__", getattr(value, "fget", value))
        if isinstance(value, types.FunctionType):
            yield name, value


for module in unittest.mock, urllib.request, xml.etree.ElementTree, zipfile:
    for name in sorted(getattr(module, "__all__", None) or dir(module)):
        value = getattr(module, name, None)
        if isinstance(value, type) and value.__module__.startswith(module.__name__):
            strange = [f.__module__ for _, f in functions(value) if not f.__module__.startswith(module.__name__)]
            strange += [f.__globals__["__name__"] for _, f in functions(value)
                        if not f.__globals__["__name__"].startswith(module.__name__)]
            if strange:
                print(module.__name__, name, strange)
        elif isinstance(value, type):
            print(module.__name__, name, "is of", value.__module__)
for value in (zipfile.Path, urllib.request.HTTPBasicAuthHandler, urllib.request.HTTPDigestAuthHandler,
              urllib.request.HTTPPasswordMgr, xml.etree.ElementTree.XMLPullParser):
    print(value, pickle.loads(pickle.dumps(value)) is value)
