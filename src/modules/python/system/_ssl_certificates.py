"""Certificates (X.509): what one says, as the module ssl tells it, and those of simulated hosts."""
import base64
import hashlib
import re

_NAMES = {'2.5.4.3': 'commonName', '2.5.4.4': 'surname', '2.5.4.5': 'serialNumber', '2.5.4.6': 'countryName',
          '2.5.4.7': 'localityName', '2.5.4.8': 'stateOrProvinceName', '2.5.4.9': 'streetAddress', '2.5.4.10': 'organizationName',
          '2.5.4.11': 'organizationalUnitName', '2.5.4.12': 'title', '2.5.4.15': 'businessCategory', '2.5.4.17': 'postalCode',
          '2.5.4.42': 'givenName', '1.2.840.113549.1.9.1': 'emailAddress', '0.9.2342.19200300.100.1.25': 'domainComponent',
          '0.9.2342.19200300.100.1.1': 'userId', '1.3.6.1.4.1.311.60.2.1.3': 'jurisdictionCountryName'}
_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()
_BLOCK = re.compile(rb'-----BEGIN ([A-Z0-9 ]+)-----\r?\n(.*?)-----END \1-----', re.S)


def blocks(data, kind=b'CERTIFICATE'):
    """The blocks of a PEM file whose name ends so, as bytes. ValueError: one cannot be read."""
    texts = [text for name, text in _BLOCK.findall(data) if name.endswith(kind)]
    return [base64.b64decode(re.sub(rb'^.*?\r?\n\r?\n', b'', text, flags=re.S) if b':' in text else text) for text in texts]


def _parts(data):
    """The values that stand one after the other: their tags and contents."""
    at, found = 0, []
    while at < len(data):
        tag, size = data[at], data[at + 1]
        at += 2
        if size & 128:
            count = size & 127
            size, at = int.from_bytes(data[at:at + count]), at + count
        if at + size > len(data):
            raise ValueError('not enough data')
        found.append((tag, data[at:at + size]))
        at += size
    return found


def apart(data):
    """Certificates that stand one after the other, as bytes."""
    found = []
    while data:
        _parts(data)
        size = 2 + data[1] if data[1] < 128 else 2 + (data[1] & 127) + int.from_bytes(data[2:2 + (data[1] & 127)])
        found.append(data[:size])
        Certificate(found[-1])
        data = data[size:]
    return found


