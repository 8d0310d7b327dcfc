"""What can be shown: strings, and objects that say how."""
_ANY_NAME = '_an_attribute_that_nobody_has_unless_all_are_made_up'


def is_renderable(check_object):
    """Whether an object says how it is shown."""
    return isinstance(check_object, str) or hasattr(check_object, '__rich__') or hasattr(check_object, '__rich_console__')


def rich_cast(renderable):
    """What an object gives in its place, if it does."""
    seen = set()
    while hasattr(renderable, '__rich__') and not isinstance(renderable, type):
        if hasattr(renderable, _ANY_NAME):
            return repr(renderable)
        renderable = renderable.__rich__()
        if type(renderable) in seen:
            break
        seen.add(type(renderable))
    return renderable
