import traceback


def caught():
    try:
        raise ValueError("naked")
    except* ValueError as e:
        print(repr(e), e.__traceback__, e.exceptions[0].__traceback__ is not None)
        raise


try:
    caught()
except ExceptionGroup as e:
    traceback.print_exc()
try:
    try:
        raise ValueError("again")
    except* ValueError as e:
        raise e
except ExceptionGroup:
    traceback.print_exc()
try:
    raise ValueError("last")
except* ValueError:
    raise KeyError("other")
