# What `python -m NAME` does for modules of the library that are programs too.
import subprocess, sys, os
def run(*a, input=None):
    r = subprocess.run([sys.executable, '-m', *a], capture_output=True, text=True, input=input, cwd='/tmp/programs')
    print(a, r.returncode, r.stdout, r.stderr, sep='\n')
os.makedirs('/tmp/programs', exist_ok=True)
os.chdir('/tmp/programs')
open('a.py','w').write('def f(x):\n    """\n    >>> f(1)\n    2\n    >>> f(2)\n    4\n    """\n    return x + 1\nprint(f(3))\n')
open('t.txt','w').write('hello\n')
run('base64', '-e', 't.txt'); run('base64','-d', input='aGVsbG8K\n')
run('zipfile','-c','z.zip','t.txt','a.py'); run('zipfile','-t','z.zip'); run('zipfile','-e','z.zip','out'); print(sorted(os.listdir('out'))); run('zipfile'); run('zipfile', '-h')
run('tarfile','-c','z.tar','t.txt','a.py'); run('tarfile','-v','-c','z.tar.gz','t.txt'); run('tarfile','-l','z.tar'); run('tarfile','-v','--filter','data','-e','z.tar.gz','out2'); run('tarfile','-t','t.txt'); run('tarfile','--help')
run('ast', 'a.py'); run('ast', '-m', 'eval', input='1+2'); run('ast','-h')
run('doctest','a.py'); run('doctest','-v','t.txt'); run('doctest')
run('uuid','-u','uuid5','-n','@dns','-N','python.org'); run('uuid','-u','uuid3'); run('uuid','-h')
run('gzip','t.txt'); run('gzip','-d','t.txt.gz'); run('gzip','-d','t.txt'); run('gzip','-h')
run('tokenize','a.py'); run('tokenize','-e', input='x = 1 + 2\n')
run('sqlite3',':memory:','select 1, 2'); run('sqlite3',':memory:','select nope'); run('sqlite3','-h')
run('py_compile','a.py'); run('tabnanny','a.py'); run('this'); run('random','-h')
run('pydoc','nosuch.thing'); run('cProfile'); run('cProfile', '-h')
import runpy
sys.argv[1:]=['-u','uuid5','-n','@dns','-N','x']
try: runpy.run_module('uuid', run_name='__main__')
except SystemExit as e: print('exit', e.code)
