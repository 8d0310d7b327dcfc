"""Signed data as text that is safe in addresses."""
import json as _json
import zlib

from itsdangerous.encoding import base64_decode, base64_encode
from itsdangerous.exc import BadPayload
from itsdangerous.serializer import Serializer
from itsdangerous.timed import TimedSerializer


class _CompactJSON:
    loads = staticmethod(_json.loads)

    @staticmethod
    def dumps(obj, **kwargs):
        return _json.dumps(obj, **{'ensure_ascii': False, 'separators': (',', ':'), **kwargs})


class URLSafeSerializerMixin(Serializer):
    """Compressed where that is shorter, which a point in front tells."""
    default_serializer = _CompactJSON

    def load_payload(self, payload, *args, serializer=None, **kwargs):
        compressed = payload[:1] == b'.'
        try:
            found = base64_decode(payload[compressed:])
        except Exception as e:
            raise BadPayload('Could not base64 decode the payload because of an exception', original_error=e) from e
        if compressed:
            try:
                found = zlib.decompress(found)
            except Exception as e:
                raise BadPayload('Could not zlib decompress the payload before decoding the payload', original_error=e) from e
        return super().load_payload(found, *args, **kwargs)

    def dump_payload(self, obj):
        plain = super().dump_payload(obj)
        short = zlib.compress(plain)
        return b'.' + base64_encode(short) if len(short) < len(plain) - 1 else base64_encode(plain)


class URLSafeSerializer(URLSafeSerializerMixin, Serializer):
    pass


class URLSafeTimedSerializer(URLSafeSerializerMixin, TimedSerializer):
    pass
