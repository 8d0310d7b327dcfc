# recorded by hand: what encrypts nothing has certificates that are made up, and those that the program's own server has loaded
import asyncio
import datetime
import socket
import ssl
import threading

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
context = ssl.create_default_context()
with context.wrap_socket(socket.create_connection(('example.com', 443)), server_hostname='example.com') as sock:
    found = sock.getpeercert()
    print(sock.version(), sock.cipher(), found)
    left = datetime.datetime.fromtimestamp(ssl.cert_time_to_seconds(found['notAfter'])) - datetime.datetime.now()
    print(left.days, 'days left', len(sock.getpeercert(True)))
print(ssl.get_server_certificate(('example.com', 443)).split('\n')[0])

for name, text in (('c', CERTIFICATE), ('k', KEY)):
    with open(f'/tmp/{name}.pem', 'w') as file:
        file.write(text)
served = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
served.load_cert_chain('/tmp/c.pem', '/tmp/k.pem')
listener = socket.create_server(('127.0.0.1', 0))


def serve():
    with served.wrap_socket(listener.accept()[0], server_side=True) as sock:
        print('server:', sock.recv(100), sock.getpeercert(), sock.server_side)
        sock.sendall(b'bye')


thread = threading.Thread(target=serve)
thread.start()
context = ssl.create_default_context(cadata=CERTIFICATE)
with context.wrap_socket(socket.create_connection(listener.getsockname()), server_hostname='lab.example') as sock:
    print('client:', sock.getpeercert()['subjectAltName'])
    sock.sendall(b'hello')
    print('client:', sock.recv(100))
thread.join()


async def main():
    server = await asyncio.start_server(lambda reader, writer: writer.close(), '127.0.0.1', 0, ssl=served)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname(), ssl=context, server_hostname='lab.example')
    await reader.read()
    print(writer.get_extra_info('ssl_object').getpeercert()['issuer'])
    writer.close()
    server.close()
    reader, writer = await asyncio.open_connection('example.org', 443, ssl=True)
    print(writer.get_extra_info('ssl_object').getpeercert()['subject'])
    writer.close()

asyncio.run(main())
