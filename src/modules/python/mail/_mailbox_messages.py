"""Messages of mailboxes: each kind keeps what its mailbox says of a message, and can tell it to another kind."""
import calendar
import copy
import email
import email.message
import io
import time


class Message(email.message.Message):
    """A message, with what a mailbox says of it."""

    def __init__(self, message=None):
        if isinstance(message, email.message.Message):
            self._become_message(copy.deepcopy(message))
            if isinstance(message, Message):
                message._explain_to(self)
        elif isinstance(message, bytes):
            self._become_message(email.message_from_bytes(message))
        elif isinstance(message, str):
            self._become_message(email.message_from_string(message))
        elif isinstance(message, io.TextIOWrapper):
            self._become_message(email.message_from_file(message))
        elif hasattr(message, 'read'):
            self._become_message(email.message_from_binary_file(message))
        elif message is None:
            email.message.Message.__init__(self)
        else:
            raise TypeError(f'Invalid message type: {type(message)}')

    def _become_message(self, message):
        own = getattr(message, '_type_specific_attributes', [])
        self.__dict__.update({name: value for name, value in message.__dict__.items() if name not in own})

    def _known(self):
        """What is known of the message, in words that all kinds share; None: nothing."""
        return None

    def _take(self, known):
        """Takes what another kind knows."""

    def _explain_to(self, message):
        if not isinstance(message, Message):
            raise TypeError('Cannot convert to specified type' if type(self) is Message
                            else f'Cannot convert to specified type: {type(message)}')
        known = self._known()
        if known is None or type(message) is Message:
            return
        if isinstance(self, MaildirMessage) and isinstance(message, MaildirMessage):
            message.set_flags(self.get_flags())
            message.set_subdir(self.get_subdir())
            message.set_date(self.get_date())
        elif isinstance(self, _mboxMMDFMessage) and isinstance(message, _mboxMMDFMessage):
            message.set_flags(self.get_flags())
            message.set_from(self.get_from())
        elif isinstance(self, MHMessage) and isinstance(message, MHMessage):
            for sequence in self.get_sequences():
                message.add_sequence(sequence)
        elif isinstance(self, BabylMessage) and isinstance(message, BabylMessage):
            message.set_visible(self.get_visible())
            for label in self.get_labels():
                message.add_label(label)
        else:
            message._take(known)
            if isinstance(self, _mboxMMDFMessage):
                del message['status']
                del message['x-status']


class _Flagged(Message):
    """A message whose flags are letters."""

    def add_flag(self, flag):
        self.set_flags(''.join({*self.get_flags(), *flag}))

    def remove_flag(self, flag):
        if self._has_flags():
            self.set_flags(''.join(set(self.get_flags()) - set(flag)))


class MaildirMessage(_Flagged):
    """A message in a folder with a file for each."""
    _type_specific_attributes = ['_subdir', '_info', '_date']

    def __init__(self, message=None):
        self._subdir, self._info, self._date = 'new', '', time.time()
        Message.__init__(self, message)

    def get_subdir(self):
        return self._subdir

    def set_subdir(self, subdir):
        if subdir not in ('new', 'cur'):
            raise ValueError(f"subdir must be 'new' or 'cur': {subdir}")
        self._subdir = subdir

    def get_flags(self):
        return self._info[2:] if self._info.startswith('2,') else ''

    def set_flags(self, flags):
        self._info = '2,' + ''.join(sorted(flags))

    def _has_flags(self):
        return self.get_flags()

    def get_date(self):
        """When it came, in seconds since 1970."""
        return self._date

    def set_date(self, date):
        try:
            self._date = float(date)
        except ValueError:
            raise TypeError(f"can't convert to float: {date}") from None

    def get_info(self):
        return self._info

    def set_info(self, info):
        if not isinstance(info, str):
            raise TypeError(f'info must be a string: {type(info)}')
        self._info = info

    def _known(self):
        words = {'S': 'seen', 'T': 'deleted', 'F': 'flagged', 'R': 'answered', 'P': 'forwarded'}
        found = {words[flag] for flag in self.get_flags() if flag in words}
        return found | ({'old'} if self._subdir == 'cur' else set()), time.gmtime(self._date)

    def _take(self, known):
        words, when = known
        if 'old' in words:
            self.set_subdir('cur')
        for word, flag in (('forwarded', 'P'), ('flagged', 'F'), ('answered', 'R'), ('seen', 'S'), ('deleted', 'T')):
            if word in words:
                self.add_flag(flag)
        if when is not None:
            self.set_date(calendar.timegm(when))


