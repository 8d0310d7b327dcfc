"""Tracebacks that show templates in place of the code that was made of them."""
import sys

from jinja2.exceptions import TemplateSyntaxError


def rewrite_traceback_stack(source=None):
    """The exception that is being handled, with the templates' lines."""
    _, error, tb = sys.exc_info()
    if isinstance(error, TemplateSyntaxError) and not error.translated:
        error.translated, error.source = True, source
        error.with_traceback(None)
        return error.with_traceback(_at(error, error.filename or '<unknown>', error.lineno, 'template'))
    tb, found = tb.tb_next, []
    while tb is not None:
        template = tb.tb_frame.f_globals.get('__jinja_template__')
        if template is not None:
            found.append(_at(error, template.filename, template.get_corresponding_lineno(tb.tb_lineno), _place(tb.tb_frame.f_code.co_name)))
        elif tb.tb_frame.f_globals.get('__name__', '').split('.')[0] != 'jinja2' or tb.tb_next is None:
            found.append(tb)
        tb = tb.tb_next
    after = None
    for tb in reversed(found):
        tb.tb_next = after
        after = tb
    return error.with_traceback(after)


def _place(function):
    if function == 'root':
        return 'top-level template code'
    return f'block {function[6:]!r}' if function.startswith('block_') else 'template'


def _at(error, filename, lineno, place):
    """A traceback of that line of a template."""
    code = compile('\n' * (lineno - 1) + 'raise __jinja_exception__', filename, 'exec').replace(co_name=place)
    try:
        exec(code, {'__name__': filename, '__file__': filename, '__jinja_exception__': error})
    except BaseException:
        return sys.exc_info()[2].tb_next
