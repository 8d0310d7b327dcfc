"""Lines of the library that a beginner's mistake leads to: a pattern that is one backslash, a text with a byte order
mark, a tree that is there already, numbers that may not be negative, a stream that is
copied."""
import copy
import json
import os
import pickle
import re
import shutil
import statistics
import sys
import traceback


def shown(call):
    """What the call gives, or its traceback without this file's frames."""
    try:
        print(call())
    except Exception:
        own = False
        for line in traceback.format_exc().splitlines():
            own = __file__ in line if line.startswith('  File ') else own and line.startswith('    ')
            if not own:
                print(line)


os.makedirs('one/deeper', exist_ok=True)
os.makedirs('two', exist_ok=True)
for call in (lambda: re.split('\\', 'a\\b'), lambda: re.compile(b'\\'), lambda: re.compile('C:\\'),
             lambda: re.compile('[a\\'), lambda: json.loads('\ufeff{}'),
             lambda: shutil.copytree('one', 'two'), lambda: shutil.copytree('one', 'three'),
             lambda: statistics.geometric_mean([1, -2]),
             lambda: statistics.geometric_mean([2, 8]), lambda: statistics.geometric_mean([2, 0]),
             lambda: statistics.harmonic_mean([-1]), lambda: copy.deepcopy([sys.stdout]),
             lambda: pickle.dumps({'log': sys.stderr})):
    shown(call)
for name in 'one', 'two', 'three':
    shutil.rmtree(name)
