import hashlib
print(hashlib.scrypt(b'password', salt=b'NaCl', n=32, r=2, p=2, dklen=64).hex()[:32], hashlib.scrypt(b'', salt=b'', n=16, r=1, p=1, dklen=64).hex()[:32])
print(hashlib.scrypt(b'x', salt=b'y', n=16, p=1, r=8).hex()[:16], hashlib.pbkdf2_hmac('sha256', b'p', b's', 10).hex()[:16])
for kw in (dict(n=3, r=1, p=1, salt=b''), dict(n=2 ** 20, r=8, p=1, salt=b''),):
    try: hashlib.scrypt(b'p', **kw)
    except ValueError as e: print(e)
