"""smtplib greets, logs in and sends to a server made of asyncio's streams, and words what is refused."""
import asyncio
import smtplib
import sys
from email.message import EmailMessage
from email.mime.text import MIMEText

BOX = []
ANSWERS = {'NOOP': '250 ok', 'RSET': '250 ok', 'VRFY': '252 maybe', 'EXPN': '502 no',
           'EHLO': '250-mail.test hello\r\n250-SIZE 1000\r\n250-AUTH PLAIN LOGIN CRAM-MD5\r\n250 8BITMIME'}


async def serve(reader, writer):
    writer.write(b'220 mail.test ready\r\n')
    log = []
    while line := (await reader.readline()).decode().rstrip('\r\n'):
        log.append(line)
        word = line.split()[0].upper()
        answer = ANSWERS.get(word, '500 what')
        if word == 'AUTH':
            answer = '334 PDEyQHg+' if 'CRAM' in line else '334 VXNlcg==' if line.endswith('LOGIN') else \
                '235 welcome' if 'AHUAcA==' in line else '535 wrong password'
        elif word == 'MAIL':
            answer = '550 not you' if 'evil' in line else '250 ok'
        elif word == 'RCPT':
            answer = '250 ok' if '@ok' in line else '550 nobody'
        elif word == 'DATA':
            writer.write(b'354 go on\r\n')
            data = b''
            while not data.endswith(b'\r\n.\r\n'):
                data += await reader.readline()
            BOX.append((log.copy(), data))
            answer = '554 spam' if b'spam' in data else '250 taken'
        elif word == 'QUIT':
            writer.write(b'221 bye\r\n')
            break
        writer.write(answer.encode() + b'\r\n')
    writer.close()


def client(port):
    with smtplib.SMTP('127.0.0.1', port, local_hostname='me.test') as smtp:
        print(smtp.ehlo(), smtp.esmtp_features, smtp.has_extn('size'), smtp.has_extn('starttls'))
        print(smtp.noop(), smtp.verify('a@b'), smtp.expn('list'), smtp.docmd('FOO', 'bar'), smtp.help())
        try:
            smtp.login('u', 'wrong')
        except smtplib.SMTPAuthenticationError as error:
            print(repr(error), error.smtp_code, error.smtp_error)
        print(smtp.login('u', 'p'))
        try:
            smtp.starttls()
        except smtplib.SMTPNotSupportedError as error:
            print(repr(error))
        message = EmailMessage()
        message['Subject'], message['From'], message['To'] = 'Tést', 'Me <me@ok>', 'a@ok, b@no'
        message['Bcc'] = 'c@ok'
        message.set_content('a line\n.a dot\nHällo\n')
        print(smtp.send_message(message), message['Bcc'])
        print(smtp.sendmail('me@ok', 'x@ok', MIMEText('plain').as_string()))
        for sender, to, text in ('evil@x', ['a@ok'], 'hi'), ('me@ok', ['x@no', 'y@no'], 'hi'), ('me@ok', 'a@ok', 'spam'):
            try:
                smtp.sendmail(sender, to, text)
            except smtplib.SMTPException as error:
                print(type(error).__name__, error, vars(error))
    try:
        smtp.noop()
    except smtplib.SMTPServerDisconnected as error:
        print(repr(error))
    smtp = smtplib.SMTP('localhost', port, 'me')
    smtp.set_debuglevel(1)
    before, sys.stderr = sys.stderr, sys.stdout
    smtp.sendmail('a@ok', ['b@ok'], 'Subject: z\n\nbody')
    print(smtp.quit())
    sys.stderr = before
    for wrong in (lambda: smtplib.SMTP('127.0.0.1', 1), lambda: smtplib.SMTP('127.0.0.1:x'),
                  lambda: smtplib.SMTP('127.0.0.1', port, timeout=0), lambda: smtplib.SMTP().ehlo('me'),
                  lambda: smtplib.SMTP().putcmd('a\nb')):
        try:
            wrong()
        except Exception as error:
            print(repr(error))
    print(smtplib.quoteaddr('Bob <b@x>'), smtplib.quoteaddr('what is'), smtplib.quotedata('.a\nb').splitlines())


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    async with server:
        await asyncio.to_thread(client, server.sockets[0].getsockname()[1])
    for log, data in BOX:
        print(log[-5:], data)


asyncio.run(main())
