"""Data that is signed, so that it may be handed to others."""
from itsdangerous.encoding import base64_decode, base64_encode, want_bytes
from itsdangerous.exc import BadData, BadHeader, BadPayload, BadSignature, BadTimeSignature, SignatureExpired
from itsdangerous.serializer import Serializer
from itsdangerous.signer import HMACAlgorithm, NoneAlgorithm, Signer
from itsdangerous.timed import TimedSerializer, TimestampSigner
from itsdangerous.url_safe import URLSafeSerializer, URLSafeTimedSerializer


def __getattr__(name):
    if name == '__version__':
        import warnings
        warnings.warn("The '__version__' attribute is deprecated and will be removed in ItsDangerous 2.3. Use feature detection or "
                      "'importlib.metadata.version(\"itsdangerous\")' instead.", DeprecationWarning, stacklevel=2)
        return '2.2.0'
    raise AttributeError(name)
