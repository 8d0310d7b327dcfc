# What a worker gives and the executor cannot read breaks the pool; the cause says why.
# recorded by hand: a broken pool does not end under the virtual clock
from concurrent.futures import ProcessPoolExecutor
class AppError(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
def work(): raise AppError(4, "oops")
class Bad:
    def __reduce__(self): return fail, (1,)
def fail(n): raise LookupError("cannot be made")
def give(): return Bad()
if __name__ == "__main__":
    for f in work, give:
        with ProcessPoolExecutor(1) as ex:
            fut = ex.submit(f)
            more = ex.submit(abs, 1)
            try: fut.result()
            except Exception as e:
                print(type(e).__name__, e)
                print(type(e.__cause__).__name__, [line.strip() for line in str(e.__cause__).splitlines() if "File" not in line])
            try: more.result()
            except Exception as e: print(type(e).__name__, e)
            try: ex.submit(abs, 1)
            except Exception as e: print(type(e).__name__, e)
