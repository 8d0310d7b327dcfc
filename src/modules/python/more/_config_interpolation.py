"""Values that refer to others."""
import re as _re

from _config_errors import (InterpolationDepthError, InterpolationMissingOptionError, InterpolationSyntaxError,
                            NoOptionError, NoSectionError)

__name__ = 'configparser'  # where what is here is said to be  #: in configparser.py


class Interpolation:
    """Values as they are."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    before_read = before_write = before_set


class BasicInterpolation(Interpolation):
    """`%(name)s` is another option of the section."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._interpolate_some(parser, option, parts, value, section, defaults, value, 1)  #: 415 «self._interpolate_some(parser, option, L, value, section, defaults, 1)»
        return ''.join(parts)

    def before_set(self, parser, section, option, value):
        if '%' in _re.sub(r'%\([^)]+\)s', '', value.replace('%%', '')):
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {value.find('%')}")  #: 422 raise ValueError("invalid interpolation syntax in %r at "⏎                 "position %d" % (value, tmp_value.find('%')))
        return value

    def _interpolate_some(self, parser, option, parts, rest, section, values, raw, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)  #: 430 raise InterpolationDepthError(option, section, rawval)
        while rest:
            before, mark, rest = rest.partition('%')
            parts.append(before)
            if not mark:
                break
            if rest[:1] == '%':
                parts.append('%')
                rest = rest[1:]
            elif rest[:1] == '(':
                match = _re.match(r'\(([^)]+)\)s', rest)
                if match is None:
                    raise InterpolationSyntaxError(option, section,
                                                   f'bad interpolation variable reference {"%" + rest!r}')
                name, rest = parser.optionxform(match[1]), rest[match.end():]
                if name not in values:
                    raise InterpolationMissingOptionError(option, section, raw, name) from None  #: 454 raise InterpolationMissingOptionError(⏎    option, section, rawval, var) from None
                value = values[name]
                if '%' not in value:
                    parts.append(value)
                    continue
                self._interpolate_some(parser, option, parts, value, section, values, raw, depth + 1)  #: 457 «self._interpolate_some(parser, option, accum, v,⏎                       section, map, depth + 1)»
            else:
                words = f"'%' must be followed by '%' or '(', found: {'%' + rest!r}"
                raise InterpolationSyntaxError(option, section, words)  #: 462 raise InterpolationSyntaxError(⏎    option, section,⏎    "'%%' must be followed by '%%' or '(', "⏎    "found: %r" % (rest,))


class ExtendedInterpolation(Interpolation):
    """`${name}` and `${section:name}`."""

    def before_set(self, parser, section, option, value):
        if '$' in _re.sub(r'\$\{[^}]+\}', '', value.replace('$$', '')):
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {value.find('$')}")
        return value

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, defaults, value, 1)

    def _expand(self, parser, section, option, text, values, raw, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)

        def found(match):
            if match[0] == '$$':
                return '$'
            if match[1] is None:
                raise InterpolationSyntaxError(option, section,
                                               f"'$' must be followed by '$' or '{{', found: {text[match.start():]!r}")
            of, colon, name = match[1].partition(':')
            if not colon:
                of, name = '', of
            if ':' in name:
                raise InterpolationSyntaxError(option, section,
                                               f"More than one ':' found: {text[match.end():]!r}")
            try:
                if colon:
                    name = parser.optionxform(name)
                    inner, place = parser.get(of, name, raw=True), of
                else:
                    inner, place = values[parser.optionxform(name)], section
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, raw, match[1]) from None
            known = dict(parser.items(place, raw=True)) if colon else values
            return self._expand(parser, place, option, inner, known, raw, depth + 1)
        return _re.sub(r'\$(?:\$|\{([^}]+)\})?', found, text)
