import io
import logging
import logging.config
import logging.handlers
import sys


def refused(function, *args):
    try:
        function(*args)
    except Exception as e:
        print(type(e).__name__, e, "/", repr(e.__cause__))


class Shown(logging.Formatter):
    def __init__(self, format=None, datefmt=None, style="%", tag="tag"):
        super().__init__(format, datefmt, style)
        self.tag = tag

    def format(self, record):
        return f"<{self.tag}> {super().format(record)}"


class OwnHandler(logging.StreamHandler):
    def __init__(self, *args, **kwargs):
        super().__init__(sys.stdout)
        self.given = kwargs


def loud(record):
    return record.levelno >= logging.WARNING


logging.config.dictConfig({
    "version": 1,
    "forms": {"long": {"format": "%(levelname)s %(message)s"}},
    "formatters": {
        "short": {"format": "{levelname[0]} {message} {user}", "style": "{", "defaults": {"user": "nobody"}},
        "long": "cfg://forms.long",
        "own": {"()": Shown, "format": "%(message)s", "tag": "own"},
        "usual": {"()": "logging.Formatter", "format": "usual %(message)s"},
    },
    "filters": {"part": {"name": "app.part"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout"},
        "own": {"class": OwnHandler, "formatter": "own", "more": 1, ".": {"terminator": "!\n"}},
        "kept": {"class": "logging.handlers.MemoryHandler", "capacity": 10, "flushLevel": "ERROR", "target": "out"},
        "usual": {"class": "logging.StreamHandler", "formatter": "usual", "stream": "ext://sys.stdout",
                  "filters": [loud]},
    },
    "loggers": {
        "app": {"level": "DEBUG", "handlers": ["out", "own"], "propagate": False},
        "kept": {"level": "INFO", "handlers": ["kept"], "propagate": False},
    },
    "root": {"level": "INFO", "handlers": ["usual"]},
})
logging.getLogger("app.part").debug("message", extra={"user": "me"})
logging.getLogger("app").info("another")
logging.getLogger("kept").info("waits")
logging.getLogger("kept").error("flushes")
logging.info("quiet")
logging.warning("loud")
print(sorted(logging.getHandlerNames()), logging.getHandlerByName("own").given)
print(logging.getHandlerByName("kept").flushLevel, len(logging._handlerList))
base = logging.config.BaseConfigurator({"pair": (1, [2, 3]), "to": {"x": "cfg://pair[1]"}})
print(base.convert("cfg://to.x"), base.convert("cfg://pair[1][0]"), base.convert(["ext://sys.maxsize"])[0] > 0)
refused(logging.config.dictConfig, {"version": 1, "root": {"handlers": ["none"]}})
refused(logging.config.dictConfig, {"version": 1, "handlers": {"h": {"class": "nowhere.Handler"}}})
refused(logging.config.dictConfig, {"version": 1, "formatters": {"f": {"()": "logging.Formatter", "none": 1}}})

# A file.
logging.config.fileConfig(io.StringIO("""
[loggers]
keys=root,file

[handlers]
keys=out,kept

[formatters]
keys=short

[logger_root]
level=WARNING
handlers=out

[logger_file]
level=DEBUG
handlers=kept
qualname=file
propagate=0

[handler_out]
class=StreamHandler
formatter=short
args=(sys.stdout,)

[handler_kept]
class=logging.handlers.MemoryHandler
target=out
args=(1,)

[formatter_short]
format=%(levelname)s:%(name)s:%(message)s %(place)s
defaults={"place": "here"}
"""))
logging.getLogger("file").debug("in a file")
logging.getLogger("other").warning("other")
with open("/tmp/empty.ini", "w"):
    pass
refused(logging.config.fileConfig, "/tmp/empty.ini")
refused(logging.config.fileConfig, io.StringIO("[loggers\nnone"))

# Names of levels, records that know less, kinds of loggers.
print(logging._nameToLevel["WARN"], logging._levelToName[10], logging.getLevelName("DEBUG"), logging.getLevelName(11))
logging.addLevelName(logging.INFO, "")
print(repr(logging.getLevelName(logging.INFO)))
logging.addLevelName(logging.INFO, "INFO")
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = logging.logAsyncioTasks = False
record = logging.LogRecord("n", 20, None, 1, "m", (), None)
print(record.thread, record.threadName, record.process, record.processName, record.taskName, record.module)
refused(logging.setLoggerClass, int)
refused(logging.getLogger().manager.setLoggerClass, int)


class Failing(logging.Handler):
    def flush(self):
        print("flush", self.name)

    def close(self):
        print("close", self.name)
        raise ValueError("ignored")


first, second = Failing(), Failing()
first.name, second.name = "first", "second"
logging.shutdown([*logging._handlerList[-2:]])
first.close = second.close = lambda: None
print(logging.getHandlerByName("first") is first)
