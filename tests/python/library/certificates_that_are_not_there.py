# OpenSSL does not say which file it has missed.
import ssl

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
try:
    context.load_cert_chain('cert.pem', 'key.pem')
except FileNotFoundError as e:
    print(e, e.errno, e.filename, e.__cause__)
try:
    ssl.create_default_context(cafile='ca.pem')
except FileNotFoundError as e:
    print(e)
