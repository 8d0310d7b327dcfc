"""A great precision of what is no longer for it: infinities, what is no number, texts."""
for told in [lambda: '%.2000000000f' % float('inf'), lambda: b'%.2000000000e' % float('nan'), lambda: '%-5.2000000000F|' % float('-inf'),
             lambda: '%.2000000000g' % 1.5, lambda: '%.2000000000s' % 'ab', lambda: b'%.2000000000s' % b'ab',
             lambda: '%.2000000000r' % [1], lambda: '%.*g' % (10**9, 2.5), lambda: format(float('inf'), '.2000000000f'),
             lambda: f'{1.5:.2000000000g}', lambda: f'{2.0:.2000000000}', lambda: f'{"ab":5.2000000000}|']:
    print(told())
