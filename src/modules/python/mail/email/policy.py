"""How headers are read and written."""
__all__ = ['Compat32', 'compat32', 'Policy', 'EmailPolicy', 'default', 'strict', 'SMTP', 'HTTP']
import re
import sys
from email import utils
from email._policybase import Compat32, Policy, compat32
from email.contentmanager import raw_data_manager
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage

_LINES = re.compile(r'\n|\r\n?')


class EmailPolicy(Policy):
    """Headers as objects that know what they say."""
    utf8, refold_source = False, 'long'
    message_factory, header_factory, content_manager = EmailMessage, HeaderRegistry(), raw_data_manager

    def __init__(self, **kw):
        if 'header_factory' not in kw:
            object.__setattr__(self, 'header_factory', HeaderRegistry())
        super().__init__(**kw)

    header_source_parse = Compat32.header_source_parse

    def header_max_count(self, name):
        """How many headers of that name a message may have; None: any number."""
        return self.header_factory[name].max_count  #: 106

    def header_store_parse(self, name, value):
        """What is kept of a header that a program sets."""
        if hasattr(value, 'name') and value.name.lower() == name.lower():
            return name, value
        if isinstance(value, str) and len(value.splitlines()) > 1:
            raise ValueError('Header values may not contain linefeed or carriage return characters')
        return name, self.header_factory(name, value)

    def header_fetch_parse(self, name, value):
        """What a program gets of a header."""
        return value if hasattr(value, 'name') else self.header_factory(name, ''.join(_LINES.split(value)))

    def fold(self, name, value):
        """The header in lines."""
        return self._fold(name, value, True)

    def fold_binary(self, name, value):
        """The header in lines of bytes."""
        folded = self._fold(name, value, self.cte_type == '7bit')
        return folded.encode('utf8' if self.utf8 else 'ascii', 'surrogateescape')

    def _fold(self, name, value, refold_binary):
        if hasattr(value, 'name'):
            return value.fold(policy=self)
        width = self.max_line_length or sys.maxsize
        lines = _LINES.split(value)
        refold = self.refold_source == 'all' or self.refold_source == 'long' and (
            lines and len(lines[0]) + len(name) + 2 > width or any(len(line) > width for line in lines[1:]))
        if not refold:
            refold = refold_binary and utils._has_surrogates(value) if self.utf8 else not value.isascii()
        if refold:
            return self.header_factory(name, ''.join(lines)).fold(policy=self)
        return f'{name}: {self.linesep.join(lines)}{self.linesep}'


default = EmailPolicy()
object.__delattr__(default, 'header_factory')
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep='\r\n')
HTTP = default.clone(linesep='\r\n', max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
