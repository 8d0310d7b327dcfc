"""Browsers to show an address in. The simulated machine has none, so only those are found that a program registers,
and commands that there are."""
import shlex
import subprocess
import threading
__all__ = ['Error', 'open', 'open_new', 'open_new_tab', 'get', 'register']


class Error(Exception):
    pass


_lock = threading.RLock()
_browsers = {}
_tryorder = []


def register(name, klass, instance=None, *, preferred=False):
    with _lock:
        _browsers[name.lower()] = [klass, instance]
        if preferred:
            _tryorder.insert(0, name)
        else:
            _tryorder.append(name)


def get(using=None):
    for name in _tryorder if using is None else [using]:
        if '%s' in name:
            words = shlex.split(name)
            return BackgroundBrowser(words[:-1]) if words[-1] == '&' else GenericBrowser(words)
        klass, instance = _browsers.get(name.lower(), (None, None))
        if instance is not None:
            return instance
        if klass is not None:
            return klass()
    raise Error('could not locate runnable browser')


def open(url, new=0, autoraise=True):
    return any(get(name).open(url, new, autoraise) for name in list(_tryorder))


def open_new(url):
    return open(url, 1)


def open_new_tab(url):
    return open(url, 2)


class BaseBrowser:
    args = ['%s']

    def __init__(self, name=''):
        self.name = name
        self.basename = name

    def open(self, url, new=0, autoraise=True):
        raise NotImplementedError

    def open_new(self, url):
        return self.open(url, 1)

    def open_new_tab(self, url):
        return self.open(url, 2)


class GenericBrowser(BaseBrowser):
    """A command that is given the address and is waited for."""

    def __init__(self, name):
        if isinstance(name, str):
            self.name = name
            self.args = ['%s']
        else:
            self.name = name[0]
            self.args = name[1:]
        self.basename = self.name.rpartition('/')[2]

    def _start(self, url):
        return subprocess.Popen([self.name] + [arg.replace('%s', url) for arg in self.args])

    def open(self, url, new=0, autoraise=True):
        try:
            return not self._start(url).wait()
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A command that goes on beside the program."""

    def open(self, url, new=0, autoraise=True):
        try:
            return self._start(url).poll() is None
        except OSError:
            return False
