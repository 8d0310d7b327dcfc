"""Functions of inspect and names of logging that a program replaces are those which the library itself uses."""
import inspect
import logging
import sys
from unittest import mock


def work():
    return 1


with mock.patch('inspect.getfile', side_effect=inspect.getfile) as getfile:
    inspect.getsource(work)
    print(getfile.called)
with mock.patch('inspect.getsourcefile', side_effect=inspect.getsourcefile) as getsourcefile:
    inspect.getsourcelines(work)
    print(getsourcefile.called)
with mock.patch('inspect.findsource', return_value=(['def work():\n', '    pass\n', 'x\n'], 0)):
    print(inspect.getsource(work))
with mock.patch('inspect.getsourcelines', return_value=(['other\n'], 1)):
    print(inspect.getsource(work))
logging._defaultFormatter = logging.Formatter('default %(message)s')
logger = logging.getLogger('own')
logger.addHandler(logging.StreamHandler(sys.stdout))
logger.warning('one')
with mock.patch('logging.getLevelName', return_value='LEVEL'):
    print(logging.LogRecord('n', 30, 'p', 1, 'm', (), None).levelname, logging.NullHandler())
