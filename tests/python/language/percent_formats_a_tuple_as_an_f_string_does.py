class Told:
    def __init__(self, name):
        self.name = name
        print('made', name)

    def __str__(self):
        print('shown', self.name)
        return f'<{self.name}>'


class Mute:
    def __str__(self):
        raise ValueError('no words')


# A literal and a tuple's display: each value becomes text before the next one is evaluated.
print('%s and %s' % (Told('a'), Told('b')))
pair = (Told('c'), Told('d'))
print('%s and %s' % pair)
print('%r|%5s|%-8s|%.2s|%10.3a|%%' % ('q', 1, 'x', 'long', 'éab'))
for wrong in (lambda: '%s' % (1, 2), lambda: '%s %s' % (1,), lambda: '%d %s' % ('x', 1), lambda: '%s %' % (1,)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(error)
# What fails does so at the value.
print('value: %s, %s' %
      (1,
       Mute()))
