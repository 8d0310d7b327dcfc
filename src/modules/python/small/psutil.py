"""What the simulated machine says of itself: its memory and disk, its processors, which have nothing to do, its processes."""
import functools as _functools
import os
import signal as _signal
import socket
import sys
import threading
import time
from contextlib import contextmanager
from enum import IntEnum
import _processes

from _psutil_errors import AccessDenied, Error, NoSuchProcess, TimeoutExpired, ZombieProcess
from _psutil_records import (pcputimes, pctxsw, pfullmem, pgids, pio, pmem, pthread, puids, scpufreq, scpustats,
                             scputimes, sdiskio, sdiskpart, sdiskusage, snetio, snicaddr, snicstats, sswap, svmem)

version_info = 7, 2, 2
__version__ = '7.2.2'
_GIB = 1 << 30
_MEMORY, _USED, _CACHE = 16 * _GIB, 2 * _GIB, 4 * _GIB
_PROCESSORS = 8
_RESIDENT, _VIRTUAL, _SHARED = 12000 << 10, 24000 << 10, 6000 << 10
# What the monotonic clock shows when a run begins.
_BEGIN = 1000.0
POSIX, LINUX = True, True
WINDOWS = MACOS = OSX = FREEBSD = OPENBSD = NETBSD = BSD = SUNOS = AIX = False
NIC_DUPLEX_FULL, NIC_DUPLEX_HALF, NIC_DUPLEX_UNKNOWN = 2, 1, 0
POWER_TIME_UNLIMITED, POWER_TIME_UNKNOWN = -2, -1
AF_LINK = getattr(socket, 'AF_PACKET', 17)
CONN_ESTABLISHED, CONN_LISTEN, CONN_NONE = 'ESTABLISHED', 'LISTEN', 'NONE'


STATUS_RUNNING, STATUS_SLEEPING, STATUS_STOPPED, STATUS_ZOMBIE = 'running', 'sleeping', 'stopped', 'zombie'
STATUS_IDLE, STATUS_DEAD, STATUS_DISK_SLEEP, STATUS_TRACING_STOP = 'idle', 'dead', 'disk-sleep', 'tracing-stop'
STATUS_LOCKED, STATUS_WAITING, STATUS_WAKING, STATUS_PARKED = 'locked', 'waiting', 'waking', 'parked'


class NicDuplex(IntEnum):
    """Whether a wire carries both ways at once."""
    NIC_DUPLEX_FULL = 2
    NIC_DUPLEX_HALF = 1
    NIC_DUPLEX_UNKNOWN = 0


def _percent(used, total):
    return round(used / total * 100, 1)


def virtual_memory():
    """The memory: as much as `free` tells of."""
    free = _MEMORY - _USED - _CACHE
    available = free + _CACHE
    return svmem(_MEMORY, available, _percent(_MEMORY - available, _MEMORY), _USED, free, _USED, _CACHE, 0, _CACHE, 0, 0)


def swap_memory():
    return sswap(0, 0, 0, 0.0, 0, 0)


def _idle(seconds):
    return scputimes(0.0, 0.0, 0.0, seconds, *[0.0] * 6)


def cpu_times(percpu=False):
    """The processors' times: they have been idle since the machine began."""
    now = time.monotonic()
    return [_idle(now) for _ in range(_PROCESSORS)] if percpu else _idle(now * _PROCESSORS)


def _wait(interval):
    if interval is not None and interval < 0:
        raise ValueError(f'interval is not positive (got {interval})')
    if interval:
        time.sleep(interval)


def cpu_percent(interval=None, percpu=False):
    """How much the processors have to do: nothing, since what programs compute takes no time here."""
    _wait(interval)
    return [0.0] * _PROCESSORS if percpu else 0.0


def cpu_times_percent(interval=None, percpu=False):
    _wait(interval)
    return [_idle(100.0) for _ in range(_PROCESSORS)] if percpu else _idle(100.0)


def cpu_count(logical=True):
    return _PROCESSORS if logical else _PROCESSORS // 2


def cpu_stats():
    return scpustats(0, 0, 0, 0)


def cpu_freq(percpu=False):
    one = scpufreq(2400.0, 0.0, 0.0)
    return [one] * _PROCESSORS if percpu else one


getloadavg = os.getloadavg


def boot_time():
    return time.time() - time.monotonic()


def disk_usage(path):
    found = os.statvfs(path)
    total, free, room = (count * found.f_frsize for count in (found.f_blocks, found.f_bfree, found.f_bavail))
    return sdiskusage(total, total - free, room, _percent(total - free, total - free + room))


def disk_partitions(all=False):
    return [sdiskpart('/dev/root', '/', 'ext4', 'rw,relatime')]


def disk_io_counters(perdisk=False, nowrap=True):
    none = sdiskio(*[0] * 9)
    return {'root': none} if perdisk else none


def net_io_counters(pernic=False, nowrap=True):
    none = snetio(*[0] * 8)
    return {'lo': none} if pernic else none


def net_if_addrs():
    return {'lo': [snicaddr(socket.AF_INET, '127.0.0.1', '255.0.0.0', None, None)]}


