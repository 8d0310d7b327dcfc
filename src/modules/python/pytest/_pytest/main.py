"""A run: collects tests and runs them."""
import fnmatch
import os
import pathlib
import sys

from . import nodes
from .config_errors import ExitCode, UsageError
from .excinfo import ExceptionInfo
from .fixtures import FixtureManager
from .outcomes import Exit
from .runner import SetupState, collect_one_node


class Interrupted(KeyboardInterrupt):
    __module__ = 'builtins'


class Failed(Exception):
    """The run stops, since enough has failed."""


def children(folder):
    """The nodes of what is in a folder."""
    session = folder.session

    def order(name):
        return (folder.path / '__init__.py').exists() and name != '__init__.py', name
    for name in sorted(os.listdir(folder.path), key=order):
        path = folder.path / name
        if path.is_dir():
            if path not in session._initial_parents and folder.ihook.pytest_ignore_collect(collection_path=path, config=folder.config):
                continue
            yield folder_node(path, folder)
        elif path.is_file():
            if path not in session._initial and folder.ihook.pytest_ignore_collect(collection_path=path, config=folder.config):
                continue
            yield from file_nodes(path, folder)


def folder_node(path, parent):
    from .python import Package
    return (Package if (path / '__init__.py').is_file() else Dir).from_parent(parent, path=path)


def file_nodes(path, parent):
    from .python import Module
    found = []
    for made in parent.ihook.pytest_collect_file(file_path=path, parent=parent):
        found.extend(made if isinstance(made, list) else [made])
    if path.suffix == '.py' and (path in parent.session._initial
                                 or any(fnmatch.fnmatch(path.name, each) for each in parent.config.getini('python_files'))):
        found.append(Module.from_parent(parent, path=path))
    return found


class Dir(nodes.Directory):
    def collect(self):
        return children(self)


class _Wanted:
    """An argument: a path, and names of what is wanted of it."""

    def __init__(self, start, arg):
        base, bracket, rest = arg.partition('[')
        name, *self.names = base.split('::')
        if bracket and not self.names:
            raise UsageError(f'path cannot contain [] parametrization: {arg}')
        self.parameters = bracket + rest if bracket else None
        self.path = pathlib.Path(os.path.abspath(start / name))
        if not self.path.exists():
            raise UsageError(f'file or directory not found: {arg}')
        if self.names and self.path.is_dir():
            raise UsageError(f'directory argument cannot contain :: selection parts: {arg}')

    def within(self, other):
        if other.path != self.path:
            return not other.names and other.path in self.path.parents
        if self.names[:len(other.names)] != other.names:
            return False
        return other.parameters in (None, self.parameters)


