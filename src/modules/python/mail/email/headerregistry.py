"""Headers as objects that know what they say: addresses, dates, parameters."""
import re
from types import MappingProxyType
from email import errors, utils
from email._folding import decoded, decoded_parts, fold_header, quoted, source


class Address:
    """An address with its name."""

    def __init__(self, display_name='', username='', domain='', addr_spec=None):
        given = ''.join(filter(None, (display_name, username, domain, addr_spec)))
        if '\r' in given or '\n' in given:
            raise ValueError('invalid arguments; address parts cannot contain CR or LF')
        if addr_spec is not None:
            if username or domain:
                raise TypeError('addrspec specified when username and/or domain also specified')
            from email._parseaddr import checked, specification
            if addr_spec.startswith('@'):
                raise errors.HeaderParseError(f"Expected 'atom' or 'quoted-string' but found {addr_spec!r}")
            read, rest = specification(addr_spec)
            if not read and not addr_spec.endswith('@'):
                raise errors.HeaderParseError(f"expected atom at a start of dot-atom-text but found '{addr_spec}'")
            if rest:
                raise ValueError(f"Invalid addr_spec; only '{read}' could be parsed from '{addr_spec}'")
            checked(addr_spec)
            username, domain = _halves(read)
        self._display_name, self._username, self._domain = display_name, username, domain

    display_name = property(lambda self: self._display_name)
    username = property(lambda self: self._username)
    domain = property(lambda self: self._domain)

    @property
    def addr_spec(self):
        """The address without the name."""
        local = self.username
        if not set(local).isdisjoint('()<>@,:;\\"[] \t'):
            local = quoted(local)
        if self.domain:
            return local + '@' + self.domain
        return local or '<>'

    def __repr__(self):
        return (f'{self.__class__.__name__}(display_name={self.display_name!r}, username={self.username!r}, '
                f'domain={self.domain!r})')

    def __str__(self):
        name = _name(self.display_name)
        if not name:
            return self.addr_spec
        return f'{name} <{"" if self.addr_spec == "<>" else self.addr_spec}>'

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return (self.display_name, self.username, self.domain) == (other.display_name, other.username, other.domain)


def _name(name):
    return quoted(name) if name and not set(name).isdisjoint('()<>@,:;.\\"[]') else name


def _halves(address):
    local, sign, domain = address.rpartition('@')
    local, domain = (local, domain) if sign else (domain, '')
    if local.startswith('"') and local.endswith('"') and len(local) > 1:
        local = re.sub(r'\\(.)', r'\1', local[1:-1])
    return local, domain


class Group:
    """Addresses under a name; without one, an address that stands alone."""

    def __init__(self, display_name=None, addresses=None):
        self._display_name, self._addresses = display_name, tuple(addresses) if addresses else ()

    display_name = property(lambda self: self._display_name)
    addresses = property(lambda self: self._addresses)

    def __repr__(self):
        return f'{self.__class__.__name__}(display_name={self.display_name!r}, addresses={self.addresses!r}'

    def __str__(self):
        if self.display_name is None and len(self.addresses) == 1:
            return str(self.addresses[0])
        name = _name(self.display_name)
        addresses = ', '.join(map(str, self.addresses))
        return f'{name}:{" " + addresses if addresses else addresses};'

    def __eq__(self, other):
        if not isinstance(other, Group):
            return NotImplemented
        return self.display_name == other.display_name and self.addresses == other.addresses


class BaseHeader(str):
    """A header's text, with its name and what is wrong with it."""
    max_count = None

    def __new__(cls, name, value):
        kwds = {'defects': []}
        cls.parse(value, kwds)
        text = kwds.pop('decoded')
        self = str.__new__(cls, _plain(text))
        self.init(name, **kwds)
        return self

    def init(self, name, *, parse_tree=None, defects):
        """Takes what was read."""
        self._name, self._parse_tree, self._defects = name, parse_tree, defects

    name = property(lambda self: self._name)
    defects = property(lambda self: tuple(self._defects))

    def __reduce__(self):
        return _again, (self.__class__.__name__, self.__class__.__bases__, str(self)), self.__dict__

    def fold(self, *, policy):
        """The header in lines."""
        return fold_header(self.name, self._parse_tree, policy)


def _again(name, bases, value):
    return str.__new__(type(name, bases, {}), value)


