"""OpenSSL's numbers and ciphers, as the module ssl shows them."""
import enum
import re

OPTIONS = '''NO_SSLv2=0 SINGLE_DH_USE=0 SINGLE_ECDH_USE=0 LEGACY_SERVER_CONNECT=4 ENABLE_KTLS=8 IGNORE_UNEXPECTED_EOF=128
NO_TICKET=16384 NO_COMPRESSION=131072 ENABLE_MIDDLEBOX_COMPAT=1048576 CIPHER_SERVER_PREFERENCE=4194304 NO_SSLv3=33554432
NO_TLSv1=67108864 NO_TLSv1_2=134217728 NO_TLSv1_1=268435456 NO_TLSv1_3=536870912 NO_RENEGOTIATION=1073741824 ALL=2147483728'''
VERIFY_FLAGS = '''DEFAULT=0 CRL_CHECK_LEAF=4 CRL_CHECK_CHAIN=12 X509_STRICT=32 ALLOW_PROXY_CERTS=64
X509_TRUSTED_FIRST=32768 X509_PARTIAL_CHAIN=524288'''
ALERTS = '''CLOSE_NOTIFY=0 UNEXPECTED_MESSAGE=10 BAD_RECORD_MAC=20 RECORD_OVERFLOW=22 DECOMPRESSION_FAILURE=30 HANDSHAKE_FAILURE=40
BAD_CERTIFICATE=42 UNSUPPORTED_CERTIFICATE=43 CERTIFICATE_REVOKED=44 CERTIFICATE_EXPIRED=45 CERTIFICATE_UNKNOWN=46
ILLEGAL_PARAMETER=47 UNKNOWN_CA=48 ACCESS_DENIED=49 DECODE_ERROR=50 DECRYPT_ERROR=51 PROTOCOL_VERSION=70
INSUFFICIENT_SECURITY=71 INTERNAL_ERROR=80 USER_CANCELLED=90 NO_RENEGOTIATION=100 UNSUPPORTED_EXTENSION=110
CERTIFICATE_UNOBTAINABLE=111 UNRECOGNIZED_NAME=112 BAD_CERTIFICATE_STATUS_RESPONSE=113 BAD_CERTIFICATE_HASH_VALUE=114
UNKNOWN_PSK_IDENTITY=115'''
ERRORS = '''SSL=1 WANT_READ=2 WANT_WRITE=3 WANT_X509_LOOKUP=4 SYSCALL=5 ZERO_RETURN=6 WANT_CONNECT=7 EOF=8
INVALID_ERROR_CODE=10'''
STATISTICS = '''number connect connect_good connect_renegotiate accept accept_good accept_renegotiate hits misses timeouts
cache_full'''.split()
CURVES = 'prime256v1', 'secp384r1', 'secp521r1', 'secp256k1', 'prime192v1', 'brainpoolP256r1', 'brainpoolP384r1', 'X25519', 'X448'


def members(kind, name, prefix, table):
    """An enumeration of ssl's, whose members begin alike."""
    entries = (entry.partition('=') for entry in table.split())
    return kind(name, {prefix + key: int(number) for key, _, number in entries}, module='ssl')


