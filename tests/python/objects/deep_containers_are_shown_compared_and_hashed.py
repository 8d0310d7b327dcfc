"""Lists, tuples and dicts thousands deep are shown and compared; where CPython gives up, so does this."""


def nested(make, depth):
    value = None
    for _ in range(depth):
        value = make(value)
    return value


def chain(length):
    value = None
    for number in range(length):
        value = number, value
    return value


def attempt(what):
    try:
        return what()
    except RecursionError as e:
        return str(e)


MAKERS = {'list': lambda v: [v], 'tuple': lambda v: (v,), 'dict': lambda v: {1: v}, 'mixed': lambda v: [1, ({2: v}, v is None)]}
for name, make in MAKERS.items():
    print(name, len(repr(nested(make, 1500))), len(str(nested(make, 3000))))
    if name != 'mixed':
        print(attempt(lambda: len(repr(nested(make, 9000)))), attempt(lambda: repr(nested(make, 11000))))
for make in MAKERS['list'], MAKERS['tuple']:
    print(nested(make, 9000) == nested(make, 9000), nested(make, 3000) == nested(make, 2999))
    print(attempt(lambda: nested(make, 11000) == nested(make, 11000)), nested(make, 3000) in [0, nested(make, 3000)])
print(chain(3000) == chain(3000), chain(3000) == chain(3001), chain(2) < chain(3))
print(hash(chain(3000)) == hash(chain(3000)), hash(nested(MAKERS['tuple'], 5000)), {chain(3000): 'found'}[chain(3000)])

own = [1, (2, {3: [4], (5,): {6}}), []]
own[2].append(own)
own.append({'own': own, 'within': (own,)})
print(own)


class Changing:
    def __repr__(self):
        changed.pop()
        return 'Changing'


class Failing:
    def __repr__(self):
        raise ValueError('no text')


changed = [Changing(), [0], Changing(), 1, 2]
print(changed)
for wrong in [Failing()], {1: [Failing()]}, (own, [Failing()]):
    try:
        repr(wrong)
    except ValueError as e:
        print(e, len(repr(own)))
