"""What programs for Python 2 and 3 at once ask for: the names and modules of both, of which here only 3's are."""
import functools as _functools
import importlib as _importlib
import operator as _operator
import struct as _struct
import sys as _sys
import types as _types
from builtins import callable, next
from importlib.machinery import ModuleSpec as _ModuleSpec
from io import BytesIO, StringIO

__version__ = '1.17.0'
__author__ = 'Benjamin Peterson <benjamin@python.org>'

PY2, PY3, PY34 = False, True, True
string_types, integer_types, class_types = (str,), (int,), (type,)
text_type, binary_type = str, bytes
MAXSIZE = _sys.maxsize
Iterator = object

# moves: names of modules, and of what lies in modules elsewhere than in Python 2.
_MODULES = {
    'builtins': 'builtins', 'configparser': 'configparser', 'collections_abc': 'collections.abc', 'copyreg': 'copyreg',
    'dbm_gnu': 'dbm.gnu', 'dbm_ndbm': 'dbm.ndbm', '_dummy_thread': '_thread', 'http_cookiejar': 'http.cookiejar',
    'http_cookies': 'http.cookies', 'html_entities': 'html.entities', 'html_parser': 'html.parser',
    'http_client': 'http.client', 'email_mime_base': 'email.mime.base', 'email_mime_image': 'email.mime.image',
    'email_mime_multipart': 'email.mime.multipart', 'email_mime_nonmultipart': 'email.mime.nonmultipart',
    'email_mime_text': 'email.mime.text', 'BaseHTTPServer': 'http.server', 'CGIHTTPServer': 'http.server',
    'SimpleHTTPServer': 'http.server', 'cPickle': 'pickle', 'queue': 'queue', 'reprlib': 'reprlib',
    'socketserver': 'socketserver', '_thread': '_thread', 'tkinter': 'tkinter', 'tkinter_dialog': 'tkinter.dialog',
    'tkinter_filedialog': 'tkinter.filedialog', 'tkinter_scrolledtext': 'tkinter.scrolledtext',
    'tkinter_simpledialog': 'tkinter.simpledialog', 'tkinter_tix': 'tkinter.tix', 'tkinter_ttk': 'tkinter.ttk',
    'tkinter_constants': 'tkinter.constants', 'tkinter_dnd': 'tkinter.dnd', 'tkinter_font': 'tkinter.font',
    'tkinter_colorchooser': 'tkinter.colorchooser', 'tkinter_commondialog': 'tkinter.commondialog',
    'tkinter_tkfiledialog': 'tkinter.filedialog', 'tkinter_messagebox': 'tkinter.messagebox',
    'tkinter_tksimpledialog': 'tkinter.simpledialog', 'urllib_parse': 'urllib.parse',
    'urllib_error': 'urllib.error', 'urllib': 'six.moves.urllib', 'urllib_robotparser': 'urllib.robotparser',
    'xmlrpc_client': 'xmlrpc.client', 'xmlrpc_server': 'xmlrpc.server'}
_NAMES = {
    'cStringIO': 'io.StringIO', 'filter': 'builtins.filter', 'filterfalse': 'itertools.filterfalse',
    'input': 'builtins.input', 'intern': 'sys.intern', 'map': 'builtins.map', 'getcwd': 'os.getcwd',
    'getcwdb': 'os.getcwdb', 'getoutput': 'subprocess.getoutput', 'range': 'builtins.range',
    'reload_module': 'importlib.reload', 'reduce': 'functools.reduce', 'shlex_quote': 'shlex.quote',
    'StringIO': 'io.StringIO', 'UserDict': 'collections.UserDict', 'UserList': 'collections.UserList',
    'UserString': 'collections.UserString', 'xrange': 'builtins.range', 'zip': 'builtins.zip',
    'zip_longest': 'itertools.zip_longest'}
