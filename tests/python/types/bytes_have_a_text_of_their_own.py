# `bytes.__str__` is its own: neither a subclass's `__repr__` nor `object.__str__` is it; `object.__repr__` as `__str__` shows the object.
class B(bytes):
    def __repr__(self): return 'BB'
print(str(B(b'x')), f"{B(b'x')}", '%s' % B(b'x'), "{}".format(B(b'x')), bytes.__str__(B(b'y')), object.__str__(B(b'z')), '__str__' in vars(bytes))
class C(bytes):
    __str__ = object.__str__
    def __repr__(self): return 'CC'
print(str(C()))
class D(bytes):
    def __str__(self): return super().__str__()
    def __repr__(self): return 'DD'
print(str(D(b'q')))
class F(list): __str__ = object.__repr__
print(str(F())[:18], repr(F()))
class G: __str__ = object.__repr__
print(str(G())[:18])
