"""What constant folding makes a literal is formatted piece by piece as a literal is."""


class Loud:
    def __init__(self, name):
        print('made', name)
        self.name = name

    def __str__(self):
        print('shown', self.name)
        return self.name


print('%s %s' % (Loud('a'), Loud('b')))
print(('%s' * 2) % (Loud('a'), Loud('b')))
print(('%s' + ' %s') % (Loud('a'), Loud('b')) + '!')
print((('%s',)[0]) % (Loud('a'),))
try:
    ('%s' * 2) % (Loud('a'), 1 / 0)
except ZeroDivisionError as error:
    print(error)
print(('%d' * 2) % (1, 2), ('%s' * 2) % (1, 2) * 2)
