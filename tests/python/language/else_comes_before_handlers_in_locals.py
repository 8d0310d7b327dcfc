# A clause of except may say global before its else binds the name; variables have the order in which code binds them.
def declared():
    try:
        begun = 1
    except ValueError:
        global shared
        shared = 2
        late = 2
    else:
        shared = 3
        early = 3
    last = 4
    return list(locals()), declared.__code__.co_varnames


def nested(fails):
    try:
        pass
    except KeyError as first:
        both = inner = 1
    else:
        try:
            outer = 2
        except ValueError as second:
            both = third = 3
        else:
            third = fourth = 4
    return nested.__code__.co_varnames


print(declared(), shared)
print(nested(False))
