"""sys.monitoring (PEP 669) up to the events themselves: who asks for some is told that there are none. So programs that look
whether it is there, and under which tool's name, go their other way."""
from types import CodeType, SimpleNamespace

__name__ = 'sys.monitoring'
__spec__ = None
del __file__
DEBUGGER_ID, COVERAGE_ID, PROFILER_ID, OPTIMIZER_ID = 0, 1, 2, 5
DISABLE, MISSING = object(), object()
_NAMES = ('PY_START PY_RESUME PY_RETURN PY_YIELD CALL LINE INSTRUCTION JUMP BRANCH STOP_ITERATION RAISE EXCEPTION_HANDLED '
          'PY_UNWIND PY_THROW RERAISE C_RETURN C_RAISE').split()
events = SimpleNamespace(**{name: 1 << bit for bit, name in enumerate(_NAMES)}, NO_EVENTS=0)
_LOCAL = events.RAISE - 1
_tools, _callbacks = {}, {}


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
    for key in [key for key in _callbacks if key[0] == tool_id]:
        del _callbacks[key]


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


def _ask(event_set, what, kind, known):
    import _frames
    both = events.C_RETURN | events.C_RAISE
    if event_set > 0 and event_set & both:
        if event_set & events.CALL == 0:
            raise ValueError('cannot set C_RETURN or C_RAISE events independently')
        event_set &= ~both
    if event_set & ~known:
        raise ValueError(f'invalid {kind} 0x{event_set & 0xFFFFFFFF:x}')
    if event_set:
        _frames.not_supported(f'sys.monitoring.{what}', 'sys.settrace')


def set_events(tool_id, event_set, /):
    from _frames import c_int
    tool_id, event_set = _tool(tool_id), c_int(event_set)
    _tool(tool_id, True)
    _ask(event_set, 'set_events', 'event set', (1 << len(_NAMES)) - 1)


def get_events(tool_id, /):
    _tool(tool_id)
    return 0


def set_local_events(tool_id, code, event_set, /):
    if not isinstance(code, CodeType):
        raise TypeError('code must be a code object')
    tool_id = _tool(tool_id, True)
    _ask(event_set, 'set_local_events', 'local event set', _LOCAL)


def get_local_events(tool_id, code, /):
    if not isinstance(code, CodeType):
        raise TypeError('code must be a code object')
    _tool(tool_id)
    return 0


def restart_events():
    pass
