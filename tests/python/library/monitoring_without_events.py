import sys

m = sys.monitoring
print([(name, value) for name, value in vars(m.events).items()])
print(m.DEBUGGER_ID, m.COVERAGE_ID, m.PROFILER_ID, m.OPTIMIZER_ID, m.DISABLE is m.MISSING, m.__name__)


def told(function, *args):
    try:
        print(function.__name__, function(*args))
    except (ValueError, TypeError, OverflowError) as error:
        print(function.__name__, type(error).__name__, error)


code = told.__code__
for args in [(7, 'x'), (-1, 'x'), (1, 3), (1, 'a'), (1, 'b'), (2**40, 'x'), ('1', 'x')]:
    told(m.use_tool_id, *args)
for tool in [1, 2, 9]:
    told(m.get_tool, tool)
for args in [(3, 1), (1, 1 << 40), (1, m.events.C_RETURN), (1, -1), (1, 0)]:
    told(m.set_events, *args)
for args in [(1, 3, print), (1, 1, print), (1, 1, None), (1, 1, None), (1, 1 << 30, print), (3, 1, print), (1, 0, print)]:
    told(m.register_callback, *args)
for args in [(1, 3, 1), (3, code, 0), (1, code, m.events.RAISE), (1, code, 0)]:
    told(m.set_local_events, *args)
for args in [(1, print), (3, code), (1, code)]:
    told(m.get_local_events, *args)
told(m.get_events, 1)
told(m.get_events, 3)
told(m.restart_events)
told(m.free_tool_id, 4)
told(m.free_tool_id, 1)
told(m.get_tool, 1)
