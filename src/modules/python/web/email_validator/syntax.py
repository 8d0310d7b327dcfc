"""Whether the parts of an address are well-formed."""
import ipaddress
import re
import unicodedata

from email_validator._characters import (ATOM, ATOMS, HOST, HOST_NAME, QUOTED, WIDE_ATOM, WIDE_ATOMS, all_match, all_safe, dots_stand_well,
                                         listed, too_many)
from email_validator._labels import IDNAError, check_direction, letters, mapped, to_ascii
from email_validator._split import split_email
from email_validator.exceptions import EmailSyntaxError

_ADDRESS_AT_MOST, _LOCAL_AT_MOST, _DOMAIN_AT_MOST, _LABEL_AT_MOST = 254, 64, 253, 63


def validate_email_local_part(local, allow_smtputf8=True, allow_empty_local=False, quoted_local_part=False, strict=False):
    if not local and not allow_empty_local:
        raise EmailSyntaxError('There must be something before the @-sign.')
    if strict and len(local) > _LOCAL_AT_MOST:
        raise EmailSyntaxError(f'The email address is too long before the @-sign {too_many(local, _LOCAL_AT_MOST)}.')
    if not local or ATOMS.match(local):
        return {'local_part': local, 'ascii_local_part': local, 'smtputf8': False}
    atoms = WIDE_ATOMS.match(local)
    if not atoms and not quoted_local_part:
        all_match(WIDE_ATOM, local, 'The email address contains invalid characters before the @-sign')
        dots_stand_well(local, 'An email address cannot start with a {}.', 'An email address cannot have a {} immediately before the @-sign.')
        raise EmailSyntaxError('The email address contains invalid characters before the @-sign.')
    if not atoms:
        all_match(QUOTED, local, 'The email address contains invalid characters in quotes before the @-sign')
    beyond = [c for c in local if not (ATOM.match(c) if atoms else ' ' <= c <= '~')]
    if beyond and not allow_smtputf8:
        raise EmailSyntaxError(f'Internationalized characters before the @-sign are not supported: {listed(beyond)}.')
    all_safe(local, spaces=not atoms)
    if not atoms:
        local = '"' + re.sub(r'(["\\])', r'\\\1', local) + '"'
    return {'local_part': local, 'ascii_local_part': None if beyond else local, 'smtputf8': bool(beyond)}


def validate_email_domain_name(domain, test_environment=False, globally_deliverable=True):
    if len(domain) > _DOMAIN_AT_MOST:
        raise EmailSyntaxError(f'The email address is too long after the @-sign {too_many(domain, _DOMAIN_AT_MOST)}.')
    all_match(HOST, domain, 'The part after the @-sign contains invalid characters')
    all_safe(domain)
    if wrong := [c for c in domain if c not in '‥…․．' and '002E' in unicodedata.decomposition(c).split()]:
        raise EmailSyntaxError(f'The part after the @-sign contains invalid characters: {listed(wrong)}.')
    given, domain = domain, mapped(domain)
    all_match(HOST, domain, 'The part after the @-sign contains invalid characters after Unicode normalization')
    dots_stand_well(domain, 'An email address cannot have a {} immediately after the @-sign.', 'An email address cannot end with a {}.', '.-')
    labels = domain.split('.')
    if any(label[2:4] == '--' and label[:2] != 'xn' for label in labels):
        raise EmailSyntaxError('An email address cannot have two letters followed by two dashes immediately after the @-sign or after a period, '
                               'except Punycode.')
    if not HOST_NAME.match(domain):
        try:
            labels = [to_ascii(label) for label in labels]
        except IDNAError as error:
            raise EmailSyntaxError(f'The part after the @-sign is invalid ({error}).') from error
    plain = '.'.join(labels)
    if (over := len(plain) - _DOMAIN_AT_MOST) > 0:
        reason = too_many(plain, _DOMAIN_AT_MOST) if plain == given else f'({over} byte{"s" if over > 1 else ""} too many after IDNA encoding)'
        raise EmailSyntaxError(f'The email address is too long after the @-sign {reason}.')
    for label in labels:
        if len(label) > _LABEL_AT_MOST:
            raise EmailSyntaxError(f'After the @-sign, periods cannot be separated by so many characters {too_many(label, _LABEL_AT_MOST)}.')
    _used_with_email(plain, test_environment, globally_deliverable)
    return {'ascii_domain': plain, 'domain': _in_letters(plain) if 'xn--' in plain else plain}


