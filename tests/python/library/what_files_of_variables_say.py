# recorded by hand: python-dotenv is not on the machine that records
import io
import logging
import os
import tempfile

from dotenv import dotenv_values, find_dotenv, get_cli_string, get_key, load_dotenv, set_key, unset_key
from dotenv.main import DotEnv
from dotenv.parser import parse_stream

TEXT = r'''# a comment
 export NAME = value  # and what follows
'quoted key'="two\nlines \"and\" \\n \q"
SINGLE='it\'s \n \\'
LONG="first
second"
EMPTY=
NONE
HASH=#no comment
BLANK=   # a comment
URL=http://h/#part
GREET="hello ${NAME} ${MISSING:-nobody}${MISSING}"
broken line = "no end
AFTER=${LONG}
'''


class Told(logging.Handler):
    def emit(self, record):
        print(record.levelname, record.getMessage())


logging.getLogger('dotenv').addHandler(Told())
logging.getLogger('dotenv').setLevel(logging.DEBUG)
found = dotenv_values(stream=io.StringIO(TEXT))
print(type(found).__name__, found)
print(dotenv_values(stream=io.StringIO('A=${B}\nB=b'), interpolate=False), dotenv_values(stream=io.StringIO('')))
print([(each.key, each.original.line, each.error) for each in parse_stream(io.StringIO(TEXT))])

os.chdir(tempfile.mkdtemp())
path = 'variables'
for name, value, more in (('a', 'b', {}), ('c', "it's\\", {}), ('d', 'x y', {'quote_mode': 'auto'}), ('e', 'f', {'quote_mode': 'auto', 'export': True}),
                          ('a', 'again', {'quote_mode': 'never'})):
    print(set_key(path, name, value, **more))
print(open(path).read(), end='')
print(get_key(path, 'c'), get_key(path, 'zz'))
print(unset_key(path, 'd'), unset_key(path, 'a'), unset_key(path, 'a'))
print(open(path).read(), end='')
try:
    set_key(path, 'a', 'b', quote_mode='some')
except ValueError as e:
    print(e)

os.environ['e'] = 'old'
print(load_dotenv(path), os.environ['c'], os.environ['e'], load_dotenv(path, override=True), os.environ['e'])
print(load_dotenv(stream=io.StringIO('')), DotEnv(path, verbose=True).get('nothing'))
os.environ['PYTHON_DOTENV_DISABLED'] = 'yes'
print(load_dotenv(path))
print(repr(find_dotenv('no such file', usecwd=True)), os.path.basename(find_dotenv('variables', usecwd=True)))
try:
    find_dotenv('no such file', raise_error_if_not_found=True, usecwd=True)
except OSError as e:
    print(e)
print(get_cli_string('p', 'set', 'k', 'a b', 'always'), get_cli_string())
