"""Code objects of a text of a thousand lines tell of their instructions, as those of a short one do."""
import dis
text = 'def first():\n    return 1\n' + 'x = 1\n' * 1000 + 'def last(n):\n    return n + 258\n1 / 0\n'
names = {}
code = compile(text, 'long.py', 'exec')
try:
    exec(code, names)
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_lasti, len(code.co_code))
print(names['last'].__code__.co_consts, len(names['last'].__code__.co_code), len(list(code.co_lines())))
dis.dis(names['first'])


class Told:
    def __hash__(self):
        return len(names['first'].__code__.co_code)


print(hash(Told()))
import sys
offsets = []
sys.settrace(lambda frame, event, arg: offsets.append(frame.f_lasti))
names['last'](1)
sys.settrace(None)
print(offsets[:1])
