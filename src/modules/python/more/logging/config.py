"""Loggers, handlers and formatters as a dict or a file describes them."""
import logging
import logging.handlers
import sys

from logging._converting import ConvertingDict, ConvertingList, ConvertingMixin, ConvertingTuple

DEFAULT_LOGGING_CONFIG_PORT = 9030
RESET_ERROR = 104


def _resolve(name):
    """What a dotted name of a file leads to; without a word on what is not found."""
    found = __import__(name.partition('.')[0])
    at = ''
    for part in name.split('.'):
        at += '.' * bool(at) + part
        if at != part:
            if not hasattr(found, part):
                __import__(at)
            found = getattr(found, part)
    return found


def _clear_handlers():
    """Those of earlier configurations are closed."""
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


def valid_ident(s):
    """Whether it can name an argument: that it cannot is an error."""
    import re
    if not re.match('(?i:[a-z_][a-z0-9_]*)$', s):
        raise ValueError(f'Not a valid Python identifier: {s!r}')
    return True


class BaseConfigurator:
    """A dict whose texts may refer to objects (`ext://`) and to other places in it (`cfg://`)."""

    def __init__(self, config):
        self.config = ConvertingDict(config)  #: 390
        self.config.configurator = self

    importer = staticmethod(__import__)
    value_converters = {'ext': 'ext_convert', 'cfg': 'cfg_convert'}

    def resolve(self, s):
        """What a dotted name leads to."""
        parts = s.split('.')  #: 398 name = «s.split»('.')
        used = parts.pop(0)
        try:
            found = self.importer(used)  #: 401
            for part in parts:
                used += '.' + part
                try:
                    found = getattr(found, part)  #: 405 found = «getattr(found, frag)»
                except AttributeError:
                    self.importer(used)  #: 407
                    found = getattr(found, part)  #: 408 found = «getattr(found, frag)»
            return found
        except ImportError as exc:
            refused = ValueError(f'Cannot resolve {s!r}: {exc}')
            raise refused from exc  #: 412 raise v from e

    def convert(self, value):
        if isinstance(value, str):
            kind, marks, rest = value.partition('://')
            if marks and kind in self.value_converters:
                value = getattr(self, self.value_converters[kind])(rest)  #: 477 value = «converter(suffix)»
        elif not isinstance(value, ConvertingMixin) and not hasattr(value, '_fields'):
            for plain, converting in (dict, ConvertingDict), (list, ConvertingList), (tuple, ConvertingTuple):
                if isinstance(value, plain):
                    value = converting(value)
                    value.configurator = self
                    break
        return value

    def ext_convert(self, value):
        return self.resolve(value)  #: 416

    def cfg_convert(self, path):
        import re
        word = re.match(r'\s*(\w+)\s*', path)
        if word is None:
            raise ValueError(f'Unable to convert {path!r}')  #: 423 raise ValueError("Unable to convert %r" % value)
        rest = path[word.end():]
        found = self.config[word[1]]  #: 426 d = «self.config[m.groups()[0]]»
        while rest:
            if step := re.match(r'\.\s*(\w+)\s*', rest):
                found = found[step[1]]  #: 431 d = «d[m.groups()[0]]»
            elif step := re.match(r'\[([^\[\]]*)\]\s*', rest):
                try:
                    found = found[int(step[1]) if step[1].isdecimal() else step[1]]
                except TypeError:
                    found = found[step[1]]
            else:
                raise ValueError(f'Unable to convert {path!r} at {rest!r}')  #: 447 raise ValueError('Unable to convert '⏎                 '%r at %r' % (value, rest))
            rest = rest[step.end():]
        return found

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value

    def configure_custom(self, config):
        factory = config.pop('()')
        if not callable(factory):
            factory = self.resolve(factory)  #: 484 c = «self.resolve(c)»
        arguments = {name: config[name] for name in config if name != '.' and valid_ident(name)}  #: 486 kwargs = {k: «config[k]» for k in config if (k != '.' and valid_ident(k))}
        made = factory(**arguments)  #: 487 result = «c(**kwargs)»
        for name, value in (config.pop('.', None) or {}).items():
            setattr(made, name, value)
        return made


