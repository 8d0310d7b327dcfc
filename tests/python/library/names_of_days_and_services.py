"""What the locale says, well-known ports, signals that Python ignores, and abstract properties of old programs."""
import abc
import locale
import signal
import socket
import sys

print([locale.nl_langinfo(day) for day in (locale.DAY_1, locale.ABDAY_7, locale.MON_12, locale.D_T_FMT)], locale.DAY_1)
print(locale.getdefaultlocale())
for refused in lambda: locale.nl_langinfo(5), lambda: locale.currency(5):
    try:
        refused()
    except ValueError as error:
        print(error)
print([socket.getservbyname(name) for name in ('http', 'imaps', 'pop3', 'gopher', 'pop3s')], socket.getservbyport(993))
print(signal.getsignal(signal.SIGPIPE), signal.getsignal(signal.SIGXFSZ), signal.getsignal(signal.SIGTERM))
print(sys.builtin_module_names)


class Shape(abc.ABC):
    @abc.abstractproperty
    def area(self):
        """How large it is."""


class Square(Shape):
    area = 4


print(Square().area, abc.abstractproperty, Shape.area.__doc__)
Shape()