_URLLIB = {
    'parse': ('urllib.parse', '''ParseResult SplitResult parse_qs parse_qsl urldefrag urljoin urlparse urlsplit urlunparse
        urlunsplit quote quote_plus unquote unquote_plus unquote_to_bytes urlencode uses_fragment uses_netloc uses_params
        uses_query uses_relative'''),
    'error': ('urllib.error', 'URLError HTTPError ContentTooShortError'),
    'request': ('urllib.request', '''urlopen install_opener build_opener pathname2url url2pathname getproxies Request
        OpenerDirector HTTPDefaultErrorHandler HTTPRedirectHandler HTTPCookieProcessor ProxyHandler BaseHandler
        HTTPPasswordMgr HTTPPasswordMgrWithDefaultRealm AbstractBasicAuthHandler HTTPBasicAuthHandler
        ProxyBasicAuthHandler AbstractDigestAuthHandler HTTPDigestAuthHandler ProxyDigestAuthHandler HTTPHandler
        HTTPSHandler FileHandler FTPHandler CacheFTPHandler UnknownHandler HTTPErrorProcessor urlretrieve urlcleanup
        proxy_bypass parse_http_list parse_keqv_list'''),
    'response': ('urllib.response', 'addbase addclosehook addinfo addinfourl'),
    'robotparser': ('urllib.robotparser', 'RobotFileParser')}


class _Lazy:
    """A name that is looked up when somebody asks for it."""

    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = self._resolve()
        setattr(instance, self.name, value)
        return value


class MovedModule(_Lazy):
    """A module that has another name in Python 2."""

    def __init__(self, name, old, new=None):
        super().__init__(name)
        self.mod = name if new is None else new

    def _resolve(self):
        return _importlib.import_module(self.mod)


class MovedAttribute(_Lazy):
    """A name that lies in another module in Python 2."""

    def __init__(self, name, old_mod, new_mod, old_attr=None, new_attr=None):
        super().__init__(name)
        self.mod = name if new_mod is None else new_mod
        self.attr = new_attr or old_attr or name

    def _resolve(self):
        return getattr(_importlib.import_module(self.mod), self.attr)


class _Moves(_types.ModuleType):
    """The lazy names of a class are those of its one module."""

    def __init__(self, name, doc):
        super().__init__(name, doc)
        self.__path__ = []

    def __dir__(self):
        lazy = [name for name, value in vars(type(self)).items() if isinstance(value, _Lazy)]
        return ['__doc__', '__name__', *lazy]


def _moves(name, doc, lazy):
    cls = type(name.rpartition('.')[2].capitalize(), (_Moves,), {one.name: one for one in lazy})
    return cls(f'{__name__}.{name}', doc)


def _lazy_names():
    for name, module in _MODULES.items():
        yield MovedModule(name, name, module)
    for name, where in _NAMES.items():
        module, _, attribute = where.rpartition('.')
        yield MovedAttribute(name, None, module, None, attribute)


class _SixMetaPathImporter:
    """Imports what lies in six.moves."""

    def __init__(self):
        self.known = {'moves': moves, 'moves.urllib': moves.urllib}
        for name in _URLLIB:
            self.known[f'moves.urllib.{name}'] = self.known[f'moves.urllib_{name}'] = getattr(moves.urllib, name)
        for name, module in _MODULES.items():
            self.known.setdefault(f'moves.{name}', module)

    def find_spec(self, fullname, path=None, target=None):
        package, _, name = fullname.partition('.')
        if package != __name__ or name not in self.known:
            return None
        return _ModuleSpec(fullname, self, is_package=hasattr(self.known[name], '__path__'))

    def create_module(self, spec):
        found = self.known[spec.name.partition('.')[2]]
        return _importlib.import_module(found) if isinstance(found, str) else found

    def exec_module(self, module):
        pass


moves = _moves('moves', 'Lazy loading of moved objects', _lazy_names())
moves.urllib = _types.ModuleType(f'{__name__}.moves.urllib',
                                 'Create a six.moves.urllib namespace that resembles the Python 3 namespace')
moves.urllib.__path__ = []
for _name, (_module, _names) in _URLLIB.items():
    _lazy = [MovedAttribute(one, None, _module) for one in _names.split()]
    setattr(moves.urllib, _name, _moves(
        f'moves.urllib_{_name}', f'Lazy loading of moved objects in six.moves.urllib_{_name}', _lazy))
_importer = _SixMetaPathImporter()
_sys.meta_path.append(_importer)
_sys.modules[__name__ + '.moves'] = moves
__path__ = []


def add_move(move):
    """Adds a name to six.moves."""
    setattr(type(moves), move.name, move)


