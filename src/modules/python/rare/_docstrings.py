"""What built-in functions, classes and methods say of themselves, in Loopscope's own words."""
words = dict(line.split(': ', 1) for line in '''\
abs: The size of a number, without its sign.
aiter: The asynchronous iterator of an asynchronous iterable.
all: Whether every item is true; of nothing at all it is.
anext: Awaits the next item of an asynchronous iterator, or gives the default at its end.
any: Whether some item is true; of nothing at all none is.
ascii: The repr with every character beyond ASCII escaped.
bin: An integer in binary, with the prefix 0b.
breakpoint: Calls sys.breakpointhook(), which starts the debugger.
callable: Whether an object can be called.
chr: The character of a code point.
compile: Turns source text or a tree into a code object.
delattr: Deletes an attribute by its name.
dir: The names that there are here, or that an object has, sorted.
divmod: Quotient and remainder as a pair.
eval: Computes an expression that is given as text or code.
exec: Runs statements that are given as text or code.
format: An object as text, laid out by a format specification.
getattr: An attribute by its name; the default, if one is given, where there is none.
globals: The dictionary of the current module's names.
hasattr: Whether an object has an attribute of that name.
hash: The hash of an object; equal objects have equal ones.
help: Shows what is known of an object.
hex: An integer in hexadecimal, with the prefix 0x.
id: A number that no other object has as long as this one lives.
input: Writes a prompt and reads a line, without its end.
isinstance: Whether an object is of a class, of one derived from it, or of one of several.
issubclass: Whether a class is, or is derived from, another one or one of several.
iter: The iterator of an iterable; with a sentinel, of what a callable gives until it gives that.
len: How many items there are.
locals: The local names and their values, as a dictionary.
max: The largest of the items or of the arguments, by a key if one is given.
min: The smallest of the items or of the arguments, by a key if one is given.
next: The next item of an iterator; the default, if one is given, at its end.
oct: An integer in octal, with the prefix 0o.
open: Opens a file and gives a stream of text or bytes.
ord: The code point of a character.
pow: A power; with a third argument, modulo that.
print: Writes its arguments as text, with sep between and end behind them, to file.
repr: An object as text for programmers.
round: A number rounded to so many digits, halves to the even one.
setattr: Sets an attribute by its name.
sorted: A new list of the items in order, by a key and backwards if wanted.
sum: The sum of the items, on top of a start.
vars: An object's __dict__; without one, the local names.
__import__: Imports a module by its name, as the statement does.
__build_class__: Makes a class, as the statement does.
object: What every class is derived from.
type: The class of an object, or a new class.
int: A whole number of any size.
float: A number with a binary fraction, in double precision.
complex: A number with a real and an imaginary part.
bool: True or False; both are integers as well.
str: Text: a sequence of Unicode characters that never changes.
bytes: A sequence of bytes that never changes.
bytearray: A sequence of bytes that can change.
memoryview: The bytes of another object, seen in place.
list: A sequence of any objects that can change.
tuple: A sequence of any objects that never changes.
dict: Values under keys, in the order in which the keys came.
set: Distinct items, in no order.
frozenset: Distinct items that never change.
range: Integers from start to before stop, by a step.
slice: A start, a stop and a step, for what is indexed by them.
enumerate: Pairs of a count and an item.
zip: Tuples of the items that stand at the same place in several iterables.
map: What a function gives for each item.
filter: The items for which a function gives what is true.
reversed: The items of a sequence from the last to the first.
module: A module: the names that its text has bound.
property: An attribute that is computed, set and deleted by functions.
staticmethod: A function in a class that is called without an instance.
classmethod: A function in a class that is called with the class.
super: Attributes as the classes behind one in the method resolution order have them.
BaseException: What all exceptions are derived from.
Exception: What exceptions are derived from that do not leave the program.
ArithmeticError: What goes wrong in computing.
AssertionError: An assertion does not hold.
AttributeError: There is no such attribute.
BlockingIOError: It would have to wait for input or output.
BrokenPipeError: Nobody reads what is written.
BufferError: A buffer cannot be had or changed.
BytesWarning: Texts and bytes are mixed.
ChildProcessError: What goes wrong with a child process.
ConnectionAbortedError: The connection was given up.
ConnectionError: What goes wrong with a connection.
ConnectionRefusedError: Nobody accepts the connection.
ConnectionResetError: The other side has reset the connection.
DeprecationWarning: What will go away, for programmers.
EOFError: The input has come to its end.
EncodingWarning: An encoding is left to the system.
EnvironmentError: What goes wrong with the system.
ExceptionGroup: Several exceptions at once.
BaseExceptionGroup: Several exceptions at once, of any kind.
FileExistsError: The file is there already.
FileNotFoundError: There is no such file.
FloatingPointError: What goes wrong with floating-point numbers.
FutureWarning: What will mean something else.
GeneratorExit: A generator is to end.
IOError: What goes wrong with the system.
ImportError: A module, or a name of it, cannot be imported.
ImportWarning: Something about an import that is probably wrong.
IndentationError: The indentation is wrong.
IndexError: There is no such place in the sequence.
InterruptedError: A signal came in between.
IsADirectoryError: It is a directory.
KeyError: There is no such key.
KeyboardInterrupt: The user has interrupted the program.
LookupError: There is no such place or key.
MemoryError: There is not enough memory.
ModuleNotFoundError: There is no such module.
NameError: There is no such name.
NotADirectoryError: It is no directory.
NotImplementedError: That is still to be written, or to be defined by a subclass.
OSError: What goes wrong with the system.
OverflowError: The result is too large.
PendingDeprecationWarning: What may go away some day.
PermissionError: That is not allowed.
ProcessLookupError: There is no such process.
PythonFinalizationError: The interpreter is about to end.
RecursionError: Calls go too deep.
ReferenceError: What a weak reference referred to is gone.
ResourceWarning: Something was not closed.
RuntimeError: What goes wrong and is of no other kind.
RuntimeWarning: Something doubtful at run time.
StopAsyncIteration: An asynchronous iterator has come to its end.
StopIteration: An iterator has come to its end.
SyntaxError: That is no Python.
SyntaxWarning: Doubtful source text.
SystemError: What goes wrong inside the interpreter.
SystemExit: The program is to end.
TabError: Tabs and spaces are mixed.
TimeoutError: It took too long.
TypeError: An object is of the wrong type.
UnboundLocalError: A local name has no value yet.
UnicodeDecodeError: Bytes are no text in that encoding.
UnicodeEncodeError: A text has no bytes in that encoding.
UnicodeError: What goes wrong with texts and their encodings.
UnicodeTranslateError: A text cannot be translated.
UnicodeWarning: Something doubtful about a text.
UserWarning: What programs warn of.
ValueError: An object is of the right type and has a value that does not fit.
Warning: What all warnings are derived from.
ZeroDivisionError: A number is divided by zero.
str.capitalize: The first character in upper case, the others in lower case.
str.casefold: The text for comparing without regard to case.
str.center: The text in the middle of so many characters.
str.count: How often a text occurs, without overlaps.
str.encode: The bytes of the text in an encoding.
str.endswith: Whether the text ends with a text, or with one of several.
str.expandtabs: The text with spaces in place of tabs.
str.find: Where a text occurs first; -1 if nowhere.
str.format: The text with its replacement fields filled by the arguments.
str.format_map: The text with its replacement fields filled from a mapping.
str.index: Where a text occurs first; a ValueError if nowhere.
str.isalnum: Whether there are only letters and digits, and any at all.
str.isalpha: Whether there are only letters, and any at all.
str.isascii: Whether all characters are of ASCII.
str.isdecimal: Whether there are only decimal digits, and any at all.
str.isdigit: Whether there are only digits, and any at all.
str.isidentifier: Whether it could be a name in Python.
str.islower: Whether all letters are in lower case, and there are any.
str.isnumeric: Whether there are only numeric characters, and any at all.
str.isprintable: Whether repr() would escape none of the characters.
str.isspace: Whether there is only white space, and any at all.
str.istitle: Whether each word begins in upper case and goes on in lower case.
str.isupper: Whether all letters are in upper case, and there are any.
str.join: The texts of an iterable, with this one between each two.
str.ljust: The text at the left of so many characters.
str.lower: The text in lower case.
str.lstrip: The text without white space, or such characters, at its start.
str.maketrans: A table for translate().
str.partition: What stands before a text, that text, and what stands behind it.
str.removeprefix: The text without a prefix, if it has it.
str.removesuffix: The text without a suffix, if it has it.
str.replace: The text with a part replaced wherever it occurs, or so many times.
str.rfind: Where a text occurs last; -1 if nowhere.
str.rindex: Where a text occurs last; a ValueError if nowhere.
str.rjust: The text at the right of so many characters.
str.rpartition: As partition(), by the last occurrence.
str.rsplit: As split(), beginning at the end.
str.rstrip: The text without white space, or such characters, at its end.
str.split: The parts between white space, or between occurrences of a text.
str.splitlines: The lines, with their ends if wanted.
str.startswith: Whether the text begins with a text, or with one of several.
str.strip: The text without white space, or such characters, at both ends.
str.swapcase: Upper case as lower case, and the other way round.
str.title: Each word in upper case at its start and in lower case behind.
str.translate: The text with each character replaced by a table.
str.upper: The text in upper case.
str.zfill: The text with zeros before it, behind a sign.
list.append: Adds an item at the end.
list.clear: Removes all items.
list.copy: A new list of the same items.
list.count: How many items are equal to a value.
list.extend: Adds the items of an iterable at the end.
list.index: The first place of an item that is equal to a value.
list.insert: Puts an item before a place.
list.pop: Removes and gives the item at a place, or the last one.
list.remove: Removes the first item that is equal to a value.
list.reverse: Turns the order round, in place.
list.sort: Puts the items in order, in place, by a key and backwards if wanted.
tuple.count: How many items are equal to a value.
tuple.index: The first place of an item that is equal to a value.
dict.clear: Removes all keys.
dict.copy: A new dictionary with the same keys and values.
dict.fromkeys: A new dictionary with these keys and one value for all.
dict.get: The value of a key; the default where there is none.
dict.items: The pairs of keys and values, as they are at any time.
dict.keys: The keys, as they are at any time.
dict.pop: Removes a key and gives its value; the default, if one is given, where there is none.
dict.popitem: Removes and gives the last pair of key and value.
dict.setdefault: The value of a key, which is put in with the default where there is none.
dict.update: Takes over the keys and values of another mapping, of pairs, and of keywords.
dict.values: The values, as they are at any time.
set.add: Puts an item in.
set.clear: Removes all items.
set.copy: A new set of the same items.
set.difference: The items that are in none of the others.
set.difference_update: Removes the items that are in others.
set.discard: Removes an item, if it is there.
set.intersection: The items that are in all of the others.
set.intersection_update: Keeps the items that are in all of the others.
set.isdisjoint: Whether two sets have no item in common.
set.issubset: Whether another set has all the items.
set.issuperset: Whether it has all items of another set.
set.pop: Removes and gives some item.
set.remove: Removes an item that must be there.
set.symmetric_difference: The items that are in one of two sets only.
set.symmetric_difference_update: Keeps what is in one of two sets only.
set.union: The items of all sets.
set.update: Puts in the items of others.
int.as_integer_ratio: The number and 1.
int.bit_count: How many bits of its size are 1.
int.bit_length: How many bits its size takes.
int.conjugate: The number itself.
int.from_bytes: The number that bytes stand for.
int.is_integer: True.
int.to_bytes: The number as so many bytes.
float.as_integer_ratio: Two integers whose quotient it is.
float.fromhex: The number that a hexadecimal text stands for.
float.hex: The number as a hexadecimal text.
float.is_integer: Whether it has no fraction.
bytes.decode: The text that the bytes are in an encoding.
bytes.fromhex: The bytes that hexadecimal digits stand for.
bytes.hex: The bytes as hexadecimal digits.
math.ceil: The smallest integer that is not less.
math.factorial: The product of all integers from 1 to this one.
math.floor: The largest integer that is not greater.
math.gcd: The greatest common divisor.
math.isclose: Whether two numbers are nearly equal.
math.prod: The product of the items.
math.sqrt: The square root.
time.monotonic: Seconds of a clock that never goes back.
time.perf_counter: Seconds of the clock for measuring how long something takes.
time.sleep: Waits for so many seconds.
time.time: Seconds since 1970.
asyncio.sleep: Waits for so many seconds, while others run, and gives the result.
asyncio.run: Runs a coroutine in a new event loop, to its end.
asyncio.create_task: A task that runs the coroutine beside what runs already.
asyncio.gather: Runs awaitables at the same time and gives their results as a list.
asyncio.wait: Waits until one or all of the tasks are done; gives the done and the pending ones.
asyncio.wait_for: Waits for an awaitable for so long, then cancels it.
asyncio.timeout: A block that may take so long.
asyncio.timeout_at: A block that may take until then.
asyncio.shield: Waits for an awaitable without cancelling it when the one who waits is cancelled.
asyncio.as_completed: Iterates over awaitables as they get done.
asyncio.to_thread: Calls a function in another thread and waits for what it gives.
asyncio.ensure_future: A coroutine as a task; a future as it is.
asyncio.current_task: The task that is running.
asyncio.all_tasks: The tasks of a loop that are not done.
asyncio.get_running_loop: The event loop that is running here.
asyncio.get_event_loop: The event loop that is running here, or the current one.
asyncio.new_event_loop: A new event loop.
asyncio.set_event_loop: Makes an event loop the current one.
asyncio.run_coroutine_threadsafe: Runs a coroutine in the loop of another thread.
asyncio.iscoroutine: Whether an object is a coroutine.
asyncio.iscoroutinefunction: Whether calling an object gives a coroutine.
asyncio.isfuture: Whether an object is a future.
asyncio.wrap_future: A future of asyncio for one of concurrent.futures.
asyncio.Future: A result that there will be.
asyncio.Task: A coroutine that an event loop runs.
asyncio.Lock: A lock for tasks: one holds it at a time.
asyncio.Event: Tasks wait until it is set.
asyncio.Condition: Tasks wait until others notify them.
asyncio.Semaphore: So many tasks hold it at a time.
asyncio.BoundedSemaphore: A semaphore that cannot be released more often than it was acquired.
asyncio.Barrier: Tasks wait until so many of them do.
asyncio.Queue: Items that tasks hand to each other, first in, first out.
asyncio.PriorityQueue: A queue that gives the smallest item first.
asyncio.LifoQueue: A queue that gives the newest item first.
asyncio.TaskGroup: Tasks that are awaited together; if one fails, the others are cancelled.
asyncio.Runner: Runs several coroutines in one event loop.
asyncio.Timeout: A block that may take so long.
asyncio.Lock.acquire: Waits until nobody holds the lock, and takes it.
asyncio.Lock.release: Gives the lock to whoever waits, or to nobody.
asyncio.Lock.locked: Whether somebody holds the lock.
asyncio.Event.set: Lets all go on that wait.
asyncio.Event.clear: From now on tasks wait again.
asyncio.Event.is_set: Whether it is set.
asyncio.Event.wait: Waits until it is set.
asyncio.Queue.put: Puts an item in, once there is room.
asyncio.Queue.get: Waits for an item and takes it out.
asyncio.Queue.put_nowait: Puts an item in; QueueFull if there is no room.
asyncio.Queue.get_nowait: Takes an item out; QueueEmpty if there is none.
asyncio.Queue.task_done: One of the items that were taken out is dealt with.
asyncio.Queue.join: Waits until all items are dealt with.
asyncio.Queue.qsize: How many items there are.
asyncio.Queue.empty: Whether there is no item.
asyncio.Queue.full: Whether there is no room.
'''.splitlines())

