import locale


def told(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


for value in None, 3, b'a', 'a\0', [], '1,2', '1.5':
    told(lambda: locale.strcoll(value, 'a'))
    told(lambda: locale.strcoll('a', value))
    told(lambda: locale.strxfrm(value))
    told(lambda: locale.setlocale(locale.LC_CTYPE, value))
    told(lambda: locale.localize(value))
    told(lambda: locale.delocalize(value))
    told(lambda: locale.atof(value))
    told(lambda: locale.nl_langinfo(value))
    told(lambda: locale.format_string(value, 1))
for category in 99, -1, 2 ** 70, 'x', 1.5, True:
    told(lambda: locale.setlocale(category))
    told(lambda: locale.setlocale(category, 'C'))
    told(lambda: locale.setlocale(category, 'C\0'))
    told(lambda: locale.getlocale(category))
for name in (), {}, 0, False, b'', ('en', 'x'), ('C', 'UTF-8'):
    told(lambda: locale.setlocale(locale.LC_TIME, name))
