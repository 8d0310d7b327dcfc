from __future__ import annotations
import inspect, sys
class K[Z]:
    v: Z
    w: list[Z]
    Inner = int
    i: Inner
def f[Y](x: Y, z: list[Y]) -> Y: pass
print(inspect.get_annotations(K, eval_str=True), inspect.get_annotations(f, eval_str=True), inspect.get_annotations(K))
m: int = 3
print(inspect.get_annotations(sys.modules[__name__], eval_str=True), inspect.signature(f), inspect.signature(f, eval_str=False).parameters['x'].annotation)
print(inspect.signature(lambda a, b: 0) == inspect.signature(lambda a, b: 1))
def g(a: int, b: 'K' = None): pass
print(inspect.signature(g, eval_str=True))
