"""What goes wrong with templates."""


class TemplateError(Exception):
    def __init__(self, message=None):
        super().__init__(message)

    @property
    def message(self):
        return self.args[0] if self.args else None


class TemplateNotFound(OSError, LookupError, TemplateError):
    message = None

    def __init__(self, name, message=None):
        OSError.__init__(self, name)
        if message is None:
            from jinja2.runtime import Undefined
            if isinstance(name, Undefined):
                name._fail_with_undefined_error()
            message = name
        self.message, self.name, self.templates = message, name, [name]

    def __str__(self):
        return str(self.message)


class TemplatesNotFound(TemplateNotFound):
    def __init__(self, names=(), message=None):
        if message is None:
            from jinja2.runtime import Undefined
            told = [name._undefined_message if isinstance(name, Undefined) else name for name in names]
            message = f'none of the templates given were found: {", ".join(map(str, told))}'
        super().__init__(names[-1] if names else None, message)
        self.templates = list(names)


class TemplateSyntaxError(TemplateError):
    """A mistake in a template, and where."""

    def __init__(self, message, lineno, name=None, filename=None):
        super().__init__(message)
        self.lineno, self.name, self.filename, self.source, self.translated = lineno, name, filename, None, False

    def __str__(self):
        if self.translated:
            return self.message
        name = self.filename or self.name
        text = f'{self.message}\n  ' + (f'File "{name}", ' if name else '') + f'line {self.lineno}'
        if self.source is not None:
            lines = self.source.splitlines()
            if self.lineno <= len(lines):
                text += '\n    ' + lines[self.lineno - 1].strip()
        return text

    def __reduce__(self):
        return self.__class__, (self.message, self.lineno, self.name, self.filename)


class TemplateAssertionError(TemplateSyntaxError):
    pass


class TemplateRuntimeError(TemplateError):
    pass


class UndefinedError(TemplateRuntimeError):
    pass


class SecurityError(TemplateRuntimeError):
    pass


class FilterArgumentError(TemplateRuntimeError):
    pass
