import traceback


class Account:
    def withdraw(self):
        withdraw(1)


try:
    Account().withdraw()
except NameError as e:
    print(traceback.format_exception_only(e))
    print(traceback.format_exception(e)[-1])
    print(list(traceback.TracebackException.from_exception(e).format_exception_only()))
    print(list(traceback.TracebackException(type(e), e, None).format_exception_only()))
try:
    Account().withdrow()
except AttributeError as e:
    print(traceback.format_exception_only(e))
