"""What PBKDF2 is told of rounds and lengths has to be a C int above 0."""
import hashlib

for value in (2**63, 10**30, 2**31, -1, 0, 1.5, '1', None, True):
    try:
        print(value, hashlib.pbkdf2_hmac('sha1', b'x', b'y', 1, value).hex())
    except Exception as e:
        print(value, type(e).__name__, e)
    if value != 2**31:
        try:
            print(value, hashlib.pbkdf2_hmac('sha1', b'x', b'y', value).hex())
        except Exception as e:
            print(value, type(e).__name__, e)