def _oid(data):
    numbers, value = [], 0
    for byte in data:
        value = value << 7 | byte & 127
        if not byte & 128:
            numbers, value = numbers + [value], 0
    first = min(numbers[0] // 40, 2)
    return '.'.join(map(str, [first, numbers[0] - 40 * first, *numbers[1:]]))


def _text(tag, data):
    return data.decode('utf-16-be' if tag == 30 else 'utf-8' if tag == 12 else 'latin-1')


def _name(data):
    found = []
    for _, group in _parts(data):
        pairs = [_parts(pair) for _, pair in _parts(group)]
        found.append(tuple((_NAMES.get(_oid(key), _oid(key)), _text(tag, value)) for (_, key), (tag, value) in pairs))
    return tuple(found)


def _time(tag, data):
    digits = data.decode('ascii')
    if tag == 23:
        digits = ('19' if digits[:2] >= '50' else '20') + digits
    return f'{_MONTHS[int(digits[4:6]) - 1]} {int(digits[6:8]):2} {digits[8:10]}:{digits[10:12]}:{digits[12:14]} {digits[:4]} GMT'


def _address(data):
    if len(data) == 4:
        return '.'.join(map(str, data))
    return ':'.join(f'{int.from_bytes(data[at:at + 2]):X}' for at in range(0, 16, 2)) if len(data) == 16 else '<invalid>'


def _general(tag, data):
    """One of the names in a list of alternatives."""
    kind = tag & 31
    if kind in (1, 2, 6):
        return {1: 'email', 2: 'DNS', 6: 'URI'}[kind], data.decode('latin-1')
    if kind == 4:
        return 'DirName', _name(_parts(data)[0][1])
    if kind == 7:
        return 'IP Address', _address(data)
    return ('Registered ID', _oid(data)) if kind == 8 else ('othername', '<unsupported>')


class Certificate:
    """One that has been read."""

    def __init__(self, der):
        self.der = der
        fields = _parts(_parts(_parts(der)[0][1])[0][1])
        self.version = _parts(fields.pop(0)[1])[0][1][0] + 1 if fields[0][0] == 0xa0 else 1
        self.serial, self.issuer, self.subject = fields[0][1], fields[2][1], fields[4][1]
        self.times = [_time(*it) for it in _parts(fields[3][1])]
        self.key, self.extensions = fields[5][1], {}
        for tag, data in fields[6:]:
            if tag == 0xa3:
                for _, extension in _parts(_parts(data)[0][1]):
                    (_, key), *_, (_, value) = _parts(extension)
                    self.extensions[_oid(key)] = value
        self.is_authority = b'\x01\x01\xff' in self.extensions.get('2.5.29.19', b'')

    def _listed(self, oid):
        return _parts(_parts(self.extensions[oid])[0][1]) if oid in self.extensions else []

    def told(self):
        """What `getpeercert()` says."""
        serial = self.serial.hex().upper()
        told = {'subject': _name(self.subject), 'issuer': _name(self.issuer), 'version': self.version,
                'serialNumber': serial[2:] if serial.startswith('00') and len(serial) > 2 else serial,
                'notBefore': self.times[0], 'notAfter': self.times[1]}
        if names := self._listed('2.5.29.17'):
            told['subjectAltName'] = tuple(_general(*it) for it in names)
        access = [_parts(it) for _, it in self._listed('1.3.6.1.5.5.7.1.1')]
        for key, oid in (('OCSP', '1.3.6.1.5.5.7.48.1'), ('caIssuers', '1.3.6.1.5.5.7.48.2')):
            if places := tuple(where.decode('latin-1') for (_, it), (tag, where) in access if _oid(it) == oid and tag == 0x86):
                told[key] = places
        points = [data for _, it in self._listed('2.5.29.31') for tag, data in _parts(it) if tag == 0xa0]
        lists = [name for data in points for tag, names in _parts(data) if tag == 0xa0 for name in _parts(names)]
        if places := tuple(where.decode('latin-1') for tag, where in lists if tag == 0x86):
            told['crlDistributionPoints'] = places
        return told


def _made(tag, *parts):
    data = b''.join(parts)
    size = bytes([len(data)]) if len(data) < 128 else b'\x82' + len(data).to_bytes(2)
    return bytes([tag]) + size + data


def _made_name(**names):
    numbers = {value: key for key, value in _NAMES.items()}
    return _made(0x30, *(_made(0x31, _made(0x30, _made(6, bytes([85, 4, int(numbers[key].rpartition('.')[2])])),
                                           _made(19 if key == 'countryName' else 12, value.encode())))
                         for key, value in names.items()))


def of_host(name):
    """The certificate of a simulated host, which is good for some weeks around the day on which a run starts."""
    noise = b''.join(hashlib.sha256(f'{name} {at}'.encode()).digest() for at in range(16))
    signed = _made(0x30, bytes.fromhex('06092a864886f70d01010b0500'))
    key = _made(0x30, _made(2, b'\0\xff' + noise[1:256]), _made(2, b'\1\0\1'))
    other = _made(0x87, bytes(map(int, name.split('.')))) if re.fullmatch(r'[\d.]+', name) else _made(0x82, name.encode('idna'))
    body = _made(
        0x30, _made(0xa0, _made(2, b'\2')), _made(2, b'\3' + noise[:15]), signed,
        _made_name(countryName='US', organizationName='Loopscope', commonName='Simulated Hosts'),
        _made(0x30, _made(23, b'251201000000Z'), _made(23, b'260301235959Z')), _made_name(commonName=name),
        _made(0x30, _made(0x30, bytes.fromhex('06092a864886f70d0101010500')), _made(3, b'\0', key)),
        _made(0xa3, _made(0x30, _made(0x30, _made(6, b'\x55\x1d\x11'), _made(4, _made(0x30, other))))))
    return _made(0x30, body, signed, _made(3, b'\0', noise[256:]))
