# What the scheduler is asked about a process that there is not.
import os

ABSENT = 987654
for ask in (lambda: os.sched_getaffinity(ABSENT), lambda: os.getpriority(os.PRIO_PROCESS, ABSENT),
            lambda: os.setpriority(os.PRIO_PROCESS, ABSENT, 5), lambda: os.sched_getscheduler(ABSENT),
            lambda: os.sched_setaffinity(ABSENT, {0})):
    try:
        print(ask())
    except ProcessLookupError as exc:
        print(exc)
print(os.getpriority(os.PRIO_PROCESS, os.getpid()), os.sched_getscheduler(0), len(os.sched_getaffinity(os.getpid())) > 0)
