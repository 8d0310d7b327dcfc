"""Messages of mailboxes: each kind keeps what its mailbox says of a message, and can tell it to another kind."""
import calendar
import copy
import email
import email.message
import io
import time

_PARSERS = (bytes, email.message_from_bytes), (str, email.message_from_string), (io.TextIOWrapper, email.message_from_file)
_SHOWN_IF_THERE = 'Date', 'From', 'Reply-To', 'To', 'CC', 'Subject'


class Message(email.message.Message):
    """A message, with what a mailbox says of it."""
    _marks = {}  # what a kind can say of a message, with words for it that all kinds share; one table for each kind
    _apart = ()  # attributes that another kind does not take over
    _flag_headers = ()  # headers that are flags

    def __init__(self, message=None):
        if message is None:
            email.message.Message.__init__(self)
        elif not isinstance(message, email.message.Message):
            self._become_message(_parsed(message))
        else:
            self._become_message(copy.deepcopy(message))
            if isinstance(message, Message):
                message._explain_to(self)

    def _become_message(self, message):
        """Takes over what every message has."""
        self.__dict__.update((name, value) for name, value in vars(message).items() if name not in getattr(message, '_apart', ()))

    def _explain_to(self, message):
        """Tells another message what the mailbox of this one says, as far as both kinds can say it."""
        if not isinstance(message, Message):
            raise TypeError('Cannot convert to specified type' + (f': {type(message)}' if self._marks else ''))
        if not self._marks or not message._marks:
            return
        if message._marks is self._marks:
            self._copy_to(message)
            return
        message._take(*self._known())
        for header in self._flag_headers:
            del message[header]

    def _words(self, marks):
        return {self._marks[mark] for mark in marks if mark in self._marks}

    def _marks_for(self, words):
        return [mark for word, mark in {word: mark for mark, word in self._marks.items()}.items() if word in words]


def _parsed(source):
    """A message from its text, its bytes or a file."""
    for kind, parse in _PARSERS:
        if isinstance(source, kind):
            return parse(source)
    if hasattr(source, 'read'):
        return email.message_from_binary_file(source)
    raise TypeError(f'Invalid message type: {type(source)}')


def _check_text(value, complaint):
    if not isinstance(value, str):
        raise TypeError(f'{complaint}: {type(value)}')


def _flags_in(info):
    """The flags that the end of a file's name tells."""
    return info[2:] if info.startswith('2,') else ''


class _Flagged(Message):
    """A message whose flags are letters."""

    def add_flag(self, flag):
        self.set_flags(''.join({*self.get_flags(), *flag}))

    def remove_flag(self, flag):
        if self._has_flags():
            self.set_flags(''.join({*self.get_flags()}.difference(flag)))

    def _has_flags(self):
        return bool(self.get_flags())

    def _copy_to(self, message):
        for name in self._told:
            getattr(message, f'set_{name}')(getattr(self, f'get_{name}')())

    def _take(self, words, seconds):
        flags = self._marks_for(words)
        if flags:
            self.add_flag(flags)


class MaildirMessage(_Flagged):
    """A message in a folder with a file for each."""
    _marks = {'S': 'seen', 'T': 'deleted', 'F': 'flagged', 'R': 'answered', 'P': 'forwarded'}
    _told = 'flags', 'subdir', 'date'
    _apart = '_subdir', '_info', '_date'

    def __init__(self, message=None):
        self._subdir, self._info, self._date = 'new', '', time.time()
        Message.__init__(self, message)

    def get_subdir(self):
        return self._subdir

    def set_subdir(self, subdir):
        if subdir not in ('new', 'cur'):
            raise ValueError(f"subdir must be 'new' or 'cur': {subdir}")
        self._subdir = subdir

    def get_info(self):
        return self._info

    def set_info(self, info):
        _check_text(info, 'info must be a string')
        self._info = info

    def get_flags(self):
        return _flags_in(self._info)

    def set_flags(self, flags):
        self._info = '2,' + ''.join(sorted(flags))

    def get_date(self):
        """When it came, in seconds since 1970."""
        return self._date

    def set_date(self, date):
        try:
            self._date = float(date)
        except ValueError:
            raise TypeError(f"can't convert to float: {date}") from None

    def _known(self):
        return self._words(self.get_flags()) | ({'old'} if self._subdir == 'cur' else set()), self._date

    def _take(self, words, seconds):
        if 'old' in words:
            self.set_subdir('cur')
        super()._take(words, seconds)
        if seconds is not None:
            self.set_date(seconds)


