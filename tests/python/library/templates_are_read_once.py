"""string.Template: a text that is substituted again, one that changes, and subclasses with the same text."""
from string import Template

text = 'Dear $name, $$5 and ${amount}s to $who; $name'
letter = Template(text)
for name in 'Ann', 'Bo':
    print(letter.substitute(name=name, amount=5, who=None))
print(letter.safe_substitute(name='x'), letter.get_identifiers(), letter.is_valid())
letter.template = 'now $name'
print(letter.substitute({'name': 'other'}), letter.template)


class Percent(Template):
    delimiter = '%'


class Upper(Template):
    idpattern = '[A-Z]+'
    flags = 0


print(Percent(text + ' %name').substitute(name='p'))
print(Upper('$NAME $name').safe_substitute(NAME='u', name='l'))
for wrong in 'cost $5', 'a\n $', '${x', '$x ${y!}':
    for _ in range(2):
        try:
            print(Template(wrong).substitute(x=1, y=2))
        except ValueError as error:
            print(error)
    print(Template(wrong).safe_substitute(x=1), Template(wrong).is_valid())
try:
    Template(5).substitute()
except TypeError as error:
    print(type(error).__name__)
