"""The errors of the loop."""


class LoopExit(Exception):
    """Nothing is left that could go on."""

    def __str__(self):
        if len(self.args) == 3:
            return f'{self.args[0]}\n\tHub: {self.args[1]!r}\n\tHandles:\n{self.args[2]!r}'
        return super().__str__()


class BlockingSwitchOutError(AssertionError):
    pass


class InvalidSwitchError(AssertionError):
    pass


class InvalidThreadUseError(RuntimeError):
    pass


class ConcurrentObjectUseError(AssertionError):
    pass
