"""Sockets of the simulated network: ends in _sockets, and who waits for them."""
import _descriptors
import _host_names
import _sockets
from _host_names import gaierror, herror
from _frames import argument_type as _argument_type, bytes_of as _bytes_of, c_int as _c_int, c_long as _c_long
from _frames import parsed_int as _parsed_int, ssize as _ssize, type_name as _type_name
from _socket_kinds import *
from _thread import _Followed, _seconds
from operator import index as _index
from time import monotonic_ns as _now

error, timeout = OSError, TimeoutError
_default_timeout = None


def _seconds_to_ns(value):  #: -
    if value is None:
        return None
    value = _seconds(value)
    if value < 0:
        raise ValueError('Timeout value out of range')
    return round(value * 1e9)


def _member(kind, value):
    return kind(value) if value in kind.__members__.values() else value


def _is_on_disk(file):
    """Whether it has a descriptor, as what is in memory has not."""
    try:
        file.fileno()
    except (AttributeError, OSError):
        return False
    return True


class socket(_Followed):  #: -
    """One end of a connection, a place where connections are accepted, or a place for datagrams."""
    __slots__ = '__weakref__', '_end', '_closed', '_io_refs', '_timeout', '_number', '_proto'

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):  #: in socket.py
        self._begin(family, type, proto, fileno)  #: 233 _socket.socket.__init__(self, family, type, proto, fileno)

    def _begin(self, family, type, proto, fileno):  #: -
        self._end, self._closed, self._io_refs, self._timeout = None, False, 0, _default_timeout
        # Its own, where it is not the only one of its end, or was found by its number.
        self._number = self._proto = None
        if fileno is not None:
            family, type, proto, fileno = _c_int(family), _c_int(type), _c_int(proto), _c_long(fileno)
            if fileno < 0 or fileno & 1 << 31:
                raise ValueError('negative file descriptor')
            fileno &= 0x7fffffff
            end = _descriptors.find(fileno)
            if not isinstance(end, _sockets.End) or isinstance(end, _sockets.Pipe):
                raise OSError(88, 'Socket operation on non-socket')
            self._end = end
            if fileno != end.fileno():
                self._number = fileno
            self._proto = proto
            if proto == -1:
                self._proto = 0 if end.family == 1 else _host_names.PROTOCOLS.get(end.type, 0)
            self._stands_for(end)
            return
        family, type, proto = _c_int(family), _c_int(type), _c_int(proto)
        family, type = 2 if family == -1 else family, 1 if type == -1 else type
        if type & 2048:
            self._timeout = 0
        type &= ~(2048 | 524288)
        if family not in (1, 2, 10):
            raise OSError(97, 'Address family not supported by protocol')
        if type == 3:
            # The system asks for rights once it knows the protocol.
            if proto in (-1, 0) and family != 1:
                raise OSError(93, 'Protocol not supported')
            raise PermissionError(1, 'Operation not permitted')
        if type not in (1, 2) and not (type == 5 and family == 1):
            raise OSError(22 if type > 10 else 94, 'Invalid argument' if type > 10 else 'Socket type not supported')
        if proto not in (-1, 0, _host_names.PROTOCOLS.get(type)) and family != 1:
            raise OSError(93, 'Protocol not supported')
        self._end = _sockets.End(type, 'socket', family, 0 if proto == -1 else proto)
        if self._timeout is not None:
            self._end.options['blocking'] = False
        self._stands_for(self._end)

    @classmethod
    def _over(cls, end, timeout=None):
        self = cls.__new__(cls)
        self._end, self._closed, self._io_refs, self._timeout, self._number = end, False, 0, timeout, None
        self._proto = None
        self._stands_for(end)
        return self

    def _keep_timeout(self, value=None):
        raise AttributeError("attribute 'timeout' of '_socket.socket' objects is not writable")

    def _keep_proto(self, value=None):
        raise AttributeError('readonly attribute')

    family = property(lambda self: _member(AddressFamily, self._end.family))
    type = property(lambda self: _member(SocketKind, self._end.type))
    proto = property(lambda self: self._end.proto if self._proto is None else self._proto, _keep_proto, _keep_proto)
    timeout = property(lambda self: self.gettimeout(), _keep_timeout, _keep_timeout)

    @property
    def _source(self):
        if self.fileno() < 0:
            raise ValueError(f'Invalid file descriptor: {self.fileno()}')
        return self._end._source

    def __repr__(self):
        end, cls = self._end, type(self)
        closed = ' [closed]' if self._closed or end is not None and end.closed else ''
        text = f'<{cls.__module__}.{cls.__qualname__}{closed} fd={self.fileno()}'
        if end is not None:
            text += f', family={end.family}, type={end.type}, proto={self.proto}'
        if not self._closed and end is not None and not end.closed:
            if end.getsockname():
                text += f', laddr={end.getsockname()}'
            if end.remote:
                text += f', raddr={end.remote}'
        return text + '>'

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        if not self._closed:
            self.close()

    def __getstate__(self):
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")

    def __del__(self):
        end = getattr(self, '_end', None)
        if end is None or self._closed and not self._io_refs or end.closed:
            return
        import warnings
        warnings.warn(f'unclosed {self!r}', ResourceWarning, source=self)
        self._leave()

    def _open(self):
        if self._end is None or self._end.closed or self._closed and not self._io_refs:
            raise OSError(9, 'Bad file descriptor')
        return self._end

    def fileno(self):
        end = self._end
        if end is None or self._closed and not self._io_refs:
            return -1
        return end.fileno() if self._number is None or end.closed else self._number

    def detach(self):
        number, self._closed = self.fileno(), True
        self._end = _sockets.Gone(self._end)
        return number

    def close(self):
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def _real_close(self):
        if self._end is not None and not isinstance(self._end, _sockets.Gone):
            self._leave()

    def _leave(self):
        end = self._end
        if _descriptors.forsake(end.fileno() if self._number is None else self._number):
            self._end = _sockets.Gone(end)
        else:
            end.close()

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def dup(self):
        other = type(self)(self.family, self.type, self.proto, _descriptors.double(self.fileno()))
        other._timeout = self._timeout
        return other

    # Waiting.

    def setblocking(self, flag, /):
        self._set_timeout(None if flag else 0)

    def _set_timeout(self, timeout):
        self._timeout = timeout
        if self._end is not None:
            self._open().options['blocking'] = timeout is None

    def getblocking(self):
        return self._timeout != 0

    def settimeout(self, value, /):
        self._set_timeout(_seconds_to_ns(value))

    def gettimeout(self):
        return None if self._timeout is None else self._timeout / 1e9

    def _when_ready(self, directions, why, act, *args):
        """Acts as soon as that is possible, or when the time is up gives up."""
        wait = self._timeout
        if wait == 0:
            return act(*args)
        until = None
        while True:
            try:
                return act(*args)
            except BlockingIOError:
                pass
            # What comes while it waits is raised outside of the handler.
            if wait is not None:
                now = _now()
                until = now + wait if until is None else until
                if now >= until:
                    raise TimeoutError('timed out')
            self._end.wait(directions, None if until is None else (until - now) / 1e9, why)

    # Addresses.

    def _address(self, address, what):
        """Checks an address, and finds its host's number."""
        family = self._end.family
        if family == 1:
            if isinstance(address, str):
                address = address.encode('utf-8', 'surrogateescape')
            address = _bytes_of(address)
            if len(address) > 108 - (address[:1] != b'\0'):
                raise OSError('AF_UNIX path too long')
            if not address and what != 'bind':
                raise OSError(22, 'Invalid argument')
            return address.decode('utf-8', 'surrogateescape')
        name = 'AF_INET' if family == 2 else 'AF_INET6'
        if not isinstance(address, tuple):
            raise TypeError(f'{what}(): {name} address must be tuple, not {_type_name(address)}')
        if family == 2 and len(address) != 2:
            raise TypeError('AF_INET address must be a pair (host, port)')
        if not 2 <= len(address) <= 4:
            raise TypeError('AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])')
        host, port = address[:2]
        if not isinstance(host, (str, bytes, bytearray)):
            raise TypeError(f'str, bytes or bytearray expected, not {_type_name(host)}')
        if not isinstance(port, int):
            raise TypeError(f"'{_type_name(port)}' object cannot be interpreted as an integer")
        if not 0 <= port <= 65535:
            raise OverflowError(f'{what}(): port must be 0-65535.')
        host = host if isinstance(host, str) else bytes(host).decode()
        if host == '<broadcast>':
            return '255.255.255.255', port
        if family == 10:
            return ('::1' if host in ('localhost', '127.0.0.1') else host or '::'), port
        return (_host_names.address_of(host) if host else '0.0.0.0'), port

    def bind(self, address, /):
        self._open().bind_as_told(self._address(address, 'bind'))

    def listen(self, backlog=128, /):
        self._open().listen(_parsed_int(backlog))

    def getsockname(self):
        return self._open().getsockname()

    def getpeername(self):
        return self._open().getpeername()

    # Connections.

    def accept(self):  #: in socket.py
        end, address = self._accept()  #: 295 fd, addr = «self._accept()»
        return socket._over(end, _default_timeout), address

    def _accept(self):
        return self._when_ready(_sockets.READ, 'accept', lambda: self._open().accept())

    def connect(self, address, /):
        self._connect(address, 'connect')

    def _connect(self, address, what):
        end = self._open()
        if end.connecting:
            raise OSError(114, 'Operation already in progress')
        address = self._address(address, what)
        if end.unconfirmed:
            # What came of the call that did not wait.
            end.unconfirmed = False
            if end.failure:
                end.failed()
            return
        end.connect(address)
        if end.type == 2:
            return
        if self._timeout == 0 and end.family != 1:
            end.unconfirmed = True
            raise BlockingIOError(115, 'Operation now in progress')

        def joined():
            if end.failure:
                # The system disconnects what it waited for itself.
                end.refused = self._timeout is None
                end.failed()
            if end.connecting:
                raise BlockingIOError
        self._when_ready(_sockets.WRITE, 'connect', joined)

    def connect_ex(self, address, /):
        try:
            self._connect(address, 'connect_ex')
        except TimeoutError as e:
            return e.errno or 11
        except OSError as e:
            if e.errno is None or isinstance(e, gaierror):
                raise
            return e.errno
        return 0

    def shutdown(self, how, /):
        if _c_int(how) not in (0, 1, 2):
            raise OSError(22, 'Invalid argument')
        self._open().shutdown(how != 1, how != 0)

    # Bytes.

    def _sent(self, flags, act, *args):
        # MSG_DONTWAIT
        return act(*args) if flags & 64 else self._when_ready(_sockets.WRITE, 'write', act, *args)

    def send(self, data, flags=0, /):
        data, flags = _bytes_of(data), _parsed_int(flags)
        return self._sent(flags, lambda: self._open().send(data))

    def sendall(self, data, flags=0, /):
        left, flags = memoryview(_bytes_of(data)), _parsed_int(flags)
        while True:
            left = left[self._sent(flags, lambda: self._open().send(left)):]
            if not left:
                return

    def sendto(self, *args):
        if not 2 <= len(args) <= 3:
            raise TypeError(f'sendto() takes 2 or 3 arguments ({len(args)} given)')
        data, *rest = args
        data, flags, end = _bytes_of(data), _parsed_int(rest[0]) if len(rest) == 2 else 0, self._open()
        address = self._address(rest[-1], 'sendto')
        return self._sent(flags, end.sendto, data, address)

    def sendmsg(self, *args):
        buffers, ancdata, flags, address = _given('sendmsg', args, ((), 0, None))
        flags, end = _parsed_int(flags), self._open()
        address = None if address is None else self._address(address, 'sendmsg')
        data = b''.join(map(_bytes_of, _each(buffers, 'sendmsg() argument 1')))
        ancdata = list(_each(ancdata, 'sendmsg() argument 2'))
        if not ancdata:
            return self._sent(flags, end.send, data) if address is None else self._sent(flags, end.sendto, data, address)
        from _packets import forget, things_of
        things = things_of(end, ancdata)
        try:
            if address is None:
                return self._sent(flags, end.send, data, things)
            return self._sent(flags, end.sendto, data, address, things)
        except OSError:
            forget(things)
            raise

    def sendfile(self, file, offset=0, count=None):
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if not self.type & SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if count is not None:
            if not isinstance(count, int):
                raise TypeError(f'count must be a positive integer (got {count!r})')
            if count <= 0:
                raise ValueError(f'count must be a positive integer (got {count!r})')
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset or _is_on_disk(file):
            # The system sends a file from the offset on, wherever its reader is.
            file.seek(offset)
        total = 0
        while count is None or total < count:
            data = file.read(8192 if count is None else min(8192, count - total))
            if not data:
                break
            self.sendall(data)
            total += len(data)
        if total and hasattr(file, 'seek'):
            file.seek(offset + total)
        return total

    def recv(self, bufsize, flags=0, /):
        if type(bufsize) is not int or bufsize >> 63:
            bufsize = _ssize(bufsize)
        if flags != 0:
            flags = _parsed_int(flags)
        if bufsize < 0:
            raise ValueError('negative buffersize in recv')
        if flags & 64:
            return self._open().recv(bufsize, flags & 2)
        if flags & 256 and self._timeout != 0:
            found = b''
            while len(found) < bufsize and (more := self.recv(bufsize - len(found))):
                found += more
            return found
        return self._when_ready(_sockets.READ, _sockets.coming(self._end), lambda: self._open().recv(bufsize, flags & 2))

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self.recv(_room(buffer, nbytes, 'recv_into'), flags)
        memoryview(buffer)[:len(data)] = data
        return len(data)

    def recvfrom(self, bufsize, flags=0, /):
        bufsize, flags = _ssize(bufsize), _parsed_int(flags)
        if bufsize < 0:
            raise ValueError('negative buffersize in recvfrom')
        if flags & 64:
            return self._open().recvfrom(bufsize, flags & 2)
        return self._when_ready(_sockets.READ, _sockets.coming(self._end), lambda: self._open().recvfrom(bufsize, flags & 2))

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        data, address = self.recvfrom(_room(buffer, nbytes, 'recvfrom_into'), flags)
        memoryview(buffer)[:len(data)] = data
        return len(data), address

    def recvmsg(self, *args):
        bufsize, ancbufsize, flags = _given('recvmsg', args, (0, 0))
        bufsize, ancbufsize, flags = _ssize(bufsize), _ssize(ancbufsize), _parsed_int(flags)
        if bufsize < 0:
            raise ValueError('negative buffer size in recvmsg()')
        return self._with_ancillary(bufsize, ancbufsize, flags)

    def _with_ancillary(self, bufsize, ancbufsize, flags):
        from _packets import ancillary_of
        if not 0 <= ancbufsize < 1 << 31:
            raise ValueError('invalid ancillary data buffer length')
        end = self._open()
        end.wanted = []
        try:
            data, address = self.recvfrom(bufsize, flags)
        finally:
            things, end.wanted = end.wanted, None
        ancillary, cut = ancillary_of(things, ancbufsize)
        return data, ancillary, end.cut | cut, address

    def recvmsg_into(self, *args):
        buffers, ancbufsize, flags = _given('recvmsg_into', args, (0, 0))
        ancbufsize, flags = _ssize(ancbufsize), _parsed_int(flags)
        buffers = _each(buffers, 'recvmsg_into() argument 1')
        try:
            views = [memoryview(buffer).cast('B') for buffer in buffers]
            if any(view.readonly for view in views):
                raise TypeError
        except TypeError:
            raise TypeError('recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers') from None
        data, ancillary, cut, address = self._with_ancillary(sum(map(len, views)), ancbufsize, flags)
        at = 0
        for view in views:
            part = data[at:at + len(view)]
            view[:len(part)] = part
            at += len(part)
        return len(data), ancillary, cut, address

    # Options.

    def setsockopt(self, *args):
        if len(args) not in (3, 4):
            raise TypeError(f'setsockopt() takes exactly 3 arguments ({len(args)} given)')
        level, option, value = _parsed_int(args[0]), _parsed_int(args[1]), args[2]
        try:
            value = _parsed_int(value)
        except (OverflowError, TypeError):
            # It may be bytes.
            pass
        if len(args) == 4:
            if value is not None:
                raise TypeError(f"setsockopt() argument 3 must be None, not {_type_name(value)}")
            raise OSError(14, 'Bad address')
        if not isinstance(value, int) or not -1 << 31 <= value < 1 << 31:
            value = _bytes_of(value)
            if level == 1 and len(value) < 4:
                raise OSError(22, 'Invalid argument')
        self._open().setsockopt(level, option, value)

    def getsockopt(self, level, option, buflen=0, /):
        level, option, buflen = _parsed_int(level), _parsed_int(option), _parsed_int(buflen)
        if not 0 <= buflen <= 1024:
            raise OSError('getsockopt buflen out of range')
        return self._open().getsockopt(level, option, buflen)

    def get_inheritable(self):
        import os
        return os.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        import os
        os.set_inheritable(self.fileno(), inheritable)

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):  #: in socket.py
        if not set(mode) <= {'r', 'w', 'b'}:  #: 313 if not «set(mode)» <= {"r", "w", "b"}:
            raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')  #: 314 raise ValueError("invalid mode %r (only r, w, b allowed)" % (mode,))
        import _unseekable
        raw = _unseekable.of_socket(self, mode)
        if buffering is None:
            buffering = -1
        if buffering < 0:  #: 328
            buffering = -1
        if buffering == 0:
            if 'b' not in mode:
                raise ValueError('unbuffered streams must be binary')  #: 332 raise ValueError("unbuffered streams must be binary")
            return raw
        # One that is said to be buffered by lines is not.
        if 'b' in mode or 'r' in mode and 'w' in mode:
            return _unseekable.over(raw, mode, 'b' in mode, buffering, encoding, errors, newline, False)  #: 337 buffer = «io.BufferedReader(raw, buffering)»
        return _unseekable.over(raw, mode, False, buffering, encoding, errors, newline, False)  #: 344 text = «io.TextIOWrapper(buffer, encoding, errors, newline)»


