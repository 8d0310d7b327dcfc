"""Functions of modules that are C in CPython stay themselves where a class holds them."""
import fcntl
import grp
import pwd
import resource
import socket
import sys
import termios
import time
import types

for module, names in (
        (fcntl, 'flock lockf'), (grp, 'getgrgid getgrnam'), (pwd, 'getpwuid getpwnam'), (resource, 'getrlimit getrusage'),
        (socket, 'gethostname htons inet_aton inet_ntoa inet_pton getservbyname'), (sys, 'displayhook get_asyncgen_hooks'),
        (termios, 'tcgetattr tcdrain'), (time, 'clock_gettime get_clock_info strptime')):
    for name in names.split():
        function = getattr(module, name)
        holder = type('Holder', (), {'call': function})()
        print(name, type(function) is types.BuiltinFunctionType, holder.call is function, repr(function))
for name in 'create_connection getaddrinfo getfqdn has_dualstack_ipv6'.split():
    print(name, type(getattr(socket, name)) is types.FunctionType)


class Host:
    packed = socket.inet_aton
    parsed = time.strptime


print(Host().packed('127.0.0.1'), Host().parsed('2024', '%Y').tm_year)
