"""Calls commands as a test does: what they print is kept."""
import contextlib
import io
import os
import shlex
import sys

from click import termui
from click.utils import forced


class Result:
    def __init__(self, runner, stdout_bytes, stderr_bytes, output_bytes, return_value, exit_code, exception, exc_info=None):
        self.runner, self.stdout_bytes, self.stderr_bytes, self.output_bytes = runner, stdout_bytes, stderr_bytes, output_bytes
        self.return_value, self.exit_code, self.exception, self.exc_info = return_value, exit_code, exception, exc_info

    def _text(self, data):
        return data.decode(self.runner.charset, 'replace').replace('\r\n', '\n')

    @property
    def output(self):
        return self._text(self.output_bytes)

    @property
    def stdout(self):
        return self._text(self.stdout_bytes)

    @property
    def stderr(self):
        return self._text(self.stderr_bytes)

    def __repr__(self):
        return f'<{type(self).__name__} {repr(self.exception) if self.exception else "okay"}>'


class _Copied(io.BytesIO):
    """Writes elsewhere as well."""

    def __init__(self, other):
        super().__init__()
        self._other = other

    def write(self, data):
        self._other.write(data)
        return super().write(data)


class _Stream(io.TextIOWrapper):
    def __init__(self, buffer, name, mode, **options):
        super().__init__(buffer, **options)
        self._name, self._mode = name, mode

    def close(self):
        pass

    name = property(lambda self: self._name)
    mode = property(lambda self: self._mode)


class CliRunner:
    def __init__(self, charset='utf-8', env=None, echo_stdin=False, catch_exceptions=True, capture='sys'):
        self.charset, self.env, self.echo_stdin, self.catch_exceptions = charset, env or {}, echo_stdin, catch_exceptions

    def get_default_prog_name(self, cli):
        return cli.name or 'root'

    def make_env(self, overrides=None):
        return {**self.env, **(overrides or {})}

    @contextlib.contextmanager
    def isolation(self, input=None, env=None, color=False):
        if hasattr(input, 'read'):
            input = input.read()
        data = input.encode(self.charset) if isinstance(input, str) else input or b''
        both = io.BytesIO()
        out, err = _Copied(both), _Copied(both)
        before = sys.stdin, sys.stdout, sys.stderr, dict(forced), dict(termui.readers)
        sys.stdin = stdin = _Stream(io.BytesIO(data), '<stdin>', 'r', encoding=self.charset)
        sys.stdout = _Stream(out, '<stdout>', 'w', encoding=self.charset)
        sys.stderr = _Stream(err, '<stderr>', 'w', encoding=self.charset, errors='backslashreplace')

        def line():
            text = stdin.readline()
            if not text:
                raise EOFError()
            return text.rstrip('\r\n')

        def visible(text=None):
            sys.stdout.write(text or '')
            value = line()
            sys.stdout.write(f'{value}\n')
            sys.stdout.flush()
            return value

        def hidden(text=None):
            sys.stdout.write(f'{text or ""}\n')
            sys.stdout.flush()
            return line()

        def getchar(echo):
            letter = stdin.read(1)
            if echo:
                sys.stdout.write(letter)
            return letter

        forced.update(ansi=color, width=80)
        termui.readers.update(visible=visible, hidden=hidden, getchar=getchar)
        changes = self.make_env(env)
        saved = {name: os.environ.get(name) for name in changes}
        try:
            _set(changes)
            yield out, err, both
        finally:
            _set(saved)
            sys.stdin, sys.stdout, sys.stderr = before[:3]
            forced.update(before[3])
            termui.readers.update(before[4])

    def invoke(self, cli, args=None, input=None, env=None, catch_exceptions=None, color=False, **extra):
        if catch_exceptions is None:
            catch_exceptions = self.catch_exceptions
        result = exception = exc_info = None
        code = 0
        with self.isolation(input=input, env=env, color=color) as (out, err, both):
            if isinstance(args, str):
                args = shlex.split(args)
            prog_name = extra.pop('prog_name', None) or self.get_default_prog_name(cli)
            try:
                result = cli.main(args=args or (), prog_name=prog_name, **extra)
            except SystemExit as end:
                exc_info = sys.exc_info()
                code = 0 if end.code is None else end.code
                if code != 0:
                    exception = end
                if not isinstance(code, int):
                    sys.stdout.write(f'{code}\n')
                    code = 1
            except Exception as error:
                if not catch_exceptions:
                    raise
                exception, code, exc_info = error, 1, sys.exc_info()
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
        return Result(self, out.getvalue(), err.getvalue(), both.getvalue(), result, code, exception, exc_info)

    @contextlib.contextmanager
    def isolated_filesystem(self, temp_dir=None):
        import shutil
        import tempfile
        before, folder = os.getcwd(), tempfile.mkdtemp(dir=temp_dir)
        os.chdir(folder)
        try:
            yield folder
        finally:
            os.chdir(before)
            if temp_dir is None:
                shutil.rmtree(folder, ignore_errors=True)


def _set(variables):
    for name, value in variables.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
