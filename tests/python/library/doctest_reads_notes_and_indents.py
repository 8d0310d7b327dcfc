"""What doctest makes of exceptions with notes and of lines that are not indented as they should be."""
import doctest


def noted(*notes):
    error = ValueError('text')
    for note in notes:
        error.add_note(note)
    raise error


EXAMPLES = '''
>>> noted()
Traceback (most recent call last):
ValueError: text
>>> noted('one')
Traceback (most recent call last):
ValueError: text
one
>>> noted('one', 'two')
Traceback (most recent call last):
  ...
ValueError: text
one
two
>>> noted('one')
Traceback (most recent call last):
ValueError: text
>>> noted('one\\ntwo')  # doctest: +IGNORE_EXCEPTION_DETAIL
Traceback (most recent call last):
ValueError: other
>>> compile('1 +', 'name', 'exec')
Traceback (most recent call last):
SyntaxError: invalid syntax
'''
parser = doctest.DocTestParser()
test = parser.get_doctest(EXAMPLES, {'noted': noted}, 'notes', None, 0)
checks = doctest.OutputChecker()
for example in test.examples:
    print(example.lineno, repr(example.source), repr(example.exc_msg))


class Runner(doctest.DocTestRunner):
    def report_failure(self, out, test, example, got):
        out(f'failed at {example.lineno}: {got.splitlines()[-2:]}\n')


print(Runner(verbose=False).run(test))
print(repr(doctest.Example('x', 'y', exc_msg='').exc_msg))
for text in ('>>> print(1\n... )\n1\n', '  >>> print(1\n...   )\n', '  >>> 1\n 1\n', '>>>1\n', '>>> 1 \\\n...+ 1\n',
             '>>> 1 # doctest: +NOTHING\n'):
    try:
        print([(e.source, e.want) for e in parser.get_examples(text, 'a text')])
    except ValueError as error:
        print(error)
