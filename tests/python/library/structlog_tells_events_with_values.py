# recorded by hand: CPython with structlog 26.1.0 and rich 15.0.0
"""Events with values are bound, processed and written in several ways, of threads and tasks, by themselves and by logging."""
import asyncio, structlog, logging, sys, io, json
log = structlog.get_logger()
log.info("hello", who="world", n=1, s="a b", d={"x": [1]}); log.warning("warn %s %d", "x", 3); log.debug("d"); log.error("e", z=None, a=True); log.critical("c" * 40, k="v")
b = log.bind(user="ann", req=7); b.info("bound"); b.unbind("user").info("un"); b.new(x=1).info("new"); print(b, structlog.get_context(b)) if 0 else None
structlog.contextvars.bind_contextvars(trace="t1"); log.info("ctx")
with structlog.contextvars.bound_contextvars(inner=2): log.info("in")
structlog.contextvars.clear_contextvars(); log.msg("cleared")
structlog.configure(processors=[structlog.contextvars.merge_contextvars, structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso"), structlog.processors.ExceptionRenderer(lambda info: repr(info[1])), structlog.processors.JSONRenderer(sort_keys=True)], wrapper_class=structlog.make_filtering_bound_logger(logging.INFO))
log.debug("no"); log.info("json", obj=object, l=(1,)); 
try: [][1]
except IndexError: log.exception("ex")
structlog.configure(processors=[structlog.stdlib.add_log_level if hasattr(structlog.stdlib, "add_log_level") else structlog.processors.add_log_level, structlog.processors.EventRenamer("msg"), structlog.processors.CallsiteParameterAdder({structlog.processors.CallsiteParameter.FUNC_NAME, structlog.processors.CallsiteParameter.LINENO}), structlog.processors.KeyValueRenderer(key_order=["msg", "lineno", "func_name"])])
def g(): log.info("kv", a="b")
g()
structlog.configure(processors=[structlog.processors.LogfmtRenderer(bool_as_flag=False)]); log.info("lf", a=True, b=None, c="x y", d='q"', e="n\nl")
structlog.configure(processors=[structlog.processors.add_log_level, structlog.dev.ConsoleRenderer(colors=True, exception_formatter=structlog.dev.plain_traceback)]); log.info("col", k="v v", logger="L"); log.error("er")
structlog.configure(processors=[structlog.processors.add_log_level, structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback, pad_event_to=10, sort_keys=False)]); log.info("p", z=1, a=2)
def drop(l, n, e):
    if e.get("secret"): raise structlog.DropEvent
    return e
structlog.configure(processors=[drop, structlog.processors.JSONRenderer()]); log.info("kept"); log.info("x", secret=1)
structlog.configure(processors=[lambda l, n, e: 5])
try: log.info("bad")
except ValueError as e: print(e)
with structlog.testing.capture_logs() as cap: log.bind(q=1).warning("captured", z=2)
print(cap, structlog.is_configured())
out = io.StringIO(); structlog.reset_defaults(); structlog.configure(logger_factory=structlog.PrintLoggerFactory(out)); log.info("to file"); print(repr(out.getvalue()))
structlog.reset_defaults()
async def main():
    async def worker(n):
        structlog.contextvars.bind_contextvars(worker=n); await asyncio.sleep(n / 10); log.info("working"); await log.ainfo("async", n=n)
    await asyncio.gather(*(worker(i) for i in range(3)))
asyncio.run(main())
logging.basicConfig(stream=sys.stdout, format="%(name)s:%(levelname)s:%(message)s", level=logging.INFO)
structlog.configure(processors=[structlog.stdlib.filter_by_level, structlog.stdlib.add_logger_name, structlog.processors.add_log_level, structlog.stdlib.PositionalArgumentsFormatter(), structlog.processors.JSONRenderer()], logger_factory=structlog.stdlib.LoggerFactory(), wrapper_class=structlog.stdlib.BoundLogger, cache_logger_on_first_use=True)
s = structlog.get_logger("my"); s.info("std %s", "arg", k=1); s.debug("no"); structlog.stdlib.get_logger().warning("mod")
h = logging.StreamHandler(sys.stdout); h.setFormatter(structlog.stdlib.ProcessorFormatter(processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.dev.ConsoleRenderer(colors=False)], foreign_pre_chain=[structlog.processors.add_log_level]))
root = logging.getLogger(); root.handlers[:] = [h]
structlog.reset_defaults(); structlog.configure(processors=[structlog.processors.add_log_level, structlog.stdlib.ProcessorFormatter.wrap_for_formatter], logger_factory=structlog.stdlib.LoggerFactory(), wrapper_class=structlog.stdlib.BoundLogger)
structlog.get_logger("pf").info("via formatter", a=1); logging.getLogger("foreign").warning("foreign %d", 5)
async def told():
    for wrapper in (structlog.stdlib.BoundLogger, structlog.stdlib.AsyncBoundLogger):
        structlog.configure(processors=[structlog.contextvars.merge_contextvars, structlog.stdlib.add_logger_name, structlog.processors.add_log_level, structlog.stdlib.PositionalArgumentsFormatter(), structlog.processors.CallsiteParameterAdder({structlog.processors.CallsiteParameter.FUNC_NAME, structlog.processors.CallsiteParameter.THREAD_NAME}), structlog.processors.ExceptionRenderer(lambda info: repr(info[1])), structlog.processors.KeyValueRenderer(sort_keys=True)], logger_factory=structlog.stdlib.LoggerFactory(), wrapper_class=wrapper)
        l = structlog.get_logger("as").bind(b=1); root.handlers[:] = [logging.StreamHandler(sys.stdout)]; structlog.contextvars.bind_contextvars(c=2); print(type(l).__name__)
        a = "a" if wrapper is structlog.stdlib.BoundLogger else ""
        for name in "debug info warning error critical fatal".split(): print(await getattr(l, a + name)("told %s %s", "by", name, k=1))
        await getattr(l, a + "log")(logging.WARNING, "level"); await l.unbind("b").new(n=1).__getattribute__(a + "info")("new"); print(hasattr(l, "awarn"), hasattr(l, "warn"), structlog.get_context(l.try_unbind("zz")))
        try: {}["k"]
        except KeyError: await getattr(l, a + "exception")("failed"); await getattr(l, a + "error")("failed too", exc_info=True)
    b = structlog.stdlib.BoundLogger(logging.getLogger("own"), [], {}); b.setLevel(logging.ERROR); print(b.name, b.level, b.parent, b.propagate, b.handlers, b.disabled, b.getEffectiveLevel(), b.isEnabledFor(30), b.is_enabled_for(50), b.get_effective_level(), b.getChild("c").name, b.hasHandlers())
    print(structlog.stdlib.BoundLogger.setLevel.__qualname__, structlog.stdlib.BoundLogger.ainfo.__qualname__, structlog.stdlib.BoundLogger.fatal.__name__, [p.name for p in structlog.processors.CallsiteParameter])
    try: b.nope
    except AttributeError as e: print(e)
    try: await b.ainfo()
    except TypeError as e: print(e)
asyncio.run(told())
try: structlog.stdlib.AsyncBoundLogger(None, [], {})
except RuntimeError as e: print(e)
