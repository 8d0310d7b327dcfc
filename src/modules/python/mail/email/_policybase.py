"""How headers are read and written: what all policies have, and the oldest."""
__all__ = ['Policy', 'Compat32', 'compat32']
import abc
from email import charset, header, utils


class Policy(metaclass=abc.ABCMeta):
    """Settings; each policy is as it was made."""
    raise_on_defect, linesep, cte_type, max_line_length = False, '\n', '8bit', 78
    mangle_from_, message_factory, verify_generated_headers = False, None, True

    def __init__(self, **kw):
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError(f'{name!r} is an invalid keyword argument for {self.__class__.__name__}')
            object.__setattr__(self, name, value)

    def __repr__(self):
        return f'{self.__class__.__name__}({", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())})'

    def clone(self, **kw):
        """The policy with other settings."""
        new = self.__class__.__new__(self.__class__)
        for name, value in self.__dict__.items():
            object.__setattr__(new, name, value)
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError(f'{name!r} is an invalid keyword argument for {self.__class__.__name__}')
            object.__setattr__(new, name, value)
        return new

    def __setattr__(self, name, value):
        raise AttributeError(f'{self.__class__.__name__!r} object attribute {name!r} is read-only' if hasattr(self, name) else
                             f'{self.__class__.__name__!r} object has no attribute {name!r}')

    def __add__(self, other):
        return self.clone(**other.__dict__)

    def handle_defect(self, obj, defect):
        """What a parser found wrong: raised or noted."""
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        """Notes what is wrong."""
        obj.defects.append(defect)

    def header_max_count(self, name):
        """How many headers of that name a message may have; None: any number."""
        return None

    @abc.abstractmethod
    def header_source_parse(self, sourcelines):
        """The name and the value of a header's lines."""
        raise NotImplementedError

    @abc.abstractmethod
    def header_store_parse(self, name, value):
        """What is kept of a header that a program sets."""
        raise NotImplementedError

    @abc.abstractmethod
    def header_fetch_parse(self, name, value):
        """What a program gets of a header."""
        raise NotImplementedError

    @abc.abstractmethod
    def fold(self, name, value):
        """The header in lines."""
        raise NotImplementedError

    @abc.abstractmethod
    def fold_binary(self, name, value):
        """The header in lines of bytes."""
        raise NotImplementedError


class Compat32(Policy):
    """Headers as they are, as mail had them in Python 3.2."""
    mangle_from_ = True

    def header_source_parse(self, sourcelines):
        """The name and the value of a header's lines."""
        name, value = sourcelines[0].split(':', 1)
        return name, ''.join((value, *sourcelines[1:])).lstrip(' \t\r\n').rstrip('\r\n')

    def header_store_parse(self, name, value):
        """What is kept of a header that a program sets."""
        return name, value

    def header_fetch_parse(self, name, value):
        """What a program gets of a header."""
        if isinstance(value, str) and utils._has_surrogates(value):
            return header.Header(value, charset=charset.UNKNOWN8BIT, header_name=name)
        return value

    def fold(self, name, value):
        """The header in lines."""
        return self._fold(name, value, True)

    def fold_binary(self, name, value):
        """The header in lines of bytes."""
        return self._fold(name, value, self.cte_type == '7bit').encode('ascii', 'surrogateescape')

    def _fold(self, name, value, sanitize):
        if isinstance(value, str):
            if not utils._has_surrogates(value):
                value = header.Header(value, header_name=name)
            elif sanitize:
                value = header.Header(value, charset=charset.UNKNOWN8BIT, header_name=name)
        if not isinstance(value, str):
            value = value.encode(linesep=self.linesep, maxlinelen=self.max_line_length or 0)
        return f'{name}: {value}{self.linesep}'


compat32 = Compat32()
