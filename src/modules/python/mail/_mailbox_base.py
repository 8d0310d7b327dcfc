"""What all mailboxes do: dicts of messages by keys that the mailbox gives out."""
import contextlib
import email
import email.generator
import email.message
import io
import os
import warnings
from types import GenericAlias


class Mailbox:
    """Messages by their keys."""
    _append_newline = False

    def __init__(self, path, factory=None, create=True):
        self._path, self._factory = os.path.abspath(os.path.expanduser(path)), factory

    def __delitem__(self, key):
        self.remove(key)

    def discard(self, key):
        try:
            self.remove(key)
        except KeyError:
            pass

    def get(self, key, default=None):
        try:
            return self.__getitem__(key)
        except KeyError:
            return default

    def __getitem__(self, key):
        if not self._factory:
            return self.get_message(key)
        with contextlib.closing(self.get_file(key)) as file:
            return self._factory(file)

    def get_string(self, key):
        return email.message_from_bytes(self.get_bytes(key)).as_string()

    def keys(self):
        return list(self.iterkeys())

    def itervalues(self):
        return (value for _, value in self.iteritems())

    def __iter__(self):
        return self.itervalues()

    def values(self):
        return list(self.itervalues())

    def iteritems(self):
        for key in self.iterkeys():
            try:
                value = self[key]
            except KeyError:
                continue
            yield key, value

    def items(self):
        return list(self.iteritems())

    def clear(self):
        for key in self.keys():
            self.discard(key)

    def pop(self, key, default=None):
        try:
            found = self[key]
        except KeyError:
            return default
        self.discard(key)
        return found

    def popitem(self):
        for key in self.iterkeys():
            return key, self.pop(key)
        raise KeyError('No messages in mailbox')

    def update(self, arg=None):
        """Puts other messages in the place of those with these keys."""
        source = arg.iteritems() if hasattr(arg, 'iteritems') else arg.items() if hasattr(arg, 'items') else arg
        unknown = False
        for key, message in source:
            try:
                self[key] = message
            except KeyError:
                unknown = True
        if unknown:
            raise KeyError('No message with key(s)')

    def _string_to_bytes(self, message):
        try:
            return message.encode('ascii')
        except UnicodeError:
            raise ValueError('String input must be ASCII-only; use bytes or a Message instead')

    def _dump_message(self, message, target, mangle_from_=False):
        """Writes a message to a file."""
        if isinstance(message, email.message.Message):
            buffer = io.BytesIO()
            email.generator.BytesGenerator(buffer, mangle_from_, 0).flatten(message)
            data = buffer.getvalue()
        elif isinstance(message, (str, bytes, io.StringIO)):
            if isinstance(message, io.StringIO):
                warnings.warn('Use of StringIO input is deprecated, use BytesIO instead', DeprecationWarning, 3)
                message = message.getvalue()
            data = self._string_to_bytes(message) if isinstance(message, str) else message
            if mangle_from_:
                data = data.replace(b'\nFrom ', b'\n>From ')
        elif hasattr(message, 'read'):
            if hasattr(message, 'buffer'):
                warnings.warn('Use of text mode files is deprecated, use a binary mode file instead', DeprecationWarning, 3)
                message = message.buffer
            data = b''
            for line in iter(message.readline, b''):
                for end in (b'\r\n', b'\r'):
                    if line.endswith(end):
                        line = line.removesuffix(end) + b'\n'
                data += b'>' * (mangle_from_ and line.startswith(b'From ')) + line
            target.write(data + b'\n' * bool(self._append_newline and data and not data.endswith(b'\n')))
            return
        else:
            raise TypeError(f'Invalid message type: {type(message)}')
        target.write(data)
        if self._append_newline and not data.endswith(b'\n'):
            target.write(b'\n')

    __class_getitem__ = classmethod(GenericAlias)


def _left_to_each(name):
    """A method that each kind of mailbox has its own of."""
    def method(self, *args):
        raise NotImplementedError('Method must be implemented by subclass')
    method.__name__, method.__qualname__, method.__module__ = name, f'Mailbox.{name}', 'mailbox'
    return method


for _name in ('add remove __setitem__ get_message get_bytes get_file iterkeys __contains__ __len__ flush lock unlock close').split():
    setattr(Mailbox, _name, _left_to_each(_name))
Mailbox.__module__ = 'mailbox'
