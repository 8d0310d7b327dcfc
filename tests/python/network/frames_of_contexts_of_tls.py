# What is C in CPython's ssl shows no frames; what is not stands at its lines.
import socket
import ssl
import traceback


def shown(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception as exc:
        print(*traceback.format_list(traceback.extract_tb(exc.__traceback__)[1:]), repr(exc))


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
shown(context.load_cert_chain, 'no-such-certificate.pem', 'no-such-key.pem')
shown(context.load_verify_locations)
shown(context.load_verify_locations, 'no-such-authority.pem')
shown(ssl.create_default_context, cafile='no-such-authority.pem')
trusting = ssl.create_default_context()
shown(trusting.wrap_socket, socket.socket())
shown(trusting.wrap_socket, socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
shown(context.wrap_socket, socket.socket(), server_side=True, server_hostname='example.org')
