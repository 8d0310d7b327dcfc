"""Type variables are made in C: what they refuse shows no frame of theirs."""
import socket
from typing import ParamSpec, TypeVar, TypeVarTuple


def attempt(kind, *args, **names):
    try:
        print(kind.__name__, kind(*args, **names))
    except (TypeError, ValueError) as exc:
        print(kind.__name__, exc, exc.__traceback__.tb_next)


for kind in TypeVar, ParamSpec, TypeVarTuple:
    attempt(kind)
    attempt(kind, None)
    attempt(kind, 3)
    attempt(kind, name="T")
attempt(TypeVar, None, "T")
attempt(TypeVar, "T", int)
attempt(TypeVar, "T", int, str, bound=int)
attempt(TypeVar, "T", covariant=True, contravariant=True)
attempt(TypeVar, "T", covariant=True, infer_variance=True)
attempt(ParamSpec, "T", covariant=True, contravariant=True)
T = TypeVar("T")
for host in "127.0.0.-1", "10.0.0.256", "-name.example", "name-.example":
    try:
        print(socket.gethostbyname(host))
    except OSError as exc:
        print(host, repr(exc))
print(T.__module__, TypeVar("U").__module__)
T = TypeVar(int)