class Session(nodes.Collector):
    """The root of what is collected."""
    Interrupted, Failed = Interrupted, Failed

    def __init__(self, config):
        super().__init__(name='', path=config.rootpath, config=config, session=self, nodeid='')
        self.testsfailed = self.testscollected = 0
        self.shouldstop = self.shouldfail = False
        self._initial, self._initial_parents, self._wanted, self._missing = set(), set(), [], []
        self._reports, self.items, self.exitstatus = {}, [], ExitCode.OK
        self._setupstate = SetupState()
        config.session = self
        self._fixturemanager = config.fixturemanager = FixtureManager(self)

    startpath = property(lambda self: self.config.invocation_params.dir)

    def __repr__(self):
        return (f'<Session {self.name} exitstatus={self.exitstatus!r} testsfailed={self.testsfailed} '
                f'testscollected={self.testscollected}>')

    def isinitpath(self, path, *, with_parents=False):
        return pathlib.Path(path) in (self._initial_parents if with_parents else self._initial)

    def count_failure(self, report):
        if report.failed and not hasattr(report, 'wasxfail'):
            self.testsfailed += 1
            most = self.config.option.maxfail
            if most and self.testsfailed >= most:
                self.shouldfail = f'stopping after {self.testsfailed} failures'

    def perform_collect(self, args=None):
        hook, config = self.config.hook, self.config
        self.items = items = []
        try:
            wanted = [_Wanted(self.startpath, arg) for arg in args or config.args]
            if not config.option.keepduplicates:
                wanted = [each for at, each in enumerate(wanted) if not any(
                    each.within(other) and (at > number or not other.within(each)) for number, other in enumerate(wanted) if other is not each)]
            self._wanted = wanted
            self._initial = {each.path for each in wanted}
            self._initial_parents = self._initial | {parent for each in wanted for parent in each.path.parents}
            report = collect_one_node(self)
            hook.pytest_collectreport(report=report)
            if self._missing:
                raise UsageError(*(f'not found: {arg}\n(no match in any of {collectors!r})' if collectors
                                   else f'found no collectors for {arg}' for arg, collectors in self._missing))
            for node in report.result:
                items.extend(self.genitems(node))
            hook.pytest_collection_modifyitems(session=self, config=config, items=items)
        finally:
            self._reports = {}
            hook.pytest_collection_finish(session=self)
        self.testscollected = len(items)
        return items

    def _report_of(self, node):
        """What collecting a node has come to, and whether that was known."""
        known = self._reports.get(node)
        if known is not None:
            return known, True
        self._reports[node] = report = collect_one_node(node)
        return report, False

    def collect(self):
        top, roots = self.config.rootpath, {}
        for wanted in self._wanted:
            chain = [wanted.path]
            for parent in wanted.path.parents:
                if parent != top and top not in parent.parents:
                    break
                chain.insert(0, parent)
            work, matched, failed_at = [(self, [*chain, *wanted.names])], False, []
            while work:
                node, parts = work.pop()
                if not parts:
                    yield node
                    matched = True
                    continue
                if not isinstance(node, nodes.Collector):
                    continue
                if node is self:
                    path = parts[0]
                    if path not in roots:
                        roots[path] = [folder_node(path, self)] if path.is_dir() else file_nodes(path, self)
                    below = roots[path]
                else:
                    report, known = self._report_of(node)
                    if not known and not report.passed:
                        node.ihook.pytest_collectreport(report=report)
                    if not report.passed:
                        continue
                    below = report.result
                found = [each for each in below if _is(each, parts, wanted)]
                work.extend((each, parts[1:]) for each in reversed(found))
                if not found:
                    failed_at.append(node)
            if not matched:
                self._missing.append(('::'.join([str(wanted.path), *wanted.names]), failed_at))

    def genitems(self, node):
        if isinstance(node, nodes.Item):
            node.ihook.pytest_itemcollected(item=node)
            yield node
            return
        report, known = self._report_of(node)
        if report.passed:
            for below in report.result:
                yield from self.genitems(below)
        if not known:
            node.ihook.pytest_collectreport(report=report)


def _is(node, parts, wanted):
    part = parts[0]
    if isinstance(part, pathlib.Path):
        return node.path == part
    if len(parts) > 1:
        return node.name == part
    return node.name == part + wanted.parameters if wanted.parameters is not None else node.name.split('[')[0] == part


def pytest_ignore_collect(collection_path, config):
    if collection_path.name == '__pycache__':
        return True
    given = [pathlib.Path(os.path.abspath(each)) for each in config.option.ignore or ()]
    globs = [os.path.abspath(each) for each in config.option.ignore_glob or ()]
    for module in config.conftests_of(collection_path.parent):
        folder = os.path.dirname(os.path.abspath(module.__file__))
        given += [pathlib.Path(folder) / each for each in getattr(module, 'collect_ignore', ())]
        globs += [f'{folder}/{each}' for each in getattr(module, 'collect_ignore_glob', ())]
    if collection_path in given or any(fnmatch.fnmatch(str(collection_path), each) for each in globs):
        return True
    if collection_path.is_dir():
        if (collection_path / 'pyvenv.cfg').is_file():
            return True
        if any(fnmatch.fnmatch(collection_path.name, each) for each in config.getini('norecursedirs')):
            return True
    return None


