"""What transports are derived from: all of it is for them to do."""  #: in asyncio/transports.py


class BaseTransport:
    """Base class for transports."""
    __slots__ = '_extra',

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """Get optional transport information."""
        return self._extra.get(name, default)

    def is_closing(self):
        raise NotImplementedError  #: 25

    def close(self):
        raise NotImplementedError  #: 35

    def set_protocol(self, protocol):
        raise NotImplementedError  #: 39

    def get_protocol(self):
        raise NotImplementedError  #: 43


class ReadTransport(BaseTransport):
    """Interface for read-only transports."""
    __slots__ = ()

    def is_reading(self):
        raise NotImplementedError  #: 53

    def pause_reading(self):
        raise NotImplementedError  #: 61

    def resume_reading(self):
        raise NotImplementedError  #: 69


class WriteTransport(BaseTransport):
    """Interface for write-only transports."""
    __slots__ = ()

    def set_write_buffer_limits(self, high=None, low=None):
        raise NotImplementedError  #: 96

    def get_write_buffer_size(self):
        raise NotImplementedError  #: 100

    def get_write_buffer_limits(self):
        raise NotImplementedError  #: 106

    def write(self, data):
        raise NotImplementedError  #: 114

    def writelines(self, list_of_data):
        data = b''.join(list_of_data)  #: 122
        self.write(data)  #: 123

    def write_eof(self):
        raise NotImplementedError  #: 132

    def can_write_eof(self):
        raise NotImplementedError  #: 136

    def abort(self):
        raise NotImplementedError  #: 145


class Transport(ReadTransport, WriteTransport):
    """Interface representing a bidirectional transport."""
    __slots__ = ()


class DatagramTransport(BaseTransport):
    """Interface for datagram (UDP) transports."""
    __slots__ = ()

    def sendto(self, data, addr=None):
        raise NotImplementedError  #: 187

    def abort(self):
        raise NotImplementedError  #: 196


class SubprocessTransport(BaseTransport):
    __slots__ = ()

    def get_pid(self):
        raise NotImplementedError  #: 205

    def get_returncode(self):
        raise NotImplementedError  #: 213

    def get_pipe_transport(self, fd):
        raise NotImplementedError  #: 217

    def send_signal(self, signal):
        raise NotImplementedError  #: 225

    def terminate(self):
        raise NotImplementedError  #: 239

    def kill(self):
        raise NotImplementedError  #: 250


for _class in BaseTransport, ReadTransport, WriteTransport, Transport, DatagramTransport, SubprocessTransport:
    _class.__module__ = 'asyncio.transports'
