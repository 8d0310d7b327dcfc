"""SHA-3, SHAKE and BLAKE2 with their keys, salts and sizes."""
import hashlib
import hmac

for data in b'', b'abc', bytes(range(256)) * 3, b'x' * 128, b'y' * 136:
    for name in ('sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2b', 'blake2s'):
        made = hashlib.new(name, data)
        print(name, made.digest_size, made.block_size, made.name, made.hexdigest()[:24], len(made.digest()))
    for name in 'shake_128', 'shake_256':
        made = getattr(hashlib, name)(data)
        print(name, made.digest_size, made.block_size, made.hexdigest(20), made.digest(400)[-4:])
growing = hashlib.blake2b(digest_size=16, key=b'secret', salt=b'salt', person=b'me')
growing.update(b'a')
other = growing.copy()
other.update(b'b' * 200)
print(growing.hexdigest(), other.hexdigest(), hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2s.SALT_SIZE)
print(hashlib.blake2s(b'q', digest_size=5, key=b'k' * 32, last_node=True, fanout=2, depth=2, node_offset=3).hexdigest())
print(hmac.new(b'k', b'm', hashlib.sha3_256).hexdigest(), hmac.new(b'k', b'm', 'blake2b').hexdigest()[:16])
print(hashlib.pbkdf2_hmac('sha3_256', b'p', b's', 3).hex(), sorted(hashlib.algorithms_guaranteed)[:3])
for wrong in (lambda: hashlib.blake2b(b'', digest_size=65), lambda: hashlib.blake2b(b'', key=b'k' * 65),
              lambda: hashlib.blake2s(b'', salt=b's' * 9), lambda: hashlib.sha3_256('text'),
              lambda: hashlib.new('nothing')):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(str(hashlib.sha3_256()).split(' @ ')[0], str(hashlib.blake2b()).split(' at ')[0], type(hashlib.shake_128()).__name__)
