"""What a dict of logging's refers to is looked for where its items are converted: at CPython's lines."""
import logging
import logging.config
import traceback


def shown(call):
    """What the call gives, or its traceback without this file's frames."""
    try:
        print(call())
    except Exception:
        own = False
        for line in traceback.format_exc().splitlines():
            own = __file__ in line if line.startswith('  File ') else own and line.startswith('    ')
            if not own:
                print(line)


def handler(**more):
    return {'version': 1, 'handlers': {'h': {'class': 'logging.StreamHandler', **more}}}


for config in (5, handler(stream='ext://sys.nowhere'), handler(stream='ext://nowhere.at.all'), handler(filters=['none']),
               handler(formatter='none'), handler(stream='cfg://none'), handler(stream='cfg://handlers.h.none'),
               {'version': 1, 'filters': {'f': {'()': 'builtins.none'}}},
               {'version': 1, 'loggers': {'a': {'filters': ['none']}}},
               {'version': 1, 'filters': {'f': {'()': 'logging.Filter', 'name': 'ext://math.none'}}}):
    shown(lambda: logging.config.dictConfig(config))

root = logging.getLogger()
root.handlers[:] = [logging.NullHandler()]
shown(lambda: root.warning('x', extra=5))
shown(lambda: logging.log('INFO', 'x'))


class Own(logging.config.DictConfigurator):
    value_converters = {**logging.config.DictConfigurator.value_converters, 'up': 'up_convert'}

    def up_convert(self, value):
        return value.upper()


own = Own({'a': 'up://small', 'b': ['up://x', {'c': 'cfg://a'}], 'version': 1})
print(own.config['a'], own.config['b'][0], own.config['b'][1]['c'], own.config['b'].parent is own.config)
