"""Names of the library's that are private or hardly documented, and that published programs use."""
import http.client
import json
import multiprocessing.connection as mc
import typing

print(mc.BUFSIZE, mc.MESSAGE_LENGTH, mc.CONNECTION_TIMEOUT, mc.default_family, mc.families, mc._MD5_DIGEST_LEN)
print(mc.arbitrary_address('AF_INET'), mc.arbitrary_address('AF_UNIX').rpartition('/')[2][:9], mc._check_timeout(mc._init_timeout(5)))
print(mc._get_digest_name_and_payload(b'{sha256}abc'), mc._get_digest_name_and_payload(b'x' * 20))
key, message = b'key', b'{sha256}' + b'm' * 40
answer = mc._create_response(key, message)
print(answer[:8], len(answer), mc._verify_challenge(key, message, answer), len(mc._create_response(key, b'm' * 20)))
for call in (lambda: mc._verify_challenge(key, message, answer[:-1] + b'?'), lambda: mc._get_digest_name_and_payload(b'{md6}x'),
             lambda: mc._verify_challenge(key, message, answer[:-1]), lambda: mc.arbitrary_address('AF_X'), lambda: mc._validate_family('AF_PIPE')):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
one, other = mc.Pipe()
sends, takes = (mc.ConnectionWrapper(end, lambda value: json.dumps(value).encode(), json.loads) for end in (one, other))
sends.send({'a': [1, 'two']})
print(takes.poll(), takes.recv())

c = http.client.HTTPConnection('localhost')
c.putrequest('GET', '/')
c._output(b'X: y')
print(c._buffer)


@typing.overload
def f(a: int) -> int: ...


@typing.overload
def f(a: str) -> str: ...


def f(a):
    pass


print(list(typing._overload_registry['__main__']['f']), len(typing.get_overloads(f)), typing.get_overloads(print))
typing.clear_overloads()
print(typing._overload_registry, typing.get_overloads(f))
