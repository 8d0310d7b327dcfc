"""Handlers that turn files over, keep records back, or pass them to a queue."""
import copy
import logging
import os
import queue
import re
import threading
import time

DEFAULT_TCP_LOGGING_PORT, DEFAULT_UDP_LOGGING_PORT = 9020, 9021
DEFAULT_HTTP_LOGGING_PORT, DEFAULT_SOAP_LOGGING_PORT = 9022, 9023
SYSLOG_UDP_PORT = SYSLOG_TCP_PORT = 514


class BaseRotatingHandler(logging.FileHandler):
    """A file that gives way to a new one."""
    namer = rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)  #: 64 logging.FileHandler.__init__(self, filename, mode=mode,⏎                             encoding=encoding, delay=delay,⏎                             errors=errors)
        self.mode, self.encoding, self.errors = mode, encoding, errors

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)


class RotatingFileHandler(BaseRotatingHandler):
    """A new file when the old one has so many bytes."""

    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        if maxBytes > 0:  #: 157
            mode = 'a'
        super().__init__(filename, mode, encoding=encoding, delay=delay, errors=errors)  #: 161 BaseRotatingHandler.__init__(self, filename, mode, encoding=encoding,⏎                             delay=delay, errors=errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def doRollover(self):
        if self.stream:
            self.stream.close()
            self.stream = None
        if self.backupCount > 0:
            for number in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename(f'{self.baseFilename}.{number}')
                target = self.rotation_filename(f'{self.baseFilename}.{number + 1}')
                if os.path.exists(source):
                    if os.path.exists(target):
                        os.remove(target)
                    os.rename(source, target)
            target = self.rotation_filename(self.baseFilename + '.1')
            if os.path.exists(target):
                os.remove(target)
            self.rotate(self.baseFilename, target)
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes <= 0 or os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            return False
        self.stream.seek(0, 2)
        size = self.stream.tell()
        return bool(size) and size + len(self.format(record) + '\n') >= self.maxBytes


_PERIODS = {'S': (1, '%Y-%m-%d_%H-%M-%S'), 'M': (60, '%Y-%m-%d_%H-%M'), 'H': (3600, '%Y-%m-%d_%H'),
            'D': (86400, '%Y-%m-%d'), 'MIDNIGHT': (86400, '%Y-%m-%d'), 'W': (604800, '%Y-%m-%d')}


