"""Who a client is."""
import warnings


class CredentialProvider:
    def get_credentials(self):
        raise NotImplementedError('get_credentials must be implemented')

    async def get_credentials_async(self):
        warnings.warn('This method is added for backward compatability. Please override it in your implementation.', UserWarning)
        return self.get_credentials()


class UsernamePasswordCredentialProvider(CredentialProvider):
    def __init__(self, username=None, password=None):
        self.username, self.password = username or '', password or ''

    def get_credentials(self):
        return (self.username, self.password) if self.username else (self.password,)

    async def get_credentials_async(self):
        return self.get_credentials()