SocketType = socket


def _given(what, args, defaults):
    """The arguments of which the first alone must be given."""
    most = 1 + len(defaults)
    if not args:
        raise TypeError(f'{what}() takes at least 1 argument (0 given)')
    if len(args) > most:
        raise TypeError(f'{what}() takes at most {most} arguments ({len(args)} given)')
    return args + defaults[len(args) - 1:]


def _each(given, what):
    try:
        return iter(given)
    except TypeError:
        raise TypeError(f'{what} must be an iterable') from None


def _room(buffer, nbytes, what):
    try:
        view = memoryview(buffer)
    except TypeError:
        view = None
    if view is None or view.readonly or not view.c_contiguous:
        raise TypeError(f'{what}() argument 1 must be read-write bytes-like object, not {_argument_type(buffer)}')
    size, nbytes = view.nbytes, _ssize(nbytes)
    if nbytes < 0:
        raise ValueError(f'negative buffersize in {what}')
    if nbytes > size:
        raise ValueError('buffer too small for requested bytes' if what == 'recv_into' else
                         'nbytes is greater than the length of the buffer')
    return nbytes or size


def __getattr__(name):
    if name == 'SocketIO':
        import _unseekable
        return _unseekable.SocketIO
    if name == '_GLOBAL_DEFAULT_TIMEOUT':
        from _socket_functions import _unset
        return _unset
    if name in _FUNCTIONS:
        import _socket_functions
        value = globals()[name] = getattr(_socket_functions, name)
        return value
    if name == '__all__':
        from _socket_numbers import SOCKET
        value = globals()[name] = [*dict.fromkeys([*_ALL, *_FUNCTIONS, *SOCKET])]
        return value
    if name.isupper() or name.startswith(('AF_', 'BT')):
        from _socket_numbers import SOCKET
        if name in SOCKET:
            return SOCKET[name]
    raise AttributeError(f"module 'socket' has no attribute '{name}'")


