"""What headers say is encoded where it is no ASCII, and folded where it is too long."""
import email.policy
from datetime import datetime, timedelta, timezone
from email.charset import Charset
from email.header import Header, decode_header, make_header
from email.headerregistry import Address, Group
from email.message import EmailMessage, Message

header = Header('Grüße aus dem schönen Köln am Rhein und so weiter und so fort, bis die Zeile voll ist', 'utf-8')
print(header.encode(), str(header), decode_header(header.encode()), sep='\n')
print(Header('中文标题很长很长很长很长很长很长很长很长很长很长很长很长很长', 'utf-8', header_name='Subject').encode())
print(Header('a, b; ' * 30, header_name='To').encode())
print(Header('word ' * 40, header_name='Subject').encode())
mixed = Header()
for text, charset in ('hello', None), ('wörld', 'iso-8859-1'), ('again', None), ('你', 'utf-8'):
    mixed.append(text, charset)
print(mixed.encode(), mixed, mixed == str(mixed))
for text in '=?utf-8?b?5L2g5aW9?= and =?iso-8859-1?q?p=F6st_al?=', 'plain', '=?utf-8?q?a?= =?utf-8?q?b?=', '=?x?y?z?=':
    print(decode_header(text), make_header(decode_header(text)))
for name in 'utf-8', 'latin-1', 'us-ascii', 'big5', 'gb2312', 'foo':
    charset = Charset(name)
    print(charset, charset.header_encoding, charset.body_encoding, charset.output_charset, charset.input_codec)

old = Message()
old['Subject'], old['X-Long'] = 'Grüße', 'word ' * 30
old.add_header('Content-Disposition', 'attachment', filename='ü.txt', size='10')
old.set_param('charset', 'utf-8')
print(old.as_string(), old.as_bytes(), old.get_params(), old.get_filename())

message = EmailMessage()
message['To'] = Address('Foo, Bob', 'bob', 'home.test'), Address('Jörg Müller', 'jm', 'shop.test')
message['From'] = Address('Ann', addr_spec='ann@shop.test')
message['Cc'] = Group('team', [Address('', 'c', 'd.test'), Address('E', 'e', 'f.test')])
message['Date'] = datetime(2024, 2, 29, 12, 30, 5, tzinfo=timezone(timedelta(hours=5, minutes=30)))
message['Message-ID'] = '<' + 'long' * 20 + '@shop.test>'
message['Reply-To'] = ', '.join(f'Person Number{number} <p{number}@example.com>' for number in range(6))
message['Bcc'] = '你好世界 <a@b.test>, "引号, 名" <c@d.test>'
message['X-Words'] = 'bar ' * 40
message['Content-Type'] = 'text/plain; charset=utf-8; name="' + 'n' * 80 + '"'
print(message.as_string(), message, sep='\n')
print(message['to'].addresses, message['cc'].groups, message['date'].datetime, message['content-type'].params)
print(message.as_bytes(policy=email.policy.SMTP))

for subject in ('今天的天气非常好我们去公园里散步吧然后再一起去吃一顿丰盛的晚餐怎么样呢朋友们大家好',
                'Re: Grüße and some more plain words that run on to the end of the line, Ümlaut, and more words',
                'a' * 200, 'x' * 30 + ' ' + 'y' * 60 + ' zz', '', ' ф ффффффффффффффффффф ф ф'):
    message = EmailMessage()
    message['Subject'] = subject
    print(message.as_string().rstrip('\n'))
for name, value in ('From', 'bad'), ('Date', 'x'), ('MIME-Version', 'q'), ('Content-Type', 'foo'), ('To', ''):
    message = EmailMessage()
    message[name] = value
    print(repr(message[name]), message[name].defects, [kind.__name__ for kind in type(message[name]).__mro__])
for given, named in ((('a\n',), {}), (('', 'u'), {'addr_spec': 'a@b'}), ((), {'addr_spec': 'a@b c'}), ((), {'username': 'a b'})):
    try:
        print(Address(*given, **named))
    except Exception as error:
        print(type(error).__name__, error)
