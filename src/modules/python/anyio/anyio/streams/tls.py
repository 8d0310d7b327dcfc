"""What is asked of streams that are encrypted: there are none, but programs may ask whether one is."""
from anyio._typedattr import TypedAttributeSet, typed_attribute


class TLSAttribute(TypedAttributeSet):
    alpn_protocol = typed_attribute()
    channel_binding_tls_unique = typed_attribute()
    cipher = typed_attribute()
    peer_certificate = typed_attribute()
    peer_certificate_binary = typed_attribute()
    server_side = typed_attribute()
    shared_ciphers = typed_attribute()
    ssl_object = typed_attribute()
    standard_compatible = typed_attribute()
    tls_version = typed_attribute()


def __getattr__(name):
    if name in ('TLSStream', 'TLSListener', 'TLSConnectable'):
        from _frames import not_supported
        not_supported(f'anyio.streams.tls.{name}', 'anyio.connect_tcp')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
