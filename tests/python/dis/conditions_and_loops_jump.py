# Labels, jumps that are threaded and turned round, tests for None, chained comparisons, what is never reached.
import dis


def conditions(a, b, c):
    if a and not b or c is None:
        return a
    elif a < b <= c != 3:
        b = a if c else -a
    else:
        assert b in (1, 2), "neither"
    if c is not None and (a or b):
        pass
    return not a == b, a or b and c, a < b < c, a is not b


def loops(items):
    while True:
        if not items:
            break
        item = items.pop()
        for i in range(item):
            if i % 2:
                continue
            if i > 7:
                return i
        else:
            print("no break", end="", sep=items)
    while items and items[0] < 3:
        del items[0]
    if 0:
        print("never")
    if unknown:
        late = 1
    return late


dis.dis(conditions)
dis.dis(loops)
