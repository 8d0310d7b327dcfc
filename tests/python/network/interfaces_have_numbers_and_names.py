"""The first interface is the loopback; others' numbers and names are refused."""
import socket

print(socket.if_nameindex()[0], socket.if_indextoname(1), socket.if_nametoindex('lo'))
for index in 0, 999_999, -1, 'lo', 2**40:
    try:
        print(socket.if_indextoname(index))
    except (OSError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
try:
    socket.if_nametoindex('none such')
except OSError as error:
    print(error)
