"""A SyntaxError whose line is 0 shows that; only one without a line names its file behind the words."""
import traceback

for lineno in 0, None, 3:
    for details in ('f.py', lineno, -1, None), (None, lineno, -1, 'some text'), (None, lineno, 0, 'some text', 0, 3):
        error = SyntaxError('words', details)
        print(traceback.format_exception_only(error))
        try:
            raise error
        except SyntaxError:
            traceback.print_exc()