# What methods that stand for operators say in all classes, as CPython has it.
_SIGNS = {'add': '+', 'sub': '-', 'mul': '*', 'truediv': '/', 'floordiv': '//', 'mod': '%', 'matmul': '@', 'lshift': '<<',
          'rshift': '>>', 'and': '&', 'xor': '^', 'or': '|'}
for _name, _sign in {**_SIGNS, 'eq': '==', 'ne': '!=', 'lt': '<', 'le': '<=', 'gt': '>', 'ge': '>='}.items():
    words[f'__{_name}__'] = f'Return self{_sign}value.'
for _name, _sign in _SIGNS.items():
    words[f'__r{_name}__'] = f'Return value{_sign}self.'
    words[f'__i{_name}__'] = f'{"Implement" if _name in ("add", "mul") else "Return"} self{_sign}=value.'
for _name in 'hash', 'len', 'repr', 'str':
    words[f'__{_name}__'] = f'Return {_name}(self).'
for _name in 'reduce', 'reduce_ex', 'getstate':
    words[f'__{_name}__'] = 'Helper for pickle.'
for _name, _text in {'neg': '-self', 'pos': '+self', 'invert': '~self', 'abs': 'abs(self)', 'int': 'int(self)',
                     'float': 'float(self)', 'bool': 'True if self else False', 'divmod': 'Return divmod(self, value).',
                     'rdivmod': 'Return divmod(value, self).', 'pow': 'Return pow(self, value, mod).',
                     'rpow': 'Return pow(value, self, mod).', 'getitem': 'Return self[key].', 'iter': 'Implement iter(self).',
                     'setitem': 'Set self[key] to value.', 'delitem': 'Delete self[key].', 'next': 'Implement next(self).',
                     'contains': 'Return bool(key in self).', 'call': 'Call self as a function.',
                     'getattribute': 'Return getattr(self, name).', 'dir': 'Default dir() implementation.',
                     'setattr': 'Implement setattr(self, name, value).', 'delattr': 'Implement delattr(self, name).',
                     'get': 'Return an attribute of instance, which is of type owner.',
                     'set': 'Set an attribute of instance to value.', 'delete': 'Delete an attribute of instance.',
                     'await': 'Return an iterator to be used in await expression.', 'class_getitem': 'See PEP 585',
                     'aiter': 'Return an awaitable, that resolves in asynchronous iterator.',
                     'anext': 'Return a value or raise StopAsyncIteration.', 'sizeof': 'Size of object in memory, in bytes.',
                     'index': 'Return self converted to an integer, if self is suitable for use as an index into a list.',
                     'init': 'Initialize self.  See help(type(self)) for accurate signature.',
                     'new': 'Create and return a new object.  See help(type) for accurate signature.',
                     'format': 'Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.',
                     'init_subclass': 'This method is called when a class is subclassed.\n\nThe default implementation does '
                                      'nothing. It may be\noverridden to extend subclasses.'}.items():
    words[f'__{_name}__'] = _text
