import traceback
from typing import NewType

for report in (traceback.print_exception, traceback.format_exception):
    for what in ("text", ValueError):
        try:
            report(what)
        except TypeError:
            traceback.print_exc()
    try:
        report(ValueError, ValueError(1))
    except ValueError as error:
        print(error)
traceback.print_exception(None)

UserId = NewType("UserId", int)
class AdminId(UserId):
    pass