def _used_with_email(domain, test_environment, globally_deliverable):
    from email_validator import SPECIAL_USE_DOMAIN_NAMES
    if globally_deliverable:
        if '.' not in domain and not (domain == 'test' and test_environment):
            raise EmailSyntaxError('The part after the @-sign is not valid. It should have a period.')
        if not domain[-1].isalpha():
            raise EmailSyntaxError('The part after the @-sign is not valid. It is not within a valid top-level domain.')
    for special in SPECIAL_USE_DOMAIN_NAMES:
        if f'.{domain}'.endswith(f'.{special}') and not (special == 'test' and test_environment):
            raise EmailSyntaxError('The part after the @-sign is a special-use or reserved name that cannot be used with email.')


def _in_letters(domain):
    try:
        labels = [letters(label) for label in domain.split('.')]
        told = '.'.join(labels)
        all_match(HOST, told, 'The part after the @-sign contains invalid characters')
        all_safe(told)
        if any(unicodedata.bidirectional(c) in ('R', 'AL', 'AN') for c in told):
            for label in labels:
                check_direction(label)
    except IDNAError as error:
        raise EmailSyntaxError(f'The part after the @-sign is not valid IDNA ({error}).') from error
    return told


def validate_email_domain_literal(literal):
    if re.match(r'[0-9.]+$', literal):
        try:
            address = ipaddress.IPv4Address(literal)
        except ValueError as error:
            raise EmailSyntaxError(f'The address in brackets after the @-sign is not valid: It is not an IPv4 address ({error}) or is missing an '
                                   'address literal tag.') from error
        return {'domain_address': address, 'domain': f'[{address}]'}
    if literal[:5].lower() == 'ipv6:':
        try:
            address = ipaddress.IPv6Address(literal[5:])
        except ValueError as error:
            raise EmailSyntaxError(f'The IPv6 address in brackets after the @-sign is not valid ({error}).') from error
        if address.scope_id is not None:
            raise EmailSyntaxError('The IPv6 address in brackets after the @-sign is not valid (It has a zone index).')
        return {'domain_address': address, 'domain': f'[IPv6:{address.compressed}]'}
    if ':' not in literal:
        raise EmailSyntaxError('The part after the @-sign in brackets is not an IPv4 address and has no address literal tag.')
    all_match(re.compile('[!-\u00FA^-~]'), literal, 'The part after the @-sign contains invalid characters in brackets')
    raise EmailSyntaxError('The part after the @-sign contains an invalid address literal tag in brackets.')


def validate_email_length(known):
    """Refuses an address of too many bytes: as it was given, as it is written normally, or in ASCII."""
    local = known.ascii_local_part or known.local_part or ''
    for address, when in ((known.original, ''), (known.normalized, 'after normalization'),
                          (f'{local}@{known.ascii_domain}', 'when the part after the @-sign is converted to IDNA ASCII')):
        over = len(address.encode()) - _ADDRESS_AT_MOST
        if over > 0:
            s = 's' if over > 1 else ''
            if when:
                when += f' ({over} byte{s} too many)'
            else:
                least = max(1, over // max(len(c.encode()) for c in address))
                when = f'({over if least == over else f"{least}-{over}"} character{s} too many)'
            raise EmailSyntaxError(f'The email address is too long {when}.')
