# What recurses in C takes nothing of the recursion limit: the frame that has reached it can still show what happened.
seen = []


def descend():
    try:
        descend()
    except RecursionError as e:
        seen.append((
            str(e), repr(e), f'{e}', repr([1, [2]]), [1, [2]] == [1, [3]], hash((1, (2,))), slice(1) == slice(2),
            {frozenset([1])} == {frozenset([2])}, isinstance(1, (int, (str,))),
        ))


descend()
print(len(seen))
for one in seen:
    print(*one)
