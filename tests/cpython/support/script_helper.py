"""In place of `test.support.script_helper`: Pythons that are started for a test."""
import collections
import os
import subprocess
import sys

_Result = collections.namedtuple('_Result', 'rc out err')


def interpreter_requires_environment():
    return False


def run_python_until_end(*args, **variables):
    """A variable whose name begins with two underscores is an option of ours: none has a meaning here."""
    variables = {name: value for name, value in variables.items() if not name.startswith('__')}
    command = [sys.executable, *args]
    done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, env={**os.environ, **variables})
    return _Result(done.returncode, done.stdout, done.stderr), command


def _assert_python(wanted, args, variables):
    result, command = run_python_until_end(*args, **variables)
    if (result.rc == 0) != wanted:
        raise AssertionError(f'{command} has ended with {result.rc}: {result.err.decode(errors="replace")}')
    return result


def assert_python_ok(*args, **variables):
    return _assert_python(True, args, variables)


def assert_python_failure(*args, **variables):
    return _assert_python(False, args, variables)


def spawn_python(*args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options):
    return subprocess.Popen([sys.executable, *args], stdin=subprocess.PIPE, stdout=stdout, stderr=stderr, **options)


def kill_python(process):
    process.stdin.close()
    output = process.stdout.read()
    process.stdout.close()
    process.wait()
    return output


def make_script(folder, name, source, omit_suffix=False):
    path = os.path.join(folder, name if omit_suffix else name + '.py')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(source)
    return path


def run_test_script(path):
    assert_python_ok(path)
