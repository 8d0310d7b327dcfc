"""From a command line's words to the values of options and arguments."""
from collections import deque

from click.exceptions import BadArgumentUsage, BadOptionUsage, NoSuchOption, UsageError
from click.utils import FLAG_NEEDS_VALUE, UNSET


def split_opt(opt):
    first = opt[:1]
    if first.isalnum():
        return '', opt
    return (opt[:2], opt[2:]) if opt[1:2] == first else (first, opt[1:])


class Parser:
    """What a command knows; `short` and `long` lead to (option, action, constant)."""

    def __init__(self, ctx):
        self.ctx, self.short, self.long, self.arguments, self.prefixes = ctx, {}, {}, [], {'-', '--'}

    def normal(self, opt):
        fold = self.ctx.token_normalize_func
        prefix, name = split_opt(opt)
        return opt if fold is None else prefix + fold(name)

    def add_option(self, option, opts, action, constant=None):
        for opt in map(self.normal, opts):
            prefix, name = split_opt(opt)
            if not prefix:
                raise ValueError(f'Invalid start character for option ({opt})')
            self.prefixes.add(prefix[0])
            if len(prefix) == len(name) == 1:
                self.short[opt] = option, action, constant
            else:
                self.prefixes.add(prefix)
                self.long[opt] = option, action, constant

    def parse(self, words):
        self.words, self.left, self.values, self.order = deque(words), [], {}, []
        try:
            while self.words:
                word = self.words.popleft()
                if word == '--':
                    break
                if word[:1] in self.prefixes and len(word) > 1:
                    self.option(word)
                elif self.ctx.allow_interspersed_args:
                    self.left.append(word)
                else:
                    self.words.appendleft(word)
                    break
            rest = self.give([*self.left, *self.words])
        except UsageError:
            if not self.ctx.resilient_parsing:
                raise
            rest = self.left
        return self.values, rest, self.order

    # -- options --
    def option(self, word):
        name, equals, value = word.partition('=')
        name = self.normal(name)
        if name in self.long:
            known = self.long[name]
            if not self.takes(known) and equals:
                raise BadOptionUsage(name, f'Option {name!r} does not take a value.')
            if equals:
                self.words.appendleft(value)
            self.process(name, known)
        elif word[:2] not in self.prefixes:
            self.letters(word)
        elif self.ctx.ignore_unknown_options:
            self.left.append(word)
        else:
            raise NoSuchOption(name, possibilities=self.long, ctx=self.ctx)

    def letters(self, word):
        unknown = ''
        for index, letter in enumerate(word[1:], 2):
            name = self.normal(word[0] + letter)
            known = self.short.get(name)
            if known is None:
                if not self.ctx.ignore_unknown_options:
                    raise NoSuchOption(name, ctx=self.ctx)
                unknown += letter
                continue
            takes = self.takes(known)
            if takes and index < len(word):
                self.words.appendleft(word[index:])
            self.process(name, known)
            if takes:
                break
        if unknown:
            self.left.append(word[0] + unknown)

    @staticmethod
    def takes(known):
        return known[1] in ('store', 'append')

    def process(self, name, known):
        option, action, value = known
        if self.takes(known):
            value = self.value(name, option)
        if action == 'count':
            self.values[option.name] = self.values.get(option.name, 0) + 1
        elif action.startswith('append'):
            self.values.setdefault(option.name, []).append(value)
        else:
            self.values[option.name] = value
        self.order.append(option)

    def value(self, name, option):
        count = option.nargs
        if len(self.words) < count:
            if option._flag_needs_value:
                return FLAG_NEEDS_VALUE
            raise BadOptionUsage(name, f'Option {name!r} requires {"an argument" if count == 1 else f"{count} arguments"}.')
        if count != 1:
            return tuple(self.words.popleft() for _ in range(count))
        following = self.words[0]
        if option._flag_needs_value and isinstance(following, str) and following[:1] in self.prefixes and len(following) > 1:
            return FLAG_NEEDS_VALUE
        return self.words.popleft()

    # -- arguments --
    def give(self, words):
        """Deals the words out to the arguments; returns those left over."""
        counts = [argument.nargs for argument in self.arguments]
        greedy = next((index for index, count in enumerate(counts) if count < 0), None)
        if greedy is not None:
            spare = len(words) - sum(count for count in counts if count > 0)
            counts[greedy] = max(spare, 0)
        start = 0
        for index, (argument, count) in enumerate(zip(self.arguments, counts)):
            taken = tuple(words[start:start + count])
            start += len(taken)
            if index == greedy:
                value = taken or UNSET
            elif argument.nargs == 1:
                value = taken[0] if taken else UNSET
            elif taken and len(taken) < count:
                raise BadArgumentUsage(f'Argument {argument.name!r} takes {count} values.')
            else:
                value = taken or UNSET
            self.values[argument.name] = value
            self.order.append(argument)
        return words[start:]
