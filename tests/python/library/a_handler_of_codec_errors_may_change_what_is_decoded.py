import codecs


def other(error):
    if isinstance(error, UnicodeDecodeError):
        error.object = b'abc'
        return '\u4242', 1
    raise error


codecs.register_error('other', other)
for encoding, data in ('ascii', b'\xff'), ('utf-8', b'x\xff'), ('utf-7', b'++'), ('cp1252', b'\x81'):
    print(encoding, ascii(data.decode(encoding, 'other')))


def emptied(error):
    error.object = b''
    return '-', 0


codecs.register_error('emptied', emptied)
print(b'\xff\xfe\xfd'.decode('ascii', 'emptied'))


def spoiled(error):
    error.object = 42
    return '', 0


codecs.register_error('spoiled', spoiled)
try:
    b'\xff'.decode('ascii', 'spoiled')
except TypeError as e:
    print(e)
for result in 42, ('foo',), ('foo', None), ('foo', 1, 3), ('foo', 99):
    codecs.register_error('odd', lambda error: result)
    for work in (lambda: '\u3042'.encode('ascii', 'odd'), lambda: '\u3042'.encode('iso-8859-15', 'odd'),
                 lambda: b'\xff'.decode('ascii', 'odd'), lambda: b'+x-'.decode('utf-7', 'odd')):
        try:
            print(work())
        except (TypeError, IndexError) as e:
            print(type(e).__name__, e)
codecs.register_error('snake', lambda error: ('\U0001f40d', error.end))
codecs.register_error('odd bytes', lambda error: (b'abc', error.end))
for encoding in 'utf-8', 'utf-16', 'utf-16-le', 'utf-32-be':
    for handler in 'snake', 'odd bytes':
        try:
            print(encoding, handler, '[\udc80]'.encode(encoding, handler))
        except UnicodeEncodeError as e:
            print(encoding, handler, e.start, e.end, ascii(e.object), e.reason)
for handler in codecs.ignore_errors, codecs.replace_errors, codecs.backslashreplace_errors, codecs.xmlcharrefreplace_errors:
    for error in UnicodeError('ouch'), 42:
        try:
            print(handler(error))
        except TypeError as e:
            print(e)
for name in 'surrogateescape', 'surrogatepass':
    try:
        codecs.lookup_error(name)(UnicodeTranslateError('a', 0, 1, 'x'))
    except TypeError as e:
        print(e)
for encoding in 'ascii', 'utf-8', 'latin-1', 'utf-16':
    try:
        '[\udc80\ud800\udfff]'.encode(encoding, 'surrogateescape')
    except UnicodeEncodeError as e:
        print(encoding, e.start, e.end)
for encoding in 'utf-16', 'utf-32-be':
    for errors in 'strict', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass':
        try:
            print(encoding, errors, '\ud800\udc80'.encode(encoding, errors))
        except UnicodeEncodeError as e:
            print(encoding, errors, e)
