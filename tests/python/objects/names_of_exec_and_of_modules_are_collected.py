"""Functions and the names that they were defined in refer to one another: `exec`'s and a module's are garbage together."""
import gc
import sys
import types
import weakref


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone:', self.name)


def ended(what):
    return lambda reference: print('ended:', what)


TEXT = '''
value = Told(name)
def function():
    return value
class Class:
    def method(self):
        return value
'''

names = {'Told': Told, 'name': 'exec'}
exec(TEXT, names)
watched = weakref.ref(names['function'], ended('a function')), weakref.ref(names['Class'], ended('a class'))
print(names['function']().name, names['Class']().method().name)
del names
print('dropped')
gc.collect()

module = types.ModuleType('made')
module.value, module.itself = Told('a module that holds itself'), module
watched = weakref.ref(module, ended('a module'))
del module
print('dropped')
gc.collect()

module = types.ModuleType('made')
module.Told, module.name = Told, 'what a function of a module needs'
exec(TEXT, module.__dict__)
function = module.function
del module
gc.collect()
print(function().name)
del function
gc.collect()

module = sys.modules['kept'] = types.ModuleType('kept')
module.Told, module.name = Told, 'of sys.modules'
exec(TEXT, module.__dict__)
del module
gc.collect()
print(sys.modules['kept'].function().name)
del sys.modules['kept']
gc.collect()


def generator():
    names = {'Told': Told, 'name': 'a generator'}
    exec(TEXT + 'def generate():\n    yield value\n    yield\nrunning = generate()\nnext(running)\n', names)


generator()
print('left')
gc.collect()
names = {'Told': Told, 'name': 'what a function keeps'}
exec(TEXT, names)
function = names['function']
del names
gc.collect()
print(eval('function().name', {'function': function}))
del function, watched
gc.collect()
print('end')
