"""The whole of it: an address is taken apart, its parts are checked, and its domain is asked for."""
import sys
import unicodedata

from email_validator.exceptions import EmailSyntaxError
from email_validator.syntax import (split_email, validate_email_domain_literal, validate_email_domain_name, validate_email_length,
                                    validate_email_local_part)
from email_validator.types import ValidatedEmail

_IN_ANY_CASE = frozenset('info marketing sales support abuse noc security postmaster hostmaster usenet news webmaster www uucp ftp'.split())


def validate_email(email, /, *, allow_smtputf8=None, allow_empty_local=None, allow_quoted_local=None, allow_domain_literal=None,
                   allow_display_name=None, strict=None, check_deliverability=None, test_environment=None, globally_deliverable=None,
                   timeout=None, dns_resolver=None):
    """What is known of the address, or an EmailNotValidError that says what is wrong with it."""
    usual = sys.modules['email_validator']

    def chosen(value, name):
        return getattr(usual, name) if value is None else value

    if timeout is None and dns_resolver is None:
        timeout = usual.DEFAULT_TIMEOUT
    if isinstance(email, bytes):
        try:
            email = email.decode('ascii')
        except ValueError as error:
            raise EmailSyntaxError('The email address is not valid ASCII.') from error
    elif not isinstance(email, str):
        raise TypeError('email must be str or bytes')
    name, local, bare, quoted, domain = split_email(email)
    known = ValidatedEmail()
    known.original = f'{local}@{domain}'
    known.display_name = name and unicodedata.normalize('NFC', name)
    _local_part(known, bare, quoted, allow_smtputf8=chosen(allow_smtputf8, 'ALLOW_SMTPUTF8'),
                allow_empty_local=chosen(allow_empty_local, 'ALLOW_EMPTY_LOCAL'), strict=chosen(strict, 'STRICT'))
    if quoted and not chosen(allow_quoted_local, 'ALLOW_QUOTED_LOCAL'):
        raise EmailSyntaxError('Quoting the part before the @-sign is not allowed here.')
    if known.ascii_local_part is not None and known.ascii_local_part.lower() in _IN_ANY_CASE:
        known.ascii_local_part, known.local_part = known.ascii_local_part.lower(), known.local_part.lower()
    if not domain:
        raise EmailSyntaxError('There must be something after the @-sign.')
    testing = chosen(test_environment, 'TEST_ENVIRONMENT')
    literal = domain.startswith('[') and domain.endswith(']')
    if literal:
        told = validate_email_domain_literal(domain[1:-1])
        if not chosen(allow_domain_literal, 'ALLOW_DOMAIN_LITERAL'):
            raise EmailSyntaxError('A bracketed IP address after the @-sign is not allowed here.')
        known.domain = known.ascii_domain = told['domain']
        known.domain_address = told['domain_address']
    else:
        told = validate_email_domain_name(domain, test_environment=testing, globally_deliverable=chosen(globally_deliverable, 'GLOBALLY_DELIVERABLE'))
        known.domain, known.ascii_domain = told['domain'], told['ascii_domain']
    known.normalized = f'{known.local_part}@{known.domain}'
    known.ascii_email = f'{known.ascii_local_part}@{known.ascii_domain}' if known.ascii_local_part else None
    validate_email_length(known)
    if name is not None and not chosen(allow_display_name, 'ALLOW_DISPLAY_NAME'):
        raise EmailSyntaxError('A display name and angle brackets around the email address are not permitted here.')
    if chosen(check_deliverability, 'CHECK_DELIVERABILITY') and not testing and not literal:
        from email_validator.deliverability import validate_email_deliverability
        told = validate_email_deliverability(known.ascii_domain, known.domain, timeout, dns_resolver)
        if told.get('mx') is not None:
            known.mx = told['mx']
        known.mx_fallback_type = told.get('mx_fallback_type')
    return known


def _local_part(known, bare, quoted, **allowed):
    told = validate_email_local_part(bare, quoted_local_part=quoted, **allowed)
    known.smtputf8 = told['smtputf8']
    normal = unicodedata.normalize('NFC', bare)
    if normal != bare:
        try:
            told = validate_email_local_part(normal, quoted_local_part=quoted, **allowed)
        except EmailSyntaxError as error:
            raise EmailSyntaxError(f'After Unicode normalization: {error}') from error
    known.local_part, known.ascii_local_part = told['local_part'], told['ascii_local_part']
