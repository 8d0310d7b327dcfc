import os
import sys
import trace

HERE = os.path.basename(__file__).removesuffix('.py')


# Standard output, whatever the program is called.
class Shown:
    def write(self, text):
        return sys.__stdout__.write(text.replace(f'modulename: {HERE}', 'modulename: program'))

    def flush(self):
        sys.__stdout__.flush()


class Worker:
    def double(self, number):
        return number * 2


def leaf(number):
    if number > 1:
        return 'many'
    return 'one'


def walk(steps):
    total = 0
    for step in range(steps):
        total += Worker().double(step)
        leaf(step)
    return total


sys.stdout = Shown()
tracer = trace.Trace(count=1, trace=1)
print(tracer.runfunc(walk, 2))
counts = tracer.results().counts
print(sorted(((os.path.basename(name), line), count) for (name, line), count in counts.items()))

functions = trace.Trace(count=0, trace=0, countfuncs=1)
functions.runfunc(walk, 3)
print(sorted(name for _, _, name in functions.results().calledfuncs))

callers = trace.Trace(count=0, trace=0, countcallers=1)
callers.runfunc(walk, 3)
print(sorted((caller, called) for (_, _, caller), (_, _, called) in callers.results().callers))

counter = trace.Trace(count=1, trace=0, ignoredirs=[sys.prefix])
counter.run('walk(3)')
counter.runctx('kind = leaf(5)', globals(), globals())
print(kind)
results = counter.results()
results.update(trace.CoverageResults(counts={('<other>', 1): 2}))
results.write_results(show_missing=True, coverdir='/tmp/coverage')
with open('/tmp/coverage/' + os.listdir('/tmp/coverage')[0]) as file:
    print(file.read())

trace.Trace(count=0, trace=1, ignoremods=[HERE]).runfunc(leaf, 1)
trace.Trace(count=0, trace=1).run('walk(1)')
silent = trace.Trace(count=0, trace=0)
print(silent.runfunc(walk, 2), silent.results().counts)
silent.runfunc(leaf)
