# What contexts, ciphers and certificates tell without a connection.
import ssl

CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIICGjCCAcCgAwIBAgIUU/urjpxoo/mBDYbpRsyJiyvoGqUwCgYIKoZIzj0EAwIw
OTELMAkGA1UEBhMCTkwxFDASBgNVBAoMC0V4YW1wbGUgTGFiMRQwEgYDVQQDDAts
YWIuZXhhbXBsZTAeFw0yNjExMjgwMjIxMzVaFw0zNjExMjUwMjIxMzVaMDkxCzAJ
BgNVBAYTAk5MMRQwEgYDVQQKDAtFeGFtcGxlIExhYjEUMBIGA1UEAwwLbGFiLmV4
YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAR/NHu7chLnFe1fbh6Py/P0
5OI58+mADUTxDPZ80IlG+4VthWZO+oMMw3TPYF0BLwDN7IZ2gO6cvwTGl1lBM3th
o4GlMIGiMB0GA1UdDgQWBBQquZcieurSlwMxpuKlXSazb5ItJzAfBgNVHSMEGDAW
gBQquZcieurSlwMxpuKlXSazb5ItJzAPBgNVHRMBAf8EBTADAQH/ME8GA1UdEQRI
MEaCC2xhYi5leGFtcGxlgg0qLmxhYi5leGFtcGxlhwR/AAABgQ1hQGxhYi5leGFt
cGxlhhNodHRwOi8vbGFiLmV4YW1wbGUvMAoGCCqGSM49BAMCA0gAMEUCIHES+nAe
dmRsYU7GUnbP8sETWSWJA8IrgpFI4sbt+mlyAiEAsBQr96iZgIi0UcNasa1pfOmu
O06HaDr+znjlBQU8uSA=
-----END CERTIFICATE-----
"""
KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVWCIy1v21Vhxy0BI
FIf5w0MsBlvNAnRXz7xjQzXXyKWhRANCAAR/NHu7chLnFe1fbh6Py/P05OI58+mA
DUTxDPZ80IlG+4VthWZO+oMMw3TPYF0BLwDN7IZ2gO6cvwTGl1lBM3th
-----END PRIVATE KEY-----
"""


def tried(function, *args, **named):
    try:
        print(function(*args, **named))
    except Exception as error:
        print(type(error).__name__, error.args, getattr(error, 'library', '-'), getattr(error, 'reason', '-'))


client, server = ssl.create_default_context(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
print(client.options, client.verify_flags, server.options, server.verify_flags, server.num_tickets, client.security_level)
print(client.session_stats(), server.cert_store_stats(), server.get_ca_certs())
print(*client.get_ciphers()[::8], sep='\n')
for words in ('ECDHE+AESGCM:!aNULL', 'AES256-SHA', 'nothing'):
    tried(server.set_ciphers, words)
    print([cipher['name'] for cipher in server.get_ciphers()])
server.load_verify_locations(cadata=CERTIFICATE)
server.load_verify_locations(cadata=ssl.PEM_cert_to_DER_cert(CERTIFICATE))
print(server.cert_store_stats(), server.get_ca_certs(), len(server.get_ca_certs(True)[0]))
print(ssl.DER_cert_to_PEM_cert(server.get_ca_certs(True)[0]) == CERTIFICATE)
for name, text in (('c', CERTIFICATE), ('k', KEY), ('e', ''), ('b', CERTIFICATE[:200] + CERTIFICATE[201:])):
    with open(f'/tmp/{name}.pem', 'w') as file:
        file.write(text)
for names in ('ck', 'kc', 'c', 'ec', 'bk', 'cn'):
    tried(server.load_cert_chain, *(f'/tmp/{name}.pem' for name in names))
for file in 'ebn':
    tried(server.load_verify_locations, f'/tmp/{file}.pem')
for data in ('', 'x', b'x', 3):
    tried(server.load_verify_locations, cadata=data)
for name, value in (('verify_mode', 9), ('verify_mode', None), ('options', 'x'), ('maximum_version', 99), ('num_tickets', -1), ('sni_callback', 3)):
    tried(setattr, server, name, value)
tried(server.set_ecdh_curve, 'nothing')
tried(client.load_dh_params, '/tmp/k.pem')
tried(ssl.SSLContext, 99)

incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
print(incoming.write(b'some bytes'), incoming.pending, incoming.read(4), incoming.eof)
incoming.write_eof()
print(incoming.eof, incoming.read(), incoming.eof, incoming.pending)
tried(incoming.write, b'more')
wrapped = client.wrap_bio(incoming, outgoing, server_hostname='lab.example')
print(wrapped.server_side, wrapped.server_hostname, wrapped.version(), wrapped.cipher(), wrapped.pending(), wrapped.session_reused)
tried(wrapped.getpeercert)
tried(wrapped.get_channel_binding, 'x')
for given in (dict(server_hostname=''), dict(server_side=True)):
    tried(client.wrap_bio, incoming, outgoing, **given)
tried(ssl.SSLObject)
tried(ssl.SSLSocket)
print(ssl.SSLError(1, 'words'), repr(ssl.SSLWantReadError(2)), ssl.get_protocol_name(16), ssl.Purpose.CLIENT_AUTH.value)
print(repr(ssl.AlertDescription(40)), repr(ssl.SSLErrorNumber(8)), repr(ssl.VerifyFlags(12)), repr(ssl.Options(0x4000)), ssl.SSL_ERROR_EOF)
