"""Trace functions of threads: one that ends its thread, one for all that start, their exceptions, f_trace and f_trace_lines."""
import sys
import threading
import time


class Stoppable(threading.Thread):
    """A thread that can be ended from outside: its next line raises SystemExit."""

    stopped = False

    def run(self):
        sys.settrace(self.on_call)
        super().run()

    def on_call(self, frame, event, arg):
        return self.on_line if event == 'call' else None

    def on_line(self, frame, event, arg):
        if self.stopped and event == 'line':
            raise SystemExit
        return self.on_line

    def stop(self):
        self.stopped = True


def ticks():
    try:
        while True:
            print('tick', time.monotonic() - began)
            time.sleep(0.5)
    finally:
        print('ticks end')


began = time.monotonic()
clock = Stoppable(target=ticks)
clock.start()
time.sleep(1.2)
clock.stop()
clock.join()
print('ended', clock.is_alive(), sys.gettrace())


def tracer(frame, event, arg):
    if frame.f_code.co_name not in ('worker', 'helper'):
        return None
    print(threading.current_thread().name, event, frame.f_code.co_name, arg)
    return tracer


def helper(x):
    return x * 2


def worker(x):
    y = helper(x)
    return y


def runs(name):
    thread = threading.Thread(target=worker, args=(1,), name=name)
    thread.start()
    thread.join()


threading.settrace(tracer)
print(threading.gettrace() is tracer, sys.gettrace())
runs('traced')
threading.settrace(None)
runs('not traced')


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def own(function):
    """A tracer of this file's own functions alone."""
    def traces(frame, event, arg):
        return function(frame, event, arg) if frame.f_code.co_filename == __file__ else None
    return traces


def fails():
    x = 1
    y = 2
    return x + y


def bad(frame, event, arg):
    if event == 'line' and frame.f_lineno == fails.__code__.co_firstlineno + 2:
        raise RuntimeError(f'with {frame.f_locals}')
    return bad


def bad_end(frame, event, arg):
    if event == 'return':
        raise OSError('at the end')
    return bad_end


for function in bad, bad_end:
    sys.settrace(own(function))
    try:
        fails()
    except (RuntimeError, OSError) as error:
        print(error, error.__traceback__.tb_next.tb_lineno - fails.__code__.co_firstlineno, sys.gettrace())

counts = {}


def counting(frame, event, arg):
    counts[event] = counts.get(event, 0) + 1
    return counting


sys.settrace(counting)
fib(8)
sys.settrace(None)
print(counts)


def without_lines(frame, event, arg):
    frame.f_trace_lines = False
    print(event, frame.f_code.co_name, frame.f_locals)
    return without_lines


sys.settrace(own(without_lines))
fib(2)
sys.settrace(None)


def only_calls(frame, event, arg):
    called.append((event, frame.f_code.co_name, frame.f_back.f_code.co_name))


called = []
sys.settrace(own(only_calls))
fib(2)
sys.settrace(None)
print(called)


def begun():
    frame = sys._getframe()
    frame.f_trace = lambda frame, event, arg: seen.append((event, frame.f_lineno - frame.f_code.co_firstlineno, arg))
    sys.settrace(lambda *a: None)
    x = 1
    return x


seen = []
begun()
sys.settrace(None)
print(seen)
frame = sys._getframe()
print(frame.f_trace, frame.f_trace_lines)
for wrong in (lambda: setattr(frame, 'f_trace_lines', 1), sys.settrace, lambda: sys.settrace(1, 2), lambda: sys.gettrace(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
