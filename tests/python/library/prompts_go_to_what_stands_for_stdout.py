# input() writes its prompt to the object that stands for sys.stdout, and flushes it.
import contextlib
import io
import sys


class Loud(io.StringIO):
    def flush(self):
        super().flush()
        self.write('|')


sys.stdin = io.StringIO('one\ntwo\nthree')
shown = Loud()
with contextlib.redirect_stdout(shown):
    answers = [input('first? '), input(), input(3)]
print(answers, repr(shown.getvalue()))
with contextlib.redirect_stdout(shown):
    try:
        input('more? ')
    except EOFError as exc:
        sys.__stdout__.write(f'{exc}\n')
print(repr(shown.getvalue()))
sys.stdout = None
try:
    input('nowhere? ')
except RuntimeError as exc:
    sys.stdout = sys.__stdout__
    print(exc)
