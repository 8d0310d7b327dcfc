"""Errors as plain values: their frames, their notes, what they come from and what they consist of."""
import os
from dataclasses import asdict, dataclass, field
from traceback import walk_tb

__all__ = ['ExceptionDictTransformer', 'Frame', 'Stack', 'SyntaxError_', 'Trace', 'extract', 'safe_str', 'to_repr']

SHOW_LOCALS, LOCALS_MAX_LENGTH, LOCALS_MAX_STRING, MAX_FRAMES = True, 10, 80, 50


@dataclass
class Frame:
    """A call."""
    filename: str
    lineno: int
    name: str
    locals: dict[str, str] | None = None


@dataclass
class SyntaxError_:
    """Where a text cannot be read."""
    offset: int
    filename: str
    line: str
    lineno: int
    msg: str


@dataclass
class Stack:
    """An error and its frames."""
    exc_type: str
    exc_value: str
    exc_notes: list[str] = field(default_factory=list)
    syntax_error: SyntaxError_ | None = None
    is_cause: bool = False
    frames: list[Frame] = field(default_factory=list)
    is_group: bool = False
    exceptions: 'list[Trace]' = field(default_factory=list)


@dataclass
class Trace:
    """An error and what it comes from."""
    stacks: list[Stack]


def safe_str(_object):
    """Its text, or why there is none."""
    try:
        return str(_object)
    except Exception as error:
        return f'<str-error {str(error)!r}>'


def to_repr(obj, max_length=None, max_string=None, use_rich=True):
    """A value's text, cut."""
    if use_rich:
        from rich.pretty import traverse
        return traverse(obj, max_length=max_length, max_string=max_string).render()
    try:
        text = obj if isinstance(obj, (str, bytes)) else repr(obj)
        if max_string is not None and len(text) > max_string:
            return f'{text[:max_string]!r}+{len(text) - max_string}'
        return repr(obj) if text is obj else text
    except Exception as error:
        return f'<repr-error {str(error)!r}>'


def _frames(traceback, shown):
    for frame, line in walk_tb(traceback):
        name = frame.f_code.co_filename
        if name and not name.startswith('<'):
            name = os.path.abspath(name)
        yield Frame(name or '?', line, frame.f_code.co_name, shown(frame.f_locals.items()))


def _origin(error):
    """What an error comes from, and whether its program says so."""
    cause, context = getattr(error, '__cause__', None), error.__context__
    if cause and cause.__traceback__:
        return cause, True
    if context and context.__traceback__ and not getattr(error, '__suppress_context__', False):
        return context, False
    return None, False


def extract(exc_type, exc_value, traceback, *, show_locals=False, locals_max_length=LOCALS_MAX_LENGTH, locals_max_string=LOCALS_MAX_STRING,
            locals_hide_dunder=True, locals_hide_sunder=False, use_rich=True, _seen=None):
    """What there is to tell of an error."""
    stacks, is_cause, seen = [], False, set() if _seen is None else _seen
    hidden = '_' if locals_hide_sunder else '__'

    def shown(items):
        if not show_locals:
            return None
        return {name: to_repr(value, locals_max_length, locals_max_string, use_rich) for name, value in items
                if not (locals_hide_dunder or locals_hide_sunder) or not name.startswith(hidden)}

    while exc_value is None or id(exc_value) not in seen:
        seen.add(id(exc_value))
        stack = Stack(safe_str(exc_type.__name__), safe_str(exc_value), [safe_str(note) for note in getattr(exc_value, '__notes__', ())],
                      is_cause=is_cause)
        if isinstance(exc_value, BaseExceptionGroup):
            stack.is_group = True
            for part in exc_value.exceptions:
                stack.exceptions.append(extract(
                    type(part), part, part.__traceback__, show_locals=show_locals, locals_max_length=locals_max_length,
                    locals_max_string=locals_max_string, locals_hide_dunder=locals_hide_dunder, locals_hide_sunder=locals_hide_sunder,
                    use_rich=use_rich, _seen=seen))
        if isinstance(exc_value, SyntaxError):
            stack.syntax_error = SyntaxError_(exc_value.offset or 0, exc_value.filename or '?', exc_value.text or '', exc_value.lineno or 0,
                                              exc_value.msg)
        stacks.append(stack)
        stack.frames.extend(_frames(traceback, shown))
        origin, is_cause = _origin(exc_value)
        if origin is None:
            break
        exc_type, exc_value, traceback = type(origin), origin, origin.__traceback__
    return Trace(stacks)


class ExceptionDictTransformer:
    """Makes an error a list of dictionaries, as JSON can tell them."""

    def __init__(self, *, show_locals=SHOW_LOCALS, locals_max_length=LOCALS_MAX_LENGTH, locals_max_string=LOCALS_MAX_STRING,
                 locals_hide_dunder=True, locals_hide_sunder=False, suppress=(), max_frames=MAX_FRAMES, use_rich=True):
        for name, value, least in (('locals_max_length', locals_max_length, 0), ('locals_max_string', locals_max_string, 0),
                                   ('max_frames', max_frames, 2)):
            if value is not None and value < least:
                raise ValueError(f'"{name}" must be >= {least}: {value}')
        self.show_locals, self.locals_max_length, self.locals_max_string = show_locals, locals_max_length, locals_max_string
        self.locals_hide_dunder, self.locals_hide_sunder = locals_hide_dunder, locals_hide_sunder
        self.max_frames, self.use_rich, self.suppress = max_frames, use_rich, []
        for item in suppress:
            path = item
            if not isinstance(item, str):
                if item.__file__ is None:
                    raise ValueError(f'"suppress" item {item!r} must be a module with \'__file__\' attribute')
                path = os.path.dirname(item.__file__)
            self.suppress.append(os.path.normpath(os.path.abspath(path)))

    def __call__(self, exc_info):
        trace = extract(*exc_info, show_locals=self.show_locals, locals_max_length=self.locals_max_length,
                        locals_max_string=self.locals_max_string, locals_hide_dunder=self.locals_hide_dunder,
                        locals_hide_sunder=self.locals_hide_sunder, use_rich=self.use_rich)
        half = self.max_frames // 2
        for stack in trace.stacks:
            if len(stack.frames) > self.max_frames:
                skipped = Frame('', -1, f'Skipped frames: {len(stack.frames) - 2 * half}')
                stack.frames[half:-half] = [skipped]
        return self._as_dict(trace)

    def _as_dict(self, trace):
        told = []
        for stack in trace.stacks:
            entry = asdict(stack)
            for frame in entry['frames']:
                if frame['locals'] is None or frame['filename'].startswith(tuple(self.suppress)):
                    del frame['locals']
            if stack.is_group:
                entry['exceptions'] = [self._as_dict(part) for part in stack.exceptions]
            told.append(entry)
        return told
