"""What all kinds of parts have."""
__all__ = ['MIMEBase']
import email.policy
from email import message


class MIMEBase(message.Message):
    """A part that says what it carries."""

    def __init__(self, _maintype, _subtype, *, policy=None, **_params):
        super().__init__(policy=email.policy.compat32 if policy is None else policy)
        self.add_header('Content-Type', f'{_maintype}/{_subtype}', **_params)
        self['MIME-Version'] = '1.0'
