"""Warnings and what is done with them."""
import _frames
import sys

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings', 'deprecated']

# Action, message, category, module, line: the first that matches decides.
filters = [('default', None, DeprecationWarning, '__main__', 0), ('ignore', None, DeprecationWarning, None, 0),
           ('ignore', None, PendingDeprecationWarning, None, 0), ('ignore', None, ImportWarning, None, 0),
           ('ignore', None, ResourceWarning, None, 0)]
defaultaction = 'default'
onceregistry = {}
# What the interpreter has printed of itself so far is not said again.
_seen = dict.fromkeys(_frames.printed_warnings(), True)
_ACTIONS = ('default', 'always', 'ignore', 'module', 'once', 'error', 'all')


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self.category.__name__!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as it is shown."""
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None and not _frames.modules_gone():
        line = _frames.source_line(filename, lineno)
    return text + (f'  {line.strip()}\n' if line else '')


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Shows a warning on stderr."""
    (sys.stderr if file is None else file).write(formatwarning(message, category, filename, lineno, line))


_original_showwarning = showwarning
_TRACEMALLOC = 'Enable tracemalloc to get the object allocation traceback'


def _insert(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _seen.clear()


def simplefilter(action, category=Warning, lineno=0, append=False):
    """What to do with the warnings of a class."""
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')
    _insert((action, None, category, None, lineno), append)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """What to do with warnings whose text and module begin so."""
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')
    if not isinstance(message, str):
        raise TypeError('message must be a string')
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass')
    for pattern in message, module:
        if not isinstance(pattern, str):
            raise TypeError('module must be a string')
        if not _plain(pattern):
            import re
            re.compile(pattern, re.I if pattern is message else 0)
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')
    _insert((action, message or None, category, module or None, lineno), append)


def resetwarnings():
    filters.clear()
    _seen.clear()


def _plain(pattern):
    return not any(c in pattern for c in r'.^$*+?{}[]\|()')


def _begins(pattern, text):
    if pattern is None:
        return True
    if _plain(pattern) or pattern.endswith('.*') and _plain(pattern[:-2]):
        return text.lower().startswith(pattern.removesuffix('.*').lower())
    import re
    return re.match(pattern, text, re.IGNORECASE) is not None


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issues a warning of a place given."""
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    module = filename.removesuffix('.py') if module is None else module
    for action, pattern, wanted, where, line in filters:
        # A filter's module is the whole name where it is given by the interpreter.
        if issubclass(category, wanted) and _begins(pattern, text) and (line == 0 or line == lineno) and \
                (where is None or where == module or where != '__main__' and _begins(where, module)):
            break
    else:
        action = defaultaction
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    key = {'once': (text, category), 'module': (text, category, filename),
           'default': (text, category, filename, lineno)}.get(action)
    if key is not None:
        if key in _seen:
            return
        _seen[key] = True
    _show(WarningMessage(message, category, filename, lineno, source=source))


def _show(found):
    if _recorders:
        _recorders[-1].append(found)
    elif showwarning is not _original_showwarning:
        _showwarnmsg(found)
    else:
        if found.source is not None:
            _frames.before_hint()
        showwarning(found.message, found.category, found.filename, found.lineno, found.file, found.line)
        if found.source is not None and not _frames.modules_gone():
            sys.stderr.write(f'{found.category.__name__}: {_TRACEMALLOC}\n')


def _showwarnmsg(msg):  #: in warnings.py
    if not callable(showwarning):
        raise TypeError('warnings.showwarning() must be set to a function or method')  #: 107 raise TypeError("warnings.showwarning() must be set to a "⏎                "function or method")
    showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)  #: 110 sw(msg.message, msg.category, msg.filename, msg.lineno,⏎   msg.file, msg.line)


_recorders = []


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issues a warning of the caller's line."""
    if not hasattr(stacklevel, '__index__'):
        raise TypeError(f"'{type(stacklevel).__name__}' object cannot be interpreted as an integer")
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    try:
        frame = sys._getframe(0)  # the caller's: this module's own frames are hidden
    except ValueError:
        frame = None  # what a module's end finalizes runs in no frame of the program's
    place = None
    if stacklevel > 1 and frame is not None:
        frame, place = _below(frame, stacklevel - 1)
    if place is not None:
        filename, lineno, _ = place
        module = filename[9:-3].replace('/', '.')
    elif frame is None:
        filename, lineno, module = '<sys>', 0, 'sys'
    else:
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
        module = frame.f_globals.get('__name__', '<string>')
    warn_explicit(message, category, filename, lineno, module, source=source)


def _below(frame, levels):
    """The frame so many levels below, or the place of the library's frame that CPython has there."""
    own, left, below = frame.f_code.co_filename.startswith('<stdlib>'), 0, frame
    while below is not None:
        left, below = left + 1, below.f_back
    under, library = _frames.loop_frames() or (-1, ())
    while levels:
        frame, left = frame.f_back, left - 1
        if left == under:
            if levels <= len(library):
                return frame, library[-levels]
            levels -= len(library)
        if frame is None:
            return None, None
        # Of the library's lines those count that stand for CPython's, unless it is the library that warns.
        name = frame.f_code.co_filename
        if not name.startswith('<stdlib>') or not own and _frames.source_line(name, frame.f_lineno):
            levels -= 1
    return frame, None


class catch_warnings:
    """Filters set inside the block are undone at its end."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._module = record, module
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        given = ['record=True'] if self._record else []
        if self._module is not None:
            given.append(f'module={self._module!r}')
        return f'{type(self).__name__}({", ".join(given)})'

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._saved = filters[:]
        self._shown = dict(_seen)
        _seen.clear()
        self._showwarning = showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            log = []
            _recorders.append(log)
            return log
        return None

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:] = self._saved
        _seen.clear()
        _seen.update(self._shown)
        globals()['showwarning'] = self._showwarning
        if self._record:
            _recorders.pop()


class deprecated:
    """Marks a function or class as deprecated."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        import functools
        message, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            return self._of_class(arg)
        if not callable(arg):
            raise TypeError('@deprecated decorator with non-None category must be applied to a class or callable, not '
                            f'{arg!r}')

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=level)  # this module's frames are hidden
            return arg(*args, **kwargs)
        if getattr(getattr(arg, '__code__', None), 'co_flags', 0) & 0x80:
            import inspect
            wrapper = inspect.markcoroutinefunction(wrapper)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper

    def _of_class(self, cls):
        """Who makes an instance of the class itself, or a class of its own from it, is warned."""
        import functools
        from types import MethodType
        message, category, level = self.message, self.category, self.stacklevel
        new, subclassed = cls.__new__, cls.__init_subclass__

        @functools.wraps(new)
        def __new__(made, *args, **kwargs):
            if made is cls:
                warn(message, category=category, stacklevel=level)  # this module's frames are hidden
            if new is not object.__new__:
                return new(made, *args, **kwargs)
            if made.__init__ is object.__init__ and (args or kwargs):
                raise TypeError(f'{made.__name__}() takes no arguments')
            return new(made)
        cls.__new__ = staticmethod(__new__)
        own = isinstance(subclassed, MethodType)
        function = subclassed.__func__ if own else subclassed

        @functools.wraps(function)
        def __init_subclass__(*args, **kwargs):
            warn(message, category=category, stacklevel=level)
            return function(*args, **kwargs)
        cls.__init_subclass__ = classmethod(__init_subclass__) if own else __init_subclass__
        cls.__deprecated__ = __new__.__deprecated__ = __init_subclass__.__deprecated__ = message
        return cls
if sys.warnoptions:
    import _python_options
    _python_options.filter_as_told(sys.modules[__name__])
