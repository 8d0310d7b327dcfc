"""Descriptors, devices, processors, times and environments that os refuses, and how."""
import mmap
import os
import sys
import tempfile

os.chdir(tempfile.mkdtemp())


def tell(call, *args, **named):
    try:
        print(call.__name__, call(*args, **named))
    except Exception as e:
        print(call.__name__, type(e).__name__, e)


for number in -2, 2**64, 1.5, 0, 2**40 + 5:
    tell(os.major, number)
    tell(os.minor, number)
    tell(os.makedev, number, 300)
    tell(os.makedev, 5000, number)
tell(os.pipe2, 'D')
for policy in -23, 0, 1, 'a':
    tell(os.sched_get_priority_min, policy)
    tell(os.sched_get_priority_max, policy)
for numbers in [-10], [1 << 128], ['a'], 3:
    tell(os.sched_setaffinity, 0, numbers)
tell(os.stat, '.', dir_fd=10**20)
for call in os.fchdir, os.fsync, os.fdatasync:
    for number in -1, 'x', 1.5, 2**40:
        tell(call, number)
for call in os.dup, os.get_inheritable:
    for number in 'x', 2**40:
        tell(call, number)
tell(os.ftruncate, -1, 0)
with open('file', 'w+b') as file:
    tell(os.sendfile, 1, file.fileno(), -1, 10)
for times, ns in ((5, 5), (5, 5)), ([5, 5], None), (None, [5, 5]), (('a', 5), None), ((float('nan'), 5), None), ((1e30, 5), None):
    tell(os.utime, 'file', times, ns=ns)
print(os.utime in os.supports_follow_symlinks)

program = '/bin/true'
close, dup, opens = os.POSIX_SPAWN_CLOSE, os.POSIX_SPAWN_DUP2, os.POSIX_SPAWN_OPEN
for actions in ([None], [()], [(None,)], [(12345,)], [(close,)], [(close, 1, 2)], [(close, None)], 5, [(dup, 1)],
                [(opens, 3, 'f\0', 0, 0)], [(opens, 1, 2, 3, 4)]):
    tell(os.posix_spawn, program, [program], os.environ, file_actions=actions)
for option in ({'setpgroup': '023'}, {'setsigdef': 34}, {'setsigdef': ['j']}, {'setsigmask': [65]}, {'setsigmask': 3}):
    tell(os.posix_spawn, program, [program], os.environ, **option)
tell(os.posix_spawn, program, [], os.environ)
tell(os.posix_spawn, program, 'x', os.environ)
tell(os.posix_spawn, program, [program], 3)
tell(os.posix_spawn, 'no_such_program', ['x'], os.environ)
for env in {'A\0B': 'c'}, {'A': 'c\0'}, {'A=B': 'c'}, {1: 'c'}, {'A': 1}, 3:
    tell(os.execve, '/no/program', ['x'], env)

memory = mmap.mmap(-1, 2 * mmap.PAGESIZE)
for place in (2 * mmap.PAGESIZE,), (-1,), (0, -1), (mmap.PAGESIZE, sys.maxsize), (mmap.PAGESIZE,):
    tell(memory.madvise, mmap.MADV_NORMAL, *place)
