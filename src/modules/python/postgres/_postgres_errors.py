"""What a simulated PostgreSQL server reports."""


class ServerError(Exception):
    """An error as it goes to the client: its code (SQLSTATE), its message and further fields (detail, hint …)."""

    def __init__(self, code, message, **fields):
        super().__init__(message)
        self.code, self.message, self.fields = code, message, fields


class Blocked(Exception):
    """A statement must wait for the end of another transaction; then it begins again."""

    def __init__(self, transaction):
        super().__init__(transaction)
        self.transaction = transaction


def bad_text(kind, text):
    """A text that is no value of a type."""
    return ServerError('22P02', f'invalid input syntax for type {kind}: "{text}"')


def missing(what):
    """Ends the run: PostgreSQL has it, and the simulated one has not."""
    from _frames import not_supported
    not_supported(f'{what} in PostgreSQL', 'plainer SQL')
