"""Hold on a process that this one has started."""
import os
import _processes

__all__ = ['Popen']


class Popen:
    """What a Process asks about its child: its number and its end."""
    method = 'fork'

    def __init__(self, process_obj):
        self._process = process_obj
        self.pid, self.finalizer = process_obj._pid, None

    @property
    def returncode(self):
        return self.poll()

    @property
    def sentinel(self):
        return self._process.sentinel

    def duplicate_for_child(self, fd):
        return fd

    def poll(self, flag=os.WNOHANG):
        """The exit code; None while it runs, unless it is to be waited for."""
        return self._process._poll() if flag else self.wait()

    def wait(self, timeout=None):
        return _processes.wait(self.pid, timeout)

    def _send_signal(self, sig):
        self._process._signal(sig)

    def terminate(self):
        self._send_signal(15)

    def kill(self):
        self._send_signal(9)

    def close(self):
        self.finalizer = None
