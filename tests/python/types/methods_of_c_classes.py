# What is a method in C says its class's name, and no module; so do the messages of calls that are refused.
import collections
import io
import re


class Text(io.StringIO):
    pass


class Table(dict):
    pass


text = io.StringIO('one\ntwo\n')
methods = [text.getvalue, text.readline, io.BytesIO().read, Text().getvalue, re.compile('a').match,
           collections.OrderedDict().popitem, Table().get]
for method in methods:
    print(method.__qualname__, method.__module__)
    for refused in (lambda: method(*None), lambda: method(**None), lambda: method(**{'a': 1}, **{'a': 2})):
        try:
            refused()
        except TypeError as error:
            print('   ', error)

print([type(method).__name__ for method in methods[:4]])
read = text.readline
print(read(), read(), read() == '')
print(text.readline == text.readline, read.__self__ is text, hasattr(read, '__func__'), callable(read))
print(list(map(Text('a').write, ['b', 'cd'])))
