"""C's simple types: one value each, as C keeps it."""
import _frames


class _Simple(type):
    def __mul__(cls, count):
        _frames.not_supported(f'an array of {cls.__name__}', 'multiprocessing.Array')

    __rmul__ = __mul__


class _SimpleCData(metaclass=_Simple):
    _type_, _zero = 'i', 0

    def __init__(self, value=None):
        self.value = self._zero if value is None else value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        from multiprocessing._sync import _fitted
        self._value = _fitted(self._type_, value)

    def __repr__(self):
        return f'{type(self).__name__}({self._value!r})'

    def __bool__(self):
        return self._value != self._zero


class _Text(_SimpleCData):
    _type_, _zero, _of, _words = 'z', None, bytes, 'bytes'
    value = property(lambda self: self._value)

    @value.setter
    def value(self, value):
        if not isinstance(value, (self._of, type(None))):
            raise TypeError(f'{self._words} or integer address expected instead of {type(value).__name__} instance')
        self._value = value


def _types():
    from multiprocessing._sync import _NAMES, _SIZES
    zeros = {'c': b'\0', 'u': '\0', 'f': 0.0, 'd': 0.0, '?': False}
    for code, name in _NAMES.items():
        if name not in globals():
            made = _Simple(name, (_SimpleCData,), {'_type_': code, '_zero': zeros.get(code, 0), '__module__': 'ctypes'})
            globals()[name] = made
            if code in 'bhil':
                globals()[f'c_int{8 * _SIZES[code]}'] = made
            elif code in 'BHIL':
                globals()[f'c_uint{8 * _SIZES[code]}'] = made


_types()
c_longlong = c_ssize_t = c_long
c_ulonglong = c_size_t = c_ulong


class c_char_p(_Text):
    pass


class c_wchar_p(_Text):
    _type_, _of, _words = 'Z', str, 'unicode string'


class py_object(_SimpleCData):
    """Any object."""
    _type_, value = 'O', None

    def __init__(self, *value):
        if value:
            self.value = value[0]

    def __repr__(self):
        return f'py_object({self.value!r})'


class _SetAsyncExc:
    """What raises an exception in another thread."""
    __name__ = 'PyThreadState_SetAsyncExc'
    argtypes, restype = None, c_int

    def __call__(self, number, exc):
        import _thread
        if isinstance(number, _SimpleCData):
            number = number.value
        elif self.argtypes is None:
            # Without a type an int is passed as C's int.
            number = c_int(number).value
        if isinstance(exc, py_object):
            exc = exc.value
        return _thread._send(number, exc)


class PyDLL:
    def __init__(self, name, *args, **kwargs):
        self._name = name

    def __getattr__(self, name):
        if name != 'PyThreadState_SetAsyncExc':
            _frames.not_supported(f'ctypes.pythonapi.{name}', 'the simple types: c_int, c_double …')
        self.__dict__[name] = _SetAsyncExc()
        return self.__dict__[name]

    def __repr__(self):
        return f'<PyDLL {self._name!r}, handle {id(self):x} at {id(self):#x}>'


pythonapi = PyDLL(None)
del PyDLL


def sizeof(obj_or_type, /):
    from multiprocessing._sync import _SIZES
    return _SIZES.get(obj_or_type._type_, 4 if obj_or_type._type_ in 'fu' else 8)


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(f"module 'ctypes' has no attribute {name!r}")
    _frames.not_supported(f'ctypes.{name}', 'the simple types: c_int, c_double …')
