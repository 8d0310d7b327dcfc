# Popen refuses what the system could not start; without text there is no buffering by lines; the error output may join
# the program's own output.
import subprocess
import sys
import warnings

warnings.simplefilter("always")


def attempt(name, *args, **kwargs):
    try:
        print(name, subprocess.run(*args, **kwargs).returncode)
    except (TypeError, ValueError, OSError) as error:
        print(name, type(error).__name__, error)


attempt("command", ["ec\0ho"])
attempt("argument", ["echo", "a\0b"])
attempt("name", ["true"], env={"A\0": "b"})
attempt("equals", ["true"], env={"A=B": "c"})
attempt("value", ["true"], env={"A": "b\0"})
attempt("number", ["true"], env={"A": 5})
attempt("startupinfo", ["true"], startupinfo=47)
attempt("flags", ["true"], creationflags=47)
attempt("buffering", ["true"], bufsize=None)
attempt("buffering", ["true"], bufsize="1")
with warnings.catch_warnings(record=True) as said:
    process = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1)
    print(process.communicate(b"x\n"))
    subprocess.Popen(["true"], stdout=subprocess.PIPE, bufsize=1, text=True).communicate()
for one in said:
    print(one.category.__name__, one.message, one.lineno)
print(subprocess.Popen[bytes], subprocess.CompletedProcess[str])
inner = "import subprocess; subprocess.run(['sh', '-c', 'echo joined >&2'], stderr=subprocess.STDOUT)"
print(subprocess.run([sys.executable, "-c", inner], capture_output=True, text=True).stdout)
