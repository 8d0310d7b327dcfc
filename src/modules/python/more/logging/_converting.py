"""Containers whose values are what their texts refer to."""

__name__ = 'logging.config'  # where what is here is said to be  #: in logging/config.py


class ConvertingMixin:
    """A container of a configuration: its items are converted when they are asked for, and kept so."""

    def convert_with_key(self, key, value, replace=True):
        result = self.configurator.convert(value)  #: 308
        if result is not value:
            if replace:
                self[key] = result
            if isinstance(result, ConvertingMixin):
                result.parent, result.key = self, key
        return result

    def convert(self, value):
        result = self.configurator.convert(value)
        if result is not value and isinstance(result, ConvertingMixin):
            result.parent = self
        return result


class ConvertingDict(dict, ConvertingMixin):
    def __getitem__(self, key):
        value = dict.__getitem__(self, key)  #: 341 value = «dict.__getitem__(self, key)»
        return self.convert_with_key(key, value)  #: 342

    def get(self, key, default=None):
        return self.convert_with_key(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)