def setdefaulttimeout(timeout, /):  #: -
    global _default_timeout
    _default_timeout = _seconds_to_ns(timeout)


def getdefaulttimeout():
    return None if _default_timeout is None else _default_timeout / 1e9


def socketpair(family=None, type=SOCK_STREAM, proto=0):  #: in socket.py
    """Two sockets that are connected with each other."""
    return _pair(family, type, proto)  #: 659 a, b = «_socket.socketpair(family, type, proto)»


def _pair(family, type, proto):  #: -
    family, type, proto = 1 if family is None else _parsed_int(family), _parsed_int(type), _parsed_int(proto)
    if family not in (1, 2, 10):
        raise OSError(97, 'Address family not supported by protocol')
    if family != 1:
        raise OSError(95, 'Operation not supported')
    return tuple(socket._over(end, _default_timeout) for end in _sockets.pair(family, type & 15, proto))


_FUNCTIONS = ('CMSG_LEN', 'CMSG_SPACE', 'close', 'create_connection', 'create_server', 'dup', 'fromfd', 'getaddrinfo', 'getfqdn', 'gethostbyaddr', 'gethostbyname',
              'gethostbyname_ex', 'gethostname', 'getnameinfo', 'getprotobyname', 'getservbyname', 'getservbyport',
              'has_dualstack_ipv6', 'htonl', 'htons', 'if_indextoname', 'if_nameindex', 'if_nametoindex', 'inet_aton', 'inet_ntoa',
              'inet_ntop', 'inet_pton', 'ntohl', 'ntohs', 'recv_fds', 'send_fds',
              'sethostname')
_ALL = [_name for _name in globals() if _name[0] != '_' and _name not in ('EAGAIN', 'EBADF', 'EWOULDBLOCK', 'MsgFlag', 'AddressInfo')]