class TimedRotatingFileHandler(BaseRotatingHandler):
    """A new file after so much time."""

    def __init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        super().__init__(filename, 'a', encoding=encoding, delay=delay, errors=errors)  #: 223 BaseRotatingHandler.__init__(self, filename, 'a', encoding=encoding,⏎                             delay=delay, errors=errors)
        self.when = when.upper()  #: 225
        self.backupCount, self.utc, self.atTime = backupCount, utc, atTime
        kind = 'W' if self.when.startswith('W') else self.when
        if kind not in _PERIODS:
            raise ValueError(f'Invalid rollover interval specified: {self.when}')  #: 267 raise ValueError("Invalid rollover interval specified: %s" % self.when)
        if kind == 'W':
            if len(self.when) != 2:
                raise ValueError(f'You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {self.when}')  #: 260 raise ValueError("You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s" % self.when)
            if not '0' <= self.when[1] <= '6':
                raise ValueError(f'Invalid day specified for weekly rollover: {self.when}')  #: 262 raise ValueError("Invalid day specified for weekly rollover: %s" % self.when)
            self.dayOfWeek = int(self.when[1])
        seconds, self.suffix = _PERIODS[kind]
        stamp = re.sub('%.', lambda unit: r'\d{4}' if unit[0] == '%Y' else r'\d\d', self.suffix)
        self.extMatch = re.compile(rf'(?<!\d){stamp}(?!\d)', re.ASCII)
        self.interval = seconds * interval  #: 276 self.interval = «self.interval * interval» # multiply by units requested
        began = os.stat(filename).st_mtime if os.path.exists(filename) else time.time()
        self.rolloverAt = self.computeRollover(int(began))  #: 284 self.rolloverAt = «self.computeRollover(t)»

    def computeRollover(self, currentTime):
        result = currentTime + self.interval  #: 290
        if self.when == 'MIDNIGHT' or self.when.startswith('W'):
            at = self.atTime
            turn = 86400 if at is None else (at.hour * 60 + at.minute) * 60 + at.second
            now = time.gmtime(currentTime)
            left = turn - ((now.tm_hour * 60 + now.tm_min) * 60 + now.tm_sec)
            day = now.tm_wday
            if left <= 0:
                left += 86400
                day = (day + 1) % 7
            result = currentTime + left
            if self.when.startswith('W'):
                result += (self.dayOfWeek - day) % 7 * 86400
            result += self.interval - (604800 if self.when.startswith('W') else 86400)
        return result

    def shouldRollover(self, record):
        now = int(time.time())
        if now < self.rolloverAt:
            return False
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            self.rolloverAt = self.computeRollover(now)
            return False
        return True

    def getFilesToDelete(self):
        folder, base = os.path.split(self.baseFilename)

        def of_this_handler(name):
            if self.namer is None:
                return name.startswith(base + '.') and self.extMatch.fullmatch(name[len(base) + 1:])
            # The name may be anything; it has the stamp of which the namer makes it.
            stamp = self.extMatch.search(name)
            while stamp:
                if os.path.basename(self.namer(f'{self.baseFilename}.{stamp[0]}')) == name:
                    return True
                stamp = self.extMatch.search(name, stamp.start() + 1)

        found = sorted(os.path.join(folder, name) for name in os.listdir(folder) if of_this_handler(name))
        return found[:max(len(found) - self.backupCount, 0)]

    def doRollover(self):
        now = int(time.time())
        stamp = time.strftime(self.suffix, time.gmtime(self.rolloverAt - self.interval))
        target = self.rotation_filename(f'{self.baseFilename}.{stamp}')
        if os.path.exists(target):
            return
        if self.stream:
            self.stream.close()
            self.stream = None
        self.rotate(self.baseFilename, target)
        if self.backupCount > 0:
            for old in self.getFilesToDelete():
                os.remove(old)
        if not self.delay:
            self.stream = self._open()
        self.rolloverAt = self.computeRollover(now)


class WatchedFileHandler(logging.FileHandler):
    """Opens its file anew when another took its place."""

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode, encoding, delay, errors)  #: 483 logging.FileHandler.__init__(self, filename, mode=mode,⏎                             encoding=encoding, delay=delay,⏎                             errors=errors)
        self.dev, self.ino = -1, -1
        self._statstream()

    def _statstream(self):
        if self.stream is not None:
            stat = os.fstat(self.stream.fileno())
            self.dev, self.ino = stat.st_dev, stat.st_ino

    def reopenIfNeeded(self):
        if self.stream is None:
            return
        try:
            stat = os.stat(self.baseFilename)
            here = stat.st_dev, stat.st_ino
        except FileNotFoundError:
            here = None
        if here != (self.dev, self.ino):
            self.stream.flush()
            self.stream.close()
            self.stream = None
            self.stream = self._open()
            self._statstream()

    def emit(self, record):
        self.reopenIfNeeded()
        logging.FileHandler.emit(self, record)


