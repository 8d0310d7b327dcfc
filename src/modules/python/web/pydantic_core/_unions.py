"""Validators that choose among others."""
from collections.abc import Mapping
from enum import Enum

from ._errors import Failed, Line, fail
from ._undefined import PydanticUndefined

_OF_TEXT = ('strip_whitespace', 'to_lower', 'to_upper', 'min_length', 'max_length')



class _Label:
    """What errors call a choice; it is made when one wants it, since a choice may lead back to its union."""

    def __init__(self, schema, config, label):
        self.schema, self.config, self.label = schema, config, label

    def __call__(self):
        if self.label is None:
            from ._validators import title_of
            self.label = title_of(self.schema)
            if self.label == 'str' and any(self.config.get(f'str_{name}') for name in _OF_TEXT):
                self.label = 'constrained-str'
        return self.label


def _union(schema, config):
    from ._validators import compiled, custom_of
    choices = []
    for each in schema['choices']:
        each, label = each if isinstance(each, tuple) else (each, None)
        choices.append((compiled(each, config), _Label(each, config, label)))
    own = schema.get('strict', config.get('strict', False))
    smart = schema.get('mode', 'smart') == 'smart'
    custom = schema.get('custom_error_type')

    def failed_all(value, lines):
        if custom:
            raise Failed([Line(custom_of(schema), value)])
        raise Failed(lines)

    def union(value, st):
        lines, best = [], None
        outer, count = st.exactness, st.fields_set_count
        for run, label in choices:
            st.exactness, st.fields_set_count = 2, None
            try:
                found = run(value, st)
            except Failed as failed:
                if best is None:
                    lines += failed.under(label())
                continue
            fit, many = st.exactness, st.fields_set_count
            if fit == 2 and many is None:
                best = (found, fit, many)
                break
            if best is None or (many > best[2] if many is not None and best[2] is not None and many != best[2] else fit > best[1]):
                best = (found, fit, many)
        st.exactness, st.fields_set_count = outer, count
        if best is None:
            failed_all(value, lines)
        st.floor(best[1])
        if best[2] is not None:
            st.fields_set_count = (count or 0) + best[2]
        return best[0]

    def left_to_right(value, st):
        lines = []
        for run, label in choices:
            try:
                return run(value, st)
            except Failed as failed:
                lines += failed.under(label())
        failed_all(value, lines)

    return union if smart else left_to_right


def _tagged(schema, config):
    from ._validators import compiled, custom_of
    runs = {}
    for tag, choice in schema['choices'].items():
        seen = set()
        while isinstance(choice, (str, int)) and choice in schema['choices'] and choice not in seen:
            seen.add(choice)
            choice = schema['choices'][choice]
        runs[tag] = compiled(choice, config)
    discriminator = schema['discriminator']
    attributes = schema.get('from_attributes', True)
    custom = schema.get('custom_error_type')
    if callable(discriminator):
        told = f'{discriminator.__name__}()'
    elif isinstance(discriminator, str):
        told = f"'{discriminator}'"
    else:
        paths = discriminator if isinstance(discriminator[0], list) else [discriminator]
        told = ' | '.join('.'.join(map(_step, path)) for path in paths)
    expected = ', '.join(repr(tag.value if isinstance(tag, Enum) else tag) for tag in runs)

    def tag_of(value, st):
        if callable(discriminator):
            return discriminator(value)
        paths = [[discriminator]] if isinstance(discriminator, str) else paths_of
        for path in paths:
            from ._fields import _at_place, _Source
            if isinstance(value, Mapping):
                source = value
            elif st.mode == 'python' and attributes and type(value).__module__ != 'builtins':
                source = _Source(value)
            else:
                fail('model_attributes_type', value)
            found = _at_place(source, path)
            if found is not PydanticUndefined:
                return found
        return None

    paths_of = [] if callable(discriminator) or isinstance(discriminator, str) else paths

    def tagged(value, st):
        tag = tag_of(value, st)
        if tag is None:
            if custom:
                raise Failed([Line(custom_of(schema), value)])
            fail('union_tag_not_found', value, discriminator=told)
        try:
            run = runs.get(tag)
            if run is None and isinstance(tag, Enum):
                run = runs.get(tag.value)
        except TypeError:
            run = None
        if run is None:
            if custom:
                raise Failed([Line(custom_of(schema), value)])
            fail('union_tag_invalid', value, discriminator=told, tag=str(tag.value if isinstance(tag, Enum) else tag), expected_tags=expected)
        try:
            return run(value, st)
        except Failed as failed:
            raise Failed(failed.under(tag.value if isinstance(tag, Enum) else tag)) from None

    return tagged


def _step(step):
    return f"'{step}'" if isinstance(step, str) else str(step)


MAKERS = {'union': _union, 'tagged-union': _tagged}
