"""Signatures that say when they were made, and expire."""
import time
from datetime import datetime, timezone

from itsdangerous.encoding import base64_decode, base64_encode, bytes_to_int, int_to_bytes, want_bytes
from itsdangerous.exc import BadSignature, BadTimeSignature, SignatureExpired
from itsdangerous.serializer import Serializer
from itsdangerous.signer import Signer


class TimestampSigner(Signer):
    def get_timestamp(self):
        return int(time.time())

    def timestamp_to_datetime(self, ts):
        return datetime.fromtimestamp(ts, tz=timezone.utc)

    def sign(self, value):
        value = want_bytes(value) + self.sep + base64_encode(int_to_bytes(self.get_timestamp()))
        return value + self.sep + self.get_signature(value)

    def unsign(self, signed_value, max_age=None, return_timestamp=False):
        error = None
        try:
            found = super().unsign(signed_value)
        except BadSignature as e:
            error, found = e, e.payload or b''
        value, separator, stamp = found.rpartition(self.sep)
        if not separator:
            raise error or BadTimeSignature('timestamp missing', payload=found)
        try:
            stamp = bytes_to_int(base64_decode(stamp))
        except Exception:
            stamp = None
        if error is not None:
            signed = None
            if stamp is not None:
                try:
                    signed = self.timestamp_to_datetime(stamp)
                except (ValueError, OSError, OverflowError) as e:
                    raise BadTimeSignature('Malformed timestamp', payload=value) from e
            raise BadTimeSignature(str(error), payload=value, date_signed=signed)
        if stamp is None:
            raise BadTimeSignature('Malformed timestamp', payload=value)
        if max_age is not None:
            age = self.get_timestamp() - stamp
            if age > max_age or age < 0:
                told = f'< 0' if age < 0 else f'> {max_age}'
                raise SignatureExpired(f'Signature age {age} {told} seconds', payload=value, date_signed=self.timestamp_to_datetime(stamp))
        return (value, self.timestamp_to_datetime(stamp)) if return_timestamp else value

    def validate(self, signed_value, max_age=None):
        try:
            self.unsign(signed_value, max_age=max_age)
        except BadSignature:
            return False
        return True


class TimedSerializer(Serializer):
    default_signer = TimestampSigner

    def loads(self, s, max_age=None, return_timestamp=False, salt=None):
        s, last = want_bytes(s), None
        for signer in self.iter_unsigners(salt):
            try:
                found, stamp = signer.unsign(s, max_age=max_age, return_timestamp=True)
                payload = self.load_payload(found)
                return (payload, stamp) if return_timestamp else payload
            except SignatureExpired:
                raise
            except BadSignature as e:
                last = e
        raise last

    def loads_unsafe(self, s, max_age=None, salt=None):
        return self._loads_unsafe_impl(s, salt, load_kwargs={'max_age': max_age})