def _plain(text):
    return utils._sanitize(text) if utils._has_surrogates(text) else text


def _words(text):
    return [piece for piece in re.split(r'([ \t]+)', text) if piece]


class UnstructuredHeader:
    """Any text."""

    @classmethod
    def parse(cls, value, kwds):
        """Reads it."""
        parts = decoded_parts(value, kwds['defects'])
        kwds['decoded'] = ''.join(parts)
        # What would end a line stands alone.
        kwds['parse_tree'] = 'text', [word for part in parts for piece in re.split('([\r\n]+)', part) for word in _words(piece)]


class DateHeader:
    """A date."""

    @classmethod
    def parse(cls, value, kwds):
        """Reads it."""
        kwds['datetime'] = None
        if not value:
            kwds['defects'].append(errors.HeaderMissingRequiredValue())
            kwds.update(decoded='', parse_tree=('plain', []))
            return
        if isinstance(value, str):
            kwds['decoded'] = value
            try:
                value = utils.parsedate_to_datetime(value)
            except ValueError:
                kwds['defects'].append(errors.InvalidDateDefect('Invalid date value or format'))
                kwds['parse_tree'] = 'text', []
                return
        kwds['datetime'] = value
        kwds['decoded'] = utils.format_datetime(value)
        kwds['parse_tree'] = 'text', _words(kwds['decoded'])

    def init(self, *args, **kw):
        """Takes what was read."""
        self._datetime = kw.pop('datetime')
        super().init(*args, **kw)

    datetime = property(lambda self: self._datetime)


class AddressHeader:
    """Addresses."""

    @classmethod
    def parse(cls, value, kwds):
        """Reads it."""
        if isinstance(value, str):
            from email._parseaddr import groups
            found, tree = groups(value, kwds['defects'])
            kwds['groups'] = [Group(None if name is None else decoded(name),
                                    [Address(decoded(who), *address) for who, address in pairs])
                              for name, pairs in found]
            kwds['decoded'] = ', '.join(map(str, kwds['groups']))
        else:
            value = value if hasattr(value, '__iter__') else [value]
            kwds['groups'] = [item if hasattr(item, 'addresses') else Group(None, [item]) for item in value]
            kwds['decoded'] = ', '.join(map(str, kwds['groups']))
            from email._parseaddr import groups
            tree = groups(kwds['decoded'], [])[1]
        kwds['parse_tree'] = 'addresses', tree

    def init(self, *args, **kw):
        """Takes what was read."""
        self._groups = tuple(kw.pop('groups'))
        self._addresses = None
        super().init(*args, **kw)

    groups = property(lambda self: self._groups)

    @property
    def addresses(self):
        """All of them, those of groups included."""
        if self._addresses is None:
            self._addresses = tuple(address for group in self._groups for address in group.addresses)
        return self._addresses


class SingleAddressHeader(AddressHeader):
    """One address."""

    @property
    def address(self):
        """It."""
        if len(self.addresses) != 1:
            raise ValueError(f'value of single address header {self.name} is not a single address')
        return self.addresses[0]


class MIMEVersionHeader:
    """The version of MIME."""
    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        """Reads it."""
        kwds['decoded'] = value
        kwds['parse_tree'] = 'text', _words(value)
        kwds['major'] = kwds['minor'] = None
        if not value.strip():
            kwds['defects'].append(errors.HeaderMissingRequiredValue('Missing MIME version number (eg: 1.0)'))
            return
        kwds['defects'] += map(errors.InvalidHeaderDefect, cls._numbers(_uncommented(value, ' '), kwds))

    @staticmethod
    def _numbers(text, kwds):
        """Reads the two numbers; gives what is wrong with them."""
        major, rest = re.match(r'([^.\s]*)\s*(.*)', text, re.S).groups()
        if major.isdigit():
            kwds['major'] = int(major)
        else:
            yield f'Expected MIME major version number but found {major!r}'
        minor, more = re.match(r'(\S*)\s*(.*)', rest[1:].lstrip(), re.S).groups()
        if not rest.startswith('.') or not minor:
            if kwds['major'] is not None:
                kwds['major'] = None
                yield 'Incomplete MIME version; found only major number'
            return
        if minor.isdigit():
            kwds['minor'] = int(minor)
        else:
            kwds['major'] = None
            yield f'Expected MIME minor version number but found {minor!r}'
        if more:
            yield 'Excess non-CFWS text after MIME version'

    def init(self, *args, **kw):
        """Takes what was read."""
        self._major, self._minor = kw.pop('major'), kw.pop('minor')
        super().init(*args, **kw)

    major = property(lambda self: self._major)
    minor = property(lambda self: self._minor)
    version = property(lambda self: None if self._minor is None else f'{self._major}.{self._minor}')


