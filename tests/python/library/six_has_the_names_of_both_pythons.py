# recorded by hand: needs six
import importlib
import sys

import six
import six.moves.urllib.request
from six.moves import (StringIO, BaseHTTPServer, _thread, builtins, cPickle, configparser, filter, getcwd, input, map,
                       queue, range, reduce, socketserver, urllib, xrange, zip, zip_longest)
from six.moves.queue import Queue
from six.moves.urllib.error import HTTPError
from six.moves.urllib.parse import urlencode, urlparse
import six.moves.http_client as http_client

print(six.PY2, six.PY3, six.PY34, six.text_type, six.binary_type, six.string_types, six.integer_types, six.class_types)
print(six.MAXSIZE == sys.maxsize, six.moves.__name__, six.moves.urllib.parse.__name__, six.moves.urllib.__name__)
print(queue.Queue is Queue, range, input is builtins.input, zip, reduce, xrange, cPickle.__name__, configparser.__name__)
print(urlparse("http://a/b?c").query, urlencode({"a": 1}), http_client.__name__, _thread.__name__, socketserver.__name__)
print(BaseHTTPServer.__name__, StringIO.__name__, list(zip_longest([1], [])), HTTPError.__name__, urllib.parse.quote(" "))
print(six.moves.urllib_parse is six.moves.urllib.parse, sorted(n for n in dir(six.moves) if n.startswith("q")))


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases):
        print("prepares", name, bases)
        return {}


class A(six.with_metaclass(Meta, dict)):
    pass


@six.add_metaclass(Meta)
class B(object):
    __slots__ = "x", "y"


print(type(A).__name__, A.__mro__, type(B).__name__, B.__qualname__, B.__slots__)
print(list(six.iteritems({1: 2})), list(six.iterkeys({1: 2})), list(six.itervalues({1: 2})), six.viewitems({1: 2}))
six.print_("a", 1, sep="-")
print(six.b("abc"), six.u("abc"), six.ensure_binary("é"), six.ensure_text(b"x"), six.ensure_str(b"y"))
try:
    six.raise_from(ValueError("x"), KeyError("k"))
except ValueError as e:
    print(repr(e), repr(e.__cause__))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        kind, value, trace = sys.exc_info()
    six.reraise(kind, value, trace)
except ZeroDivisionError as e:
    print(e, e.__traceback__.tb_next is not None)
print(six.int2byte(65), six.byte2int(b"A"), six.indexbytes(b"AB", 1), list(six.iterbytes(b"AB")), six.unichr(233))
six.exec_("y = 5")
print(y, six.next(iter([1])), six.advance_iterator(iter([2])), six.callable(print))


def f(a=1):
    return a


print(six.get_function_defaults(f), six.get_function_code(f).co_name, six.get_function_globals(f) is globals())
print(six.get_method_function(Queue().put).__name__, six.get_function_closure(f), six.get_unbound_function(f) is f)


@six.python_2_unicode_compatible
class C:
    def __str__(self):
        return "c"


print(C(), six.wraps(f)(lambda: 1).__name__, six.create_bound_method(f, 3)())
for what in (lambda: six.ensure_text(3), lambda: six.moves.nothing, lambda: six.nothing,
             lambda: importlib.import_module("six.moves.nothing"), lambda: six.remove_move("nothing")):
    try:
        what()
    except (TypeError, AttributeError, ImportError) as e:
        print(type(e).__name__, e)
try:
    from six.moves import nothing
except ImportError as e:
    print(e)
six.add_move(six.MovedAttribute("counter", "a", "collections", "Counter"))
six.add_move(six.MovedModule("js", "simplejson", "json"))
from six.moves import counter, js
print(counter("aa"), js.dumps([1]))
six.remove_move("js")
six.moves.range = 3
print(six.moves.range, six.moves.__dict__["range"])
import _thread
import struct

print(six.moves._dummy_thread is _thread, six.int2byte(65))
for number in 256, -1, "a":
    try:
        six.int2byte(number)
    except struct.error as e:
        print(e)
