"""Programs of the simulated machine that say what data is in other signs: its digests, base64, and `openssl` for these."""
import sys
from _command_lines import Failed, Inputs, fail, options, put, say

_DIGEST = {'binary': 'b', 'text': 't', 'check': 'c', 'tag': 'T', 'quiet': 'Q', 'status': 'S', 'strict': 'R', 'ignore-missing': 'I',
           'zero': 'z', 'warn': 'w'}


def _digests(name):
    kind = name.removesuffix('sum')

    def program(args):
        import hashlib
        given, operands = options(name, args, 'btcTQS', '', _DIGEST, 'zwRI')
        inputs = Inputs(name, operands)
        if 'c' in given:
            return _check(name, inputs, len(hashlib.new(kind).hexdigest()), given)
        for shown, file in inputs:
            digest = hashlib.new(kind, file.read()).hexdigest()
            put(f'{kind.upper()} ({shown}) = {digest}\n' if 'T' in given else f'{digest} {" *"["b" in given]}{shown}\n')
        return inputs.status
    return program


def _check(name, lists, length, given):
    """Whether files have the digests that lists say."""
    import hashlib
    import re
    status = 0
    for listed, file in lists:
        bad, unread, wrong, found = 0, 0, 0, 0
        for line in file.read().decode('utf-8', 'surrogateescape').splitlines():
            entry = re.fullmatch(rf' *([0-9a-fA-F]{{{length}}}) [ *](.+)', line)
            if entry is None:
                bad += 1
                continue
            found += 1
            inputs = Inputs(name, [entry[2]])
            same = [hashlib.new(name.removesuffix('sum'), data.read()).hexdigest() == entry[1].lower() for _, data in inputs]
            unread += not same
            wrong += same == [False]
            if 'S' not in given and not (same == [True] and 'Q' in given):
                put(f'{entry[2]}: {"FAILED open or read" if not same else "OK" if same[0] else "FAILED"}\n')
        shown = "'standard input'" if listed == '-' else listed
        if not found:
            say(f'{name}: {shown}: no properly formatted checksum lines found')
        elif 'S' not in given:
            if bad:
                say(f'{name}: WARNING: {bad} line{"s are" if bad > 1 else " is"} improperly formatted')
            if unread:
                say(f'{name}: WARNING: {unread} listed file{"s" * (unread > 1)} could not be read')
            if wrong:
                say(f'{name}: WARNING: {wrong} computed checksum{"s" * (wrong > 1)} did NOT match')
        status |= not found or unread > 0 or wrong > 0
    return int(status) | lists.status


def _base64(args):
    import base64
    import binascii
    long = {'decode': 'd', 'ignore-garbage': 'i', 'wrap': 'w'}
    given, operands = options('base64', args, 'di', 'w', long)
    if len(operands) > 1:
        fail('base64', f'extra operand ‘{operands[1]}’')
    if not (wrap := given.get('w', '76')).isdecimal():
        fail('base64', f'invalid wrap size: ‘{wrap}’', hint=False)
    inputs, wrap = Inputs('base64', operands), int(wrap)
    for _, file in inputs:
        data = file.read()
        if 'd' not in given:
            text = base64.b64encode(data).decode()
            lines = [text[at:at + wrap] for at in range(0, len(text), wrap)] if wrap else [text]
            put(''.join(line + '\n' * (wrap > 0) for line in lines))
            continue
        signs = data.replace(b'\n', b'')
        if 'i' in given:
            signs = bytes(sign for sign in signs if chr(sign).isalnum() and sign < 128 or sign in b'+/=')
        try:
            put(base64.b64decode(signs, validate=True))
        except binascii.Error:
            whole = bytearray()
            for at in range(0, len(signs), 4):
                try:
                    whole += base64.b64decode(signs[at:at + 4], validate=True)
                except binascii.Error:
                    break
            put(bytes(whole))
            sys.stdout.flush()
            say('base64: invalid input')
            raise Failed(1)
    return inputs.status


