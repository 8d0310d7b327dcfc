"""Pickler and Unpickler are classes of the module _pickle, which a program cannot change; their subclasses can be."""
import io
import pickle


class Own(pickle.Pickler):
    def persistent_id(self, value):
        return 'five' if value == 5 else None


class Reader(pickle.Unpickler):
    def persistent_load(self, name):
        return 'loaded ' + name


print(pickle.Pickler, pickle.Unpickler)
file = io.BytesIO()
own = Own(file)
own.extra = 1
own.dump([5, 6])
print(Reader(io.BytesIO(file.getvalue())).load(), own.extra)
plain = pickle.Pickler(io.BytesIO())
for call in (lambda: plain.none, lambda: setattr(pickle.Pickler, 'extra', 1), lambda: pickle.Unpickler(5)):
    try:
        print(call())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
print(repr(plain).split(' at ')[0], repr(plain.dump).split(' at ')[0], repr(own.persistent_id).split(' at ')[0])
