"""Async generators of a run: those that are left before they end are closed, cancelled, in a task of the system."""
import sys
import weakref

from trio import _run

_ADVICE = "'async with aclosing(...):'"


def _name(generator):
    module = generator.ag_frame.f_globals['__name__'] if generator.ag_frame is not None else None
    return f'{module}.{generator.__qualname__}' if module else generator.__qualname__


class Generators:
    """Those that have begun, and what is done with one that nobody has any more."""

    def __init__(self, runner):
        self._runner, self._alive, self._foreign, self._before = runner, weakref.WeakSet(), weakref.WeakSet(), None
        self._left, self._abandoned = set(), []

    def watch(self):
        """Stands in place of the loop's own hooks while it runs; what was there before answers for generators of others."""
        if self._before is None:
            self._before = self._runner.hooks
        sys.set_asyncgen_hooks(self._begins, self._ends)

    def _begins(self, generator):
        if _run.in_trio_task():
            self._alive.add(generator)
            return
        self._foreign.add(generator)
        if self._before.firstiter is not None:
            self._before.firstiter(generator)

    def _ends(self, generator):
        if generator in self._foreign:
            self._ends_elsewhere(generator)
            return
        import warnings
        name, runner = _name(generator), self._runner
        self._alive.discard(generator)
        self._abandoned.append((generator, name))
        runner.loop.call_soon(self.close_abandoned)
        warnings.warn(ResourceWarning(
            f'Async generator {name!r} was garbage collected before it had been exhausted. Surround its use in {_ADVICE} to ensure that it '
            "gets cleaned up as soon as you're done using it."), stacklevel=2, source=generator)

    def _ends_elsewhere(self, generator):
        if self._before.finalizer is not None:
            self._before.finalizer(generator)
            return
        try:
            generator.aclose().send(None)
        except StopIteration:
            return
        raise RuntimeError(f'Non-Trio async generator {_name(generator)!r} awaited something during finalization; install a finalization hook '
                           f'to support this, or wrap it in {_ADVICE}')

    def close_abandoned(self):
        runner, abandoned, self._abandoned = self._runner, self._abandoned, []
        for generator, name in abandoned:
            if runner.system._closed:
                self._left.add(generator)
            else:
                runner.spawn(self._close, (generator, name), runner.system, f'close asyncgen {name} (abandoned)', runner.context.copy())

    async def _close(self, generator, name):
        from trio._scopes import CancelScope
        try:
            with CancelScope(shield=True) as scope:
                scope.cancel(reason='disallow async work when closing async generators during trio shutdown')
                await generator.aclose()
        except BaseException:
            import logging
            logging.getLogger('trio.async_generator_errors').exception(
                f'Exception ignored during finalization of async generator %r -- surround your use of the generator in {_ADVICE} to raise '
                "exceptions like this in the context where they're generated", name)

    def remain(self):
        return bool(self._alive or self._left)

    async def close_all(self):
        """Closes those that are left at the end, and those that begin meanwhile."""
        while self.remain():
            batch = [*self._alive, *self._left]
            self._alive, self._left = weakref.WeakSet(), set()
            for generator in batch:
                await self._close(generator, _name(generator))
