"""What is asked of streams that are encrypted: there are none, but programs may ask whether one is."""
from anyio._typedattr import TypedAttributeSet, typed_attribute


class TLSAttribute(TypedAttributeSet):
    alpn_protocol: str | None = typed_attribute()
    channel_binding_tls_unique: bytes = typed_attribute()
    cipher: tuple[str, str, int] = typed_attribute()
    peer_certificate: dict | None = typed_attribute()
    peer_certificate_binary: bytes | None = typed_attribute()
    server_side: bool = typed_attribute()
    shared_ciphers: list[tuple[str, str, int]] | None = typed_attribute()
    ssl_object: object = typed_attribute()
    standard_compatible: bool = typed_attribute()
    tls_version: str = typed_attribute()


def __getattr__(name):
    if name in ('TLSStream', 'TLSListener', 'TLSConnectable'):
        from _frames import not_supported
        not_supported(f'anyio.streams.tls.{name}', 'anyio.connect_tcp')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
