"""What is wrong with a process that is asked for."""

__name__ = 'psutil'  # where what is here is said to be


class Error(Exception):
    """What is asked of a process and cannot be told."""
    __module__ = 'psutil'

    def __init__(self, pid=None, name=None, msg='', **more):
        self.pid, self.name, self.msg = pid, name, msg
        self.__dict__.update(more)

    def _told(self):
        return {name: value for name, value in self.__dict__.items() if name in ('pid', 'ppid', 'name', 'seconds') and value}

    def __str__(self):
        told = ', '.join(f'{name}={value!r}' for name, value in self._told().items() if name != 'seconds')
        return f'{self.msg} ({told})' if told else self.msg

    def __repr__(self):
        told = self._told() | ({'msg': self.msg} if self.msg else {})
        return f'psutil.{type(self).__name__}({", ".join(f"{name}={value!r}" for name, value in told.items())})'


class NoSuchProcess(Error):
    """There is no such process, or no longer."""
    __module__ = 'psutil'

    def __init__(self, pid, name=None, msg=None):
        super().__init__(pid, name, msg or 'process no longer exists')


class ZombieProcess(NoSuchProcess):
    """It has ended, and nobody has asked how."""
    __module__ = 'psutil'

    def __init__(self, pid, name=None, ppid=None, msg=None):
        Error.__init__(self, pid, name, msg or "PID still exists but it's a zombie", ppid=ppid)


class AccessDenied(Error):
    """It may not be asked."""
    __module__ = 'psutil'

    def __init__(self, pid=None, name=None, msg=None):
        super().__init__(pid, name, msg or '')


class TimeoutExpired(Error):
    """It has not ended in time."""
    __module__ = 'psutil'

    def __init__(self, seconds, pid=None, name=None):
        super().__init__(pid, name, f'timeout after {seconds} seconds', seconds=seconds)
