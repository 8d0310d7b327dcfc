# A forked process finds what the program has registered with the library: implementations, abstract classes, weak
# recorded by hand: a virtual clock of one process does not see what its forked children do
# references, functions that pickle.
import abc
import collections.abc
import copy
import copyreg
import functools
import multiprocessing as mp
import numbers
import os
import weakref


class Abs(abc.ABC):
    pass


class A:
    def __init__(self, n=0):
        self.n = n

    def method(self):
        return self.n


class Sequence:
    pass


class Number:
    pass


Abs.register(A)
collections.abc.Sequence.register(Sequence)
numbers.Number.register(Number)


@functools.singledispatch
def show(value):
    return "object"


@show.register
def _(value: int):
    return "int"


@show.register(A)
def _(value):
    return "A"


@show.register(collections.abc.Mapping)
def _(value):
    return "mapping"


class Shown:
    @functools.singledispatchmethod
    def show(self, value):
        return "object"

    @show.register
    def _(self, value: A):
        return "A"


def pickled(a):
    return A, (a.n + 100,)


copyreg.pickle(A, pickled)
a, b = A(1), A(2)
a.other = b
gone = []
reference = weakref.ref(a)
with_callback = weakref.ref(b, lambda r: gone.append("b"))
proxy = weakref.proxy(a)
members = weakref.WeakSet([a, b])
by_key = weakref.WeakKeyDictionary({a: "a", b: "b"})
by_name = weakref.WeakValueDictionary({"a": a, "b": b})
method = weakref.WeakMethod(a.method)
of_class, of_function, of_library = weakref.ref(A), weakref.ref(show), weakref.ref(collections.abc.Mapping)
keys = {reference: "reference", of_library: "library"}


@functools.lru_cache
def computed(n):
    print("computing", n, flush=True)
    return n


computed(1)


def check(name):
    global b
    print(name, flush=True)
    print(isinstance(a, Abs), issubclass(A, Abs), isinstance(1, Abs), flush=True)
    print(isinstance(Sequence(), collections.abc.Sequence), isinstance(Number(), numbers.Number), flush=True)
    print(show(1), show(a), show({}), show("x"), Shown().show(a), Shown().show(1), flush=True)
    print(copy.copy(a).n, copyreg.dispatch_table[A] is pickled, flush=True)
    print(reference() is a, proxy.n, method()(), weakref.ref(a) is reference, weakref.getweakrefcount(a) > 1, flush=True)
    print(a in members, len(members), by_key[a], by_name["b"] is b, flush=True)
    print(of_class() is A, of_function() is show, of_library() is collections.abc.Mapping, flush=True)
    print(keys[reference], keys[of_library], keys[weakref.ref(a)], flush=True)
    del a.other
    b = None
    print(gone, with_callback(), len(members), dict(by_key.items()) == {a: "a"}, list(by_name), flush=True)
    print(computed(1), flush=True)


def of_main():
    local = A(3)
    members.add(local)
    by_name["local"] = local
    process = mp.Process(target=lambda: print(sorted(member.n for member in members), by_name["local"].n, flush=True))
    process.start()
    process.join()


if __name__ == "__main__":
    process = mp.Process(target=check, args=("process",))
    process.start()
    process.join()
    pid = os.fork()
    if pid == 0:
        check("fork")
        os._exit(0)
    os.waitpid(pid, 0)
    of_main()
    print(len(members), b.n, gone)
