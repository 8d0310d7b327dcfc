import contextvars
import datetime


def parse(text, format):
    return datetime.datetime.strptime(text, format)


print(parse('3/4', '%d/%m'))
print(parse('3/4', '%d/%m'), parse('3/4/2024', '%d/%m/%Y'), parse('4', '%m'))
print(datetime.datetime.strptime('31', '%d'))
try:
    contextvars.ContextVar()
except TypeError as e:
    print(e)
