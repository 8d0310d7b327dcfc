# What stands within a group and is its cause as well: the causes are told within, where they are come to first.
def fails():
    try:
        int("x")
    except ValueError as error:
        raise LookupError("converted") from error


def main():
    try:
        fails()
    except LookupError as error:
        inner = error
    group = ExceptionGroup("all", [OSError("first"), inner, ExceptionGroup("sub", [KeyError("k")])])
    try:
        raise group from inner
    except ExceptionGroup as caught:
        raise ExceptionGroup("outer", [caught, inner]) from caught


main()
