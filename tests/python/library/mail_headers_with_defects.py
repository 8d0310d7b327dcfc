# Headers that are not as they should be: what is read of them, and what is said to be wrong.
from email import message_from_bytes, message_from_string, policy

PARAMETERS = r'''
text/plain;
text/plain;;x=1
text/plain; a
text/plain; a="b
text/plain; a=(c)b (d)
text/plain; a = b ; c="d;e"
text/plain; a*=b
text/plain; a*=us-ascii''b%20c
text/plain; a*=nope''b%E9
text/plain; a*=utf-8''%e2%82%ac%ff
text/plain; a*="us-ascii''b%20c"
text/plain; a*="b"
text/plain; a*1=y; a*0=x
text/plain; a*0=x; a*2=y
text/plain; a*1=x; a*2=y
text/plain; a*0=x; a*0=y; a*1=z
text/plain; a*01=x
text/plain; a*0*=us-ascii'en'x%20; a*1*=y%21; a*2=z%21
text/plain; a*0=x; a*1*=y%21
text/plain; a*0*="us-ascii''x%20"; a*1*="y%21"; a*2="z"
text/plain; a*0*="us-ascii'en-us'Frank's"; a*1*=" Document"
text/plain; a*0=us-ascii'en-us'My; a*1*=" Document"
text/plain; a=b; A=c
text/plain; a=y; a*=us-ascii''x
text/plain; A*0=x; a*1=y
text/plain; a="=?utf-8?q?x?="
text/plain; a="=?utf-8?q?x?= =?utf-8?q?y?="
text/plain; a="x\"y\z"
text/plain; a=é
text/plain; charset*=ascii''utf-8%E2%80%9D
; y=z
a/b c; d=e
'''
OTHERS = '''
mime-version: 1
mime-version: 1.
mime-version: a.b
mime-version: .1
mime-version: 1.0.1
mime-version: 1.0 (c) x
message-id: a
message-id: <>
message-id: <a>
message-id: <a@b
message-id: <a@b> (c)
message-id: <a@b> x
message-id: <a b@c>
message-id: <"a b"@c>
to: Foo <a
to: .Dotted Name <a@b.c>
to: "=?utf-8?q?H=20ha?= unmatched" <a@b>
to: <>
to: empty: (nobody);
subject: =?bad?q?x?=
'''


def told(name, value):
    message = message_from_bytes(f'{name}: {value}\n\n'.encode(), policy=policy.default)
    header = message[name]
    defects = [f'{type(defect).__name__}: {defect}' for defect in header.defects]
    print(ascii(value), ascii(str(header)), ascii(dict(getattr(header, 'params', ()))), *defects, sep=' | ')
    if name == 'content-type':
        print(ascii(header.fold(policy=policy.default)))


for line in PARAMETERS.split('\n')[1:-1]:
    told('content-type', line)
for line in OTHERS.split('\n')[1:-1]:
    told(*line.split(': ', 1))

# What cannot be read at all is left out.
for value in ('text/plain; a b=c; d=e', "text/plain; a='b;c'; d=e", 'text/plain; a=[b]; c=d', 'text/plain; a=b/c; d=e'):
    header = message_from_string(f'content-type: {value}\n\n', policy=policy.default)['content-type']
    print(header, dict(header.params), [type(defect).__name__ for defect in header.defects])
version = message_from_string('mime-version: 1.a\n\n', policy=policy.default)['mime-version']
print(version.major, version.minor, version.version)