def pytest_collection_modifyitems(items, config):
    from .metafunc import reordered
    items[:] = reordered(items)
    prefixes = tuple(config.option.deselect or ())
    if prefixes:
        left = [item for item in items if item.nodeid.startswith(prefixes)]
        if left:
            config.hook.pytest_deselected(items=left)
            items[:] = [item for item in items if item not in left]


def pytest_cmdline_main(config):
    return _session(config)


def _session(config):
    begun, session = 0, None
    try:
        try:
            config.configure()
            session = Session(config)
            begun = 1
            config.terminal.begin(session)
            config.hook.pytest_sessionstart(session=session)
            begun = 2
            session.exitstatus = _all(config, session)
        except BaseException as e:
            if session is None or type(e).__name__ == 'NotSupported':
                raise
            session.exitstatus = next((status for kinds, status in _STATUSES if isinstance(e, kinds)), ExitCode.INTERNAL_ERROR)
            if session.exitstatus == ExitCode.USAGE_ERROR:
                raise
            _tell_end(config, session, e)
    finally:
        if session is not None:
            os.chdir(session.startpath)
        if begun >= 2:
            _finish(config, session)
    return session.exitstatus


# By what a run ends before its time; whatever else it is, it is a fault.
_STATUSES = ((UsageError, ExitCode.USAGE_ERROR), (Failed, ExitCode.TESTS_FAILED), ((KeyboardInterrupt, Exit), ExitCode.INTERRUPTED))


def _tell_end(config, session, exception):
    if session.exitstatus == ExitCode.TESTS_FAILED:
        return
    config.capture.stop_global_capturing()
    info = ExceptionInfo(exception)
    if session.exitstatus == ExitCode.INTERRUPTED:
        given = getattr(exception, 'returncode', None) if isinstance(exception, Exit) else None
        session.exitstatus = ExitCode.INTERRUPTED if given is None else given
        config.terminal.interrupted = info.getrepr(funcargs=True)
        config.hook.pytest_keyboard_interrupt(excinfo=ExceptionInfo(exception))
        return
    for line in str(info.getrepr(funcargs=True, style='long')).split('\n'):
        config.terminal.write_line('INTERNALERROR> ' + line)
    if isinstance(exception, SystemExit):
        sys.stderr.write('mainloop: caught unexpected SystemExit!\n')


def _finish(config, session):
    from .extras import recorded_warnings
    try:
        with recorded_warnings(config):
            session._setupstate.teardown_exact(None)
            config.hook.pytest_sessionfinish(session=session, exitstatus=session.exitstatus)
        config.terminal.finish(session, session.exitstatus)
    except Exit as e:
        if e.returncode is not None:
            session.exitstatus = e.returncode
        sys.stderr.write(f'{type(e).__name__}: {e}\n')


def _all(config, session):
    from .extras import recorded_warnings
    config.terminal.begin_collecting()
    with recorded_warnings(config):
        session.perform_collect()
    with config.logging.live():
        config.hook.pytest_runtestloop(session=session)
        config.terminal.all_run()
    if session.testsfailed:
        return ExitCode.TESTS_FAILED
    return ExitCode.OK if session.testscollected else ExitCode.NO_TESTS_COLLECTED


def pytest_runtestloop(session):
    if session.testsfailed and not session.config.option.continue_on_collection_errors:
        count = session.testsfailed
        raise Interrupted(f'{count} error{"s" if count != 1 else ""} during collection')
    if session.config.option.collectonly:
        return True
    for at, item in enumerate(session.items):
        following = session.items[at + 1] if at + 1 < len(session.items) else None
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        _stop_if_told(session)
    return True


def _stop_if_told(session):
    for kind, told in (Failed, session.shouldfail), (Interrupted, session.shouldstop):
        if told:
            raise kind(told)


def pytest_collectstart(collector):
    _stop_if_told(collector.session)
