import threading, sys, traceback
class PropagatingThread(threading.Thread):
    def run(self):
        self.exc = None
        try: self.ret = self._target(*self._args, **self._kwargs)
        except BaseException as e: self.exc = e
    def join(self, timeout=None):
        super().join(timeout)
        if self.exc: raise self.exc
        return self.ret
def f(a, b=1): return a / b
t = PropagatingThread(target=f, args=(1,), kwargs={'b': 2}); t.start(); print(t.join())
t = PropagatingThread(target=f, args=(1, 0)); t.start()
try: t.join()
except ZeroDivisionError: traceback.print_exc(file=sys.stdout, limit=1)
t.join()