_OF_OPENSSL = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3-256', 'sha3-512')


def _openssl(args):
    """`dgst`, `rand`, `base64` and `enc -base64`, `version`."""
    from _frames import not_supported
    command, *rest = args or ['']
    if command == 'version':
        print('OpenSSL 3.0.13 30 Jan 2024 (Library: OpenSSL 3.0.13 30 Jan 2024)')
        return 0
    if command == 'rand':
        return _openssl_rand(rest)
    if command in _OF_OPENSSL:
        command, rest = 'dgst', [f'-{command}', *rest]
    if command == 'dgst':
        return _openssl_dgst(rest)
    if command == 'enc' and {'-base64', '-a'} & set(rest) or command == 'base64':
        return _openssl_base64([arg for arg in rest if arg not in ('-base64', '-a', '-e')])
    not_supported(f'openssl {command}'.rstrip(), 'hashlib, secrets and base64')


def _taking(args, names, flags):
    """Options with one dash: those that take a word, those that do not, and operands."""
    from _frames import not_supported
    found, operands, args = {}, [], list(args)
    while args:
        arg = args.pop(0)
        if arg[:1] != '-' or arg == '-':
            operands.append(arg)
        elif arg.lstrip('-') in names and args:
            found[arg.lstrip('-')] = args.pop(0)
        elif arg.lstrip('-') in flags:
            found[arg.lstrip('-')] = True
        else:
            not_supported(f'openssl with {arg}', 'hashlib, secrets and base64')
    return found, operands


def _openssl_rand(args):
    import base64
    import os
    given, operands = _taking(args, ('out',), ('hex', 'base64'))
    data = os.urandom(int(operands[0]))
    if 'hex' in given:
        data = data.hex().encode() + b'\n'
    elif 'base64' in given:
        data = _in_lines(base64.b64encode(data))
    _written(data, given)
    return 0


def _in_lines(signs):
    return b''.join(signs[at:at + 64] + b'\n' for at in range(0, len(signs), 64))


def _written(data, given):
    if 'out' in given:
        with open(given['out'], 'wb') as file:
            file.write(data)
    else:
        put(data)


def _openssl_dgst(args):
    import hashlib
    import hmac
    given, operands = _taking(args, ('hmac', 'out'), (*_OF_OPENSSL, 'r', 'hex', 'binary'))
    kind = next((name for name in given if name in _OF_OPENSSL), 'sha256')
    shown, text = kind.upper().replace('SHA', 'SHA2-') if kind in _OF_OPENSSL[2:6] else kind.upper(), b''
    python = kind.replace('-', '_')
    inputs = Inputs('openssl', operands)
    for name, file in inputs:
        data = file.read()
        digest = hmac.new(given['hmac'].encode(), data, python) if 'hmac' in given else hashlib.new(python, data)
        name = 'stdin' if name == '-' else name
        if 'binary' in given:
            text += digest.digest()
        elif 'r' in given:
            text += f'{digest.hexdigest()} *{name}\n'.encode()
        else:
            text += f'{shown}({name})= {digest.hexdigest()}\n'.encode()
    _written(text, given)
    return inputs.status


def _openssl_base64(args):
    import base64
    given, operands = _taking(args, ('in', 'out'), ('d', 'A'))
    inputs = Inputs('openssl', [given['in']] if 'in' in given else operands)
    for _, file in inputs:
        data = file.read()
        if 'd' in given:
            data = base64.b64decode(data)
        else:
            data = base64.b64encode(data) if 'A' in given else _in_lines(base64.b64encode(data))
        _written(data, given)
    return inputs.status


PROGRAMS = {name: _digests(name) for name in ('md5sum', 'sha1sum', 'sha224sum', 'sha256sum', 'sha384sum', 'sha512sum')}
PROGRAMS['base64'] = _base64
PROGRAMS['openssl'] = _openssl