class BufferingHandler(logging.Handler):
    """Keeps records until there are so many."""

    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity, self.buffer = capacity, []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):  #: 1333
            self.flush()  #: 1334

    def flush(self):
        self.buffer.clear()

    def close(self):
        try:
            self.flush()
        finally:
            logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
    """Passes what it keeps to another handler when there is enough, or one of weight."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

    def shouldFlush(self, record):
        return (len(self.buffer) >= self.capacity or  #: 1386 return («len(self.buffer) >= self.capacity») or \
                record.levelno >= self.flushLevel)  #: 1387 («record.levelno >= self.flushLevel»)

    def setTarget(self, target):
        self.acquire()
        self.target = target
        self.release()

    def flush(self):
        self.acquire()
        try:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.target = None
            BufferingHandler.close(self)


class QueueHandler(logging.Handler):  #: in logging/handlers.py
    """Puts records into a queue."""
    listener = None

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue

    def enqueue(self, record):  #: 1443
        self.queue.put_nowait(record)  #: 1451

    def prepare(self, record):
        text = self.format(record)  #: 1475 msg = «self.format(record)»
        record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))  #: 1493
        except Exception:
            self.handleError(record)


class QueueListener:
    """A thread that passes records from a queue to handlers."""
    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers = queue, handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def dequeue(self, block):
        return self.queue.get(block)  #: 1523

    def start(self):
        self._thread = thread = threading.Thread(target=self._monitor)
        thread.daemon = True
        thread.start()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)  #: 1560

    def _monitor(self):
        told = hasattr(self.queue, 'task_done')
        while True:
            try:
                record = self.dequeue(True)  #: 1574
                if record is self._sentinel:
                    if told:
                        self.queue.task_done()
                    break
                self.handle(record)  #: 1579
                if told:
                    self.queue.task_done()
            except queue.Empty:
                break

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)  #: 1593

    def stop(self):
        if self._thread:
            self.enqueue_sentinel()  #: 1604
            self._thread.join()  #: 1605
            self._thread = None


class SocketHandler(logging.Handler):
    """Sends records, pickled, over a connection that is made when there is one to send."""
    retryStart, retryMax, retryFactor = 1.0, 30.0, 2.0

    def __init__(self, host, port):
        super().__init__()
        self.host, self.port, self.address = host, port, host if port is None else (host, port)
        self.sock = self.retryTime = self.retryPeriod = None
        self.closeOnError = False

    def makeSocket(self, timeout=1):
        import socket
        if self.port is not None:
            return socket.create_connection(self.address, timeout=timeout)
        made = socket.socket(socket.AF_UNIX)
        made.settimeout(timeout)
        made.connect(self.address)
        return made

    def createSocket(self):
        now = time.time()
        if self.retryTime is None or now >= self.retryTime:
            try:
                self.sock, self.retryTime = self.makeSocket(), None
            except OSError:
                first = self.retryTime is None
                self.retryPeriod = self.retryStart if first else min(self.retryPeriod * self.retryFactor, self.retryMax)
                self.retryTime = now + self.retryPeriod

    def send(self, s):
        if self.sock is None:
            self.createSocket()
        if self.sock is not None:
            try:
                self.sock.sendall(s)
            except OSError:
                self.sock.close()
                self.sock = None

    def makePickle(self, record):
        import pickle
        if record.exc_info:
            self.format(record)
        state = {**record.__dict__, 'msg': record.getMessage(), 'args': None, 'exc_info': None}  #: 658 d['msg'] = «record.getMessage()»
        state.pop('message', None)
        data = pickle.dumps(state)
        return len(data).to_bytes(4, 'big') + data

    def handleError(self, record):
        if self.closeOnError and self.sock:
            self.sock.close()
            self.sock = None
        else:
            super().handleError(record)

    def emit(self, record):
        try:
            self.send(self.makePickle(record))  #: 691 s = «self.makePickle(record)»
        except Exception:
            self.handleError(record)

    def close(self):
        sock, self.sock = self.sock, None
        if sock is not None:
            sock.close()
        super().close()


class DatagramHandler(SocketHandler):
    """The same, a datagram each."""

    def __init__(self, host, port):
        super().__init__(host, port)

    def makeSocket(self):
        import socket
        return socket.socket(socket.AF_UNIX if self.port is None else socket.AF_INET, socket.SOCK_DGRAM)

    def send(self, s):
        if self.sock is None:
            self.createSocket()
        self.sock.sendto(s, self.address)


def __getattr__(name):
    if name in ('SysLogHandler', 'NTEventLogHandler', 'SMTPHandler', 'HTTPHandler'):
        import logging._services
        found = globals()[name] = getattr(logging._services, name)
        return found
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
