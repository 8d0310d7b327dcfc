"""Objects as bytes, in all protocols."""
import copyreg as _copyreg
import sys as _sys
import _pickling
from operator import index as _index

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads',
           'PickleBuffer']
HIGHEST_PROTOCOL, DEFAULT_PROTOCOL = 5, 4
format_version = '4.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']


class PickleError(Exception):
    __module__ = '_pickle'


class PicklingError(PickleError):
    __module__ = '_pickle'


class UnpicklingError(PickleError):
    __module__ = '_pickle'


class PickleBuffer:
    def __init__(self, object):
        self._object = object

    def raw(self):
        return memoryview(self._object)


def _owner(obj, name):
    """What a dotted name leads to."""
    for part in name.split('.'):
        if part == '<locals>':
            raise AttributeError(f"Can't get local object {name!r}")
        obj = getattr(obj, part)
    return obj


def _module_of(obj, name):
    module = getattr(obj, '__module__', None)
    if module is not None:
        return module
    for found, loaded in list(_sys.modules.items()):
        if found in ('__main__', '__mp_main__') or loaded is None:
            continue
        try:
            if _owner(loaded, name) is obj:
                return found
        except AttributeError:
            pass
    return '__main__'


class _PicklerMemo:
    """The objects that a pickler has written."""

    def __init__(self, memo):
        self._memo = memo

    def clear(self):
        self._memo.clear()

    def copy(self):
        return {id(obj): (number, obj) for number, obj in self._memo.items()}


class _UnpicklerMemo(_PicklerMemo):
    def copy(self):
        return dict(self._memo.items())


