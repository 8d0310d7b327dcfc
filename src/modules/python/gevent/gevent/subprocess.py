"""Child processes whose end lets other greenlets go on."""
import subprocess as _plain
from subprocess import *

from gevent import monkey

if not monkey.is_module_patched('subprocess'):
    monkey.patch_subprocess()
Popen = _plain.Popen


def _rawlink(self, callback):
    """Calls back with the process once it has ended: `gevent.wait([process])`."""
    from gevent import spawn
    links = self.__dict__.setdefault('_links', {})
    links[callback] = ended = spawn(self.wait)
    ended.rawlink(lambda _: links.pop(callback, None) is not None and callback(self))


def _unlink(self, callback):
    self.__dict__.get('_links', {}).pop(callback, None)


Popen.rawlink, Popen.unlink = _rawlink, _unlink