class DictConfigurator(BaseConfigurator):
    """Does what a dict says."""

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")  #: 538
        if config['version'] != 1:
            raise ValueError(f'Unsupported version: {config["version"]}')  #: 540 raise ValueError("Unsupported version: %s" % config['version'])
        if config.pop('incremental', False):
            handlers = config.get('handlers', {})
            for name in handlers:
                if (handler := logging.getHandlerByName(name)) is None:
                    raise ValueError(f'No handler found with name {name!r}')  #: 548 raise ValueError('No handler found with '⏎                 'name %r'  % name)
                try:
                    if level := handlers[name].get('level', None):
                        handler.setLevel(logging._checkLevel(level))  #: 556 handler.setLevel(«logging._checkLevel(level)»)
                except Exception as exc:
                    raise ValueError(f'Unable to configure handler {name!r}') from exc  #: 558 raise ValueError('Unable to configure handler '⏎                 '%r' % name) from e
            loggers = config.get('loggers', {})
            for name in loggers:
                try:
                    self.configure_logger(name, loggers[name], True)  #: 563 self.configure_logger(name, loggers[name], True)
                except Exception as exc:
                    raise ValueError(f'Unable to configure logger {name!r}') from exc  #: 565 raise ValueError('Unable to configure logger '⏎                 '%r' % name) from e
            if root := config.get('root', None):
                try:
                    self.configure_root(root, True)  #: 570 self.configure_root(root, True)
                except Exception as exc:
                    raise ValueError('Unable to configure root logger') from exc  #: 572 raise ValueError('Unable to configure root '⏎                 'logger') from e
            return
        keep = config.pop('disable_existing_loggers', True)
        _clear_handlers()
        formatters = config.get('formatters', {})
        for name in formatters:
            try:
                formatters[name] = self.configure_formatter(formatters[name])  #: 583 formatters[name] = «self.configure_formatter(⏎                                    formatters[name])»
            except Exception as exc:
                raise ValueError(f'Unable to configure formatter {name!r}') from exc  #: 586 raise ValueError('Unable to configure '⏎                 'formatter %r' % name) from e
        filters = config.get('filters', {})
        for name in filters:
            try:
                filters[name] = self.configure_filter(filters[name])  #: 592 filters[name] = «self.configure_filter(filters[name])»
            except Exception as exc:
                raise ValueError(f'Unable to configure filter {name!r}') from exc  #: 594 raise ValueError('Unable to configure '⏎                 'filter %r' % name) from e
        # What a handler's configuration refers to is looked for as it is made.
        configs, deferred = config.get('handlers', {}), []
        for name in sorted(configs):
            try:
                self._handler(name, configs[name])  #: 604 handler = «self.configure_handler(handlers[name])»
            except Exception as exc:
                if ' not configured yet' in str(exc.__cause__):
                    deferred.append(name)
                    continue
                raise ValueError(f'Unable to configure handler {name!r}') from exc  #: 611 raise ValueError('Unable to configure handler '⏎                 '%r' % name) from e
        for name in deferred:
            try:
                self._handler(name, configs[name])  #: 617 handler = «self.configure_handler(handlers[name])»
            except Exception as exc:
                raise ValueError(f'Unable to configure handler {name!r}') from exc  #: 621 raise ValueError('Unable to configure handler '⏎                 '%r' % name) from e
        loggers = config.get('loggers', {})
        known = dict(logging.root.manager.loggerDict)
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name])  #: 658
            except Exception as exc:
                raise ValueError(f'Unable to configure logger {name!r}') from exc  #: 660 raise ValueError('Unable to configure logger '⏎                 '%r' % name) from e
        named = set(loggers)
        for name, logger in known.items():
            if isinstance(logger, logging.PlaceHolder):
                continue
            if name not in named and not any(name.startswith(other + '.') for other in named):
                logger.disabled = keep
            elif name not in named:
                logger.level, logger.handlers, logger.propagate = logging.NOTSET, [], True
        root = config.get('root', None)
        if root:
            try:
                self.configure_root(root)  #: 683
            except Exception as exc:
                raise ValueError('Unable to configure root logger') from exc  #: 685 raise ValueError('Unable to configure root '⏎                 'logger') from e

    def configure_formatter(self, config):
        if '()' in config:
            factory = config['()']
            try:
                return self.configure_custom(config)  #: 693 result = «self.configure_custom(config)»
            except TypeError as e:
                if "'format'" not in str(e):
                    raise
            # A formatter calls its first parameter otherwise.
            config['fmt'] = config.pop('format')
            config['()'] = factory
            return self.configure_custom(config)  #: 702 result = «self.configure_custom(config)»
        kind = self.resolve(config['class']) if config.get('class') else logging.Formatter
        more = {'defaults': config['defaults']} if 'defaults' in config else {}
        arguments = config.get('format'), config.get('datefmt'), config.get('style', '%')
        if 'validate' in config:
            return kind(*arguments, config['validate'], **more)  #: 726 result = «c(fmt, dfmt, style, config['validate'], **kwargs)»
        return kind(*arguments, **more)  #: 728 result = «c(fmt, dfmt, style, **kwargs)»

    def configure_filter(self, config):
        if '()' in config:
            return self.configure_custom(config)  #: 735 result = «self.configure_custom(config)»
        return logging.Filter(config.get('name', ''))

    def _handler(self, name, config):  #: in logging/config.py configure_handler
        given = dict(config)
        formatter, level = config.pop('formatter', None), config.pop('level', None)
        filters = config.pop('filters', None)
        if formatter:
            try:
                formatter = self.config['formatters'][formatter]  #: 774 formatter = «self.config['formatters'][formatter]»
            except Exception as exc:
                raise ValueError(f'Unable to set formatter {formatter!r}') from exc  #: 776 raise ValueError('Unable to set formatter '⏎                 '%r' % formatter) from e
        if '()' in config:
            kind = config.pop('()')
            if not callable(kind):
                kind = self.resolve(kind)  #: 783 c = «self.resolve(c)»
        else:
            kind = config.get('class')
            config.pop('class', None)
            if not callable(kind):
                kind = self.resolve(kind)  #: 790 klass = «self.resolve(cname)»
            kinds = sys.modules['logging.handlers']
            if issubclass(kind, kinds.MemoryHandler):
                if 'flushLevel' in config:
                    config['flushLevel'] = logging._checkLevel(config['flushLevel'])
                if 'target' in config:
                    config['target'] = self._made(config['target'], 'target', 'target', config, given)
            elif issubclass(kind, kinds.QueueHandler):
                kind = self._queue_handler(kind, config, given)
            for place in ('mailhost', 'address'):
                # The arguments of those that write to a mail server and to the system's log.
                if place in config and issubclass(kind, kinds.SMTPHandler if place == 'mailhost' else kinds.SysLogHandler):
                    config[place] = self.as_tuple(config[place])
        attributes = config.pop('.', None)
        arguments = {name: config[name] for name in config if name != '.' and valid_ident(name)}  #: 867 kwargs = {k: «config[k]» for k in config if (k != '.' and valid_ident(k))}
        handler = kind(**arguments)  #: 869 result = «factory(**kwargs)»
        for key, value in (attributes or {}).items():
            setattr(handler, key, value)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))  #: 882 result.setLevel(«logging._checkLevel(level)»)
        if filters:
            self.add_filters(handler, filters)  #: 884 self.add_filters(result, filters)
        handler.name = name
        self.config['handlers'][name] = handler

    def _made(self, name, kind, what, config, given):
        """The handler of that name, that another needs: if it is not made yet, the other's turn comes again."""
        try:
            found = self.config['handlers'][name]
            if not isinstance(found, logging.Handler):
                config.update(given)
                raise TypeError(f'{what} not configured yet')
            return found
        except Exception as exc:
            raise ValueError(f'Unable to set {kind} handler {name!r}') from exc

    def _queue_handler(self, kind, config, given):
        """What makes one, and the listener that passes what is queued to other handlers."""
        if 'queue' in config:
            config['queue'] = self._queue_of(config['queue'])
        if 'listener' in config:
            config['listener'] = self._listener_of(config['listener'])
        if 'handlers' in config:
            config['handlers'] = [
                self._made(name, 'required', f'Required handler {name!r} is', config, given) for name in config['handlers']]

        def make(*, queue=None, respect_handler_level=False, listener=None, handlers=(), **others):
            from logging.handlers import QueueListener
            from queue import Queue
            queue = Queue() if queue is None else queue
            listener = (listener or QueueListener)(queue, *handlers, respect_handler_level=respect_handler_level)
            handler = kind(queue, **others)
            handler.listener = listener
            return handler
        return make

    def _queue_of(self, given):
        if isinstance(given, str):
            found = self.resolve(given)
            if not callable(found):
                raise TypeError(f'Invalid queue specifier {given!r}')
            return found()
        if isinstance(given, dict):
            if '()' not in given:
                raise TypeError(f'Invalid queue specifier {given!r}')
            return self.configure_custom(dict(given))
        if not all(callable(getattr(given, name, None)) for name in (
                'empty', 'full', 'get', 'get_nowait', 'put', 'put_nowait', 'join', 'qsize', 'task_done')):
            from multiprocessing.queues import Queue
            if not isinstance(given, Queue):
                raise TypeError(f'Invalid queue specifier {given!r}')
        return given

    def _listener_of(self, given):
        from logging.handlers import QueueListener
        if isinstance(given, (type, str)):
            found = self.resolve(given) if isinstance(given, str) else given
            if isinstance(found, type) and not issubclass(found, QueueListener):
                raise TypeError(f'Invalid listener specifier {given!r}')
        elif isinstance(given, dict) and '()' in given:
            found = self.configure_custom(dict(given))
        else:
            found = None
        if not callable(found):
            raise TypeError(f'Invalid listener specifier {given!r}')
        return found

    def add_filters(self, of, names):
        for name in names:
            try:
                if not callable(filter := name) and not callable(getattr(name, 'filter', None)):
                    filter = self.config['filters'][name]  #: 748 filter_ = «self.config['filters'][f]»
                of.addFilter(filter)
            except Exception as exc:
                raise ValueError(f'Unable to add filter {name!r}') from exc  #: 751 raise ValueError('Unable to add filter %r' % f) from e

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get('level', None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))  #: 905
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        self.add_handlers(logger, config.get('handlers') or ())  #: 912 self.add_handlers(logger, handlers)
        if filters := config.get('filters'):
            self.add_filters(logger, filters)  #: 915 self.add_filters(logger, filters)

    def add_handlers(self, logger, handlers):
        for name in handlers:
            try:
                logger.addHandler(self.config['handlers'][name])  #: 895 logger.addHandler(«self.config['handlers'][h]»)
            except Exception as exc:
                raise ValueError(f'Unable to add handler {name!r}') from exc  #: 897 raise ValueError('Unable to add handler %r' % h) from e

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)  #: 920 self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        if config.get('propagate') is not None:
            logger.propagate = config['propagate']

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.root, config, incremental)  #: 929 self.common_logger_config(root, config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Sets logging up as the dict says."""
    configurator = dictConfigClass(config)  #: 935 «dictConfigClass(config)».configure()
    configurator.configure()  #: 935 dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Sets logging up as a file in configparser's form says."""
    import configparser
    import os
    if isinstance(fname, configparser.RawConfigParser):
        parser = fname
    else:
        if not hasattr(fname, 'readline'):
            if not os.path.exists(fname):
                raise FileNotFoundError(f"{fname} doesn't exist")  #: 66
            if not os.path.getsize(fname):
                raise RuntimeError(f'{fname} is an empty file')
        parser = configparser.ConfigParser(defaults)
        try:
            if hasattr(fname, 'readline'):
                parser.read_file(fname)
            else:
                parser.read(fname, encoding=encoding)
        except configparser.ParsingError as e:
            raise RuntimeError(f'{fname} is invalid: {e}')

    def names(section):
        return [name.strip() for name in parser[section]['keys'].split(',') if name.strip()]

    formatters = {}
    for name in names('formatters'):
        section = parser['formatter_' + name]
        kind = _resolve(section['class']) if section.get('class') else logging.Formatter
        arguments = {'style': section.get('style', '%', raw=True)}
        if 'defaults' in section:
            arguments['defaults'] = eval(section.get('defaults', raw=True), vars(logging))
        formatters[name] = kind(section.get('format', raw=True), section.get('datefmt', raw=True), **arguments)
    _clear_handlers()
    handlers, targets, space = {}, {}, {**vars(logging), 'sys': sys}
    for name in names('handlers'):
        section = parser['handler_' + name]
        if 'handlers.' in section['class']:
            space['handlers'] = _resolve('logging.handlers')
        try:
            kind = eval(section['class'], space)
        except (AttributeError, NameError):
            kind = _resolve(section['class'])
        handler = kind(*eval(section.get('args', '()'), space), **eval(section.get('kwargs', '{}'), space))
        handler.name = name
        if section.get('level'):
            handler.setLevel(section['level'])
        if section.get('formatter'):
            handler.setFormatter(formatters[section['formatter']])
        if section.get('target'):
            targets[handler] = section['target']
        handlers[name] = handler
    for handler, target in targets.items():
        handler.setTarget(handlers[target])

    def fill(logger, section):
        if 'level' in section:
            logger.setLevel(section['level'])
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in section.get('handlers', '').split(','):
            if name.strip():
                logger.addHandler(handlers[name.strip()])

    configured = set()
    for name in names('loggers'):
        section = parser['logger_' + name]
        if name == 'root':
            fill(logging.root, section)
            continue
        logger = logging.getLogger(section['qualname'])
        fill(logger, section)
        logger.propagate = section.getint('propagate', fallback=1)
        logger.disabled = False
        configured.add(logger.name)
    for name, logger in logging.root.manager.loggerDict.items():
        if isinstance(logger, logging.Logger) and name not in configured and \
                not any(name.startswith(other + '.') for other in configured):
            logger.disabled = disable_existing_loggers


def listen(port=DEFAULT_LOGGING_CONFIG_PORT, verify=None):
    """A thread that, started, takes new configurations at a port."""
    from logging._listening import Server
    return Server(port, verify)


def stopListening():
    from logging._listening import stop
    stop()
