"""What a class's attribute was lives no longer than that: not in what the class or a subclass has looked up."""
import weakref


class Connection:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('closed', self.name)


class Pool:
    shared = Connection('first')


class Special(Pool):
    pass


print(Pool.shared.name, Special.shared.name, Special().shared.name)
Pool.shared = Connection('second')
print('replaced', Special.shared.name)
Pool.shared = None
print('dropped', Special.shared)
Special.shared = Connection('third')
print(Special().shared.name, Pool.shared)
del Special.shared
print('deleted', Special.shared)


class Method:
    def work(self):
        return 'done'


reference = weakref.ref(Method.__dict__['work'], lambda _: print('function is gone'))
del Method.work
print('no method', reference())
