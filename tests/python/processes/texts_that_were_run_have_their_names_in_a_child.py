# The names of a text that exec has run, and of a module that only the program knows of, are a forked process's own.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import multiprocessing as mp
import os
import types

names = {"k": 1}
exec(
    """
total = 0
def add(n):
    global total
    total += n
    return total, k
class Sums:
    def total(self): return total
""",
    names,
)
add, sums, sum_ = names["add"], names["Sums"](), eval("lambda: k + total", names)
module = types.ModuleType("unlisted")
exec("v = 1\ndef put(x):\n    global v; v = x", module.__dict__)
own, of_module = globals(), module.__dict__


def step(who):
    print(who, add(5), sums.total(), sum_(), names["total"], names["add"] is add, add.__globals__ is names)
    names["k"] = 7
    own["new"] = who
    module.put(who)
    print(add(1), own is globals(), new, module.v, of_module["v"], vars(module) is of_module, flush=True)


if __name__ == "__main__":
    if os.fork() == 0:
        step("fork")
        os._exit(0)
    os.wait()
    process = mp.get_context("fork").Process(target=step, args=("process",))
    process.start()
    process.join()
    step("parent")
