"""Ends of words for an interpreter at a terminal: names, and attributes of what they lead to."""
import builtins
import inspect
import keyword
import re
import warnings
import __main__

__all__ = ['Completer']
_ALONE = frozenset(('False', 'None', 'True', 'break', 'continue', 'pass', 'else', '_'))


class Completer:
    """Completes words by the names of a dict, or those of the program."""

    def __init__(self, namespace=None):
        if namespace and not isinstance(namespace, dict):
            raise TypeError('namespace must be a dictionary')
        self.use_main_ns = namespace is None
        if namespace is not None:
            self.namespace = namespace

    def complete(self, text, state):
        """What a text may become, one for each number from 0; None: no more."""
        if self.use_main_ns:
            self.namespace = __main__.__dict__
        if not text.strip():
            if state:
                return None
            readline.insert_text('\t')
            readline.redisplay()
            return ''
        if not state:
            with warnings.catch_warnings(action='ignore'):
                self.matches = self.attr_matches(text) if '.' in text else self.global_matches(text)
        return self.matches[state] if state < len(self.matches) else None

    def _callable_postfix(self, val, word):
        if not callable(val):
            return word
        try:
            return word + ('(' if inspect.signature(val).parameters else '()')
        except ValueError:
            return word + '('

    def global_matches(self, text):
        """Keywords and names that begin so."""
        seen, found = {'__builtins__'}, []
        for word in keyword.kwlist + keyword.softkwlist:
            if word.startswith(text):
                seen.add(word)
                found.append(word + (':' if word in ('finally', 'try') else '' if word in _ALONE else ' '))
        for names in (self.namespace, builtins.__dict__):
            for word, value in names.items():
                if word.startswith(text) and word not in seen:
                    seen.add(word)
                    found.append(self._callable_postfix(value, word))
        return found

    def attr_matches(self, text):
        """Attributes that begin so, of what stands before the last dot."""
        found = re.match(r'(\w+(\.\w+)*)\.(\w*)', text)
        if not found:
            return []
        before, attr = found.group(1, 3)
        try:
            value = eval(before, self.namespace)
        except Exception:
            return []
        words = {*dir(value), '__class__', *get_class_members(value.__class__)} - {'__builtins__'}
        # Those with underscores are shown where there are no others, or where one is typed.
        hidden = {'': ('_', '__', None), '_': ('__', None)}.get(attr, (None,))
        for without in hidden:
            chosen = [word for word in words if word.startswith(attr) and not (without and word.startswith(without))]
            if chosen:
                return sorted(self._shown(value, before, word) for word in chosen)
        return []

    def _shown(self, value, before, word):
        whole = f'{before}.{word}'
        if isinstance(getattr(type(value), word, None), property):
            return whole
        found = getattr(value, word, None)
        return whole if found is None else self._callable_postfix(found, whole)


def get_class_members(klass):
    return dir(klass) + [name for base in getattr(klass, '__bases__', ()) for name in get_class_members(base)]


import readline
readline.set_completer(Completer().complete)