class Pickler:
    """Writes objects to a file."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        self.proto = _protocol(protocol)
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self.bin, self.fast, self._memo = self.proto >= 1, False, _pickling.Memo()

    @property
    def memo(self):
        return _PicklerMemo(self._memo)

    @memo.setter
    def memo(self, memo):
        entries = memo.copy().values()
        self._memo.clear()
        for number, obj in entries:
            self._memo.put(number, obj)

    def clear_memo(self):
        self._memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        identify = self.persistent_id
        if getattr(identify, '__func__', None) is Pickler.persistent_id:
            identify = None
        self._file_write(_pickling.write(
            obj, self.proto, self._memo, self.fast, identify, getattr(self, 'reducer_override', None),
            getattr(self, 'dispatch_table', _copyreg.dispatch_table), _reduced, _found, _without_keywords))


def _protocol(protocol):
    protocol = DEFAULT_PROTOCOL if protocol is None else _index(protocol)
    if protocol > HIGHEST_PROTOCOL:
        raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
    return HIGHEST_PROTOCOL if protocol < 0 else protocol


def _name(obj):
    return getattr(obj, '__qualname__', None) or obj.__name__


def _reduced(obj, proto, table):
    """What an object that is no plain container comes to: how it is made again, or its name."""
    kind = type(obj)
    if kind is not type:
        reduce = table.get(kind)
        if reduce is not None:
            return reduce(obj)
        reduce = _BY_TYPE.get(kind)
        if reduce is not None:
            return reduce(obj)
        if not issubclass(kind, type):
            return obj.__reduce_ex__(proto)
    elif obj in (type(None), type(NotImplemented), type(...)):
        return type, (None if obj is type(None) else ... if obj is type(...) else NotImplemented,)
    return _name(obj)


def _of_view(obj):
    raise TypeError('cannot pickle memoryview objects')


def _of_method(obj):
    if hasattr(obj, '__func__'):
        return getattr, (obj.__self__, obj.__func__.__name__)
    holder = getattr(obj, '__self__', getattr(obj, '__objclass__', None))
    if holder is None or isinstance(holder, type(_sys)):
        return _name(obj)
    return getattr, (holder, obj.__name__)


def _without_keywords(func, args, *rest):
    """What __newobj_ex__ comes to in protocols that have no instruction for it."""
    import functools
    cls, args, kwargs = args
    return functools.partial(cls.__new__, cls, *args, **kwargs), (), *rest


def _found(obj, name, proto):
    """Under which names an object is found: module and name; or how it is made again."""
    if obj is _encode:
        return '_codecs', 'encode'
    name = name or _name(obj)
    module_name = _module_of(obj, name)
    try:
        __import__(module_name, fromlist=[''] if '.' in module_name else [])
        module = _sys.modules[module_name]
    except (ImportError, KeyError):
        raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
    if '<locals>' in name:
        raise AttributeError(f"Can't get local object {name!r}")
    try:
        found = _owner(module, name)
    except AttributeError:
        raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
    if found is not obj and found != obj:
        raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
    if proto < 3:
        if module_name == 'builtins':
            name = {'int': 'long', 'range': 'xrange', 'str': 'unicode'}.get(name, name)
            is_error = isinstance(obj, type) and issubclass(obj, BaseException)
            module_name = 'exceptions' if is_error else '__builtin__'
            if is_error and issubclass(obj, (OSError, ImportError)):
                name = 'OSError' if issubclass(obj, OSError) else 'ImportError'
        elif module_name == 'copyreg':
            module_name = 'copy_reg'
    return module_name, name


# One text for all bytes that an old protocol writes so: a pickle has it once.
_LATIN1 = 'latin1'


def _encode(text, encoding):
    return text.encode(encoding)


_encode.__module__, _encode.__qualname__ = '_codecs', 'encode'


class _Method:
    def m(self):
        pass


_BY_TYPE = {
    range: lambda obj: (range, (obj.start, obj.stop, obj.step)), slice: lambda obj: (slice, (obj.start, obj.stop, obj.step)),
    complex: lambda obj: (complex, (obj.real, obj.imag)), memoryview: _of_view, type(...): lambda obj: 'Ellipsis',
    type(NotImplemented): lambda obj: 'NotImplemented'}
_BY_TYPE.update((kind, _of_method) for kind in (
    type(len), type(_Method().m), type(''.upper), type(str.upper), type(str.__add__), type(''.__add__),
    type(dict.__dict__['fromkeys'])))


class Unpickler:
    """Reads objects from a file."""

    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        try:
            self._read, self._readline = file.read, file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self._encoding, self._errors, self._memo = encoding, errors, _pickling.Memo()

    @property
    def memo(self):
        return _UnpicklerMemo(self._memo)

    @memo.setter
    def memo(self, memo):
        entries = memo.copy().items()
        self._memo.clear()
        for number, obj in entries:
            self._memo.put(number, obj)

    def find_class(self, module_name, name):
        return _find_class(module_name, name)

    def persistent_load(self, pid):
        _no_persistent_load(pid)

    def load(self):
        plain = getattr(self.find_class, '__func__', None) is Unpickler.find_class
        return _pickling.read(
            b'', self._read, self._readline, self._memo, plain,
            (self.find_class, self.persistent_load, self._line, _extend, _set_items, _build, self._make))

    def _line(self, code, data):
        return _of_line(code, data, self._encoding, self._errors)

    def _make(self, cls, args, kwargs=None):
        return _make(self.find_class(*cls) if type(cls) is tuple else cls, args, kwargs)


def _find_class(module_name, name):
    if module_name in _RENAMED:
        name = {'long': 'int', 'xrange': 'range', 'unicode': 'str'}.get(name, name)
        module_name = _RENAMED[module_name]
    if module_name == '_codecs' and name == 'encode':
        return _encode
    module = _sys.modules.get(module_name)
    if module is None:
        __import__(module_name)
        module = _sys.modules[module_name]
    try:
        return getattr(module, name) if '.' not in name else _owner(module, name)
    except AttributeError:
        raise AttributeError(f"Can't get attribute {name!r} on {module!r}") from None


def _no_persistent_load(pid):
    raise UnpicklingError('A load persistent id instruction was encountered, but no persistent_load function was '
                          'specified.')


def _of_line(code, data, encoding='ASCII', errors='strict'):
    """What a line stands for, or a string of Python 2."""
    if code == b'I':
        return data == b'01' if data in (b'00', b'01') else int(data)
    if code == b'L':
        return int(data.rstrip(b'L'))
    if code == b'F':
        return float(data)
    if code == b'V':
        return data.decode('raw_unicode_escape')
    if code == b'S':
        import codecs
        if len(data) < 2 or data[0] != data[-1] or data[0] not in b'"\'':
            raise UnpicklingError('the STRING opcode argument must be quoted')
        data = codecs.escape_decode(data[1:-1])[0]
    return data if encoding == 'bytes' else data.decode(encoding, errors)


def _extend(target, items):
    more = 'update' if isinstance(target, set) else 'extend'
    if hasattr(target, more):
        getattr(target, more)(items)
        return
    add = target.add if hasattr(target, 'add') else target.append
    for item in items:
        add(item)


def _set_items(target, items):
    for at in range(0, len(items), 2):
        target[items[at]] = items[at + 1]


def _build(target, state):
    setter = getattr(target, '__setstate__', None)
    if setter is not None:
        setter(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None and not isinstance(state, dict):
        raise UnpicklingError('state is not a dictionary')
    if slots is not None and not isinstance(slots, dict):
        raise UnpicklingError('slot state is not a dictionary')
    if state:
        attributes = target.__dict__
        for name, value in state.items():
            attributes[_sys.intern(name) if type(name) is str else name] = value
    if slots:
        for name, value in slots.items():
            setattr(target, name, value)


def _make(cls, args, kwargs=None):
    if type(args) is list:
        return cls(*args) if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__') else cls.__new__(cls)
    code = 'NEWOBJ' if kwargs is None else 'NEWOBJ_EX'
    for what, given, kind, word in (
            ('class', cls, type, 'type'), ('args', args, tuple, 'tuple'), ('kwargs', kwargs or {}, dict, 'dict')):
        if not isinstance(given, kind):
            raise UnpicklingError(f'{code} {what} argument must be a {word}, not {type(given).__name__}')
    return cls.__new__(cls, *args, **kwargs)


_HELPERS = _find_class, _no_persistent_load, _of_line, _extend, _set_items, _build, lambda cls, *args: _make(
    _find_class(*cls) if type(cls) is tuple else cls, *args)
_RENAMED = {'__builtin__': 'builtins', 'copy_reg': 'copyreg', 'exceptions': 'builtins'}


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes an object to a file."""
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The object as bytes."""
    return _pickling.write(obj, _protocol(protocol), _pickling.Memo(), False, None, None, _copyreg.dispatch_table,
                           _reduced, _found, _without_keywords)


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """The next object of a file."""
    return Unpickler(file, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """The object that bytes stand for."""
    helpers = _HELPERS
    if encoding != 'ASCII' or errors != 'strict':
        helpers = *helpers[:2], lambda code, data: _of_line(code, data, encoding, errors), *helpers[3:]
    return _pickling.read(data, None, None, _pickling.Memo(), True, helpers)


_Pickler, _Unpickler = Pickler, Unpickler
# The instructions by their names.
_INSTRUCTIONS = '''
ADDITEMS=90 APPEND=61 APPENDS=65 BINBYTES=42 BINBYTES8=8e BINFLOAT=47 BINGET=68 BININT=4a BININT1=4b BININT2=4d
BINPERSID=51 BINPUT=71 BINSTRING=54 BINUNICODE=58 BINUNICODE8=8d BUILD=62 BYTEARRAY8=96 DICT=64 DUP=32
EMPTY_DICT=7d EMPTY_LIST=5d EMPTY_SET=8f EMPTY_TUPLE=29 EXT1=82 EXT2=83 EXT4=84 FALSE=4930300a FLOAT=46
FRAME=95 FROZENSET=91 GET=67 GLOBAL=63 INST=69 INT=49 LIST=6c LONG=4c LONG1=8a LONG4=8b LONG_BINGET=6a
LONG_BINPUT=72 MARK=28 MEMOIZE=94 NEWFALSE=89 NEWOBJ=81 NEWOBJ_EX=92 NEWTRUE=88 NEXT_BUFFER=97 NONE=4e OBJ=6f
PERSID=50 POP=30 POP_MARK=31 PROTO=80 PUT=70 READONLY_BUFFER=98 REDUCE=52 SETITEM=73 SETITEMS=75
SHORT_BINBYTES=43 SHORT_BINSTRING=55 SHORT_BINUNICODE=8c STACK_GLOBAL=93 STOP=2e STRING=53 TRUE=4930310a
TUPLE=74 TUPLE1=85 TUPLE2=86 TUPLE3=87 UNICODE=56
'''
globals().update((name, bytes.fromhex(code)) for name, _, code in (entry.partition('=') for entry in _INSTRUCTIONS.split()))


def encode_long(x):
    """A number's bytes, as few as it needs."""
    return x.to_bytes(((x if x > 0 else ~x).bit_length() >> 3) + 1, 'little', signed=True) if x else b''


def decode_long(data):
    return int.from_bytes(data, 'little', signed=True)


from _frames import extension as _extension, native as _native
Pickler.__module__ = Unpickler.__module__ = '_pickle'
_extension(Pickler, Unpickler)
_native(globals(), 'encode_long', 'decode_long')
