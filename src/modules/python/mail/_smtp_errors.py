"""What a server of mail refuses."""

__name__ = 'smtplib'  # where what is here is said to be  #: in smtplib.py


class SMTPException(OSError):
    """The base of all of this module."""


class SMTPNotSupportedError(SMTPException):
    """The server does not offer that."""


class SMTPServerDisconnected(SMTPException):
    """There is no connection, or no longer."""


class SMTPResponseException(SMTPException):
    """An answer that is an error."""

    def __init__(self, code, msg):
        self.smtp_code, self.smtp_error, self.args = code, msg, (code, msg)


class SMTPSenderRefused(SMTPResponseException):
    """The sender is refused."""

    def __init__(self, code, msg, sender):
        self.smtp_code, self.smtp_error, self.sender, self.args = code, msg, sender, (code, msg, sender)


class SMTPRecipientsRefused(SMTPException):
    """All recipients are refused."""

    def __init__(self, recipients):
        self.recipients, self.args = recipients, (recipients,)


class SMTPDataError(SMTPResponseException):
    """The message is refused."""


class SMTPConnectError(SMTPResponseException):
    """The connection is refused by an answer."""


class SMTPHeloError(SMTPResponseException):
    """The greeting is refused."""


class SMTPAuthenticationError(SMTPResponseException):
    """The name or the password is refused."""
