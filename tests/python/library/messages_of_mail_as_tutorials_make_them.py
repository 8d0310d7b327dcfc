"""Messages are put together of parts, written as text and bytes, and read again."""
import email
import email.policy
from email import encoders
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

old = MIMEMultipart()
old['From'], old['To'], old['Subject'] = 'ann@shop.test', 'bob@home.test, eve@home.test', 'Your order'
old.attach(MIMEText('Thanks for the order.\nFrom us to you', 'plain'))
old.attach(MIMEText('<b>Grüße</b> 你好', 'html', 'utf-8'))
data = MIMEBase('application', 'octet-stream')
data.set_payload(bytes(range(60)))
encoders.encode_base64(data)
data.add_header('Content-Disposition', 'attachment; filename=bill.bin')
old.attach(data)
old.attach(MIMEApplication(b'%PDF-1.4', Name='Übersicht.pdf'))
old.attach(MIMEImage(b'\x89PNG\r\n\x1a\n' + bytes(8), name='dot.png'))
print(old)
print(old.as_bytes() == old.as_string().encode(), len(old.get_payload()), old.is_multipart())

again = email.message_from_string(old.as_string())
for part in again.walk():
    print(part.get_content_type(), part.get_filename(), part.get_content_charset(), part.get_payload(decode=True))
print(again.keys(), again.get('x-none'), again.get('X-None', 'nothing'), 'SUBJECT' in again, len(again))

new = EmailMessage()
new['Subject'] = 'Grüße aus Köln'
new['From'] = 'Jörg Müller <jm@shop.test>'
new['To'] = 'ann@home.test, Bob Foo <bob@home.test>'
new.set_content('Hallo Wörld,\nzweite Zeile\n')
new.add_alternative('<p>Hallo</p>\n', subtype='html')
new.get_payload()[1].add_related(b'GIF89a', 'image', 'gif', cid='<one@shop.test>')
new.add_attachment(b'abc' * 40, maintype='image', subtype='png', filename='bild.png')
new.add_attachment('a text\n', filename='überraschung.txt')
print(new)
print(new.as_string() == str(new), new.as_bytes())
print(new.get_body(('plain',)).get_content(), [part.get_content() for part in new.iter_attachments()])

read = email.message_from_bytes(new.as_bytes(), policy=email.policy.default)
print(read['subject'], read['from'].addresses, [str(one) for one in read['to'].addresses], read['content-type'].params.keys())
print([part.get_filename() for part in read.iter_attachments()], read.get_body().get_content_type())
print(type(read['subject']).__name__, type(read).__name__, read['nothing'])

for wrong in (lambda: new.__setitem__('Subject', 'twice'), lambda: new.__setitem__('Cc', 'a\nb'), lambda: new.set_content('x'),
              lambda: MIMEText('a').attach(MIMEText('b')), lambda: MIMEImage(b'what'), lambda: new.make_related(),
              lambda: MIMEText('x').get_payload(0), lambda: new.replace_header('X-No', '1'), lambda: EmailMessage().set_content(5),
              lambda: EmailMessage().set_content(b'x'), lambda: email.policy.default.__setattr__('utf8', True),
              lambda: email.policy.EmailPolicy(what=1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)

plain = EmailMessage()
plain.set_content('x' * 90 + '\n' + 'é' * 3)
print(plain)
for encoding in ('quoted-printable', 'base64', '8bit', '7bit', 'what'):
    try:
        plain.set_content('schön\n', cte=encoding)
        print(plain.as_bytes())
    except ValueError as error:
        print(type(error).__name__, error)
