"""Programs of the simulated machine that run another: `timeout` and `nohup`."""
import os
import signal
from _command_lines import fail, options, say

_UNITS = {'': 1, 's': 1, 'm': 60, 'h': 3600, 'd': 86400}


def _seconds(text):
    import re
    found = re.fullmatch(r'([0-9]+\.?[0-9]*|\.[0-9]+)([smhd]?)', text)
    if found is None:
        fail('timeout', f'invalid time interval ‘{text}’', 125)
    return float(found[1]) * _UNITS[found[2]]


def _number(text):
    number = int(text) if text.isdigit() else getattr(signal, 'SIG' + text.upper().removeprefix('SIG'), 65)
    if number > 64:
        fail('timeout', f'‘{text}’: invalid signal', 125)
    return number


def _started(name, words, quotes):
    """The program, or the status that says why there is none."""
    import subprocess
    try:
        return subprocess.Popen(words), 0
    except OSError as exc:
        say(f'{name}: failed to run command {quotes[0]}{words[0]}{quotes[1]}: {exc.strerror}')
        return None, 127 if exc.errno == 2 else 126


def _status(code):
    return 128 - code if code < 0 else code


def _end_by(number):
    if number != signal.SIGKILL:
        signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def _timeout(args):
    from subprocess import TimeoutExpired
    count = 0
    while args[count:] and args[count][:1] == '-':
        count += 2 if args[count] in ('-s', '-k', '--signal', '--kill-after') else 1
    long = {'signal': 's', 'kill-after': 'k', 'preserve-status': 'P', 'foreground': 'F', 'verbose': 'v'}
    given, _ = options('timeout', args[:count], 'PFv', 'sk', long, '', 125)
    if len(args) < count + 2:
        say("Try 'timeout --help' for more information.")
        return 125
    seconds, number = _seconds(args[count]), _number(given.get('s', 'TERM'))
    patience = _seconds(given['k'][-1]) if 'k' in given else 0
    process, status = _started('timeout', args[count + 1:], '‘’')
    if process is None:
        return status
    signal.signal(signal.SIGTERM, lambda *_: process.send_signal(signal.SIGTERM))

    def send(number):
        if 'v' in given:
            say(f'timeout: sending signal {signal.Signals(number).name[3:]} to command ‘{args[count + 1]}’')
        process.send_signal(number)
    try:
        code = process.wait(seconds or None)
        if code < 0:
            _end_by(-code)
        return code
    except TimeoutExpired:
        send(number)
    try:
        code = process.wait(patience or None)
    except TimeoutExpired:
        number = signal.SIGKILL
        send(number)
        code = process.wait()
    if number == signal.SIGKILL:
        # It goes to all of the group, and so to who sends it.
        _end_by(number)
    return _status(code) if 'P' in given else 124


def _nohup(args):
    words = args[1:] if args[:1] == ['--'] else args
    if not words:
        fail('nohup', 'missing operand', 125)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    process, status = _started('nohup', words, "''")
    return _status(process.wait()) if process is not None else status


PROGRAMS = {'timeout': _timeout, 'nohup': _nohup}
