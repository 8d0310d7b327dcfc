"""Passwords, and paths that stay below a folder."""
import hashlib
import os
import posixpath
from hmac import compare_digest
from secrets import choice
from string import ascii_letters, digits

SALT_CHARS, DEFAULT_PBKDF2_ITERATIONS = ascii_letters + digits, 1_000_000


def gen_salt(length):
    if length <= 0:
        raise ValueError('Salt length must be at least 1.')
    return ''.join(choice(SALT_CHARS) for _ in range(length))


def _hashed(method, salt, password):
    """The hash, and the method with all that it depends on."""
    method, *args = method.split(':')
    salt, password = salt.encode(), password.encode()
    if method == 'scrypt':
        try:
            n, r, p = map(int, args or (2 ** 15, 8, 1))
        except ValueError:
            raise ValueError("'scrypt' takes 3 arguments.") from None
        return hashlib.scrypt(password, salt=salt, n=n, r=r, p=p, maxmem=132 * n * r * p).hex(), f'scrypt:{n}:{r}:{p}'
    if method == 'pbkdf2':
        if len(args) > 2:
            raise ValueError("'pbkdf2' takes 2 arguments.")
        name, count = args[0] if args else 'sha256', int(args[1]) if len(args) == 2 else DEFAULT_PBKDF2_ITERATIONS
        return hashlib.pbkdf2_hmac(name, password, salt, count).hex(), f'pbkdf2:{name}:{count}'
    raise ValueError(f"Invalid hash method '{method}'.")


def generate_password_hash(password, method='scrypt', salt_length=16):
    salt = gen_salt(salt_length)
    found, method = _hashed(method, salt, password)
    return f'{method}${salt}${found}'


def check_password_hash(pwhash, password):
    try:
        method, salt, found = pwhash.split('$', 2)
    except ValueError:
        return False
    return compare_digest(_hashed(method, salt, password)[0], found)


def safe_join(directory, *untrusted):
    """The path of something below a folder, or None."""
    parts = [directory or '.']
    for name in untrusted:
        if name:
            name = posixpath.normpath(name)
        if os.path.isabs(name) or name == '..' or name.startswith('../'):
            return None
        parts.append(name)
    return posixpath.join(*parts)
