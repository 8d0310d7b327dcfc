"""Programs of the simulated machine that say what data is in other signs: its digests, and base64."""
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


PROGRAMS = {name: _digests(name) for name in ('md5sum', 'sha1sum', 'sha224sum', 'sha256sum', 'sha384sum', 'sha512sum')}
PROGRAMS['base64'] = _base64
