# Tracebacks through zipfile and urllib.parse; a method made of any callable shows the callable's name.
import functools
import traceback
import types
import urllib.parse
import zipfile


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except (KeyError, TypeError, ValueError):
        traceback.print_exc()


with zipfile.ZipFile("/tmp/frames.zip", "w") as archive:
    archive.writestr("a", "b")
attempt(archive.writestr, "c", "d")
attempt(archive.read, "a")
attempt(zipfile.ZipFile("/tmp/frames.zip").read, "other")
attempt(urllib.parse.quote, 5)
attempt(urllib.parse.quote, b"a", encoding="utf-8")
attempt(urllib.parse.quote, b"a", errors="strict")
attempt(urllib.parse.urlencode, 5)
attempt(urllib.parse.urlencode, ["ab"])
attempt(lambda: urllib.parse.urlsplit("http://a:99999").port)


class Wrapped:
    def __init__(self, function):
        functools.update_wrapper(self, function)

    def __call__(self, *args):
        pass

    def __get__(self, instance, owner=None):
        return types.MethodType(self, instance)


class Tool:
    @Wrapped
    def run(self):
        pass

    def __repr__(self):
        return "tool"


print(Tool().run, types.MethodType(functools.partial(print), 5), sep="\n")