class _mboxMMDFMessage(_Flagged):
    """A message in a file of many: the line before it says from whom it came and when."""
    _marks = {'R': 'seen', 'O': 'old', 'D': 'deleted', 'F': 'flagged', 'A': 'answered'}
    _told = 'flags', 'from'
    _apart = ('_from',)
    _flag_headers = 'Status', 'X-Status'

    def __init__(self, message=None):
        self.set_from('MAILER-DAEMON', True)
        line = message.get_unixfrom() if isinstance(message, email.message.Message) else None
        if line and line.startswith('From '):
            self.set_from(line.removeprefix('From '))
        Message.__init__(self, message)

    def get_from(self):
        return self._from

    def set_from(self, from_, time_=None):
        if time_ is not None:
            from_ += ' ' + time.asctime(time.gmtime() if time_ is True else time_)
        self._from = from_

    def get_flags(self):
        return ''.join(self.get(header, '') for header in self._flag_headers)

    def set_flags(self, flags):
        flags = set(flags)
        for header, order in zip(self._flag_headers, ('RO', ['D', 'F', 'A', *sorted(flags.difference('RODFA'))])):
            value = ''.join(flag for flag in order if flag in flags)
            if header in self:
                self.replace_header(header, value)
            else:
                self.add_header(header, value)

    def _has_flags(self):
        return any(header in self for header in self._flag_headers)

    def _known(self):
        try:
            seconds = calendar.timegm(time.strptime(' '.join(self.get_from().split()[-5:]), '%a %b %d %H:%M:%S %Y'))
        except ValueError:
            seconds = None
        return self._words(self.get_flags()), seconds

    def _take(self, words, seconds):
        super()._take(words, seconds)
        if seconds is not None:
            self.set_from('MAILER-DAEMON', time.gmtime(seconds))


class mboxMessage(_mboxMMDFMessage):
    """A message in an mbox."""


class MMDFMessage(_mboxMMDFMessage):
    """A message in an MMDF."""


class _Named(Message):
    """A message with names for what is to be said of it; `unseen` is one."""
    _apart = ('_names',)

    def __init__(self, message=None):
        self._names = []
        Message.__init__(self, message)

    def _add_name(self, name):
        if name not in self._names:
            self._names.append(name)

    def _remove_name(self, name):
        if name in self._names:
            self._names.remove(name)

    def _copy_to(self, message):
        for name in self._names:
            message._add_name(name)

    def _known(self):
        return self._words(self._names) | ({'old'} if 'unseen' in self._names else {'old', 'seen'}), None

    def _take(self, words, seconds):
        for name in ([] if 'seen' in words else ['unseen']) + self._marks_for(words):
            self._add_name(name)


class MHMessage(_Named):
    """A message in a folder whose files have numbers; sequences name several of them."""
    _marks = {'replied': 'answered', 'flagged': 'flagged'}
    _sequences = property(lambda self: self._names)

    def get_sequences(self):
        return list(self._names)

    def set_sequences(self, sequences):
        self._names = list(sequences)

    def add_sequence(self, sequence):
        _check_text(sequence, 'sequence type must be str')
        self._add_name(sequence)

    def remove_sequence(self, sequence):
        self._remove_name(sequence)


class BabylMessage(_Named):
    """A message in a file of Rmail's, with labels, and headers that are shown."""
    _marks = {'deleted': 'deleted', 'answered': 'answered', 'resent': 'forwarded', 'forwarded': 'forwarded'}
    _apart = '_names', '_visible'
    _labels = property(lambda self: self._names)

    def __init__(self, message=None):
        self._visible = Message()
        _Named.__init__(self, message)

    def get_labels(self):
        return list(self._names)

    def set_labels(self, labels):
        self._names = list(labels)

    def add_label(self, label):
        _check_text(label, 'label must be a string')
        self._add_name(label)

    def remove_label(self, label):
        self._remove_name(label)

    def get_visible(self):
        return Message(self._visible)

    def set_visible(self, visible):
        self._visible = Message(visible)

    def update_visible(self):
        """Headers that are shown become those of the message."""
        shown = self._visible
        for header in (*shown.keys(), *_SHOWN_IF_THERE):
            if header not in self:
                del shown[header]
            elif header in shown:
                shown.replace_header(header, self[header])
            else:
                shown[header] = self[header]

    def _copy_to(self, message):
        message.set_visible(self._visible)
        super()._copy_to(message)


for _kind in (Message, _Flagged, MaildirMessage, _mboxMMDFMessage, mboxMessage, MMDFMessage, _Named, MHMessage, BabylMessage):
    _kind.__module__ = 'mailbox'
