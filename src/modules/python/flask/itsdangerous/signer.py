"""Signs bytes with a secret key."""
import hashlib
import hmac

from itsdangerous.encoding import base64_decode, base64_encode, want_bytes
from itsdangerous.exc import BadSignature


class SigningAlgorithm:
    def get_signature(self, key, value):
        raise NotImplementedError()

    def verify_signature(self, key, value, sig):
        return hmac.compare_digest(sig, self.get_signature(key, value))


class NoneAlgorithm(SigningAlgorithm):
    def get_signature(self, key, value):
        return b''


def _lazy_sha1(string=b''):
    return hashlib.sha1(string)


class HMACAlgorithm(SigningAlgorithm):
    default_digest_method = staticmethod(_lazy_sha1)

    def __init__(self, digest_method=None):
        self.digest_method = digest_method or self.default_digest_method

    def get_signature(self, key, value):
        return hmac.new(key, value, self.digest_method).digest()


def keys_of(secret_key):
    return [want_bytes(each) for each in ([secret_key] if isinstance(secret_key, (str, bytes)) else secret_key)]


class Signer:
    """A value, a separator, its signature; the last key signs, all of them verify."""
    default_digest_method, default_key_derivation = staticmethod(_lazy_sha1), 'django-concat'

    def __init__(self, secret_key, salt=b'itsdangerous.Signer', sep=b'.', key_derivation=None, digest_method=None, algorithm=None):
        self.secret_keys, self.sep = keys_of(secret_key), want_bytes(sep)
        if all(chr(each).isalnum() or each in b'-_=' for each in self.sep):
            raise ValueError("The given separator cannot be used because it may be contained in the signature itself. ASCII letters, digits, and "
                             "'-_=' "
                             'must not be used.')
        self.salt = b'itsdangerous.Signer' if salt is None else want_bytes(salt)
        self.key_derivation = self.default_key_derivation if key_derivation is None else key_derivation
        self.digest_method = self.default_digest_method if digest_method is None else digest_method
        self.algorithm = HMACAlgorithm(self.digest_method) if algorithm is None else algorithm

    @property
    def secret_key(self):
        return self.secret_keys[-1]

    def derive_key(self, secret_key=None):
        key, way = self.secret_keys[-1] if secret_key is None else want_bytes(secret_key), self.key_derivation
        if way == 'none':
            return key
        if way == 'hmac':
            return hmac.new(key, self.salt, self.digest_method).digest()
        if way not in ('concat', 'django-concat'):
            raise TypeError('Unknown key derivation method')
        return self.digest_method(self.salt + (b'signer' if way == 'django-concat' else b'') + key).digest()

    def get_signature(self, value):
        return base64_encode(self.algorithm.get_signature(self.derive_key(), want_bytes(value)))

    def sign(self, value):
        value = want_bytes(value)
        return value + self.sep + self.get_signature(value)

    def verify_signature(self, value, sig):
        try:
            given = base64_decode(sig)
        except Exception:
            return False
        keys, text = map(self.derive_key, reversed(self.secret_keys)), want_bytes(value)
        return any(self.algorithm.verify_signature(key, text, given) for key in keys)

    def unsign(self, signed_value):
        signed_value = want_bytes(signed_value)
        value, found, sig = signed_value.rpartition(self.sep)
        if not found:
            raise BadSignature(f'No {self.sep!r} found in value')
        if not self.verify_signature(value, sig):
            raise BadSignature(f'Signature {sig!r} does not match', payload=value)
        return value

    def validate(self, signed_value):
        try:
            self.unsign(signed_value)
        except BadSignature:
            return False
        return True
