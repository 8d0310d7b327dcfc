"""Child processes whose end lets other greenlets go on."""
import subprocess as _plain
from subprocess import *

from gevent import monkey

if not monkey.is_module_patched('subprocess'):
    monkey.patch_subprocess()
Popen = _plain.Popen
