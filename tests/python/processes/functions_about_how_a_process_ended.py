# What os says of wrong arguments for them.
import os

for function in (os.WIFEXITED, os.WEXITSTATUS, os.WIFSIGNALED, os.WTERMSIG, os.WIFSTOPPED, os.WSTOPSIG, os.WIFCONTINUED, os.WCOREDUMP,
                 os.waitstatus_to_exitcode, os.killpg):
    for args, named in ((), {}), ((1, 2, 3, 4), {}), (('x',), {}), ((1,), {'zz': 1}):
        try:
            print(function.__name__, function(*args, **named))
        except TypeError as error:
            print(function.__name__, error)
for status in 0, 256, 9, 0x37f, 0xffff:
    print(os.WIFEXITED(status), os.WIFSIGNALED(status=status), os.WIFSTOPPED(status), os.WIFCONTINUED(status), os.WCOREDUMP(status))
print(os._exit.__name__)
