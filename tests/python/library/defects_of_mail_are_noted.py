"""A parser notes what is wrong with a message, and goes on; a strict policy raises it."""
import email
import email.policy
from email.parser import BytesHeaderParser, BytesParser, FeedParser, HeaderParser, Parser

TEXTS = {
    'no boundary': 'Content-Type: multipart/mixed\n\ntext\n',
    'no start': 'Content-Type: multipart/mixed; boundary=b\n\njust a text\n',
    'no end': 'Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\ntwo\n',
    'continued first': ' x\nSubject: a\n\nbody\n',
    'no colon': 'Subject: a\nwhat is this\n\nbody\n',
    'From in it': 'Subject: a\nFrom me\nTo: b\n\nbody\n',
    'encoded parts': 'Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n--b\n\none\n--b--\n',
    'nested': 'From me Thu\nContent-Type: multipart/mixed; boundary=b\n\nbefore\n--b\nContent-Type: multipart/alternative; '
              'boundary="c d"\n\n--c d\n\none\n--c d\nContent-Type: text/html\n\n<p>\n--c d--\n--b\nContent-Type: message/rfc822'
              '\n\nSubject: inner\n\nhi\n--b--\nafter\n',
    'folded': 'Subject: one\n two\n\tthree\nTo: =?utf-8?q?J=C3=B6rg?= <j@x>\n\n',
    'bad base64': 'Content-Transfer-Encoding: base64\n\n!!YWJj\n',
    'short base64': 'Content-Transfer-Encoding: base64\n\nYWJjZA\n',
    'quoted': 'Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\na=C3=A9=\nb =3D\n',
    'nothing': '',
}
for name, text in TEXTS.items():
    for policy in email.policy.compat32, email.policy.default:
        message = email.message_from_string(text, policy=policy)
        print(name, [type(defect).__name__ for defect in message.defects], message.items())
        for part in message.walk():
            print('  ', part.get_content_type(), part.get_params(), repr(part.preamble), repr(part.epilogue), part.get_unixfrom())
            if not part.is_multipart():
                print('  ', repr(part.get_payload()), part.get_payload(decode=True), part.defects)
        print(message.as_string(unixfrom=True) == text)
    try:
        email.message_from_string(text, policy=email.policy.strict)
    except Exception as error:
        print(type(error).__name__, error)

raw = 'Subject: Grüße\nFrom: a@b\n\nWörter\n'.encode()
message = email.message_from_bytes(raw)
print(repr(message['subject']) [:20], str(message['subject']), message.get_payload(), message.get_payload(decode=True))
print(message.as_bytes() == raw, repr(message.as_string()))
print(HeaderParser().parsestr('A: 1\n\n--x\n').get_payload(), BytesHeaderParser().parsebytes(b'A: 1\n\nx').keys())
feed = FeedParser()
for piece in 'Sub', 'ject: in pie', 'ces\n\nbo', 'dy':
    feed.feed(piece)
print(feed.close().items(), Parser().parsestr('To: a\n\nb').get_payload(), BytesParser().parsebytes(b'To: a\r\n\r\nb')['to'])
