"""Levels, and records of what was logged."""
import logging  # where programs set what is told
import os
import sys
import time
from _frames import modules as _modules

__name__ = 'logging'  # where what is here is said to be

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_levelToName = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
_nameToLevel = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10,
                'NOTSET': 0}
_start = time.time_ns()


def _process_name():  #: in logging/__init__.py
    multiprocessing = sys.modules.get('multiprocessing')
    return 'MainProcess' if multiprocessing is None else multiprocessing.current_process().name


def getLevelName(level):
    """The name of a level, or the level of a name."""
    found = _levelToName.get(level)  #: 148 result = «_levelToName.get(level)»
    found = _nameToLevel.get(level) if found is None else found
    return f'Level {level}' if found is None else found


def getLevelNamesMapping():
    return dict(_nameToLevel)


def addLevelName(level, levelName):
    _levelToName[level] = levelName  #: 163
    _nameToLevel[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if isinstance(level, str):
        if level not in _nameToLevel:
            raise ValueError(f'Unknown level: {level!r}')  #: 210 raise ValueError("Unknown level: %r" % level)
        return _nameToLevel[level]
    raise TypeError(f'Level not an integer or a valid string: {level!r}')  #: 213 raise TypeError("Level not an integer or a valid string: %r"⏎                % (level,))


class LogRecord:
    """One event that was logged."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = logging.time.time_ns()
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = logging.getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        try:
            self.filename = pathname.rpartition('/')[2]
            self.module = self.filename.removesuffix('.py')
        except AttributeError:
            self.filename, self.module = pathname, 'Unknown module'
        self.exc_info, self.exc_text, self.stack_info = exc_info, None, sinfo
        self.lineno, self.funcName = lineno, func
        self.created = now / 1e9
        self.msecs = (now % 1000000000) // 1000000 + 0.0
        if self.msecs == 999 and int(self.created) != now // 1000000000:
            # As a float the time has been rounded up to the next second.
            self.msecs = 0.0
        self.relativeCreated = (now - _start) / 1e6
        self.thread, self.threadName = _thread() if logging.logThreads else (None, None)
        self.process = os.getpid() if logging.logProcesses else None
        self.processName = _process_name() if logging.logMultiprocessing else None
        self.taskName = _task_name() if logging.logAsyncioTasks else None

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        msg = str(self.msg)  #: 398 msg = «str(self.msg)»
        if self.args:
            msg = msg % self.args  #: 400
        return msg


def _thread():
    threading = _modules().get('threading')
    if threading is not None:
        return threading.get_ident(), threading.current_thread().name
    return 140000000000000, 'MainThread'


def _task_name():
    asyncio = _modules().get('asyncio')
    if asyncio is not None:
        try:
            return asyncio.current_task().get_name()
        except Exception:
            pass
    return None