def _uncommented(text, instead=''):
    while text != (text := re.sub(r'\([^()]*\)', instead, text)):
        pass
    return text.strip()


class ParameterizedMIMEHeader:
    """A word with parameters."""
    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        """Reads it."""
        word, semicolon, rest = value.partition(';')
        from email._parameters import parameters
        wrong = []
        found = parameters(rest, wrong)
        params = {_plain(name).lower(): _plain(text) for name, text in found.items()}
        kwds['params'] = params
        kwds['whole'] = value
        cls.take(_uncommented(word), kwds)
        kwds.pop('whole', None)
        kwds['defects'] += wrong
        word = word.rstrip() if params else word + semicolon
        kwds['parse_tree'] = 'parameters', (word, found)
        kwds['decoded'] = source(kwds['parse_tree'][1])

    def init(self, *args, **kw):
        """Takes what was read."""
        self._params = kw.pop('params')
        super().init(*args, **kw)

    params = property(lambda self: MappingProxyType(self._params))


class ContentTypeHeader(ParameterizedMIMEHeader):
    """What a message carries."""

    @classmethod
    def take(cls, word, kwds):
        """Reads the word."""
        main, sign, sub = word.partition('/')
        if not main or not sub or not sign or '/' in sub:
            missing = errors.HeaderMissingRequiredValue('Missing content type specification') if not kwds['whole'] else \
                errors.InvalidHeaderDefect(f'Expected content maintype but found {kwds["whole"]!r}') if not main else \
                errors.InvalidHeaderDefect(f'Expected content subtype but found {sub!r}') if sign and not sub else \
                errors.InvalidHeaderDefect('Invalid content type')
            kwds['defects'].append(missing)
            main, sub = 'text', 'plain'
        elif len(words := sub.split()) > 1:
            sub, whole = words[0], kwds['whole']
            rest = whole[whole.index(sub, whole.index('/')) + len(sub):].lstrip()
            kwds['defects'].append(errors.InvalidHeaderDefect(
                f'Only parameters are valid after content type, but found {rest!r}'))
        for part in (main, sub):
            if utils._has_surrogates(part):
                kwds['defects'].append(errors.UndecodableBytesDefect('Non-ASCII characters found in header token'))
        kwds['maintype'], kwds['subtype'] = (_plain(part.strip()).lower() for part in (main, sub))

    def init(self, *args, **kw):
        """Takes what was read."""
        self._maintype, self._subtype = kw.pop('maintype'), kw.pop('subtype')
        super().init(*args, **kw)

    maintype = property(lambda self: self._maintype)
    subtype = property(lambda self: self._subtype)
    content_type = property(lambda self: self._maintype + '/' + self._subtype)


class ContentDispositionHeader(ParameterizedMIMEHeader):
    """How a message is shown."""

    @classmethod
    def take(cls, word, kwds):
        """Reads the word."""
        token = re.match(r'[^\s()<>@,;:\\"/\[\]?=]*', word)[0]
        kwds['disposition'] = token.lower() or None
        if word != token and token:
            kwds['defects'].append(errors.InvalidHeaderDefect(
                f'Only parameters are valid after content disposition, but found {kwds.pop("whole")[len(token):]!r}'))
        if not word:
            kwds['defects'].append(errors.HeaderMissingRequiredValue('Missing content disposition'))

    def init(self, *args, **kw):
        """Takes what was read."""
        self._disposition = kw.pop('disposition')
        super().init(*args, **kw)

    content_disposition = property(lambda self: self._disposition)


class ContentTransferEncodingHeader:
    """How what a message carries is encoded."""
    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        """Reads it."""
        kwds['decoded'] = value
        kwds['parse_tree'] = 'text', _words(value)
        words = _uncommented(value).lower().split()
        kwds['cte'] = words[0] if words else '7bit'
        if not words:
            kwds['defects'].append(errors.HeaderMissingRequiredValue('Missing content transfer encoding'))
        elif len(words) > 1:
            kwds['defects'].append(errors.InvalidHeaderDefect('Extra text after content transfer encoding'))

    def init(self, *args, **kw):
        """Takes what was read."""
        self._cte = kw.pop('cte')
        super().init(*args, **kw)

    cte = property(lambda self: self._cte)


