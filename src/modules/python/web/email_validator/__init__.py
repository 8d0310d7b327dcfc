"""Email addresses: whether they are well-formed, and how they are written normally."""
from email_validator.exceptions import EmailNotValidError, EmailSyntaxError, EmailUndeliverableError
from email_validator.types import ValidatedEmail
from email_validator.validate_email import validate_email
from email_validator.version import __version__

__all__ = ['validate_email', 'ValidatedEmail', 'EmailNotValidError', 'EmailSyntaxError', 'EmailUndeliverableError', 'caching_resolver',
           '__version__']

ALLOW_SMTPUTF8 = GLOBALLY_DELIVERABLE = CHECK_DELIVERABILITY = True
ALLOW_EMPTY_LOCAL = ALLOW_QUOTED_LOCAL = ALLOW_DOMAIN_LITERAL = ALLOW_DISPLAY_NAME = STRICT = TEST_ENVIRONMENT = False
DEFAULT_TIMEOUT = 15
SPECIAL_USE_DOMAIN_NAMES = ['arpa', 'invalid', 'local', 'localhost', 'onion', 'test']


def caching_resolver(*args, **kwargs):
    from email_validator.deliverability import caching_resolver
    return caching_resolver(*args, **kwargs)
