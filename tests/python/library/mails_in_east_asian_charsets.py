"""Mails in charsets of East Asia: headers are written in the charset that stands for theirs in mails."""
from email.charset import Charset
from email.header import Header, decode_header, make_header
from email.message import EmailMessage
from email.mime.text import MIMEText

for charset in ('iso-2022-jp', 'euc-jp', 'shift_jis', 'utf-8', 'big5', 'euc-kr'):
    text = '한국어' if charset == 'euc-kr' else '日本語 text'
    message = MIMEText(text + '\n', 'plain', charset)
    message['Subject'] = Header(text * 6, charset)
    print(message.as_string())
    print(message.get_payload(decode=True), str(make_header(decode_header(message['Subject']))))
    known = Charset(charset)
    print(repr(known), known.header_encoding, known.body_encoding, known.output_charset, known.input_codec, known.output_codec)
message = EmailMessage()
message.set_content('日本語\n', charset='iso-2022-jp')
print(message.as_bytes())
