"""`f_lineno` of the frames of a traceback: where each has ended, past the clean-up of handlers, which has no line."""


def lines(function):
    try:
        function()
    except Exception as error:
        entry = error.__traceback__.tb_next
    while entry:
        first = entry.tb_frame.f_code.co_firstlineno
        print(function.__name__, entry.tb_lineno - first, entry.tb_frame.f_lineno - first)
        entry = entry.tb_next


class Noted:
    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass


@lines
def handler_raises():
    try:
        1 / 0
    except ZeroDivisionError:
        1 / 0
        print('unreached')


@lines
def named_handler_raises():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError(error)
        print('unreached')


@lines
def no_clause_matches():
    try:
        1 / 0
    except TypeError as error:
        print(error)
    except KeyError:
        print('unreached')


@lines
def finally_raises():
    try:
        1 / 0
    finally:
        1 / 0
        print('unreached')


@lines
def finally_ends():
    try:
        1 / 0
    finally:
        done = 1
        again = 2


@lines
def manager_looks_on():
    with Noted():
        1 / 0
        print('unreached')


@lines
def several_levels():
    def inner():
        with Noted():
            try:
                raise KeyError(
                    1)
            except ValueError:
                print('unreached')

    for _ in range(2):
        try:
            inner()
        finally:
            inner()


@lines
def raised_again():
    try:
        1 / 0
    except ZeroDivisionError:
        done = 1
        raise
