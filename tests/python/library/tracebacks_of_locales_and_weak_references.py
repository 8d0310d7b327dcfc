import locale
import traceback
import weakref

for function in (
        lambda: locale.format_string(b'%d', 3), lambda: locale.format_string('%d', 'a'), lambda: locale.format_string('%s', ()),
        lambda: locale.format_string('%(a)d', {'a': 'x'}), lambda: locale.localize(None), lambda: locale.delocalize(b'1'),
        lambda: locale.setlocale(99), lambda: locale.getlocale(99), lambda: weakref.WeakValueDictionary().update({1: 2}),
        lambda: weakref.WeakValueDictionary(a=1), lambda: weakref.WeakValueDictionary().setdefault(1, 2),
        lambda: weakref.WeakKeyDictionary({1: 2})):
    try:
        function()
    except Exception as e:
        for frame in traceback.format_tb(e.__traceback__.tb_next.tb_next):
            print(frame[frame.rindex('.py"') - 7:], end='')
        print(type(e).__name__, e)
