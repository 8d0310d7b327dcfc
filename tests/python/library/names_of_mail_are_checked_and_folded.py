"""Addresses that are none, names with angles in quotes, parameters without quotes, and whose classes answers' headers are."""
import email.message
import email.utils
import http.client
import urllib.request
from email.headerregistry import Address, HeaderRegistry
from email.message import EmailMessage
from email.policy import default

for given in ('a b@c.d', 'é@c.d', 'a@', 'foo', 'a@b.c d', 'a@b.c', '"a b"@c.d', 'a..b@c'):
    try:
        print(repr(Address(addr_spec=given)))
    except Exception as error:
        print(type(error).__name__, error)

make = HeaderRegistry()
for name, value in (('To', '"Foo Bär <France>" <a@b.com>'), ('To', '"Bär, X" <a@b>, "A, B" <c@d>'), ('Cc', 'é@b.c'),
                    ('Content-Disposition', 'attachment; filename=foo.txt'), ('Content-Disposition', 'Attachment; Filename="x y"'),
                    ('Content-Disposition', 'ab./k'), ('Content-Disposition', 'ab./k; foo=bar'),
                    ('Content-Type', 'text/plain; Charset="utf-8"'), ('Content-Type', 'text/plain; charset=utf-8 (of all)')):
    header = make(name, value)
    print(repr(str(header)), [str(defect) for defect in header.defects], dict(getattr(header, 'params', {})))
    print(repr(header.fold(policy=default)) if name != 'Cc' else '')
print(make('Content-Disposition', 'attachment; filename=foo bar.txt').params['filename'])

message = EmailMessage()
message['To'] = Address('Bär <France>', 'a', 'b.com'), Address('X <Y>', 'c', 'd.org')
print(message['To'], message.as_string(), sep='\n')

print(email.utils.getaddresses(['foo <a@b>', 'x', ''], strict=False), email.utils.getaddresses(['a, b <c@d>, "q, r" <s@t>']))

# Headers of answers are messages.
answer = urllib.request.urlopen('data:text/plain,hi')
print(isinstance(answer.info(), email.message.Message), issubclass(http.client.HTTPMessage, email.message.Message))
print(answer.info().get_content_maintype(), answer.info().items(), answer.headers['Content-Length'])
