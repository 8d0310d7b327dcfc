"""Where a report of exceptions in groups stands."""


class Printing:
    """Where a report of groups stands: how deep it is indented, and whether the frame around what is shown is open."""

    def __init__(self):
        self.depth, self.must_close = 0, False

    def indented(self, text, margin='|'):
        space = '  ' * self.depth
        if self.depth:
            space += margin + ' '
        return ''.join(space + line for line in text.splitlines(True))