# Number, name, what it is of, how keys are exchanged, who authenticates, what encrypts, what signs; in OpenSSL's order.
_ALL = [line.split() for line in '''\
4866 TLS_AES_256_GCM_SHA384 TLSv1.3 any any AESGCM(256) AEAD
4867 TLS_CHACHA20_POLY1305_SHA256 TLSv1.3 any any CHACHA20/POLY1305(256) AEAD
4865 TLS_AES_128_GCM_SHA256 TLSv1.3 any any AESGCM(128) AEAD
49196 ECDHE-ECDSA-AES256-GCM-SHA384 TLSv1.2 ECDH ECDSA AESGCM(256) AEAD
49200 ECDHE-RSA-AES256-GCM-SHA384 TLSv1.2 ECDH RSA AESGCM(256) AEAD
159 DHE-RSA-AES256-GCM-SHA384 TLSv1.2 DH RSA AESGCM(256) AEAD
52393 ECDHE-ECDSA-CHACHA20-POLY1305 TLSv1.2 ECDH ECDSA CHACHA20/POLY1305(256) AEAD
52392 ECDHE-RSA-CHACHA20-POLY1305 TLSv1.2 ECDH RSA CHACHA20/POLY1305(256) AEAD
52394 DHE-RSA-CHACHA20-POLY1305 TLSv1.2 DH RSA CHACHA20/POLY1305(256) AEAD
49195 ECDHE-ECDSA-AES128-GCM-SHA256 TLSv1.2 ECDH ECDSA AESGCM(128) AEAD
49199 ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 ECDH RSA AESGCM(128) AEAD
158 DHE-RSA-AES128-GCM-SHA256 TLSv1.2 DH RSA AESGCM(128) AEAD
49188 ECDHE-ECDSA-AES256-SHA384 TLSv1.2 ECDH ECDSA AES(256) SHA384
49192 ECDHE-RSA-AES256-SHA384 TLSv1.2 ECDH RSA AES(256) SHA384
107 DHE-RSA-AES256-SHA256 TLSv1.2 DH RSA AES(256) SHA256
49187 ECDHE-ECDSA-AES128-SHA256 TLSv1.2 ECDH ECDSA AES(128) SHA256
49191 ECDHE-RSA-AES128-SHA256 TLSv1.2 ECDH RSA AES(128) SHA256
103 DHE-RSA-AES128-SHA256 TLSv1.2 DH RSA AES(128) SHA256
49162 ECDHE-ECDSA-AES256-SHA TLSv1.0 ECDH ECDSA AES(256) SHA1
49172 ECDHE-RSA-AES256-SHA TLSv1.0 ECDH RSA AES(256) SHA1
57 DHE-RSA-AES256-SHA SSLv3 DH RSA AES(256) SHA1
49161 ECDHE-ECDSA-AES128-SHA TLSv1.0 ECDH ECDSA AES(128) SHA1
49171 ECDHE-RSA-AES128-SHA TLSv1.0 ECDH RSA AES(128) SHA1
51 DHE-RSA-AES128-SHA SSLv3 DH RSA AES(128) SHA1
157 AES256-GCM-SHA384 TLSv1.2 RSA RSA AESGCM(256) AEAD
156 AES128-GCM-SHA256 TLSv1.2 RSA RSA AESGCM(128) AEAD
61 AES256-SHA256 TLSv1.2 RSA RSA AES(256) SHA256
60 AES128-SHA256 TLSv1.2 RSA RSA AES(128) SHA256
53 AES256-SHA SSLv3 RSA RSA AES(256) SHA1
47 AES128-SHA SSLv3 RSA RSA AES(128) SHA1'''.split('\n')]
_KEYS = {'ECDH': 'ECDH ECDHE EECDH kECDHE kEECDH', 'DH': 'DH DHE EDH kDHE kEDH', 'RSA': 'RSA kRSA', 'any': ''}


def _words(row):
    """What a list of ciphers can call one."""
    _, name, protocol, keys, authenticates, encrypts, signs = row
    kind, bits = re.match(r'([A-Z0-9]+).*\((\d+)', encrypts).groups()
    words = [name, protocol, 'TLSv1' if protocol == 'TLSv1.0' else '', *_KEYS[keys].split(), f'a{authenticates}', kind, 'ALL', 'HIGH', signs,
             'ECDSA' if authenticates == 'ECDSA' else '', 'SHA' if signs == 'SHA1' else '']
    return words + (['AES', f'AES{bits}'] if kind.startswith('AES') else [])


def chosen(text):
    """The names of the ciphers that such a list means; none: no cipher can be selected."""
    found, never = [], set()
    for word in re.split('[:, ]+', text):
        sign, parts = (word[:1], word[1:]) if word[:1] in ('!', '-', '+', '@') else ('', word)
        if sign == '@':
            continue
        if parts in ('DEFAULT', 'COMPLEMENTOFDEFAULT'):
            names = [row[1] for row in _ALL]
        else:
            names = [row[1] for row in _ALL if all(part in _words(row) for part in parts.split('+'))]
        if sign == '!':
            never.update(names)
        if sign:
            found = [name for name in found if name not in names] + ([name for name in names if name in found] if sign == '+' else [])
        else:
            found += [name for name in names if name not in found and name not in never and not name.startswith('TLS_')]
    return found and [row[1] for row in _ALL[:3]] + found


# Python's own choice.
DEFAULT = chosen('ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!SHA1')


def described(name):
    """A cipher as `get_ciphers` tells of it."""
    number, name, protocol, keys, authenticates, encrypts, signs = next(row for row in _ALL if row[1] == name)
    bits = int(encrypts.rpartition('(')[2][:-1])
    aead = signs == 'AEAD'
    return {'id': 0x3000000 + int(number), 'name': name, 'protocol': protocol,
            'description': f'{name:30} {protocol:7} Kx={keys:8} Au={authenticates:5} Enc={encrypts:22} Mac={signs}',
            'strength_bits': bits, 'alg_bits': bits, 'aead': aead,
            'symmetric': 'chacha20-poly1305' if encrypts[0] == 'C' else f'aes-{bits}-{"gcm" if aead else "cbc"}',
            'digest': None if aead else signs.lower(),
            'kea': {'any': 'kx-any', 'ECDH': 'kx-ecdhe', 'DH': 'kx-dhe', 'RSA': 'kx-rsa'}[keys],
            'auth': 'auth-' + authenticates.lower()}
