"""What YAML refuses, and where."""

__all__ = ['Mark', 'YAMLError', 'MarkedYAMLError']
_ENDS = '\0\r\n\x85\u2028\u2029'


class Mark:
    """A place in a text."""

    def __init__(self, name, index, line, column, buffer, pointer):
        self.name, self.index, self.line, self.column, self.buffer, self.pointer = name, index, line, column, buffer, pointer

    def get_snippet(self, indent=4, max_length=75):
        """The line of the place, and what points at it."""
        if self.buffer is None:
            return None
        half, head, tail = max_length / 2 - 1, '', ''
        start = end = self.pointer
        while start > 0 and self.buffer[start - 1] not in _ENDS:
            start -= 1
            if self.pointer - start > half:
                head, start = ' ... ', start + 5
                break
        while end < len(self.buffer) and self.buffer[end] not in _ENDS:
            end += 1
            if end - self.pointer > half:
                tail, end = ' ... ', end - 5
                break
        line = ' ' * indent + head + self.buffer[start:end] + tail
        return f'{line}\n{" " * (indent + self.pointer - start + len(head))}^'

    def __str__(self):
        snippet = self.get_snippet()
        where = f'  in "{self.name}", line {self.line + 1}, column {self.column + 1}'
        return where if snippet is None else f'{where}:\n{snippet}'


class YAMLError(Exception):
    """Something about YAML."""


class MarkedYAMLError(YAMLError):
    """Something wrong at a place."""

    def __init__(self, context=None, context_mark=None, problem=None, problem_mark=None, note=None):
        self.context, self.context_mark, self.problem, self.problem_mark, self.note = (
            context, context_mark, problem, problem_mark, note)

    def __str__(self):
        lines, context, problem = [], self.context_mark, self.problem_mark
        if self.context is not None:
            lines.append(self.context)
        same = problem is not None and context is not None and (context.name, context.line, context.column) == (
            problem.name, problem.line, problem.column)
        if context is not None and not (same and self.problem is not None):
            lines.append(str(context))
        lines += [str(part) for part in (self.problem, problem, self.note) if part is not None]
        return '\n'.join(lines)
