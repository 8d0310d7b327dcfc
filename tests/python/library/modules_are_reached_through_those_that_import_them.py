"""What a module of the library imports at its top is its attribute: programs import it from there, and replace it there."""
from os import sys, path
from logging import os as the_os
from unittest import mock
import glob
import os
import shutil
import socket
import subprocess
import threading
import random

print(sys.argv == __import__('sys').argv, path is os.path, the_os is os)
print(os.sys is sys, os.abc.ABC, os.sys.maxsize)
print(glob.os is os, glob.re.sub('a', 'b', 'banana'), shutil.os is os, shutil.sys is sys)
print(socket.sys is sys, socket.selectors.__name__, subprocess.os is os, subprocess.time.time is __import__('time').time)
print('sys' in vars(os), hasattr(glob, 'itertools'))

with mock.patch('shutil.os.path.exists', return_value='replaced'):
    print(shutil.os.path.exists('nowhere'))
print(os.path.exists('nowhere'))

for module, name in (random, 'os'), (threading, 'functools'), (os, 're'), (glob, 'json'), (os, 'path2'):
    print(module.__name__, name, hasattr(module, name))
try:
    from glob import json
except ImportError as error:
    print(str(error).split(' (')[0])
print(os.syss)
