# A debugger of the program's own is told of calls, lines, exceptions and ends; one looks at an exception afterwards.
import bdb
import io
import os
import pdb


class Teller(bdb.Bdb):
    def tell(self, what, frame, *more):
        if frame.f_globals is globals():
            print(what, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, *more)
        self.set_step()

    def user_call(self, frame, argument_list):
        self.tell('call', frame)

    def user_line(self, frame):
        self.tell('line', frame)

    def user_return(self, frame, return_value):
        self.tell('return', frame, return_value)

    def user_exception(self, frame, exc_info):
        self.tell('exception', frame, exc_info[0].__name__)


def invert(number):
    return 1 / number


def inverted(numbers):
    for number in numbers:
        try:
            yield invert(number)
        except ZeroDivisionError as exc:
            raise ValueError('no inverse') from exc


def first(numbers):
    return next(inverted(numbers))


class Quiet(bdb.Bdb):
    def user_line(self, frame):
        found = self.get_stack(frame, None)
        print('stops', frame.f_lineno - frame.f_code.co_firstlineno, len(found[0]) > 0, frame.f_locals.get('number'))
        self.set_continue()


teller = Teller()
try:
    teller.runcall(first, [0])
except ValueError as exc:
    teller.set_quit()
    shown = io.StringIO()
    commands = io.StringIO('exceptions\nw\nu\np number\nexceptions 0\np number\nl 27,29\nc\n')
    debugger = pdb.Pdb(stdin=commands, stdout=shown)
    debugger.reset()
    debugger.interaction(None, exc)
    print(shown.getvalue().replace(os.path.abspath(__file__), 'FILE'))

quiet = Quiet()
print(quiet.set_break(__file__, 9999) is not None)
line = invert.__code__.co_firstlineno + 1
quiet.set_break(__file__, line, cond='number > 2')
print(quiet.get_file_breaks(__file__) == [line], bdb.Breakpoint.bpbynumber[1].cond)
print(quiet.runcall(lambda: [invert(n) for n in (1, 2, 4)]))
print(bdb.Breakpoint.bpbynumber[1].hits, quiet.clear_break(__file__, line), quiet.clear_break(__file__, line) is None)
