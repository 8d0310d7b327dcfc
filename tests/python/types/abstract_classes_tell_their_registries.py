"""The registry of an abstract class and its answers, as abc tells them to who looks into it."""
import abc, io
class A(abc.ABC): pass
class B: pass
class C(A): pass
A.register(B)
print(issubclass(C, A), issubclass(int, A), isinstance(B(), A))
token = abc.get_cache_token()
d = abc._get_dump(A)
print([type(x).__name__ for x in d], [sorted(r().__name__ for r in x) for x in d[:3]], d[3] == token)
out = io.StringIO()
A._dump_registry(out)
A._abc_caches_clear(); print([len(x) for x in abc._get_dump(A)[:3]])
A._abc_registry_clear(); print([len(x) for x in abc._get_dump(A)[:3]])
print(issubclass(B, A))
try: abc._get_dump(int)
except AttributeError as e: print(e)
print(out.getvalue().count("\n"), "B)" in out.getvalue())
