"""What comes of a process that was run, and how its command is told."""
import os
import signal

__name__ = 'subprocess'  # where what is here is said to be  #: in subprocess.py


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    """A process ended with a status that is not 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A process took too long."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """How a process ended, and what it wrote."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def __repr__(self):
        parts = [f'args={self.args!r}', f'returncode={self.returncode!r}']
        for name in 'stdout', 'stderr':
            if getattr(self, name) is not None:
                parts.append(f'{name}={getattr(self, name)!r}')
        return f"{type(self).__name__}({', '.join(parts)})"

    __class_getitem__ = classmethod(type(list[int]))

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)  #: 508 raise CalledProcessError(self.returncode, self.args, self.stdout,⏎                         self.stderr)


def list2cmdline(seq):
    """The arguments as one text, quoted as Windows wants it."""
    result = []
    for arg in map(os.fsdecode, seq):  #: 614 for arg in «map(os.fsdecode, seq)»:
        quoted = ' ' in arg or '\t' in arg or not arg
        text, slashes = '"' if quoted else '', ''
        for c in arg:
            if c == '\\':
                slashes += c
                continue
            # Backslashes count double in front of a quote only.
            text += (slashes * 2 + '\\"') if c == '"' else slashes + c
            slashes = ''
        result.append(text + slashes + (slashes + '"' if quoted else ''))
    return ' '.join(result)
