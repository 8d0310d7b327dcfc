"""What of inspect is seldom asked for."""
import inspect as _inspect
import sys as _sys
import types as _types
from collections import namedtuple as _namedtuple

ClosureVars = _namedtuple('ClosureVars', 'nonlocals globals builtins unbound')
Attribute = _namedtuple('Attribute', 'name kind defining_class object')
ArgInfo = _namedtuple('ArgInfo', 'args varargs keywords locals')
Arguments = _namedtuple('Arguments', 'args, varargs, varkw')
Traceback = _namedtuple('Traceback', 'filename lineno function code_context index', module='inspect')
CO_NOFREE, TPFLAGS_IS_ABSTRACT = 64, 1 << 20
_missing = object()


def getattr_static(obj, attr, default=_missing):
    """The attribute without running descriptors or __getattr__."""
    own = _missing
    if not isinstance(obj, type):
        own = (getattr(obj, '__dict__', None) or {}).get(attr, _missing)
        classes = type(obj).__mro__
    else:
        classes = obj.__mro__
    for cls in classes:
        if attr in vars(cls):
            found = vars(cls)[attr]
            data = hasattr(type(found), '__get__') and hasattr(type(found), '__set__')
            return found if own is _missing or data else own
    if own is not _missing:
        return own
    if isinstance(obj, type):
        for cls in type(obj).__mro__:
            if attr in vars(cls):
                return vars(cls)[attr]
    if default is _missing:
        raise AttributeError(attr)
    return default


def getmembers_static(object, predicate=None):
    found = []
    for name in dir(object):
        value = getattr_static(object, name, _missing)
        if value is not _missing and (predicate is None or predicate(value)):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getcallargs(func, /, *positional, **named):
    """What each parameter of the function would be in such a call."""
    method = _inspect.ismethod(func)
    plain = func.__func__ if method else func
    given = ([func.__self__] if method else []) + list(positional)
    signature = _inspect.signature(plain)
    try:
        bound = signature.bind(*given, **named)
    except TypeError:
        try:
            # The call itself words it best: it fails before anything runs.
            plain(*given, **named)
        except TypeError as exc:
            raise TypeError(str(exc).replace(plain.__qualname__, plain.__name__, 1).replace("', and '", "' and '")) from None
        raise
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


def getclosurevars(func):
    """The names a function takes from outside."""
    func = func.__func__ if _inspect.ismethod(func) else func
    if not isinstance(func, _inspect.types.FunctionType):
        raise TypeError(f'{func!r} is not a Python function')
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    import builtins
    names, own, built, unbound = code.co_names, {}, {}, set()
    for name in names:
        if name in ('None', 'True', 'False'):
            continue
        if name in func.__globals__:
            own[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            built[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, own, built, unbound)


def getargs(co):
    """The names of a code object's parameters."""
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


def getframeinfo(frame, context=1):
    import linecache
    line = frame.tb_lineno if _inspect.istraceback(frame) else frame.f_lineno
    frame = frame.tb_frame if _inspect.istraceback(frame) else frame
    lines, index = None, None
    if context > 0:
        source = linecache.getlines(frame.f_code.co_filename)
        if source:
            start = max(0, min(line - 1 - context // 2, len(source) - context))
            lines, index = source[start:start + context], line - 1 - start
    return Traceback(frame.f_code.co_filename, line, frame.f_code.co_name, lines, index)


FrameInfo = _namedtuple('FrameInfo', ('frame', *Traceback._fields), module='inspect')


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
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
    name = path.rpartition('/')[2]
    return name[:-3] if name.endswith('.py') else None


def getabsfile(object, _filename=None):
    import os
    return os.path.abspath(_inspect.getfile(object))


def indentsize(line):
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def inherited_doc(thing):
    """The docstring of the first of the classes above that has one."""
    if _inspect.isclass(thing):
        return next((base.__doc__ for base in thing.__mro__ if base.__doc__ is not None and base is not object), None)
    function = thing.__func__ if _inspect.ismethod(thing) else thing.fget if isinstance(thing, property) else thing
    if not _inspect.isfunction(function):
        return None
    cls = _inspect.sys.modules.get(function.__module__)
    for part in function.__qualname__.split('.')[:-1]:
        cls = getattr(cls, part, None)
    name = function.__name__
    if not _inspect.isclass(cls) or _inspect.getattr_static(cls, name, None) is None:
        return None
    for base in cls.__mro__:
        doc = getattr(getattr(base, name, None), '__doc__', None)
        if doc is not None:
            return doc
    return None


def getcomments(object):
    """The comment above what is defined."""
    try:
        lines, at = _inspect.findsource(object)
    except (OSError, TypeError):
        return None
    found = []
    while at > 0 and lines[at - 1].strip().startswith('#'):
        at -= 1
        found.insert(0, lines[at].expandtabs().lstrip())
    return ''.join(found) or None


def classify_class_attrs(cls):
    found = []
    for name in dir(cls):
        home = next((c for c in cls.__mro__ if name in vars(c)), None)
        if home is None:
            continue
        value = vars(home)[name]
        kind = ('static method' if isinstance(value, (staticmethod, type(object.__new__))) and
                (isinstance(value, staticmethod) or name == '__new__') else
                'class method' if isinstance(value, classmethod) else 'property' if isinstance(value, property) else
                'method' if _inspect.isroutine(value) else 'data')
        found.append(Attribute(name, kind, home, value))
    return found


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
    return lambda annotation: _inspect.formatannotation(annotation, module)


class ClassFoundException(Exception):
    pass


class EndOfBlock(Exception):
    pass
