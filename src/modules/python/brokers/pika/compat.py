"""Numbers that are sent as long ones, and texts as bytes."""


class long(int):
    def __str__(self):
        return str(int(self))

    def __repr__(self):
        return f'{int(self)}L'


def as_bytes(value):
    return value if isinstance(value, bytes) else value.encode('UTF-8')
