"""What of inspect is seldom asked for."""
import sys as _sys
import types as _types
from collections import namedtuple as _namedtuple

__name__ = 'inspect'  # where what is here is said to be  #: -

ClosureVars = _namedtuple('ClosureVars', 'nonlocals globals builtins unbound', module='inspect')
Attribute = _namedtuple('Attribute', 'name kind defining_class object', module='inspect')
ArgInfo = _namedtuple('ArgInfo', 'args varargs keywords locals', module='inspect')
Arguments = _namedtuple('Arguments', 'args, varargs, varkw', module='inspect')
_Positions = _namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=(None,) * 4, module='dis')
CO_NOFREE, TPFLAGS_IS_ABSTRACT = 64, 1 << 20
_missing = object()


_mro_of = type.__dict__['__mro__'].__get__
_dict_of = type.__dict__['__dict__'].__get__


def _found_in(classes, name):
    for cls in classes:
        if name in _dict_of(cls):
            return _dict_of(cls)[name]
    return _missing


def _hides_names(classes):
    """Whether objects whose classes these are have a `__dict__` of their classes' making before their own names."""
    found = _found_in(classes, '__dict__')
    return found is not _missing and type(found) is not _types.GetSetDescriptorType


def _instance_dict(obj):
    """An instance's own names, if its classes do not hide them."""
    if not _hides_names(_mro_of(type(obj))):
        try:
            return object.__getattribute__(obj, '__dict__')
        except AttributeError:
            pass
    return {}


def getattr_static(obj, attr, default=_missing):
    """The attribute without running descriptors or __getattr__."""
    own = _missing
    if type in _mro_of(type(obj)):
        found = _missing if _hides_names(_mro_of(type(obj))) else _found_in(_mro_of(obj), attr)
        if found is not _missing:
            return found
        found = _found_in(_mro_of(type(obj)), attr)
    else:
        names = _instance_dict(obj)
        own = dict.get(names, attr, _missing) if isinstance(names, dict) else _missing
        found = _found_in(_mro_of(type(obj)), attr)
        if own is not _missing and found is not _missing:
            kinds = _mro_of(type(found))
            if _found_in(kinds, '__get__') is not _missing and \
                    (_found_in(kinds, '__set__') is not _missing or _found_in(kinds, '__delete__') is not _missing):
                return found
    for value in own, found, default:
        if value is not _missing:
            return value
    raise AttributeError(attr)


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


def _module_of(thing, file=None):
    """The module whose file a function's code, a frame or the like is from, or in which it is found by its name."""
    import os
    try:
        file = getabsfile(thing) if file is None else os.path.abspath(file)
    except TypeError:
        return None
    for module in list(_sys.modules.values()):
        own = getattr(module, '__file__', None)
        if isinstance(own, str) and os.path.abspath(own) == file:
            return module
    name = getattr(thing, '__name__', None)
    for module in _sys.modules.get('__main__'), _sys.modules['builtins']:
        if name is not None and getattr(module, name, _missing) is thing:
            return module


def _too_many(words):  #: in inspect.py
    raise TypeError(words)  #: 1511 raise TypeError("%s() takes %s positional argument%s but %d%s %s given" %⏎        (f_name, sig, "s" if plural else "", given, kwonly_sig,⏎         "was" if given == 1 and not kwonly_given else "were"))


def _missing_arguments(words):  #: in inspect.py
    raise TypeError(words)  #: 1489 raise TypeError("%s() missing %i required %s argument%s: %s" %⏎                (f_name, missing,⏎                  "positional" if pos else "keyword-only",⏎                  "" if missing == 1 else "s", s))


def getcallargs(func, /, *positional, **named):  #: in inspect.py
    """What each parameter of the function would be in such a call."""
    if not callable(func):
        getfullargspec(func)  #: 1521 spec = «getfullargspec(func)»
    method = ismethod(func)
    plain = func.__func__ if method else func
    given, words = ([func.__self__] if method else []) + list(positional), ''
    expected = signature(plain)
    try:
        bound = expected.bind(*given, **named)
    except TypeError as failed:
        words = str(failed)
        try:
            # The call itself words it best: it fails before anything runs.
            plain(*given, **named)
        except TypeError as exc:
            words = str(exc).replace(plain.__qualname__, plain.__name__, 1).replace("', and '", "' and '")
        words = words.partition('. Did you mean')[0]
    if 'unexpected' in words:
        raise TypeError(words)  #: 1545 raise TypeError("%s() got an unexpected keyword argument %r" %⏎                (f_name, kw))
    if 'multiple' in words:
        raise TypeError(words)  #: 1550 raise TypeError("%s() got multiple values for argument %r" %⏎                (f_name, kw))
    if ' takes ' in words:
        _too_many(words)  #: 1554 _too_many(f_name, args, kwonlyargs, varargs, num_defaults,⏎           num_pos, arg2value)
    if 'keyword-only' in words:
        _missing_arguments(words)  #: 1572 _missing_arguments(f_name, kwonlyargs, False, arg2value)
    if words:
        _missing_arguments(words)  #: 1560 _missing_arguments(f_name, req, True, arg2value)
    given = dict(bound.arguments)
    bound.apply_defaults()
    # What was passed stands before the defaults, positions before names.
    code = plain.__code__
    count, flags = code.co_argcount + code.co_kwonlyargcount, code.co_flags
    first = list(code.co_varnames[:min(len(positional) + method, code.co_argcount)])
    first += [code.co_varnames[count]] if flags & 4 else []
    first += [code.co_varnames[count + bool(flags & 4)]] if flags & 8 else []
    first += [name for name in named if name in given and name not in first]
    first += [name for name in bound.arguments if name not in first]
    return {name: bound.arguments[name] for name in first}


