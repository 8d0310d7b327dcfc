"""A call that the first test of its function answers is a call like any other."""
import sys


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def factorial(n, total=1):
    if n == 0:
        return 1
    return n * factorial(n - 1)


def kind(n):
    if n >= 10:
        return "many"
    return "few"


def nothing(n):
    if n <= 0:
        return
    return nothing(n - 1)


def second(first, n):
    if n != 3:
        return first
    return "three"


def deep(n):
    if n == 0:
        return 0
    return 1 + deep(n - 1)


class Tree:
    def depth(self, n):
        if n > 2:
            return self
        return self.depth(n + 1)


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


print(fib(15), factorial(5), factorial(30), fib(n=1), factorial(*[3]))
print(kind(10), kind(9), kind(True), kind(10.0), kind(10**30), nothing(3), nothing(0))
print(fib(True), fib(1.5), fib(False))
tree = Tree()
print(tree.depth(0) is tree, tree.depth(5) is tree)
print(second(Told("kept"), 1).name)
second(Told("dropped"), 1)
print(second([], 3), second(Told("unused"), 3))
for wrong in (lambda: fib(), lambda: fib(1, 2), lambda: kind("x"), lambda: second(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)

sys.setrecursionlimit(150)
most = 0
try:
    for most in range(200):
        deep(most)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(150)
room = most


def level(n):
    if n < 0:
        return 0
    return level(n - 1)


try:
    level(room - 2)
    level(room - 1)
    level(room)
except RecursionError:
    print("no deeper")

told = []


def tracer(frame, event, arg):
    told.append((event, frame.f_lineno, arg if event == "return" else None))
    return tracer


sys.setrecursionlimit(1000)
sys.settrace(tracer)
fib(2)
sys.settrace(None)
print(told)
calls = []
sys.setprofile(lambda frame, event, arg: calls.append((event, frame.f_code.co_name)))
fib(1)
fib(2)
sys.setprofile(None)
print(calls)
