import locale

for text, values in (
        ('%s', (1, 2)), ('%s', ()), ('%s %s', (1,)), ('%s %s', 1), ('%s %%', 3), ('%%', ()), ('%%', 3), ('a', (1,)), ('', 3),
        ('%(a)s %(a)d', {'a': 1}), ('%(a)s %s', {'a': 1}), ('%(a)s', 3), ('%s', {}), ('%s', [1, 2]), ('%*d', (5, 3)),
        ('%*.*f|%s', (8, 2, 3.14159, 'x')), ('%5.2f|%-8s|%+d', (1.5, 'a', 3)), ('%q', 1), ('%', 1), ('%s %d', (1, 'a')),
        ('%(*)s', {'*': 2}), ('%g', 1e-7), ('%#x', 255), ('%a', 'a')):
    for monetary in False, True:
        try:
            print(text, values, repr(locale.format_string(text, values, monetary=monetary)))
        except Exception as e:
            print(text, values, type(e).__name__, e)
print(locale.localize('1.5'), locale.localize('1234.5', True, True))
