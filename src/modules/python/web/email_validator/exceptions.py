"""What is wrong with an address."""


class EmailNotValidError(ValueError):
    """The address cannot be used."""


class EmailSyntaxError(EmailNotValidError):
    """The address is not well-formed."""


class EmailUndeliverableError(EmailNotValidError):
    """Nobody takes mail for the domain."""
