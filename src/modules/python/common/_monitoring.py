"""sys.monitoring (PEP 669), but for events of single instructions: its tools are told of what trace functions are."""
from types import CodeType, SimpleNamespace
from _frames import own_offset as _own_offset

__name__ = 'sys.monitoring'
__spec__ = None
del __file__
DEBUGGER_ID, COVERAGE_ID, PROFILER_ID, OPTIMIZER_ID = 0, 1, 2, 5
DISABLE, MISSING = object(), object()
_NAMES = ('PY_START PY_RESUME PY_RETURN PY_YIELD CALL LINE INSTRUCTION JUMP BRANCH STOP_ITERATION RAISE EXCEPTION_HANDLED '
          'PY_UNWIND PY_THROW RERAISE C_RETURN C_RAISE').split()
events = SimpleNamespace(**{name: 1 << bit for bit, name in enumerate(_NAMES)}, NO_EVENTS=0)
_LOCAL = events.RAISE - 1
_ENDS = events.C_RETURN | events.C_RAISE
_ABSENT = events.INSTRUCTION | events.JUMP | events.BRANCH
# What the VM calls them; those that tell of an exception.
_TOLD = {'start': events.PY_START, 'resume': events.PY_RESUME, 'return': events.PY_RETURN, 'yield': events.PY_YIELD,
         'invoke': events.CALL, 'line': events.LINE, 'stop': events.STOP_ITERATION, 'exception': events.RAISE,
         'unwind': events.PY_UNWIND, 'throw': events.PY_THROW,
         'handled': events.EXCEPTION_HANDLED, 'reraise': events.RERAISE, 'done': events.C_RETURN, 'fail': events.C_RAISE}
_RAISING = 'stop', 'exception', 'unwind', 'throw', 'handled', 'reraise'
_tools, _callbacks = {}, {}
# The events that each tool has asked for, everywhere and of single blocks of code, and where it wants no more of one.
_everywhere, _within, _disabled = {}, {}, set()


def _tool(tool_id, used=False):
    from _frames import c_int
    tool_id = c_int(tool_id)
    if not 0 <= tool_id <= 5:
        raise ValueError(f'invalid tool {tool_id} (must be between 0 and 5)')
    if used and tool_id not in _tools:
        raise ValueError(f'tool {tool_id} is not in use')
    return tool_id


def use_tool_id(tool_id, name, /):
    tool_id = _tool(tool_id)
    if not isinstance(name, str):
        raise ValueError('tool name must be a str')
    if tool_id in _tools:
        raise ValueError(f'tool {tool_id} is already in use')
    _tools[tool_id] = name


def free_tool_id(tool_id, /):
    tool_id = _tool(tool_id)
    _tools.pop(tool_id, None)


def get_tool(tool_id, /):
    return _tools.get(_tool(tool_id))


def register_callback(tool_id, event, func, /):
    from _frames import c_int
    tool_id, event = _tool(tool_id), c_int(event)
    if event <= 0 or event & event - 1:
        raise ValueError('The callback can only be set for one event at a time')
    if event > events.C_RAISE:
        raise ValueError(f'invalid event {event}')
    before = _callbacks.pop((tool_id, event), None)
    if func is not None:
        _callbacks[tool_id, event] = func
    return before


def _asked(event_set, kind, known):
    """The events, checked: the ends of calls come with the calls."""
    if event_set > 0 and event_set & _ENDS:
        if ~event_set & (events.CALL | _ENDS):
            raise ValueError('cannot set C_RETURN or C_RAISE events independently')
        event_set &= ~_ENDS
    if event_set & ~known:
        raise ValueError(f'invalid {kind} 0x{event_set & 0xFFFFFFFF:x}')
    if event_set & _ABSENT:
        import _frames
        name = next(name for name in _NAMES if event_set & _ABSENT & getattr(events, name))
        _frames.not_supported(f'sys.monitoring.events.{name}', 'sys.monitoring.events.LINE')
    return event_set


def set_events(tool_id, event_set, /):
    from _frames import c_int
    tool_id, event_set = _tool(tool_id), c_int(event_set)
    _tool(tool_id, True)
    event_set = _asked(event_set, 'event set', (1 << len(_NAMES)) - 1)
    _forget(tool_id, _everywhere.get(tool_id, 0) & ~event_set)
    _everywhere[tool_id] = event_set
    _watch()


def get_events(tool_id, /):
    return _everywhere.get(_tool(tool_id), 0)


def set_local_events(tool_id, code, event_set, /):
    if not isinstance(code, CodeType):
        raise TypeError('code must be a code object')
    tool_id = _tool(tool_id, True)
    _within[tool_id, code] = _asked(event_set, 'local event set', _LOCAL)
    _watch()


def get_local_events(tool_id, code, /):
    if not isinstance(code, CodeType):
        raise TypeError('code must be a code object')
    return _within.get((_tool(tool_id), code), 0)


def restart_events():
    _disabled.clear()


def _forget(tool, gone):
    """Events that a tool wants no more begin anew in the code that runs, once it wants them again."""
    import sys
    if not gone or not _disabled:
        return
    frame, codes = sys._getframe(), set()
    while frame is not None:
        codes.add(frame.f_code)
        frame = frame.f_back
    _disabled.difference_update([place for place in _disabled if place[0] == tool and place[1] & gone and place[2] in codes])


def _watch():
    from _frames import monitor
    monitor(_tell if any(_everywhere.values()) or any(_within.values()) else None)


def _tell(frame, event, argument):
    """Calls those of the tools that have asked for the event."""
    bit, code = _TOLD[event], frame.f_code
    asked = events.CALL if bit & _ENDS else bit
    for tool in range(5, -1, -1):
        if not (_everywhere.get(tool, 0) | _within.get((tool, code), 0)) & asked:
            continue
        callback, at = _callbacks.get((tool, bit)), frame.f_lineno if event == 'line' else frame.f_lasti
        place = tool, bit, code, _own_offset(frame)
        if callback is None or place in _disabled:
            continue
        if event in _RAISING:
            told = argument[1],
        elif event in ('invoke', 'done', 'fail'):
            told = argument if len(argument) == 2 else (argument[0], MISSING)
        else:
            told = () if event in ('start', 'resume', 'line') else (argument,)
        if callback(code, at, *told) is DISABLE:
            if not bit & (_LOCAL | _ENDS):
                del _callbacks[tool, bit]
                raise ValueError(f'Cannot disable {_NAMES[bit.bit_length() - 1]} events. Callback removed.')
            _disabled.add(place)
