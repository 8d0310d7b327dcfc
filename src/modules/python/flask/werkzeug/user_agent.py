"""Who asks, as they say it themselves."""


class UserAgent:
    platform = browser = version = language = None

    def __init__(self, string):
        self.string = string

    def __repr__(self):
        return f'<{type(self).__name__} {self.browser}/{self.version}>'

    def __str__(self):
        return self.string

    def __bool__(self):
        return bool(self.browser)

    def to_header(self):
        return self.string
