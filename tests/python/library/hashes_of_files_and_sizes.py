import hashlib
import io
import ntpath

print(hashlib.new('blake2b', b'x', digest_size=8).hexdigest())
print(hashlib.new('blake2s', b'x', key=b'k', usedforsecurity=False).hexdigest())
print(hashlib.new('sha256', b'x', usedforsecurity=False).hexdigest()[:8])
print(hashlib.file_digest(io.BytesIO(b'abc' * 200000), 'sha256').hexdigest())
with open('/tmp/hashed', 'wb') as file:
    file.write(b'abc' * 200000)
with open('/tmp/hashed', 'rb') as file:
    print(hashlib.file_digest(file, hashlib.sha256).hexdigest())
for wrong in None, open('/tmp/hashed'), open('/tmp/hashed2', 'wb'):
    try:
        hashlib.file_digest(wrong, 'sha256')
    except ValueError as error:
        print(str(error)[:20])
print(ntpath.splitroot('/:/foo'), ntpath.splitroot('c:/foo'), ntpath.splitroot('//a/b/c'))
for paths in ([r'\a', 'b'], [r'c:\a', 'c:b']):
    try:
        ntpath.commonpath(paths)
    except ValueError as error:
        print(error)
