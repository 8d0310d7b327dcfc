"""Other names of fields."""
import dataclasses

from pydantic_core import PydanticUndefined


@dataclasses.dataclass(slots=True, init=False)
class AliasPath:
    path: list

    def __init__(self, first_arg, *args):
        self.path = [first_arg, *args]

    def convert_to_aliases(self):
        return self.path

    def search_dict_for_path(self, d):
        for step in self.path:
            if isinstance(d, str):
                return PydanticUndefined
            try:
                d = d[step]
            except (KeyError, IndexError, TypeError):
                return PydanticUndefined
        return d


@dataclasses.dataclass(slots=True, init=False)
class AliasChoices:
    choices: list

    def __init__(self, first_choice, *choices):
        self.choices = [first_choice, *choices]

    def convert_to_aliases(self):
        return [each.convert_to_aliases() if isinstance(each, AliasPath) else [each] for each in self.choices]


@dataclasses.dataclass(slots=True)
class AliasGenerator:
    alias: object = None
    validation_alias: object = None
    serialization_alias: object = None

    def generate_aliases(self, name):
        found = []
        for kind, allowed in (('alias', (str,)), ('validation_alias', (str, AliasChoices, AliasPath)), ('serialization_alias', (str,))):
            make = getattr(self, kind)
            value = make(name) if make else None
            if value is not None and not isinstance(value, allowed):
                raise TypeError(f'Invalid `{kind}` type. `{kind}` generator must produce one of `{allowed}`')
            found.append(value)
        return tuple(found)