class _mboxMMDFMessage(_Flagged):
    """A message in a file of many: the line before it says from whom it came and when."""
    _type_specific_attributes = ['_from']

    def __init__(self, message=None):
        self.set_from('MAILER-DAEMON', True)
        if isinstance(message, email.message.Message):
            line = message.get_unixfrom()
            if line is not None and line.startswith('From '):
                self.set_from(line[5:])
        Message.__init__(self, message)

    def get_from(self):
        return self._from

    def set_from(self, from_, time_=None):
        if time_ is not None:
            from_ += ' ' + time.asctime(time.gmtime() if time_ is True else time_)
        self._from = from_

    def get_flags(self):
        return self.get('Status', '') + self.get('X-Status', '')

    def set_flags(self, flags):
        flags = set(flags)
        status = ''.join(flag for flag in 'RO' if flag in flags)
        further = ''.join(flag for flag in 'DFA' if flag in flags) + ''.join(sorted(flags - set('RODFA')))
        for name, value in (('Status', status), ('X-Status', further)):
            try:
                self.replace_header(name, value)
            except KeyError:
                self.add_header(name, value)

    def _has_flags(self):
        return 'Status' in self or 'X-Status' in self

    def _known(self):
        words = {'O': 'old', 'F': 'flagged', 'A': 'answered', 'R': 'seen', 'D': 'deleted'}
        try:
            when = time.strptime(' '.join(self.get_from().split()[-5:]), '%a %b %d %H:%M:%S %Y')
        except ValueError:
            when = None
        return {words[flag] for flag in self.get_flags() if flag in words}, when

    def _take(self, known):
        words, when = known
        for word, flag in (('seen', 'R'), ('old', 'O'), ('deleted', 'D'), ('flagged', 'F'), ('answered', 'A')):
            if word in words:
                self.add_flag(flag)
        if when is not None:
            self.set_from('MAILER-DAEMON', when)


class mboxMessage(_mboxMMDFMessage):
    """A message in an mbox."""


class MMDFMessage(_mboxMMDFMessage):
    """A message in an MMDF."""


class MHMessage(Message):
    """A message in a folder whose files have numbers; sequences name several of them."""
    _type_specific_attributes = ['_sequences']

    def __init__(self, message=None):
        self._sequences = []
        Message.__init__(self, message)

    def get_sequences(self):
        return self._sequences[:]

    def set_sequences(self, sequences):
        self._sequences = list(sequences)

    def add_sequence(self, sequence):
        if not isinstance(sequence, str):
            raise TypeError(f'sequence type must be str: {type(sequence)}')
        if sequence not in self._sequences:
            self._sequences.append(sequence)

    def remove_sequence(self, sequence):
        if sequence in self._sequences:
            self._sequences.remove(sequence)

    def _known(self):
        return _seen_and_old(self._sequences, {'flagged': 'flagged', 'replied': 'answered'}), None

    def _take(self, known):
        for word, sequence in (('answered', 'replied'), ('flagged', 'flagged')):
            if 'seen' not in known[0]:
                self.add_sequence('unseen')
            if word in known[0]:
                self.add_sequence(sequence)


class BabylMessage(Message):
    """A message in a file of Rmail's, with labels, and headers that are shown."""
    _type_specific_attributes = ['_labels', '_visible']

    def __init__(self, message=None):
        self._labels, self._visible = [], Message()
        Message.__init__(self, message)

    def get_labels(self):
        return self._labels[:]

    def set_labels(self, labels):
        self._labels = list(labels)

    def add_label(self, label):
        if not isinstance(label, str):
            raise TypeError(f'label must be a string: {type(label)}')
        if label not in self._labels:
            self._labels.append(label)

    def remove_label(self, label):
        if label in self._labels:
            self._labels.remove(label)

    def get_visible(self):
        return Message(self._visible)

    def set_visible(self, visible):
        self._visible = Message(visible)

    def update_visible(self):
        """Headers that are shown become those of the message."""
        for header in self._visible.keys():
            if header in self:
                self._visible.replace_header(header, self[header])
            else:
                del self._visible[header]
        for header in ('Date', 'From', 'Reply-To', 'To', 'CC', 'Subject'):
            if header in self and header not in self._visible:
                self._visible[header] = self[header]

    def _known(self):
        words = {'forwarded': 'forwarded', 'resent': 'forwarded', 'answered': 'answered', 'deleted': 'deleted'}
        return _seen_and_old(self._labels, words), None

    def _take(self, known):
        if 'seen' not in known[0]:
            self.add_label('unseen')
        for label in ('deleted', 'answered', 'forwarded'):
            if label in known[0]:
                self.add_label(label)


def _seen_and_old(names, words):
    found = {words[name] for name in names if name in words}
    return found | ({'old'} if 'unseen' in names else {'old', 'seen'})


for _kind in (Message, MaildirMessage, _mboxMMDFMessage, mboxMessage, MMDFMessage, MHMessage, BabylMessage):
    _kind.__module__ = 'mailbox'
