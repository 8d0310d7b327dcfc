import resource

soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
print(soft <= hard, soft > 100)
resource.setrlimit(resource.RLIMIT_NOFILE, (soft - 1, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE) == (soft - 1, hard))
for limits in [(hard + 1, hard), (1, 2, 3)]:
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    except ValueError as error:
        print(error)
try:
    resource.getrlimit(99)
except ValueError as error:
    print(error)
usage = resource.getrusage(resource.RUSAGE_SELF)
print(len(usage), usage.ru_maxrss > 0, usage.ru_utime >= 0, type(usage).__name__)
print(resource.getpagesize(), resource.RLIM_INFINITY, resource.RLIMIT_AS)
