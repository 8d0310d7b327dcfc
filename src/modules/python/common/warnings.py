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
_filters_version = 1
# What the interpreter has printed of itself so far is not said again until the filters change.
_printed = frozenset(_frames.printed_warnings())
_library_registries = {}
_ACTIONS = {'default', 'always', 'ignore', 'module', 'once', 'error'}


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as it is shown."""
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None and not _frames.modules_gone():
        line = _frames.source_line(filename, lineno)
    return text + (f'  {line.strip()}\n' if line else '')


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Shows a warning on stderr."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def _showwarnmsg_impl(msg):
    file = sys.stderr if msg.file is None else msg.file
    if file is None:
        return
    hints = msg.source is not None
    if hints:
        _frames.before_hint()
    text = formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    if hints and formatwarning is _formatwarning_orig and not _frames.modules_gone():
        text += f'{msg.category.__name__}: {_TRACEMALLOC}\n'
    try:
        file.write(text)
    except OSError:
        pass


_showwarning_orig, _formatwarning_orig = showwarning, formatwarning
_TRACEMALLOC = 'Enable tracemalloc to get the object allocation traceback'


def _filters_mutated():
    """What has been shown once may be shown again."""
    global _filters_version
    _filters_version += 1


def _insert(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def simplefilter(action, category=Warning, lineno=0, append=False):  #: in warnings.py
    """What to do with the warnings of a class."""
    if action not in _ACTIONS:  #: 180 if «action not in {"error", "ignore", "always", "default", "module", "once"}»:
        raise ValueError(f'invalid action: {action!r}')  #: 181 raise ValueError(f"invalid action: {action!r}")
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')  #: 183 raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')  #: 185 raise ValueError("lineno must be an int >= 0")
    _insert((action, None, category, None, lineno), append)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):  #: in warnings.py
    """What to do with warnings whose text and module begin so."""
    if action not in _ACTIONS:  #: 143 if «action not in {"error", "ignore", "always", "default", "module", "once"}»:
        raise ValueError(f'invalid action: {action!r}')  #: 144 raise ValueError(f"invalid action: {action!r}")
    if not isinstance(message, str):
        raise TypeError('message must be a string')  #: 146 raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass')  #: 148 raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError('module must be a string')
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')
    if message or module:
        import re
        message, module = message and re.compile(message, re.I), module and re.compile(module)
    _insert((action, message or None, category, module or None, lineno), append)


def resetwarnings():
    filters[:] = []
    _filters_mutated()


def _matches(pattern, text):
    """Whether a filter is for a text: one that the interpreter itself gives is the whole of it."""
    if pattern is None:
        return True
    return pattern == text if type(pattern) is str else pattern.match(text) is not None


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issues a warning of a place given."""
    if module is None:
        module = filename or '<unknown>'
        module = module[:-3] if module[-3:].lower() == '.py' else module
    if registry is not None and not isinstance(registry, dict):
        raise TypeError(f"'registry' must be a dict or None, not '{type(registry).__name__}'")
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    key = text, category, lineno
    if registry is not None and _was_shown(registry, key):
        return
    for item in filters:
        action, pattern, wanted, where, line = item
        if (issubclass(category, wanted) and _matches(pattern, text) and _matches(where, module)
                and (line == 0 or line == lineno)):
            break
    else:
        action, item = defaultaction, None
    if action == 'error':
        raise message
    if action == 'ignore':
        return
    if registry is not None and action in ('once', 'module', 'default'):
        registry[key] = True
    if action == 'once':
        if _was_shown(onceregistry, (text, category)):
            return
        onceregistry[text, category] = True
    elif action == 'module':
        if registry is not None:
            if _was_shown(registry, (text, category, 0)):
                return
            registry[text, category, 0] = True
    elif action == 'default':
        if _filters_version == 1 and (text, category, filename, lineno) in _printed:
            return
    elif action != 'always':
        raise RuntimeError(f'Unrecognized action ({action!r}) in warnings.filters:\n {item!r}')
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


def _was_shown(registry, key):
    if registry.get('version', 0) != _filters_version:
        registry.clear()
        registry['version'] = _filters_version
        return False
    return registry.get(key, False)