def remove_move(name):
    """Takes a name from six.moves."""
    try:
        delattr(type(moves), name)
    except AttributeError:
        if name not in moves.__dict__:
            raise AttributeError('no such move, %r' % (name,)) from None
        del moves.__dict__[name]


def iterkeys(d, **kw):
    return iter(d.keys(**kw))


def itervalues(d, **kw):
    return iter(d.values(**kw))


def iteritems(d, **kw):
    return iter(d.items(**kw))


def iterlists(d, **kw):
    return iter(d.lists(**kw))


viewkeys = _operator.methodcaller('keys')
viewvalues = _operator.methodcaller('values')
viewitems = _operator.methodcaller('items')
advance_iterator = next
get_method_function = _operator.attrgetter('__func__')
get_method_self = _operator.attrgetter('__self__')
get_function_closure = _operator.attrgetter('__closure__')
get_function_code = _operator.attrgetter('__code__')
get_function_defaults = _operator.attrgetter('__defaults__')
get_function_globals = _operator.attrgetter('__globals__')
create_bound_method = _types.MethodType
unichr = chr
int2byte = _struct.Struct('>B').pack
byte2int = _operator.itemgetter(0)
indexbytes = _operator.getitem
iterbytes = iter
exec_ = exec
print_ = print
wraps = _functools.wraps


def get_unbound_function(unbound):
    return unbound


def create_unbound_method(func, cls):
    return func


def b(s):
    """Bytes, of a text in Latin 1."""
    return s.encode('latin-1')


def u(s):
    """A text."""
    return s


def assertCountEqual(self, *args, **kwargs):
    return self.assertCountEqual(*args, **kwargs)


def assertRaisesRegex(self, *args, **kwargs):
    return self.assertRaisesRegex(*args, **kwargs)


def assertRegex(self, *args, **kwargs):
    return self.assertRegex(*args, **kwargs)


def assertNotRegex(self, *args, **kwargs):
    return self.assertNotRegex(*args, **kwargs)


def reraise(tp, value, tb=None):
    """Raises an exception again."""
    try:
        if value is None:
            value = tp()
        if value.__traceback__ is not tb:
            raise value.with_traceback(tb)
        raise value
    finally:
        value = None
        tb = None


def raise_from(value, from_value):
    try:
        raise value from from_value
    finally:
        value = None


def with_metaclass(meta, *bases):
    """A base for a class of a metaclass, which does not stay among its bases."""
    class metaclass(type):
        def __new__(cls, name, this_bases, d):
            resolved = _types.resolve_bases(bases)
            if resolved is not bases:
                d['__orig_bases__'] = bases
            return meta(name, resolved, d)

        @classmethod
        def __prepare__(cls, name, this_bases):
            return meta.__prepare__(name, bases)
    return type.__new__(metaclass, 'temporary_class', (), {})


def add_metaclass(metaclass):
    """Makes a class anew, as one of a metaclass."""
    def wrapper(cls):
        names = dict(cls.__dict__)
        slots = names.get('__slots__')
        if slots is not None:
            for name in [slots] if isinstance(slots, str) else slots:
                names.pop(name)
        names.pop('__dict__', None)
        names.pop('__weakref__', None)
        if hasattr(cls, '__qualname__'):
            names['__qualname__'] = cls.__qualname__
        return metaclass(cls.__name__, cls.__bases__, names)
    return wrapper


def ensure_binary(s, encoding='utf-8', errors='strict'):
    if isinstance(s, bytes):
        return s
    if isinstance(s, str):
        return s.encode(encoding, errors)
    raise TypeError("not expecting type '%s'" % type(s))


def ensure_str(s, encoding='utf-8', errors='strict'):
    if type(s) is str:
        return s
    if isinstance(s, bytes):
        return s.decode(encoding, errors)
    if not isinstance(s, str):
        raise TypeError("not expecting type '%s'" % type(s))
    return s


def ensure_text(s, encoding='utf-8', errors='strict'):
    if isinstance(s, bytes):
        return s.decode(encoding, errors)
    if isinstance(s, str):
        return s
    raise TypeError("not expecting type '%s'" % type(s))


def python_2_unicode_compatible(klass):
    """A class whose __str__ gives text, as all do."""
    return klass
