"""Signs what can be serialized."""
import json

from itsdangerous.encoding import want_bytes
from itsdangerous.exc import BadPayload, BadSignature
from itsdangerous.signer import Signer, keys_of


def is_text_serializer(serializer):
    return isinstance(serializer.dumps({}), str)


class Serializer:
    default_serializer, default_signer, default_fallback_signers = json, Signer, []

    def __class_getitem__(cls, item):
        return cls

    def __init__(self, secret_key, salt=b'itsdangerous', serializer=None, serializer_kwargs=None, signer=None, signer_kwargs=None,
                 fallback_signers=None):
        self.secret_keys, self.salt = keys_of(secret_key), want_bytes(salt)
        self.serializer = self.default_serializer if serializer is None else serializer
        self.is_text_serializer = is_text_serializer(self.serializer)
        self.signer, self.signer_kwargs = self.default_signer if signer is None else signer, signer_kwargs or {}
        self.fallback_signers = list(self.default_fallback_signers) if fallback_signers is None else fallback_signers
        self.serializer_kwargs = serializer_kwargs or {}

    @property
    def secret_key(self):
        return self.secret_keys[-1]

    def load_payload(self, payload, serializer=None):
        is_text = self.is_text_serializer if serializer is None else is_text_serializer(serializer)
        try:
            return (serializer or self.serializer).loads(payload.decode() if is_text else payload)
        except Exception as e:
            raise BadPayload('Could not load the payload because an exception occurred on unserializing the data.', original_error=e) from e

    def dump_payload(self, obj):
        return want_bytes(self.serializer.dumps(obj, **self.serializer_kwargs))

    def make_signer(self, salt=None):
        return self.signer(self.secret_keys, salt=self.salt if salt is None else salt, **self.signer_kwargs)

    def iter_unsigners(self, salt=None):
        """All that a signature may be by."""
        salt = self.salt if salt is None else salt
        yield self.make_signer(salt)
        for other in self.fallback_signers:
            options = self.signer_kwargs
            if isinstance(other, dict):
                other, options = self.signer, other
            elif isinstance(other, tuple):
                other, options = other
            for key in self.secret_keys:
                yield other(key, salt=salt, **options)

    def dumps(self, obj, salt=None):
        signed = self.make_signer(salt).sign(want_bytes(self.dump_payload(obj)))
        return signed.decode() if self.is_text_serializer else signed

    def dump(self, obj, f, salt=None):
        f.write(self.dumps(obj, salt))

    def loads(self, s, salt=None, **kwargs):
        s, last = want_bytes(s), None
        for signer in self.iter_unsigners(salt):
            try:
                return self.load_payload(signer.unsign(s))
            except BadSignature as e:
                last = e
        raise last

    def load(self, f, salt=None):
        return self.loads(f.read(), salt)

    def loads_unsafe(self, s, salt=None):
        return self._loads_unsafe_impl(s, salt)

    def _loads_unsafe_impl(self, s, salt, load_kwargs=None, load_payload_kwargs=None):
        try:
            return True, self.loads(s, salt=salt, **(load_kwargs or {}))
        except BadSignature as e:
            if e.payload is None:
                return False, None
            try:
                return False, self.load_payload(e.payload, **(load_payload_kwargs or {}))
            except BadPayload:
                return False, None

    def load_unsafe(self, f, salt=None):
        return self.loads_unsafe(f.read(), salt=salt)
