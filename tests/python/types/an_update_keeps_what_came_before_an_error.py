# dict.update, set.update and list.extend take each item as it comes: a generator sees those before, and they stay if it
# fails.
def pairs(seen):
    yield 'a', 1
    print('sees', seen)
    yield 'b', 2
    raise ValueError


def attempt(make, fill):
    filled = make()
    try:
        fill(filled, pairs(filled))
    except ValueError:
        print(filled)


attempt(dict, dict.update)
attempt(dict, dict.__ior__)
attempt(list, list.extend)
attempt(list, list.__iadd__)
attempt(lambda: {'z': 0}, lambda filled, given: filled.update(given, c=3))
attempt(set, lambda filled, given: filled.update(key for key, _ in given))
attempt(set, lambda filled, given: filled.update((), (key for key, _ in given)))
attempt(lambda: {'a', 'b', 'c'}, lambda filled, given: filled.difference_update(key for key, _ in given) or filled.clear())
attempt(dict, lambda filled, given: filled.update(map(tuple, given)))