def _showwarnmsg(msg):  #: in warnings.py
    if showwarning is _showwarning_orig:
        return _showwarnmsg_impl(msg)
    if not callable(showwarning):
        raise TypeError('warnings.showwarning() must be set to a function or method')  #: 107 raise TypeError("warnings.showwarning() must be set to a "⏎                "function or method")
    showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)  #: 110 sw(msg.message, msg.category, msg.filename, msg.lineno,⏎   msg.file, msg.line)


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issues a warning of the caller's line."""
    if not hasattr(type(stacklevel), '__index__'):
        raise TypeError(f"'{type(stacklevel).__name__}' object cannot be interpreted as an integer")
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError("warn() argument 'skip_file_prefixes' must be tuple, "
                        f'not {type(skip_file_prefixes).__name__}')
    for prefix in skip_file_prefixes:
        if not isinstance(prefix, str):
            raise TypeError(f"Found non-str '{type(prefix).__name__}' in skip_file_prefixes.")
    try:
        frame = sys._getframe(0)  # the caller's: this module's own frames are hidden
    except ValueError:
        frame = None  # what a module's end finalizes runs in no frame of the program's
    if skip_file_prefixes:
        stacklevel = max(stacklevel, 2)
    if stacklevel > 1 and frame is not None:
        frame = _below(frame, stacklevel - 1, skip_file_prefixes)
    if frame is None:
        filename, lineno, module = '<sys>', 0, 'sys'
        registry = sys.__dict__.setdefault('__warningregistry__', {})
    else:
        filename, lineno, names = frame.f_code.co_filename, frame.f_lineno, frame.f_globals
        if filename.startswith('<stdlib>') and '__name__' not in names:
            # A frame that stands for one of asyncio's has no names, and is another one each time.
            module = filename[9:-3].replace('/', '.')
            registry = _registry_of(module, filename)
        else:
            module = names.get('__name__', '<string>')
            registry = names.setdefault('__warningregistry__', {})
    warn_explicit(message, category, filename, lineno, module, registry, source=source)


def _registry_of(module, filename):
    """Where a module keeps what it has shown."""
    known = sys.modules.get(module)
    if known is None:
        return _library_registries.setdefault(filename, {})
    return known.__dict__.setdefault('__warningregistry__', {})


def _warn_at(message, category, filename, lineno, module, source=None):
    """A warning of a line that is given; of a text that is compiled (its file for a module) each time."""
    registry = None if module == filename else _registry_of(module, filename)
    warn_explicit(message, category, filename, lineno, module, registry, source=source)


def _below(frame, levels, skipped):
    """The frame so many levels below; None beyond the outermost."""
    own = frame.f_code.co_filename.startswith('<stdlib>')
    importing = _is_importing(frame.f_code.co_filename)
    while levels:
        frame = frame.f_back
        if frame is None:
            return None
        # Of the library's lines those count that stand for CPython's, unless it is the library that warns; asyncio's do.
        name = frame.f_code.co_filename
        if name.startswith(skipped) or _is_importing(name) and not importing:
            continue
        stands = not own or name.startswith('<stdlib>/asyncio/')
        if not name.startswith('<stdlib>') or stands and _frames.source_line(name, frame.f_lineno):
            levels -= 1
    return frame


def _is_importing(file):
    """Whether a frame of this file is one of importlib's, which lie between a module and who imports it."""
    return 'importlib' in file and '_bootstrap' in file


class catch_warnings:
    """Filters set inside the block are undone at its end."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._module = record, sys.modules['warnings'] if module is None else module
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        given = ['record=True'] if self._record else []
        if self._module is not sys.modules['warnings']:
            given.append(f'module={self._module!r}')
        return f'{type(self).__name__}({", ".join(given)})'

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._shown_by = module.showwarning, module._showwarnmsg_impl
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        module.showwarning, module._showwarnmsg_impl = module._showwarning_orig, log.append
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        module = self._module
        module.filters = self._filters
        module._filters_mutated()
        module.showwarning, module._showwarnmsg_impl = self._shown_by


_DEPRECATED_MSG = '{name!r} is deprecated and slated for removal in Python {remove}'


def _deprecated(name, message=_DEPRECATED_MSG, *, remove, _version=None):
    """Warns of what a coming version will not have."""
    warn(message.format(name=name, remove=f'{remove[0]}.{remove[1]}'), DeprecationWarning, stacklevel=2)


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