def getclosurevars(func):  #: in inspect.py
    """The names a function takes from outside."""
    func = func.__func__ if ismethod(func) else func
    if not isinstance(func, types.FunctionType):
        raise TypeError(f'{func!r} is not a Python function')  #: 1590 raise TypeError("{!r} is not a Python function".format(func))
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    names, own, built, unbound = code.co_names, {}, {}, set()
    builtins = func.__builtins__ or __import__('builtins').__dict__
    for name in names:
        if name in ('None', 'True', 'False'):
            continue
        if name in func.__globals__:
            own[name] = func.__globals__[name]
        elif name in builtins:
            built[name] = builtins[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, own, built, unbound)


def getargs(co):
    """The names of a code object's parameters."""
    if not iscode(co):
        raise TypeError(f'{co!r} is not a code object')  #: 1307 raise TypeError('{!r} is not a code object'.format(co))
    names, at = co.co_varnames, co.co_argcount + co.co_kwonlyargcount
    varargs = varkw = None
    if co.co_flags & 4:
        varargs, at = names[at], at + 1
    if co.co_flags & 8:
        varkw = names[at]
    return Arguments(list(names[:co.co_argcount + co.co_kwonlyargcount]), varargs, varkw)


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value)):
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f'({", ".join(parts)})'


def getlineno(frame):
    return frame.f_lineno


def _with_positions(name, fields):
    """A class of tuples of these fields that also know a place in the source."""
    plain = _namedtuple('_' + name, fields, module='inspect')

    def __new__(cls, *args, positions=None, **kwargs):
        try:
            self = plain.__new__(cls, *args, **kwargs)
        except TypeError as failed:
            failed.args = failed.args[0].replace('_' + name, name, 1),
            raise
        self.positions = positions
        return self

    def __repr__(self):
        shown = ', '.join(f'{field}={value!r}' for field, value in zip(fields, self))
        return f'{name}({shown}, positions={self.positions!r})'
    names = [Parameter(field, 1) for field in fields]
    __new__.__signature__ = Signature([
        Parameter('cls', 1), *names, Parameter('positions', 3, default=None)])
    return type(name, (plain,), {'__module__': 'inspect', '__new__': __new__, '__repr__': __repr__})


Traceback = _with_positions('Traceback', ('filename', 'lineno', 'function', 'code_context', 'index'))
FrameInfo = _with_positions('FrameInfo', ('frame', *Traceback._fields))


def _positions(frame):
    """Where in the source a frame stands, or a traceback's frame stood."""
    import _frames
    if not istraceback(frame):
        frame = _frames.traceback(frame)
    found = _frames.places(frame)
    return _Positions(frame.tb_lineno, *found[0]) if found else _Positions()


