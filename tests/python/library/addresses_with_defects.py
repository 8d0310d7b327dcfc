"""What is wrong with headers of addresses is noted, and what can be read of them is."""
import email
import email.policy
from email.headerregistry import Address, HeaderRegistry

header = HeaderRegistry()
for value in ['a@b.c', 'Foo <a@b.c>, "x y" <q@r.s>', 'group: a@b, c@d;', 'a@b c@d', '', 'foo bar', 'foo', '(comment) a@b (x)', 'a.b.@c', '<a@b>',
              'undisclosed-recipients:;', 'A B <a@b>,, C <d@e>', 'bad <', '"unterminated <a@b>', 'a@[1.2.3.4]', 'a..b@c', 'Foo.Bar <a@b>',
              'J. Doe <a@b>', 'a@b, ', ',a@b', 'a@b,', 'a@b; c@d', '"x" a@b', 'a b@c', 'a@', '@b', '<a>', 'Foo <a@b> junk', 'x@y z', 'a . b@c',
              'a@b . c', '=?utf-8?q?h=C3=A9?= <a@b>', '"a\\"b" <"c d"@e>', '<a@b', '<@x,@y:a@b>', '.a@b', 'Foo <a b@c>']:
    found = header('To', value)
    print(repr(value), '->', repr(str(found)), [(a.display_name, a.username, a.domain) for a in found.addresses])
    for defect in found.defects:
        print('   ', type(defect).__name__, defect)
for value in ['text/', '/plain', 'text', '', 'text/plain', 'text/plain; charset="utf-8"; format=flowed']:
    found = header('Content-Type', value)
    print(repr(value), found.content_type, dict(found.params), [str(defect) for defect in found.defects])
message = email.message_from_string('To: a@b c\nCc: Foo Bar\nSubject: hi\n\nbody', policy=email.policy.default)
print([(name, str(value), len(value.defects)) for name, value in message.items()])
print(str(Address('A, B', 'a.', 'd')), str(Address(username='x y', domain='d')), Address(username='a"b', domain='c').addr_spec)
