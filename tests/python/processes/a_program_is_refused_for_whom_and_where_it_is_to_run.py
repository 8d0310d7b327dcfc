# What subprocess refuses, with CPython's places; whose streams are none is told by the child.
import io
import subprocess
import traceback


def attempt(**options):
    try:
        subprocess.Popen(['true'], **options).wait()
    except Exception:
        text = io.StringIO()
        traceback.print_exc(file=text)
        print([line for line in text.getvalue().splitlines() if 'File "' in line][-1].split('"')[2][2:], end=': ')
        print(text.getvalue().splitlines()[-1])


for options in (dict(cwd=5.5), dict(cwd=b'/nope'), dict(umask='x'), dict(umask=2**40), dict(user='nobody here'), dict(user=5.5), dict(user=-5),
                dict(group='nobody here'), dict(group=5.5), dict(group=-5), dict(extra_groups=5), dict(extra_groups='x'), dict(extra_groups=[5.5]),
                dict(pass_fds=['x']), dict(pass_fds=5), dict(pass_fds=[-1]), dict(process_group='x'), dict(pipesize='a'), dict(executable=5),
                dict(stdout=99), dict(stderr=99), dict(stdin=99), dict(stdin='x'), dict(stdout='x'), dict(stderr='x'), dict(preexec_fn=5),
                dict(encoding=5, stdout=-1), dict(encoding='nope', stdin=-1), dict(errors=5, stderr=-1), dict(startupinfo=1),
                dict(text=True, universal_newlines=False)):
    attempt(**options)
for command in [], [5], 5, None, ['/bin/true', 'a\0b']:
    try:
        subprocess.Popen(command)
    except Exception as error:
        print(type(error).__name__, error)
try:
    subprocess.Popen(['/bin/true'], stdout=99)
except OSError as error:
    print(error)
