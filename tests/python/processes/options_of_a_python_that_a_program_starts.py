"""What stands before `-c` and in the environment tells the child how to treat warnings, assertions and the rest."""
import os
import subprocess
import sys


def run(*args, **env):
    done = subprocess.run([sys.executable, *args], capture_output=True, text=True, env={**os.environ, **env})
    print(args[:-1], done.returncode, done.stdout.splitlines(), *done.stderr.replace(sys.executable, 'python').splitlines()[-1:])


WARN = 'import sys, warnings; warnings.warn("old", DeprecationWarning); print(sys.warnoptions)'
run('-c', WARN)
run('-W', 'error', '-c', WARN)
run('-Wignore', '-c', WARN)
run('-W', 'ignore', '-W', 'error::DeprecationWarning:__main__', '-c', WARN)
run('-W', 'error:old', '-W', 'ignore:other', '-c', WARN)
run('-c', WARN, PYTHONWARNINGS='error,once::UserWarning')
run('-E', '-c', WARN, PYTHONWARNINGS='error')
for wrong in 'often', 'error::Nothing', 'error::int', 'error::no.such.Class', 'error::::x', 'a:b:c:d:e:f':
    run('-W', wrong, '-c', 'print(1)')

FLAGS = 'import sys; f = sys.flags; print(f.optimize, f.isolated, f.safe_path, f.no_site, f.dev_mode, sys.argv, sys.orig_argv[1:-3])'
run('-c', FLAGS, 'a', '-b')
run('-I', '-S', '-c', FLAGS, 'a', '-b')
run('-OOPc', FLAGS, 'a', '-b')
run('-X', 'dev', '-Xname=value', '-c', 'import sys; print(sys.flags.dev_mode, sys._xoptions, sys.warnoptions)')
LOOP = 'import asyncio; loop = asyncio.new_event_loop(); print(loop.get_debug()); loop.close()'
run('-X', 'dev', '-c', LOOP)
run('-c', LOOP, PYTHONASYNCIODEBUG='1')
run('-c', LOOP, PYTHONDEVMODE='1')
run('-I', '-c', LOOP, PYTHONASYNCIODEBUG='1', PYTHONDEVMODE='1')

ASSERT = '''
def function():
    "text"
    assert not __debug__, 'debug'
    return function.__doc__
print(function())
'''
run('-c', ASSERT)
run('-O', '-c', ASSERT)
run('-OO', '-c', ASSERT)
run('-c', ASSERT, PYTHONOPTIMIZE='1')
for wrong in '-z', '--what', '-c', '-W', '-m':
    run(wrong)