def getframeinfo(frame, context=1):
    import linecache
    positions = _positions(frame)
    line = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    frame = frame.tb_frame if istraceback(frame) else frame
    lines, index = None, None
    if context > 0:
        source = linecache.getlines(frame.f_code.co_filename)
        if source:
            start = max(0, min(line - 1 - context // 2, len(source) - context))
            lines, index = source[start:start + context], line - 1 - start
    return Traceback(frame.f_code.co_filename, line, frame.f_code.co_name, lines, index, positions=positions)


def _frame_info(frame, found):
    return FrameInfo(frame, *found, positions=found.positions)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(_frame_info(frame, getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(_frame_info(tb.tb_frame, getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def trace(context=1):
    """The frames between here and where the exception in hand was raised."""
    exc = _sys.exception()
    return getinnerframes(exc.__traceback__ if exc else None, context)


def getgeneratorlocals(generator):
    return _locals_of(generator, 'gi_frame', 'generator')


def getcoroutinelocals(coroutine):
    return _locals_of(coroutine, 'cr_frame', 'coroutine')


def getasyncgenlocals(agen):
    return _locals_of(agen, 'ag_frame', 'async generator')


def _locals_of(value, frame, kind):
    if not hasattr(value, frame):
        raise TypeError(f'{value!r} is not a Python {kind}')
    frame = getattr(value, frame)
    return frame.f_locals if frame is not None else {}


def getmodulename(path):
    import os
    name = os.path.basename(path)
    return name[:-3] if name.endswith('.py') else None


def getabsfile(object, _filename=None):
    import os
    path = getfile(object)
    return path if path.startswith('<') else os.path.abspath(path)


def indentsize(line):
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def _inherited_doc(thing):
    """The docstring of the first of the classes above that has one."""
    if isclass(thing):
        return next((base.__doc__ for base in thing.__mro__ if base.__doc__ is not None and base is not object), None)
    cls = getattr(thing, '__objclass__', None)
    if cls is not None:
        name = thing.__name__
        slots = getattr(cls, '__slots__', None)
        if ismemberdescriptor(thing) and isinstance(slots, dict) and name in slots:
            return slots[name]
    else:
        function = thing.__func__ if ismethod(thing) else thing.fget if isinstance(thing, property) else thing
        if not isfunction(function):
            return None
        cls = _sys.modules.get(function.__module__)
        for part in function.__qualname__.split('.')[:-1]:
            cls = getattr(cls, part, None)
        name = getattr(thing if isinstance(thing, property) else function, '__name__', None)
        if name is None or not isclass(cls) or getattr_static(cls, name, None) is None:
            return None
    for base in cls.__mro__:
        doc = getattr(getattr(base, name, None), '__doc__', None)
        if doc is not None:
            return doc
    return None


def getcomments(object):
    """The comment above what is defined."""
    try:
        lines, at = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines[0][:2] == '#!' else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == '#':
            end += 1
        return ''.join(line.expandtabs() for line in lines[start:end]) or None
    start, indent = at, indentsize(lines[at])
    while start > 0 and lines[start - 1].lstrip()[:1] == '#' and indentsize(lines[start - 1]) == indent:
        start -= 1
    found = [line.expandtabs().lstrip() for line in lines[start:at]]
    while found and found[0].strip() == '#':
        del found[0]
    while found and found[-1].strip() == '#':
        del found[-1]
    return ''.join(found) or None


def classify_class_attrs(cls):
    """What each of a class's attributes is, and where it was defined."""
    found, seen = [], set()
    above = tuple(c for c in type(cls).__mro__ if c not in (type, object))
    classes = (cls, *cls.__mro__[1:], *above)
    names = dir(cls) + [name for base in cls.__mro__ for name, value in vars(base).items()
                        if isinstance(value, _types.DynamicClassAttribute) and value.fget is not None]
    for name in names:
        home = got = None
        owned = _missing
        if name not in seen:
            try:
                if name == '__dict__':
                    raise Exception("__dict__ is special, don't want the proxy")
                got = getattr(cls, name)
            except Exception:
                pass
            else:
                home = getattr(got, '__objclass__', home)
                if home not in classes:
                    # Where the descriptor stands: the last class that gives the same.
                    same = [c for c in cls.__mro__ if getattr(c, name, None) is got]
                    same += [c for c in above if _meta_gives(c, cls, name, got)]
                    home = same[-1] if same else None
        for base in classes:
            if name in vars(base):
                owned = vars(base)[name]
                home = home if home in above else base
                break
        if home is None:
            continue
        value = owned if got is None else got
        if isinstance(owned, (staticmethod, _types.BuiltinMethodType)):
            kind, value = 'static method', owned
        elif isinstance(owned, (classmethod, _types.ClassMethodDescriptorType)):
            kind, value = 'class method', owned
        elif isinstance(owned, property):
            kind, value = 'property', owned
        else:
            kind = 'method' if isroutine(value) else 'data'
        found.append(Attribute(name, kind, home, value))
        seen.add(name)
    return found


def _meta_gives(meta, cls, name, got):
    try:
        return meta.__getattr__(cls, name) is got
    except AttributeError:
        return False


def getclasstree(classes, unique=False):
    """The classes as lists below their bases."""
    children, roots = {}, []
    for cls in classes:
        for parent in cls.__bases__:
            children.setdefault(parent, [])
            if cls not in children[parent]:
                children[parent].append(cls)
            if unique and parent in classes:
                break
        else:
            if not cls.__bases__ and cls not in roots:
                roots.append(cls)
    roots += [parent for parent in children if parent not in classes]
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    found = []
    for cls in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        found.append((cls, cls.__bases__))
        if cls in children:
            found.append(walktree(children[cls], children, cls))
    return found


def isgetsetdescriptor(object):
    return isinstance(object, _types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, _types.MemberDescriptorType)


def ismethodwrapper(object):
    return isinstance(object, _types.MethodWrapperType)


def formatannotationrelativeto(object):
    module = getattr(object, '__module__', None)
    return lambda annotation: formatannotation(annotation, module)


class ClassFoundException(Exception):
    pass


class EndOfBlock(Exception):
    pass
