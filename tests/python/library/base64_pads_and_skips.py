import base64
import binascii


def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


for n in range(8):
    data = bytes(range(250, 250 + n)) if n < 6 else b'\xff\xfe\xfd' * n
    for f in (base64.b64encode, base64.urlsafe_b64encode, base64.encodebytes):
        t(f, data)
    print(base64.b64decode(base64.b64encode(data)) == data, base64.urlsafe_b64decode(base64.urlsafe_b64encode(data)) == data)
for text in ('', '=', 'A', 'AA', 'AAA', 'AAAA', 'AA=', 'AA==', 'AA===', 'AAA=', 'A===', 'AAAAA', 'AA==AA==', 'A A\nA A', 'A=AA', 'A-_A',
             '!!!!', 'é', 'AB==\n', 'A=B=C=D=', '====', 'AAAA=', 'AA=A=', b'AAAA', bytearray(b'AA=='), memoryview(b'AA=='), 5, None):
    for strict in (False, True):
        t(base64.b64decode, text, validate=strict)
        t(binascii.a2b_base64, text, strict_mode=strict)
    t(base64.b64decode, text, b'-_')
for data in ('a', 5, None, bytearray(b'abc'), memoryview(b'abc')):
    t(base64.b64encode, data)
    t(binascii.b2a_base64, data)
    t(binascii.b2a_base64, data, newline=False)
t(base64.b64encode, b'\xff\xfe', altchars=b'-_')
t(base64.b64encode, b'\xff\xfe', altchars=b'-')
# Ascii85: what is to be ignored is so only where it is no digit.
for text, ignored in ((b'87cURD]i,"Ebo80', b'cU'), (b'z', b'z'), (b'87cU RD]i,"Ebo80\n', b'zy !'), (b'87cU RD]i,"Ebo80\n', b' \n8'),
                      (b'y', b'y'), (b'yx', b'yx'), (b'87cURzD', b'z'), (b'87czUR', b'z')):
    for folded in (False, True):
        t(base64.a85decode, text, ignorechars=ignored, foldspaces=folded)
t(base64.a85decode, b'<~87cUR~D]i,"Ebo80~>', ignorechars=b'~', adobe=True)
