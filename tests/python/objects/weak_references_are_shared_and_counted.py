"""One reference and one proxy without a callback for all; methods, modules and code can be referred to as well."""
import types
import weakref


class Held:
    def method(self):
        pass


class Reference(weakref.ref):
    pass


held = Held()
reference, proxy = weakref.ref(held), weakref.proxy(held)
print(weakref.ref(held) is reference, weakref.proxy(held, None) is proxy, weakref.proxy(held, print) is proxy)
first, second = weakref.ref(held, id), Reference(held)
print(weakref.getweakrefcount(held), weakref.getweakrefs(held) == [reference, proxy, second, first])
print([type(each).__name__ for each in weakref.getweakrefs(held)])
print(weakref.getweakrefcount(Held), weakref.getweakrefs(Held) == [weakref.ref(Held)], weakref.getweakrefcount(object))


class Derived(Held):
    pass


print(weakref.getweakrefcount(Held), weakref.getweakrefcount(Derived))

method = held.method
other = weakref.ref(method, lambda gone: print('the method went', gone is other, gone()))
print(other() is method, weakref.ref(method) is weakref.ref(method))
callable_proxy = weakref.proxy(method, lambda gone: print('its proxy went', type(gone)))
del method
weakref.ref(held.method, lambda gone: print('nobody heard this'))
at_once = weakref.ref(held.method, lambda gone: print('went at once'))
try:
    callable_proxy()
except ReferenceError as e:
    print(e)
append = [].append
gone = weakref.ref(append, lambda gone: print('append went'))
del append
module = types.ModuleType('module')
gone = weakref.ref(module, lambda gone: print('the module went'))
del module
code = compile('1', 'text', 'eval')
gone = weakref.ref(code, lambda gone: print('the code went'))
del code
print(gone())

for value in (object(), property(), staticmethod(print), {}.keys(), bytearray(), types.SimpleNamespace(), super(Held, held),
              types.MappingProxyType({}), held.__init__, int.__add__, int | str, proxy, reference):
    try:
        print(weakref.ref(value))
    except TypeError as e:
        print(e)
for wrong in (weakref.proxy, weakref.ref, lambda: weakref.ProxyType(held), lambda: weakref.proxy(1)):
    try:
        wrong()
    except TypeError as e:
        print(e)
