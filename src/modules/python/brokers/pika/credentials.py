"""Who connects."""


class PlainCredentials:
    TYPE = 'PLAIN'

    def __init__(self, username, password, erase_on_connect=False):
        self.username, self.password, self.erase_on_connect = username, password, erase_on_connect

    def __eq__(self, other):
        if isinstance(other, PlainCredentials):
            return (self.username, self.password, self.erase_on_connect) == (other.username, other.password, other.erase_on_connect)
        return NotImplemented

    def response(self):
        return f'\0{self.username or ""}\0{self.password or ""}'

    def erase_credentials(self):
        if self.erase_on_connect:
            self.username = self.password = None


class ExternalCredentials:
    TYPE = 'EXTERNAL'

    def __init__(self):
        self.erase_on_connect = False

    def __eq__(self, other):
        return self.erase_on_connect == other.erase_on_connect if isinstance(other, ExternalCredentials) else NotImplemented


VALID_TYPES = [PlainCredentials, ExternalCredentials]
