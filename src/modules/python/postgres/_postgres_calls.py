"""Calls of functions, windows and names of types as trees."""
from _postgres_errors import missing
from _postgres_words import RESERVED, Reader


class Calls(Reader):
    def call(self, name):
        """What stands behind a function's name: ('call', name, arguments, options)."""
        self.need('(')
        arguments, distinct, order, star, named = [], False, (), False, ()
        if self.take('*'):
            star = True
        elif self.peek() != ')':
            distinct = self.take('distinct')
            if not distinct:
                self.take('all')
            if self.take('variadic'):
                missing('VARIADIC')

            def argument():
                if self.peek(1) == '=>' or self.peek(1) == ':=':
                    named_so = self.label()
                    self.at += 1
                    return 'named', named_so, self.expression()
                return self.expression()
            arguments = self.several(argument)
            if self.take('order', 'by'):
                order = tuple(self.several(self.ordering))
        self.need(')')
        condition = over = None
        if self.take('within', 'group'):
            self.need('(', 'order', 'by')
            order = tuple(self.several(self.ordering))
            self.need(')')
            named = ('within',)
        if self.take('filter'):
            self.need('(', 'where')
            condition = self.expression()
            self.need(')')
        if self.take('over'):
            over = self.window() if self.peek() == '(' else self.name()
        options = None
        if distinct or order or star or condition is not None or over is not None:
            options = distinct, order, star, condition, over, named
        return 'call', name, tuple(arguments), options

    def ordering(self):
        """(tree, descending, nulls first)."""
        of = self.expression()
        descending = self.take('desc')
        if not descending:
            self.take('asc')
        if self.take('using'):
            missing('ORDER BY … USING')
        first = descending
        if self.take('nulls'):
            first = self.one_of('first', 'last') == 'first'
        return of, descending, first

    def window(self):
        """(base, partition, order, frame)."""
        self.need('(')
        base = None
        if self.kind() in ('word', 'quoted') and self.peek() not in ('partition', 'order', 'rows', 'range', 'groups'):
            base = self.name()
        partition = tuple(self.several(self.expression)) if self.take('partition', 'by') else ()
        order = tuple(self.several(self.ordering)) if self.take('order', 'by') else ()
        frame, mode = None, self.one_of('rows', 'range', 'groups')
        if mode:
            if self.take('between'):
                start = self._bound()
                self.need('and')
                frame = mode, start, self._bound()
            else:
                frame = mode, self._bound(), ('current', None)
            if self.take('exclude'):
                missing('EXCLUDE of a frame')
        self.need(')')
        return base, partition, order, frame

    def _bound(self):
        if self.take('current', 'row'):
            return 'current', None
        if self.take('unbounded'):
            return self.one_of('preceding', 'following'), None
        of = self.expression()
        return self.one_of('preceding', 'following'), of

    # --- types ---

    def type_name(self):
        """(name, modifiers, dimensions of an array)."""
        kind, _, name, _ = self.tokens[self.at]
        if kind not in ('word', 'quoted') or kind == 'word' and name in RESERVED:
            self.fail()
        self.at += 1
        if self.take('.'):
            name = self.label()
        modifiers = ()
        if kind == 'word':
            if name == 'double':
                self.need('precision')
                name = 'float8'
            elif name in ('character', 'char', 'nchar') and self.take('varying'):
                name = 'varchar'
            elif name == 'bit':
                missing('bit strings')
        if self.peek() == '(':
            modifiers = tuple(self.parenthesised(self.number))
        if kind == 'word' and name in ('timestamp', 'time'):
            if self.take('with', 'time', 'zone'):
                name += 'tz'
            else:
                self.take('without', 'time', 'zone')
        if name == 'interval' and self.peek() in ('year', 'month', 'day', 'hour', 'minute', 'second'):
            if self.kind(1) != 'end' and self.peek(1) == 'to':
                missing('fields of an interval\'s type')
            modifiers = self.peek(),
            self.at += 1
        dimensions = 0
        while self.peek() == '[' and (self.peek(1) == ']' or self.kind(1) == 'number' and self.peek(2) == ']'):
            self.at += 2 if self.peek(1) == ']' else 3
            dimensions += 1
        if self.take('array'):
            dimensions = 1
        return name, modifiers, dimensions