def net_if_stats():
    return {'lo': snicstats(True, NicDuplex.NIC_DUPLEX_UNKNOWN, 0, 65536, 'up,loopback,running')}


def net_connections(kind='inet'):
    return []


def users():
    return []


def sensors_battery():
    """There is none."""
    return None


def sensors_temperatures(fahrenheit=False):
    return {}


def sensors_fans():
    return {}


def pids():
    """The numbers of the processes."""
    return sorted(one[0] for one in _processes.living())


def pid_exists(pid):
    return pid in pids()


class Process:
    """A process of the machine."""

    def __init__(self, pid=None):
        pid = os.getpid() if pid is None else pid
        if pid < 0:
            raise ValueError(f'pid must be a positive integer (got {pid})')
        if not pid_exists(pid):
            raise NoSuchProcess(pid, msg='process PID not found')
        self._pid, self._code = pid, None
        # What errors say of it: its name, once somebody has asked for it.
        self._name, self._begun = None, None
        self._base, self._command = _named(pid)

    @property
    def pid(self):
        return self._pid

    def __eq__(self, other):
        return self._pid == other._pid if isinstance(other, Process) else NotImplemented

    def __hash__(self):
        return hash(self._pid)

    def __repr__(self):
        try:
            told = f'name={self.name()!r}, status={self.status()!r}'
        except NoSuchProcess:
            told = (f'name={self._name!r}, ' if self._name else '') + "status='terminated'"
        told = f'pid={self._pid}, {told}' + ('' if self._begun is None else f', started={_clock(self._begun)!r}')
        return f'psutil.{type(self).__name__}({told})'

    def _found(self):
        """Its number, its parent's, whether it is stopped and whether it computes."""
        for one in _processes.living():
            if one[0] == self._pid:
                return one
        raise NoSuchProcess(self._pid, self._name)

    @contextmanager
    def oneshot(self):
        yield

    def is_running(self):
        return pid_exists(self._pid)

    def name(self):
        self._found()
        self._name = self._base
        return self._name

    def cmdline(self):
        self._found()
        return self._command

    def exe(self):
        self._found()
        return sys.executable if self._base.startswith('python') else f'/usr/bin/{self._base}'

    def _surroundings(self):
        """The folder and the variables that it was started with; None where it has those of who asks."""
        self._found()
        return None if self._pid == os.getpid() else _processes.common('surroundings', {}).get(self._pid)

    def cwd(self):
        known = self._surroundings()
        return known[0] if known else os.getcwd()

    def environ(self):
        known = self._surroundings()
        return dict(known[1] if known else os.environ)

    def username(self):
        self._found()
        return 'user'

    def ppid(self):
        return self._found()[1]

    def parent(self):
        above = self.ppid()
        return Process(above) if pid_exists(above) else None

    def parents(self):
        found, above = [], self.parent()
        while above is not None:
            found.append(above)
            above = above.parent()
        return found

    def children(self, recursive=False):
        """Those that it has started, and with `recursive` those that they have."""
        if not self.is_running():
            raise NoSuchProcess(self._pid, msg='process PID not found')
        found = [Process(one[0]) for one in _processes.living() if one[1] == self._pid]
        return found + [deeper for child in found for deeper in child.children(True)] if recursive else found

    def status(self):
        _, _, stopped, computes = self._found()[:4]
        return STATUS_STOPPED if stopped else STATUS_RUNNING if computes or self._pid == os.getpid() else STATUS_SLEEPING

    def create_time(self):
        self._begun = time.time() - (time.monotonic() - _BEGIN)
        return self._begun

    def memory_info(self):
        self._found()
        return pmem(_RESIDENT, _VIRTUAL, _SHARED, 4096, 0, _RESIDENT - _SHARED, 0)

    def memory_full_info(self):
        unshared = _RESIDENT - _SHARED
        return pfullmem(*self.memory_info(), unshared, unshared, 0)

    def memory_percent(self, memtype='rss'):
        return getattr(self.memory_full_info(), memtype) / _MEMORY * 100

    def cpu_times(self):
        self._found()
        return pcputimes(0.0, 0.0, 0.0, 0.0, 0.0)

    def cpu_percent(self, interval=None):
        _wait(interval)
        self._found()
        return 0.0

    def cpu_num(self):
        self._found()
        return 0

    def cpu_affinity(self, cpus=None):
        self._found()
        return list(range(_PROCESSORS)) if cpus is None else None

    def num_threads(self):
        self._found()
        return threading.active_count() if self._pid == os.getpid() else 1

    def threads(self):
        self._found()
        if self._pid != os.getpid():
            return [pthread(self._pid, 0.0, 0.0)]
        return [pthread(thread.native_id, 0.0, 0.0) for thread in threading.enumerate()]

    def num_fds(self):
        self._found()
        return 3

    def open_files(self):
        self._found()
        return []

    def net_connections(self, kind='inet'):
        self._found()
        return []

    connections = net_connections

    def io_counters(self):
        self._found()
        return pio(0, 0, 0, 0, 0, 0)

    def num_ctx_switches(self):
        self._found()
        return pctxsw(0, 0)

    def nice(self, value=None):
        self._found()
        return 0 if value is None else None

    def uids(self):
        self._found()
        return puids(*[os.getuid()] * 3)

    def gids(self):
        self._found()
        return pgids(*[os.getgid()] * 3)

    def terminal(self):
        self._found()
        return None

    def ionice(self, ioclass=None, value=None):
        self._lacks('ionice')

    def rlimit(self, resource, limits=None):
        self._lacks('rlimit', 'resource.getrlimit')

    def memory_maps(self, grouped=True):
        self._lacks('memory_maps', 'psutil.Process.memory_info')

    def _lacks(self, name, instead=None):
        self._found()
        from _frames import not_supported
        not_supported(f'psutil.Process.{name}', *[instead] * (instead is not None))

    def as_dict(self, attrs=None, ad_value=None):
        """What it tells, by the names of its methods."""
        known = sorted(name for name in vars(Process) if name[0] != '_' and name not in _NOT_TOLD)
        for name in attrs or ():
            if name not in known:
                raise ValueError(f'invalid attr name {name!r}')
        told = {}
        for name in attrs or known:
            value = getattr(self, name)
            told[name] = value() if callable(value) else value
        return told

    def send_signal(self, sig):
        try:
            os.kill(self._pid, sig)
        except ProcessLookupError:
            raise NoSuchProcess(self._pid, self._name)

    def suspend(self):
        self.send_signal(_signal.SIGSTOP)

    def resume(self):
        self.send_signal(_signal.SIGCONT)

    def terminate(self):
        self.send_signal(_signal.SIGTERM)

    def kill(self):
        self.send_signal(_signal.SIGKILL)

    def wait(self, timeout=None):
        """Waits until it has ended; a child tells how it did."""
        if timeout is not None and timeout < 0:
            raise ValueError('timeout must be a positive integer')
        until, pause = None if timeout is None else time.monotonic() + timeout, 0.0001
        while self._code is None:
            try:
                pid, status = os.waitpid(self._pid, os.WNOHANG)
            except ChildProcessError:
                if not pid_exists(self._pid):
                    return None
                pid = 0
            if pid:
                code = os.waitstatus_to_exitcode(status)
                self._code = code if code >= 0 else _ended_by(code)
                break
            if until is not None and time.monotonic() >= until:
                raise TimeoutExpired(timeout, self._pid, self._name)
            time.sleep(pause if until is None else min(pause, until - time.monotonic()))
            pause = min(pause * 2, 0.04)
        return self._code


