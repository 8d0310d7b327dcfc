"""Names of domains in the letters of any language: Punycode and IDNA."""
import codecs
import re

__name__ = '_more_codecs'  # where what is here is said to be


def _adapted(delta, first, count):
    delta = (delta // 700 if first else delta // 2)
    delta += delta // count
    at = 0
    while delta > 455:
        delta //= 35
        at += 36
    return at + 36 * delta // (delta + 38)


def _threshold(at, bias):
    return min(max(at - bias, 1), 26)


def _puny_encode(text, errors='strict'):
    made = ''.join(c for c in text if c < '\x80')
    done = len(made)
    first, bias, delta, last = True, 72, 0, 128
    made += '-' if made else ''
    while done < len(text):
        least = min(ord(c) for c in text if ord(c) >= last)
        delta += (least - last) * (done + 1)
        last = least
        for c in text:
            if ord(c) < last:
                delta += 1
            elif ord(c) == last:
                rest, at = delta, 36
                while rest >= (part := _threshold(at, bias)):
                    made += 'abcdefghijklmnopqrstuvwxyz0123456789'[part + (rest - part) % (36 - part)]
                    rest, at = (rest - part) // (36 - part), at + 36
                made += 'abcdefghijklmnopqrstuvwxyz0123456789'[rest]
                done += 1
                bias, delta, first = _adapted(delta, first, done), 0, False
        delta, last = delta + 1, last + 1
    return made.encode('ascii'), len(text)


def _puny_decode(data, errors='strict', final=True):
    data = data.encode('ascii') if isinstance(data, str) else codecs._bytes_of(data)
    base, _, digits = data.rpartition(b'-')
    try:
        made = list(base.decode('ascii', errors))
    except UnicodeDecodeError as e:
        raise UnicodeDecodeError(e.encoding, data, e.start, e.end, e.reason) from None
    at, behind = 0, len(data) - len(digits)
    code, place, first, bias = 128, 0, True, 72
    while at < len(digits):
        old, weight, step = place, 1, 36
        while True:
            if at == len(digits):
                if errors != 'strict':
                    return ''.join(made), len(data)
                raise UnicodeDecodeError('punycode', data, len(data), len(data) + 1, 'incomplete punycode string')
            byte = digits[at:at + 1].lower()
            digit = b'abcdefghijklmnopqrstuvwxyz0123456789'.find(byte)
            if digit < 0:
                if errors != 'strict':
                    return ''.join(made), len(data)
                raise UnicodeDecodeError('punycode', data, behind + at, behind + at + 1,
                                         f"Invalid extended code point '{byte.upper()[0]}'")
            at += 1
            place += digit * weight
            part = _threshold(step, bias)
            if digit < part:
                break
            weight, step = weight * (36 - part), step + 36
        count = len(made) + 1
        bias, first = _adapted(place - old, first, count), False
        code += place // count
        if code > 0x10ffff:
            raise UnicodeDecodeError('punycode', data, place, place + 1, f'Invalid character U+{code:x}')
        place %= count
        made.insert(place, chr(code))
        place += 1
    return ''.join(made), len(data)


# Names of hosts (RFC 3490): each label by itself.


def nameprep(label):
    """A label as it is compared (RFC 3491)."""
    import stringprep
    import unicodedata
    label = ''.join(stringprep.map_table_b2(c) for c in label if not stringprep.in_table_b1(c))
    label = unicodedata.normalize('NFKC', label)
    refused = (stringprep.in_table_c12, stringprep.in_table_c22, stringprep.in_table_c3, stringprep.in_table_c4,
               stringprep.in_table_c5, stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8, stringprep.in_table_c9)
    for at, c in enumerate(label):
        if any(table(c) for table in refused):
            raise UnicodeEncodeError('idna', label, at, at + 1, f'Invalid character {c!r}')
    from_right = [stringprep.in_table_d1(c) for c in label]
    if any(from_right):
        for at, c in enumerate(label):
            if stringprep.in_table_d2(c):
                raise UnicodeEncodeError('idna', label, at, at + 1, 'Violation of BIDI requirement 2')
        if not from_right[0]:
            raise UnicodeEncodeError('idna', label, 0, 1, 'Violation of BIDI requirement 3')
        if not from_right[-1]:
            raise UnicodeEncodeError('idna', label, len(label) - 1, len(label), 'Violation of BIDI requirement 3')
    return label


def _label_encoded(label):
    if not label.isascii():
        label = nameprep(label)
    if label.isascii():
        made = label.encode('ascii')
        if not made:
            raise UnicodeEncodeError('idna', label, 0, 1, 'label empty')
    elif label.startswith('xn--'):
        raise UnicodeEncodeError('idna', label, 0, 4, 'Label starts with ACE prefix')
    else:
        made = b'xn--' + _puny_encode(label)[0]
    if len(made) > 63:
        raise UnicodeEncodeError('idna', label, 0, len(label), 'label too long')
    return made


def _label_decoded(label):
    if len(label) > 1024:
        raise UnicodeDecodeError('idna', label, 0, len(label), 'label way too long')
    if label[:4].lower() != b'xn--':
        return label.decode('ascii')
    try:
        text = _puny_decode(label[4:])[0]
    except UnicodeDecodeError as e:
        raise UnicodeDecodeError('idna', label, e.start + 4, e.end + 4, e.reason) from None
    again = _label_encoded(text)
    if again != label.lower():
        raise UnicodeDecodeError('idna', label, 0, len(label),
                                 f"IDNA does not round-trip, '{label!r}' != '{str(again, 'ascii')!r}'")
    return text


def _only_strict(errors):
    if errors != 'strict':
        raise UnicodeError(f'Unsupported error handling: {errors}')


def _labels_encoded(text, final):
    """The labels of a name; what is behind the last dot only at the end. How much of the text they are as well."""
    labels = re.split('[.\u3002\uff0e\uff61]', text)
    rest = '' if final else labels.pop()
    made, at = [], 0
    for number, label in enumerate(labels):
        try:
            made.append(_label_encoded(label) if label or not final or number < len(labels) - 1 else b'')
        except UnicodeEncodeError as e:
            raise UnicodeEncodeError('idna', text, at + e.start, at + e.end, e.reason) from None
        at += len(label) + 1
    return b'.'.join(made) + (b'' if final or not made else b'.'), len(text) - len(rest)


def _labels_decoded(data, final):
    labels = data.split(b'.')
    rest = b'' if final else labels.pop()
    made, at = [], 0
    for label in labels:
        try:
            made.append(_label_decoded(label))
        except (UnicodeDecodeError, UnicodeEncodeError) as e:
            raise UnicodeDecodeError('idna', data, at + e.start, at + e.end, e.reason) from None
        at += len(label) + 1
    if not rest.isascii():
        at += next(n for n, byte in enumerate(rest) if byte > 127)
        raise UnicodeDecodeError('idna', data, at, at + 1, 'ordinal not in range(128)')
    return '.'.join(made) + ('' if final or not made else '.'), len(data) - len(rest)


def _idna_encode(text, errors='strict'):
    _only_strict(errors)
    return _labels_encoded(text, True) if text else (b'', 0)


def _idna_decode(data, errors='strict', final=True):
    _only_strict(errors)
    return _labels_decoded(bytes(data), True)


class _IdnaEncoder(codecs.BufferedIncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        _only_strict(errors)
        return _labels_encoded(input, final) if input else (b'', 0)


class _IdnaDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        _only_strict(errors)
        return _labels_decoded(bytes(input), final)
