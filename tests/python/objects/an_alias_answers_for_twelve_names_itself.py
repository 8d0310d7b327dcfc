import types

NAMES = '''__class__ __bases__ __origin__ __args__ __unpacked__ __parameters__ __typing_unpacked_tuple_args__ __mro_entries__
__reduce_ex__ __reduce__ __copy__ __deepcopy__'''.split()


def show(what, ask):
    try:
        print(what, repr(ask()))
    except Exception as e:
        print(what, type(e).__name__, e)


for name in NAMES:
    show(name, lambda: type(getattr(list[int], name)).__name__)
print([name for name in NAMES if name not in dir(list[int])])
print([name for name in dir(list[int]) if name not in dir(list)])
show('tuple', lambda: tuple[int].__typing_unpacked_tuple_args__)
show('starred', lambda: (*tuple[int, str],)[0].__typing_unpacked_tuple_args__)
show('list', lambda: (*list[int],)[0].__typing_unpacked_tuple_args__)
show('dir', lambda: types.GenericAlias.__dir__(list[int], 1))
show('set', lambda: setattr(list[int], '__typing_unpacked_tuple_args__', 1))


class Meta(type):
    def __dir__(cls):
        return ['own', '__args__']


class Own(metaclass=Meta):
    pass


print(types.GenericAlias.__dir__(types.GenericAlias(Own, int)))


class Answering(types.GenericAlias):
    def __getattr__(self, name):
        return 'answered ' + name


print(Answering(list, int).nothing, Answering(list, int).append is list.append)
