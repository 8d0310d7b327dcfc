"""Keywords that a dict gives are the call's own; what is iterated or evaluated in between may change the dict, not the call."""


def told(*args, **names):
    names['more'] = len(args)
    return args, names


given = {'a': 1}
print(told(*(1, 2), **given), given)
print(told(**given, b=given.update(c=3)), given)


def changing():
    given['late'] = True
    yield 1


print(told(*changing(), **given), given)
print(told(**{'x': 1}, **{'y': 2}), told(*[1], **{}), dict(**given))


class Mapping(dict):
    def keys(self):
        return ['of', 'its', 'own']

    def __getitem__(self, key):
        return key.upper()


print(told(**Mapping(given)))
for wrong in ({1: 2}, 3):
    try:
        told(**wrong)
    except TypeError as error:
        print(error)
try:
    told(**given, a=2)
except TypeError as error:
    print(error)


class Account:
    def __init__(self, **options):
        self.__dict__.update(options)

    def again(self, *args):
        return told(*args, **self.__dict__)


account = Account(owner='x')
again = account.again
print(again(1), again(), account.__dict__)
for method in (again, [].append, {}.get, 'a-b'.split, account.again.__func__.__get__(account)):
    try:
        print(method('-'))
    except TypeError as error:
        print(error)
