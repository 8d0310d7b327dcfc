from __future__ import annotations


def f(*args: *Ts) -> tuple[*Ts]: pass
def g(x: tuple[int,], y: tuple[int, *Ts]): pass


print(f.__annotations__, g.__annotations__)


def encode():
    json = json.dumps({})


try:
    encode()
except UnboundLocalError as e:
    print(e.name)
encode()
