"""What all kinds of parts have that carry no parts."""
__all__ = ['MIMENonMultipart']
from email import errors
from email.mime.base import MIMEBase


class MIMENonMultipart(MIMEBase):
    """A part that carries no parts."""

    def attach(self, payload):
        """Not here."""
        raise errors.MultipartConversionError('Cannot attach additional subparts to non-multipart/*')