class MessageIDHeader:
    """The identity of a message."""
    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        """Reads it."""
        try:
            kwds['decoded'] = _message_id(value, kwds['defects'])
        except errors.HeaderParseError as reason:
            kwds['decoded'] = value
            kwds['defects'].append(errors.InvalidHeaderDefect(f'Invalid msg-id: {reason!r}'))
        kwds['parse_tree'] = 'plain', [kwds['decoded']]


_DOT_ATOM = re.compile(r'[^\s()<>@,:;.\\"\[\]]+(?:\.[^\s()<>@,:;.\\"\[\]]+)*')


def _message_id(value, defects):
    """The identity that a text begins with; HeaderParseError if it begins with none."""
    from email._parameters import past_comments
    at, wrong = past_comments(value, 0), []
    if not value.startswith('<', at):
        raise errors.HeaderParseError(f'expected msg-id but found {value[at:]!r}')
    left = _DOT_ATOM.match(value, at + 1)
    if not left:
        left = re.compile(r'"(?:\\.|[^"\\])*"', re.S).match(value, at + 1)
        if not left:
            raise errors.HeaderParseError(f'expected dot-atom-text or obs-id-left but found {value[at + 1:]!r}')
        wrong.append(errors.ObsoleteHeaderDefect('obsolete id-left in msg-id'))
    at, closed = left.end(), ''
    if not value.startswith('@', at):
        wrong.append(errors.InvalidHeaderDefect('msg-id with no id-right'))
        at += value.startswith('>', at)
    else:
        right = _DOT_ATOM.match(value, at + 1) or re.compile(r'\[[^\[\]]*\]').match(value, at + 1)
        if not right:
            raise errors.HeaderParseError(f'expected dot-atom-text, obs-id-right or no-fold-literal but found {value[at + 1:]!r}')
        at = right.end()
        if value.startswith('>', at):
            at += 1
        else:
            wrong.append(errors.InvalidHeaderDefect("missing trailing '>' on msg-id"))
            closed = '>'
    at = past_comments(value, at) if value[at - 1] == '>' or closed else at
    if at < len(value):
        defects.append(errors.InvalidHeaderDefect(f'Unexpected {value[at:]!r}'))
    defects += wrong
    return value[:at] + closed


def _unique(base):
    """Of which a message has one."""
    return type('Unique' + base.__name__, (base,), {'max_count': 1, '__module__': __name__})


UniqueUnstructuredHeader, UniqueDateHeader = _unique(UnstructuredHeader), _unique(DateHeader)
UniqueAddressHeader, UniqueSingleAddressHeader = _unique(AddressHeader), _unique(SingleAddressHeader)
_default_header_map = {
    'subject': UniqueUnstructuredHeader, 'date': UniqueDateHeader, 'resent-date': DateHeader, 'orig-date': UniqueDateHeader,
    'sender': UniqueSingleAddressHeader, 'resent-sender': SingleAddressHeader,
    **dict.fromkeys(('to', 'cc', 'bcc', 'from', 'reply-to'), UniqueAddressHeader),
    **dict.fromkeys(('resent-to', 'resent-cc', 'resent-bcc', 'resent-from', 'resent-reply-to'), AddressHeader),
    'mime-version': MIMEVersionHeader, 'content-type': ContentTypeHeader, 'content-disposition': ContentDispositionHeader,
    'content-transfer-encoding': ContentTransferEncodingHeader, 'message-id': MessageIDHeader}


class HeaderRegistry:
    """Makes headers, by their names."""

    def __init__(self, base_class=BaseHeader, default_class=UnstructuredHeader, use_default_map=True):
        self.base_class, self.default_class = base_class, default_class
        self.registry = dict(_default_header_map) if use_default_map else {}

    def map_to_type(self, name, cls):
        """The class of the headers of a name."""
        self.registry[name.lower()] = cls

    def __getitem__(self, name):
        cls = self.registry.get(name.lower(), self.default_class)  #: 591
        return type('_' + cls.__name__, (cls, self.base_class), {})

    def __call__(self, name, value):
        return self[name](name, value)