@_functools.cache
def _signals():
    return IntEnum('Negsignal', {one.name: -one.value for one in _signal.Signals}, module='psutil._psposix')


def _ended_by(code):
    """The status of a process that a signal ended."""
    try:
        return _signals()(code)
    except ValueError:
        return code


_NOT_TOLD = {'as_dict', 'children', 'connections', 'ionice', 'is_running', 'kill', 'memory_maps', 'oneshot', 'parent', 'parents',
             'resume', 'rlimit', 'send_signal', 'suspend', 'terminate', 'wait'}


def _named(pid):
    """A process's name and what it was started with."""
    commands = _processes.common('commands', {})
    parent = next((one[1] for one in _processes.living() if one[0] == pid), None)
    words = list(commands.get(pid) or commands.get(parent) or ('python3',))
    return words[0].rpartition('/')[2], words


def _clock(seconds):
    """A time of today, or a date and a time."""
    then = time.localtime(seconds)
    today = then[:3] == time.localtime()[:3]
    return time.strftime('%H:%M:%S' if today else '%Y-%m-%d %H:%M:%S', then)


def process_iter(attrs=None, ad_value=None):
    """All processes; with `attrs` what they tell is in their `info`."""
    for pid in pids():
        try:
            one = Process(pid)
            if attrs is not None:
                one.info = one.as_dict(attrs=attrs, ad_value=ad_value)
        except NoSuchProcess:
            continue
        yield one


def wait_procs(procs, timeout=None, callback=None):
    """Waits for processes; gives those that have ended and those that have not."""
    until, gone, alive = None if timeout is None else time.monotonic() + timeout, [], list(procs)
    for one in list(alive):
        try:
            one.returncode = one.wait(None if until is None else max(0, until - time.monotonic()))
        except TimeoutExpired:
            continue
        alive.remove(one)
        gone.append(one)
        if callback is not None:
            callback(one)
    return gone, alive


class Popen(Process):
    """A program that is started, and its process."""

    def __init__(self, *args, **kwargs):
        from subprocess import Popen as start
        self._started = start(*args, **kwargs)
        super().__init__(self._started.pid)

    def __getattr__(self, name):
        return getattr(self.__dict__['_started'], name)

    def __enter__(self):
        self._started.__enter__()
        return self

    def __exit__(self, *error):
        return self._started.__exit__(*error)

    def wait(self, timeout=None):
        if self._started.returncode is None:
            self._started.returncode = super().wait(timeout)
        return self._started.returncode
