//! Generated from CPython 3.13.0's Lib/asyncio: the places that show in tracebacks, by what stands there.

use crate::objects::library_site::Site;

pub static NO_CURRENT_LOOP: Site = Site {
    file: "<stdlib>/asyncio/events.py",
    function: "get_event_loop",
    line: 716,
    end_line: 717,
    column: 12,
    end_column: 65,
    text: &[
        "            raise RuntimeError('There is no current event loop in thread %r.'",
        "                               % threading.current_thread().name)",
    ],
};
pub static RUN: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "run",
    line: 194,
    end_line: 194,
    column: 15,
    end_column: 31,
    text: &["        return runner.run(main)"],
};
pub static RUNNER_ASYNCGENS: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "close",
    line: 71,
    end_line: 71,
    column: 12,
    end_column: 62,
    text: &["            loop.run_until_complete(loop.shutdown_asyncgens())"],
};
pub static RUNNER_EXECUTOR: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "close",
    line: 72,
    end_line: 73,
    column: 12,
    end_column: 78,
    text: &[
        "            loop.run_until_complete(",
        "                loop.shutdown_default_executor(constants.THREAD_JOIN_TIMEOUT))",
    ],
};
pub static RUN_RUNNING: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "run",
    line: 190,
    end_line: 191,
    column: 8,
    end_column: 71,
    text: &["        raise RuntimeError(", "            \"asyncio.run() cannot be called from a running event loop\")"],
};
pub static RUNNER_RUN: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "run",
    line: 118,
    end_line: 118,
    column: 19,
    end_column: 54,
    text: &["            return self._loop.run_until_complete(task)"],
};
pub static RUNNER_RUN_INTERRUPTED: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "run",
    line: 123,
    end_line: 123,
    column: 20,
    end_column: 45,
    text: &["                    raise KeyboardInterrupt()"],
};
pub static RUNNER_RUN_NO_COROUTINE: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "run",
    line: 89,
    end_line: 89,
    column: 12,
    end_column: 79,
    text: &["            raise ValueError(\"a coroutine was expected, got {!r}\".format(coro))"],
};
pub static RUNNER_RUN_RUNNING: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "run",
    line: 93,
    end_line: 94,
    column: 12,
    end_column: 74,
    text: &[
        "            raise RuntimeError(",
        "                \"Runner.run() cannot be called from a running event loop\")",
    ],
};
pub static DEFAULT_HANDLER_FAILED: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_exception_handler",
    line: 1891,
    end_line: 1892,
    column: 16,
    end_column: 43,
    text: &[
        "                logger.error('Exception in default exception handler',",
        "                             exc_info=True)",
    ],
};
pub static CALL_HANDLER: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_exception_handler",
    line: 1910,
    end_line: 1910,
    column: 20,
    end_column: 58,
    text: &["                    self._exception_handler(self, context)"],
};
pub static CALL_HANDLER_IN_CONTEXT: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_exception_handler",
    line: 1908,
    end_line: 1908,
    column: 20,
    end_column: 67,
    text: &["                    ctx.run(self._exception_handler, self, context)"],
};
/// `BaseEventLoop.__del__`
pub static UNCLOSED: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "__del__",
    line: 760,
    end_line: 760,
    column: 12,
    end_column: 77,
    text: &["            _warn(f\"unclosed event loop {self!r}\", ResourceWarning, source=self)"],
};
pub static RESULT: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_until_complete",
    line: 721,
    end_line: 721,
    column: 15,
    end_column: 30,
    text: &["        return future.result()"],
};
pub static UNTIL_FOREVER: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_until_complete",
    line: 708,
    end_line: 708,
    column: 12,
    end_column: 30,
    text: &["            self.run_forever()"],
};
pub static UNTIL_CHECK_CLOSED: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_until_complete",
    line: 696,
    end_line: 696,
    column: 8,
    end_column: 28,
    text: &["        self._check_closed()"],
};
pub static UNTIL_CHECK_RUNNING: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_until_complete",
    line: 697,
    end_line: 697,
    column: 8,
    end_column: 29,
    text: &["        self._check_running()"],
};
pub static UNTIL_STOPPED: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_until_complete",
    line: 719,
    end_line: 719,
    column: 12,
    end_column: 77,
    text: &["            raise RuntimeError('Event loop stopped before Future completed.')"],
};
pub static CHECK_CLOSED: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_check_closed",
    line: 552,
    end_line: 552,
    column: 12,
    end_column: 54,
    text: &["            raise RuntimeError('Event loop is closed')"],
};
pub static CHECK_RUNNING: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_check_running",
    line: 633,
    end_line: 633,
    column: 12,
    end_column: 68,
    text: &["            raise RuntimeError('This event loop is already running')"],
};
pub static CHECK_OTHER_RUNNING: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_check_running",
    line: 635,
    end_line: 636,
    column: 12,
    end_column: 74,
    text: &[
        "            raise RuntimeError(",
        "                'Cannot run the event loop while another loop is running')",
    ],
};
pub static FOREVER_SETUP: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_forever",
    line: 677,
    end_line: 677,
    column: 12,
    end_column: 37,
    text: &["            self._run_forever_setup()"],
};
pub static SETUP_CLOSED: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_run_forever_setup",
    line: 645,
    end_line: 645,
    column: 8,
    end_column: 28,
    text: &["        self._check_closed()"],
};
pub static SETUP_RUNNING: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_run_forever_setup",
    line: 646,
    end_line: 646,
    column: 8,
    end_column: 29,
    text: &["        self._check_running()"],
};
pub static SLEEP_NO_LOOP: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "sleep",
    line: 712,
    end_line: 712,
    column: 11,
    end_column: 36,
    text: &["    loop = events.get_running_loop()"],
};
pub static WAIT_NO_LOOP: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait",
    line: 450,
    end_line: 450,
    column: 11,
    end_column: 36,
    text: &["    loop = events.get_running_loop()"],
};
pub static GROUP_NO_LOOP: Site = Site {
    file: "<stdlib>/asyncio/taskgroups.py",
    function: "__aenter__",
    line: 59,
    end_line: 59,
    column: 25,
    end_column: 50,
    text: &["            self._loop = events.get_running_loop()"],
};
pub static TIMEOUT_NO_LOOP: Site = Site {
    file: "<stdlib>/asyncio/timeouts.py",
    function: "timeout",
    line: 161,
    end_line: 161,
    column: 11,
    end_column: 36,
    text: &["    loop = events.get_running_loop()"],
};
pub static TO_THREAD_NO_LOOP: Site = Site {
    file: "<stdlib>/asyncio/threads.py",
    function: "to_thread",
    line: 22,
    end_line: 22,
    column: 11,
    end_column: 36,
    text: &["    loop = events.get_running_loop()"],
};
pub static FOREVER: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_forever",
    line: 679,
    end_line: 679,
    column: 16,
    end_column: 32,
    text: &["                self._run_once()"],
};
pub static RUN_ONCE: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_run_once",
    line: 2027,
    end_line: 2027,
    column: 16,
    end_column: 29,
    text: &["                handle._run()"],
};
pub static RUN_ONCE_RELEASE: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_run_once",
    line: 2028,
    end_line: 2028,
    column: 8,
    end_column: 21,
    text: &["        handle = None  # Needed to break cycles when an exception occurs."],
};
pub static RUN_ONCE_SELECT: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_run_once",
    line: 1989,
    end_line: 1989,
    column: 21,
    end_column: 51,
    text: &["        event_list = self._selector.select(timeout)"],
};
pub static SELECTOR_POLL: Site = Site {
    file: "<stdlib>/selectors.py",
    function: "select",
    line: 452,
    end_line: 452,
    column: 32,
    end_column: 68,
    text: &["                fd_event_list = self._selector.poll(timeout, max_ev)"],
};
pub static HANDLE_RUN: Site = Site {
    file: "<stdlib>/asyncio/events.py",
    function: "_run",
    line: 89,
    end_line: 89,
    column: 12,
    end_column: 58,
    text: &["            self._context.run(self._callback, *self._args)"],
};
pub static CLOSE: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "close",
    line: 746,
    end_line: 746,
    column: 8,
    end_column: 27,
    text: &["        self._ready.clear()"],
};
pub static SLEEP: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "sleep",
    line: 718,
    end_line: 718,
    column: 15,
    end_column: 27,
    text: &["        return await future"],
};
pub static SLEEP_ZERO: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "sleep",
    line: 706,
    end_line: 706,
    column: 8,
    end_column: 24,
    text: &["        await __sleep0()"],
};
pub static SLEEP_YIELD: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "__sleep0",
    line: 700,
    end_line: 700,
    column: 4,
    end_column: 9,
    text: &["    yield"],
};
pub static WAIT_FOR: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait_for",
    line: 507,
    end_line: 507,
    column: 15,
    end_column: 24,
    text: &["        return await fut"],
};
pub static WAIT_FOR_CANCEL: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait_for",
    line: 500,
    end_line: 500,
    column: 8,
    end_column: 35,
    text: &["        await _cancel_and_wait(fut)"],
};
pub static CANCEL_AND_WAIT: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "_cancel_and_wait",
    line: 565,
    end_line: 565,
    column: 8,
    end_column: 20,
    text: &["        await waiter"],
};
pub static WAIT_FOR_TIMEOUT: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait_for",
    line: 506,
    end_line: 506,
    column: 15,
    end_column: 40,
    text: &["    async with timeouts.timeout(timeout):"],
};
pub static WAIT_FOR_NOW: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait_for",
    line: 504,
    end_line: 504,
    column: 12,
    end_column: 39,
    text: &["            raise TimeoutError from exc"],
};
pub static WAIT_FOR_RESULT: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait_for",
    line: 502,
    end_line: 502,
    column: 19,
    end_column: 31,
    text: &["            return fut.result()"],
};
pub static TIMEOUT_EXIT: Site = Site {
    file: "<stdlib>/asyncio/timeouts.py",
    function: "__aexit__",
    line: 116,
    end_line: 116,
    column: 20,
    end_column: 51,
    text: &["                    raise TimeoutError from exc_val"],
};
pub static TO_THREAD: Site = Site {
    file: "<stdlib>/asyncio/threads.py",
    function: "to_thread",
    line: 25,
    end_line: 25,
    column: 11,
    end_column: 54,
    text: &["    return await loop.run_in_executor(None, func_call)"],
};
pub static WAIT: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait",
    line: 451,
    end_line: 451,
    column: 11,
    end_column: 54,
    text: &["    return await _wait(fs, timeout, return_when, loop)"],
};
pub static WAIT_WAITER: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "_wait",
    line: 537,
    end_line: 537,
    column: 8,
    end_column: 20,
    text: &["        await waiter"],
};
pub static WAIT_COROUTINES: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait",
    line: 448,
    end_line: 448,
    column: 8,
    end_column: 81,
    text: &["        raise TypeError(\"Passing coroutines is forbidden, use tasks explicitly.\")"],
};
pub static WAIT_EMPTY: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait",
    line: 441,
    end_line: 441,
    column: 8,
    end_column: 58,
    text: &["        raise ValueError('Set of Tasks/Futures is empty.')"],
};
pub static ONE_GET: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "_wait_for_one",
    line: 630,
    end_line: 630,
    column: 12,
    end_column: 34,
    text: &["        f = await self._done.get()"],
};
pub static ONE_TIMEOUT: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "_wait_for_one",
    line: 633,
    end_line: 633,
    column: 12,
    end_column: 41,
    text: &["            raise exceptions.TimeoutError"],
};
pub static ONE_RESULT: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "_wait_for_one",
    line: 634,
    end_line: 634,
    column: 15,
    end_column: 25,
    text: &["        return f.result() if resolve else f"],
};
pub static QUEUE_GET_CANCEL: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "get",
    line: 188,
    end_line: 188,
    column: 16,
    end_column: 31,
    text: &["                getter.cancel()  # Just in case getter is not done yet."],
};
pub static QUEUE_PUT_CANCEL: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "put",
    line: 141,
    end_line: 141,
    column: 16,
    end_column: 31,
    text: &["                putter.cancel()  # Just in case putter is not done yet."],
};
pub static QUEUE_GET: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "get",
    line: 186,
    end_line: 186,
    column: 16,
    end_column: 28,
    text: &["                await getter"],
};
pub static QUEUE_GET_SHUT_DOWN: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "get",
    line: 182,
    end_line: 182,
    column: 16,
    end_column: 35,
    text: &["                raise QueueShutDown"],
};
pub static QUEUE_PUT: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "put",
    line: 139,
    end_line: 139,
    column: 16,
    end_column: 28,
    text: &["                await putter"],
};
pub static QUEUE_PUT_SHUT_DOWN: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "put",
    line: 135,
    end_line: 135,
    column: 16,
    end_column: 35,
    text: &["                raise QueueShutDown"],
};
pub static QUEUE_PUT_NOWAIT: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "put",
    line: 154,
    end_line: 154,
    column: 15,
    end_column: 36,
    text: &["        return self.put_nowait(item)"],
};
pub static GET_LOOP: Site = Site {
    file: "<stdlib>/asyncio/mixins.py",
    function: "_get_loop",
    line: 20,
    end_line: 20,
    column: 12,
    end_column: 78,
    text: &["            raise RuntimeError(f'{self!r} is bound to a different event loop')"],
};
pub static LOCK_FUTURE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "acquire",
    line: 105,
    end_line: 105,
    column: 14,
    end_column: 30,
    text: &["        fut = self._get_loop().create_future()"],
};
pub static EVENT_FUTURE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "wait",
    line: 210,
    end_line: 210,
    column: 14,
    end_column: 30,
    text: &["        fut = self._get_loop().create_future()"],
};
pub static CONDITION_FUTURE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "wait",
    line: 266,
    end_line: 266,
    column: 14,
    end_column: 30,
    text: &["        fut = self._get_loop().create_future()"],
};
pub static SEMAPHORE_FUTURE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "acquire",
    line: 402,
    end_line: 402,
    column: 14,
    end_column: 30,
    text: &["        fut = self._get_loop().create_future()"],
};
pub static PUTTER: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "put",
    line: 136,
    end_line: 136,
    column: 21,
    end_column: 37,
    text: &["            putter = self._get_loop().create_future()"],
};
pub static GETTER: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "get",
    line: 183,
    end_line: 183,
    column: 21,
    end_column: 37,
    text: &["            getter = self._get_loop().create_future()"],
};
pub static HEAP_PUT: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "_put",
    line: 292,
    end_line: 292,
    column: 8,
    end_column: 35,
    text: &["        heappush(self._queue, item)"],
};
pub static HEAP_GET: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "_get",
    line: 295,
    end_line: 295,
    column: 15,
    end_column: 35,
    text: &["        return heappop(self._queue)"],
};
pub static QUEUE_OWN_PUT: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "put_nowait",
    line: 167,
    end_line: 167,
    column: 8,
    end_column: 23,
    text: &["        self._put(item)"],
};
pub static QUEUE_OWN_GET: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "get_nowait",
    line: 215,
    end_line: 215,
    column: 15,
    end_column: 26,
    text: &["        item = self._get()"],
};
pub static QUEUE_GET_NOWAIT: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "get",
    line: 201,
    end_line: 201,
    column: 15,
    end_column: 32,
    text: &["        return self.get_nowait()"],
};
pub static DEFAULT_EXECUTOR: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "set_default_executor",
    line: 901,
    end_line: 901,
    column: 12,
    end_column: 75,
    text: &["            raise TypeError('executor must be ThreadPoolExecutor instance')"],
};
pub static GATHER_FIND: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "gather",
    line: 883,
    end_line: 883,
    column: 11,
    end_column: 32,
    text: &["        if arg not in arg_to_fut:"],
};
pub static GATHER_ENSURE: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "gather",
    line: 884,
    end_line: 884,
    column: 18,
    end_column: 47,
    text: &["            fut = ensure_future(arg, loop=loop)"],
};
pub static ENSURE_OTHER_LOOP: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "ensure_future",
    line: 730,
    end_line: 731,
    column: 12,
    end_column: 69,
    text: &[
        "            raise ValueError('The future belongs to a different loop than '",
        "                            'the one specified as the loop argument')",
    ],
};
pub static ENSURE_REFUSED: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "ensure_future",
    line: 742,
    end_line: 743,
    column: 12,
    end_column: 42,
    text: &[
        "            raise TypeError('An asyncio.Future, a coroutine or an awaitable '",
        "                            'is required')",
    ],
};
pub static WAIT_REFUSED: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait",
    line: 439,
    end_line: 439,
    column: 8,
    end_column: 77,
    text: &["        raise TypeError(f\"expect a list of futures, not {type(fs).__name__}\")"],
};
pub static AS_COMPLETED_REFUSED: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "as_completed",
    line: 684,
    end_line: 686,
    column: 8,
    end_column: 9,
    text: &[
        "        raise TypeError(",
        "            f\"expects an iterable of awaitables, not {type(fs).__name__}\"",
        "        )",
    ],
};
pub static SHIELD_ENSURE: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "shield",
    line: 951,
    end_line: 951,
    column: 12,
    end_column: 30,
    text: &["    inner = ensure_future(arg)"],
};
pub static SLEEP_COMPARE: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "sleep",
    line: 705,
    end_line: 705,
    column: 7,
    end_column: 17,
    text: &["    if delay <= 0:"],
};
pub static CALL_LATER_NONE: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_later",
    line: 794,
    end_line: 794,
    column: 12,
    end_column: 53,
    text: &["            raise TypeError('delay must not be None')"],
};
pub static UNTIL_ENSURE: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_until_complete",
    line: 700,
    end_line: 700,
    column: 17,
    end_column: 55,
    text: &["        future = tasks.ensure_future(future, loop=self)"],
};
pub static LOOP_TASK: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "create_task",
    line: 469,
    end_line: 469,
    column: 19,
    end_column: 74,
    text: &["            task = tasks.Task(coro, loop=self, name=name, context=context)"],
};
pub static AS_COMPLETED: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "as_completed",
    line: 688,
    end_line: 688,
    column: 11,
    end_column: 44,
    text: &["    return _AsCompletedIterator(fs, timeout)"],
};
pub static AS_COMPLETED_TODO: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "__init__",
    line: 582,
    end_line: 582,
    column: 16,
    end_column: 64,
    text: &["        todo = {ensure_future(aw, loop=loop) for aw in set(aws)}"],
};
pub static FACTORY_TASK: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "create_task",
    line: 475,
    end_line: 475,
    column: 23,
    end_column: 53,
    text: &["                task = self._task_factory(self, coro)"],
};
pub static FACTORY_TASK_IN: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "create_task",
    line: 477,
    end_line: 477,
    column: 23,
    end_column: 70,
    text: &["                task = self._task_factory(self, coro, context=context)"],
};
pub static EAGER_TASK: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "factory",
    line: 1027,
    end_line: 1028,
    column: 15,
    end_column: 76,
    text: &[
        "        return custom_task_constructor(",
        "            coro, loop=loop, name=name, context=context, eager_start=True)",
    ],
};
pub static QUEUE_FULL: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "put_nowait",
    line: 166,
    end_line: 166,
    column: 12,
    end_column: 27,
    text: &["            raise QueueFull"],
};
pub static QUEUE_NOWAIT_SHUT_DOWN: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "put_nowait",
    line: 164,
    end_line: 164,
    column: 12,
    end_column: 31,
    text: &["            raise QueueShutDown"],
};
pub static QUEUE_EMPTY: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "get_nowait",
    line: 214,
    end_line: 214,
    column: 12,
    end_column: 28,
    text: &["            raise QueueEmpty"],
};
pub static QUEUE_EMPTY_SHUT_DOWN: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "get_nowait",
    line: 213,
    end_line: 213,
    column: 16,
    end_column: 35,
    text: &["                raise QueueShutDown"],
};
pub static TASK_DONE: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "task_done",
    line: 237,
    end_line: 237,
    column: 12,
    end_column: 65,
    text: &["            raise ValueError('task_done() called too many times')"],
};
pub static JOIN: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "join",
    line: 251,
    end_line: 251,
    column: 12,
    end_column: 39,
    text: &["            await self._finished.wait()"],
};
pub static LOCK_ENTER: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "__aenter__",
    line: 14,
    end_line: 14,
    column: 8,
    end_column: 28,
    text: &["        await self.acquire()"],
};
pub static LOCK_EXIT: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "__aexit__",
    line: 20,
    end_line: 20,
    column: 8,
    end_column: 22,
    text: &["        self.release()"],
};
pub static LOCK_ACQUIRE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "acquire",
    line: 110,
    end_line: 110,
    column: 16,
    end_column: 25,
    text: &["                await fut"],
};
pub static LOCK_RELEASE_WAKE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "release",
    line: 140,
    end_line: 140,
    column: 12,
    end_column: 33,
    text: &["            self._wake_up_first()"],
};
pub static LOCK_WAKE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "_wake_up_first",
    line: 155,
    end_line: 155,
    column: 12,
    end_column: 32,
    text: &["            fut.set_result(True)"],
};
pub static SEMAPHORE_RELEASE_WAKE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "release",
    line: 435,
    end_line: 435,
    column: 8,
    end_column: 28,
    text: &["        self._wake_up_next()"],
};
pub static SEMAPHORE_WAKE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "_wake_up_next",
    line: 445,
    end_line: 445,
    column: 16,
    end_column: 36,
    text: &["                fut.set_result(True)"],
};
pub static EVENT_SET_WAKE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "set",
    line: 192,
    end_line: 192,
    column: 20,
    end_column: 40,
    text: &["                    fut.set_result(True)"],
};
pub static NOTIFY_WAITERS: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "notify",
    line: 331,
    end_line: 331,
    column: 8,
    end_column: 23,
    text: &["        self._notify(n)"],
};
pub static NOTIFY_WAKE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "_notify",
    line: 341,
    end_line: 341,
    column: 16,
    end_column: 37,
    text: &["                fut.set_result(False)"],
};
pub static QUEUE_PUT_WAKE: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "put_nowait",
    line: 170,
    end_line: 170,
    column: 8,
    end_column: 40,
    text: &["        self._wakeup_next(self._getters)"],
};
pub static QUEUE_GET_WAKE: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "get_nowait",
    line: 216,
    end_line: 216,
    column: 8,
    end_column: 40,
    text: &["        self._wakeup_next(self._putters)"],
};
pub static QUEUE_WAKE: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "_wakeup_next",
    line: 76,
    end_line: 76,
    column: 16,
    end_column: 39,
    text: &["                waiter.set_result(None)"],
};
pub static LOCK_RELEASE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "release",
    line: 142,
    end_line: 142,
    column: 12,
    end_column: 55,
    text: &["            raise RuntimeError('Lock is not acquired.')"],
};
pub static EVENT_WAIT: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "wait",
    line: 213,
    end_line: 213,
    column: 12,
    end_column: 21,
    text: &["            await fut"],
};
pub static CONDITION_WAIT: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "wait",
    line: 272,
    end_line: 272,
    column: 20,
    end_column: 29,
    text: &["                    await fut"],
};
pub static CONDITION_NOTIFY_OTHER: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "wait",
    line: 300,
    end_line: 300,
    column: 12,
    end_column: 27,
    text: &["            self._notify(1)"],
};
pub static CONDITION_LOCKED: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "__init__",
    line: 235,
    end_line: 235,
    column: 22,
    end_column: 33,
    text: &["        self.locked = lock.locked"],
};
pub static CONDITION_ACQUIRE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "__init__",
    line: 236,
    end_line: 236,
    column: 23,
    end_column: 35,
    text: &["        self.acquire = lock.acquire"],
};
pub static CONDITION_UNLOCKED: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "wait",
    line: 264,
    end_line: 264,
    column: 12,
    end_column: 65,
    text: &["            raise RuntimeError('cannot wait on un-acquired lock')"],
};
pub static CONDITION_NOTIFY: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "notify",
    line: 330,
    end_line: 330,
    column: 12,
    end_column: 67,
    text: &["            raise RuntimeError('cannot notify on un-acquired lock')"],
};
pub static SEMAPHORE_ACQUIRE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "acquire",
    line: 407,
    end_line: 407,
    column: 16,
    end_column: 25,
    text: &["                await fut"],
};
pub static SEMAPHORE_RELEASE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "release",
    line: 464,
    end_line: 464,
    column: 12,
    end_column: 72,
    text: &["            raise ValueError('BoundedSemaphore released too many times')"],
};
pub static BARRIER_BLOCK: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "wait",
    line: 519,
    end_line: 519,
    column: 12,
    end_column: 31,
    text: &["            await self._block() # Block while the barrier drains or resets."],
};
pub static BARRIER_BLOCKED: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "_block",
    line: 548,
    end_line: 548,
    column: 12,
    end_column: 66,
    text: &["            raise exceptions.BrokenBarrierError(\"Barrier aborted\")"],
};
pub static BARRIER_WAIT: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "wait",
    line: 527,
    end_line: 527,
    column: 20,
    end_column: 38,
    text: &["                    await self._wait()"],
};
pub static BARRIER_FILLING: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "_wait",
    line: 564,
    end_line: 564,
    column: 8,
    end_column: 83,
    text: &["        await self._cond.wait_for(lambda: self._state is not _BarrierState.FILLING)"],
};
pub static BARRIER_BROKEN: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "_wait",
    line: 567,
    end_line: 567,
    column: 12,
    end_column: 76,
    text: &["            raise exceptions.BrokenBarrierError(\"Abort or reset of barrier\")"],
};
pub static CONDITION_WAIT_FOR: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "wait_for",
    line: 313,
    end_line: 313,
    column: 12,
    end_column: 29,
    text: &["            await self.wait()"],
};
pub static WAIT_FOR_SIGN: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait_for",
    line: 494,
    end_line: 494,
    column: 31,
    end_column: 43,
    text: &["    if timeout is not None and timeout <= 0:"],
};
pub static CALL_SOON_THREAD: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_soon",
    line: 831,
    end_line: 831,
    column: 12,
    end_column: 32,
    text: &["            self._check_thread()"],
};
pub static CALL_SOON_CHECK: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_soon",
    line: 832,
    end_line: 832,
    column: 12,
    end_column: 55,
    text: &["            self._check_callback(callback, 'call_soon')"],
};
pub static CALL_AT_THREAD: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_at",
    line: 810,
    end_line: 810,
    column: 12,
    end_column: 32,
    text: &["            self._check_thread()"],
};
pub static CALL_AT_CHECK: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_at",
    line: 811,
    end_line: 811,
    column: 12,
    end_column: 53,
    text: &["            self._check_callback(callback, 'call_at')"],
};
pub static THREADSAFE_CHECK: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_soon_threadsafe",
    line: 876,
    end_line: 876,
    column: 12,
    end_column: 66,
    text: &["            self._check_callback(callback, 'call_soon_threadsafe')"],
};
pub static EXECUTOR_REFUSED: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_in_executor",
    line: 886,
    end_line: 886,
    column: 12,
    end_column: 57,
    text: &["            self._check_callback(func, 'run_in_executor')"],
};
pub static CHECK_THREAD: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_check_thread",
    line: 868,
    end_line: 870,
    column: 12,
    end_column: 39,
    text: &[
        "            raise RuntimeError(",
        "                \"Non-thread-safe operation invoked on an event loop other \"",
        "                \"than the current one\")",
    ],
};
pub static CHECK_COROUTINE: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_check_callback",
    line: 841,
    end_line: 842,
    column: 12,
    end_column: 61,
    text: &["            raise TypeError(", "                f\"coroutines cannot be used with {method}()\")"],
};
pub static CHECK_CALLABLE: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_check_callback",
    line: 844,
    end_line: 846,
    column: 12,
    end_column: 36,
    text: &[
        "            raise TypeError(",
        "                f'a callable object was expected by {method}(), '",
        "                f'got {callback!r}')",
    ],
};
pub static CALL_SOON_CLOSED: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_soon",
    line: 829,
    end_line: 829,
    column: 8,
    end_column: 28,
    text: &["        self._check_closed()"],
};
pub static CALL_AT_CLOSED: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_at",
    line: 808,
    end_line: 808,
    column: 8,
    end_column: 28,
    text: &["        self._check_closed()"],
};
pub static CALL_LATER: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_later",
    line: 795,
    end_line: 796,
    column: 16,
    end_column: 45,
    text: &[
        "        timer = self.call_at(self.time() + delay, callback, *args,",
        "                             context=context)",
    ],
};
pub static CREATE_TASK_CLOSED: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "create_task",
    line: 467,
    end_line: 467,
    column: 8,
    end_column: 28,
    text: &["        self._check_closed()"],
};
pub static CREATE_TASK_NO_LOOP: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "create_task",
    line: 407,
    end_line: 407,
    column: 11,
    end_column: 36,
    text: &["    loop = events.get_running_loop()"],
};
pub static GROUP_WAIT: Site = Site {
    file: "<stdlib>/asyncio/taskgroups.py",
    function: "__aexit__",
    line: 106,
    end_line: 106,
    column: 16,
    end_column: 44,
    text: &["                await self._on_completed_fut"],
};
pub static GROUP_ERRORS: Site = Site {
    file: "<stdlib>/asyncio/taskgroups.py",
    function: "__aexit__",
    line: 154,
    end_line: 154,
    column: 16,
    end_column: 34,
    text: &["                raise me from None"],
};
pub static GROUP_CANCELLED: Site = Site {
    file: "<stdlib>/asyncio/taskgroups.py",
    function: "__aexit__",
    line: 137,
    end_line: 137,
    column: 12,
    end_column: 46,
    text: &["            raise propagate_cancellation_error"],
};
pub static GROUP_BASE_ERROR: Site = Site {
    file: "<stdlib>/asyncio/taskgroups.py",
    function: "__aexit__",
    line: 125,
    end_line: 125,
    column: 12,
    end_column: 34,
    text: &["            raise self._base_error"],
};

pub static RUN_ONCE_DEBUG: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_run_once",
    line: 2019,
    end_line: 2019,
    column: 20,
    end_column: 33,
    text: &["                    handle._run()"],
};
pub static NEW_FUTURE: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "create_future",
    line: 460,
    end_line: 460,
    column: 15,
    end_column: 40,
    text: &["        return futures.Future(loop=self)"],
};
pub static NEW_TASK: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "create_task",
    line: 410,
    end_line: 410,
    column: 15,
    end_column: 48,
    text: &["        task = loop.create_task(coro, name=name)"],
};
pub static ENSURED_TASK: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "ensure_future",
    line: 748,
    end_line: 748,
    column: 15,
    end_column: 47,
    text: &["        return loop.create_task(coro_or_future)"],
};
pub static NEW_GATHERING: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "__init__",
    line: 765,
    end_line: 765,
    column: 8,
    end_column: 35,
    text: &["        super().__init__(loop=loop)"],
};
pub static RUNNER_TASK: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "run",
    line: 100,
    end_line: 100,
    column: 15,
    end_column: 60,
    text: &["        task = self._loop.create_task(coro, context=context)"],
};
pub static GROUP_TASK: Site = Site {
    file: "<stdlib>/asyncio/taskgroups.py",
    function: "create_task",
    line: 173,
    end_line: 173,
    column: 19,
    end_column: 58,
    text: &["            task = self._loop.create_task(coro, name=name)"],
};

/// All of them.
pub static GROUP_NOT_ENTERED: Site = Site {
    file: "<stdlib>/asyncio/taskgroups.py",
    function: "create_task",
    line: 165,
    end_line: 165,
    column: 12,
    end_column: 74,
    text: &["            raise RuntimeError(f\"TaskGroup {self!r} has not been entered\")"],
};
pub static GROUP_FINISHED: Site = Site {
    file: "<stdlib>/asyncio/taskgroups.py",
    function: "create_task",
    line: 168,
    end_line: 168,
    column: 12,
    end_column: 65,
    text: &["            raise RuntimeError(f\"TaskGroup {self!r} is finished\")"],
};
pub static GROUP_SHUTTING_DOWN: Site = Site {
    file: "<stdlib>/asyncio/taskgroups.py",
    function: "create_task",
    line: 171,
    end_line: 171,
    column: 12,
    end_column: 70,
    text: &["            raise RuntimeError(f\"TaskGroup {self!r} is shutting down\")"],
};
pub static RUN_WITH: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "run",
    line: 193,
    end_line: 193,
    column: 9,
    end_column: 55,
    text: &["    with Runner(debug=debug, loop_factory=loop_factory) as runner:"],
};
pub static POLICY_MAKES_LOOP: Site = Site {
    file: "<stdlib>/asyncio/events.py",
    function: "get_event_loop",
    line: 713,
    end_line: 713,
    column: 32,
    end_column: 53,
    text: &["            self.set_event_loop(self.new_event_loop())"],
};
pub static POLICY_SETS_LOOP: Site = Site {
    file: "<stdlib>/asyncio/events.py",
    function: "get_event_loop",
    line: 713,
    end_line: 713,
    column: 12,
    end_column: 54,
    text: &["            self.set_event_loop(self.new_event_loop())"],
};
pub static NEW_EVENT_LOOP: Site = Site {
    file: "<stdlib>/asyncio/events.py",
    function: "new_event_loop",
    line: 837,
    end_line: 837,
    column: 11,
    end_column: 51,
    text: &["    return get_event_loop_policy().new_event_loop()"],
};
pub static RUNNER_ENTER: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "__enter__",
    line: 58,
    end_line: 58,
    column: 8,
    end_column: 25,
    text: &["        self._lazy_init()"],
};
pub static RUNNER_GET_LOOP: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "get_loop",
    line: 83,
    end_line: 83,
    column: 8,
    end_column: 25,
    text: &["        self._lazy_init()"],
};
pub static RUNNER_RUN_INIT: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "run",
    line: 96,
    end_line: 96,
    column: 8,
    end_column: 25,
    text: &["        self._lazy_init()"],
};
pub static RUNNER_CLOSED: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "_lazy_init",
    line: 133,
    end_line: 133,
    column: 12,
    end_column: 50,
    text: &["            raise RuntimeError(\"Runner is closed\")"],
};
pub static RUNNER_NEW_LOOP: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "_lazy_init",
    line: 137,
    end_line: 137,
    column: 25,
    end_column: 48,
    text: &["            self._loop = events.new_event_loop()"],
};
pub static RUNNER_SETS_LOOP: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "_lazy_init",
    line: 141,
    end_line: 141,
    column: 16,
    end_column: 49,
    text: &["                events.set_event_loop(self._loop)"],
};
pub static RUNNER_LOOP_FACTORY: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "_lazy_init",
    line: 144,
    end_line: 144,
    column: 25,
    end_column: 45,
    text: &["            self._loop = self._loop_factory()"],
};
/// `create_task`, where a factory gave something that has no name.
pub static NAMELESS_TASK: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "create_task",
    line: 479,
    end_line: 479,
    column: 12,
    end_column: 25,
    text: &["            task.set_name(name)"],
};
pub static NAMED_TASK: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "create_task",
    line: 479,
    end_line: 479,
    column: 12,
    end_column: 31,
    text: &["            task.set_name(name)"],
};
pub static RUNNER_EXIT: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "__exit__",
    line: 62,
    end_line: 62,
    column: 8,
    end_column: 20,
    text: &["        self.close()"],
};
pub static RUNNER_CANCEL: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "close",
    line: 70,
    end_line: 70,
    column: 12,
    end_column: 35,
    text: &["            _cancel_all_tasks(loop)"],
};
pub static CANCEL_ALL: Site = Site {
    file: "<stdlib>/asyncio/runners.py",
    function: "_cancel_all_tasks",
    line: 205,
    end_line: 205,
    column: 4,
    end_column: 77,
    text: &["    loop.run_until_complete(tasks.gather(*to_cancel, return_exceptions=True))"],
};
pub static RUN_THREADSAFE: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "run_coroutine_threadsafe",
    line: 1003,
    end_line: 1003,
    column: 4,
    end_column: 39,
    text: &["    loop.call_soon_threadsafe(callback)"],
};
pub static THREADSAFE_CLOSED: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_soon_threadsafe",
    line: 874,
    end_line: 874,
    column: 8,
    end_column: 28,
    text: &["        self._check_closed()"],
};
pub static SIGNAL_NOOP: Site = Site {
    file: "<stdlib>/asyncio/unix_events.py",
    function: "add_signal_handler",
    line: 118,
    end_line: 118,
    column: 12,
    end_column: 51,
    text: &["            signal.signal(sig, _sighandler_noop)"],
};
pub static SIGNAL_UNCAUGHT: Site = Site {
    file: "<stdlib>/asyncio/unix_events.py",
    function: "add_signal_handler",
    line: 131,
    end_line: 131,
    column: 16,
    end_column: 67,
    text: &["                raise RuntimeError(f'sig {sig} cannot be caught')"],
};
pub static ENSURE_LOOP: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "ensure_future",
    line: 746,
    end_line: 746,
    column: 15,
    end_column: 38,
    text: &["        loop = events.get_event_loop()"],
};
pub static BARRIER_ENTER: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "__aenter__",
    line: 506,
    end_line: 506,
    column: 15,
    end_column: 32,
    text: &["        return await self.wait()"],
};
pub static EXECUTOR_SUBMIT: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_in_executor",
    line: 897,
    end_line: 897,
    column: 12,
    end_column: 40,
    text: &["            executor.submit(func, *args), loop=self)"],
};
pub static EXECUTOR_NO_SUBMIT: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_in_executor",
    line: 897,
    end_line: 897,
    column: 12,
    end_column: 27,
    text: &["            executor.submit(func, *args), loop=self)"],
};
pub static EXECUTOR_CLOSED: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_in_executor",
    line: 884,
    end_line: 884,
    column: 8,
    end_column: 28,
    text: &["        self._check_closed()"],
};
pub static EXECUTOR_CHECK: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "run_in_executor",
    line: 890,
    end_line: 890,
    column: 12,
    end_column: 42,
    text: &["            self._check_default_executor()"],
};
pub static EXECUTOR_SHUT: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "_check_default_executor",
    line: 556,
    end_line: 556,
    column: 12,
    end_column: 67,
    text: &["            raise RuntimeError('Executor shutdown has been called')"],
};
pub static TO_THREAD_CALL: Site = Site {
    file: "<stdlib>/asyncio/threads.py",
    function: "to_thread",
    line: 25,
    end_line: 25,
    column: 17,
    end_column: 54,
    text: &["    return await loop.run_in_executor(None, func_call)"],
};
pub static GROUP_ENTERED: Site = Site {
    file: "<stdlib>/asyncio/taskgroups.py",
    function: "__aenter__",
    line: 56,
    end_line: 57,
    column: 12,
    end_column: 63,
    text: &["            raise RuntimeError(", "                f\"TaskGroup {self!r} has already been entered\")"],
};
pub static GROUP_NO_PARENT: Site = Site {
    file: "<stdlib>/asyncio/taskgroups.py",
    function: "__aenter__",
    line: 62,
    end_line: 63,
    column: 12,
    end_column: 71,
    text: &[
        "            raise RuntimeError(",
        "                f'TaskGroup {self!r} cannot determine the parent task')",
    ],
};
pub static TIMEOUT_ENTERED: Site = Site {
    file: "<stdlib>/asyncio/timeouts.py",
    function: "__aenter__",
    line: 87,
    end_line: 87,
    column: 12,
    end_column: 66,
    text: &["            raise RuntimeError(\"Timeout has already been entered\")"],
};
pub static TIMEOUT_NO_TASK: Site = Site {
    file: "<stdlib>/asyncio/timeouts.py",
    function: "__aenter__",
    line: 90,
    end_line: 90,
    column: 12,
    end_column: 70,
    text: &["            raise RuntimeError(\"Timeout should be used inside a task\")"],
};
pub static RESCHEDULE_UNENTERED: Site = Site {
    file: "<stdlib>/asyncio/timeouts.py",
    function: "reschedule",
    line: 54,
    end_line: 54,
    column: 16,
    end_column: 66,
    text: &["                raise RuntimeError(\"Timeout has not been entered\")"],
};
pub static RESCHEDULE_LATE: Site = Site {
    file: "<stdlib>/asyncio/timeouts.py",
    function: "reschedule",
    line: 55,
    end_line: 57,
    column: 12,
    end_column: 13,
    text: &[
        "            raise RuntimeError(",
        "                f\"Cannot change state of {self._state.value} Timeout\",",
        "            )",
    ],
};
pub static NOTIFY_ALL: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "notify_all",
    line: 349,
    end_line: 349,
    column: 8,
    end_column: 39,
    text: &["        self.notify(len(self._waiters))"],
};
pub static SEMAPHORE_NEGATIVE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "__init__",
    line: 369,
    end_line: 369,
    column: 12,
    end_column: 68,
    text: &["            raise ValueError(\"Semaphore initial value must be >= 0\")"],
};
pub static BARRIER_PARTIES: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "__init__",
    line: 488,
    end_line: 488,
    column: 12,
    end_column: 51,
    text: &["            raise ValueError('parties must be > 0')"],
};
pub static WAIT_NO_FUTURE: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "_wait",
    line: 534,
    end_line: 534,
    column: 8,
    end_column: 27,
    text: &["        f.add_done_callback(_on_completion)"],
};
pub static AS_COMPLETED_NEXT: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "__anext__",
    line: 603,
    end_line: 603,
    column: 15,
    end_column: 41,
    text: &["        return await self._wait_for_one()"],
};
pub static THREADSAFE_NO_COROUTINE: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "run_coroutine_threadsafe",
    line: 990,
    end_line: 990,
    column: 8,
    end_column: 57,
    text: &["        raise TypeError('A coroutine object is required')"],
};
pub static CALL_LATER_ADD: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_later",
    line: 795,
    end_line: 795,
    column: 29,
    end_column: 48,
    text: &["        timer = self.call_at(self.time() + delay, callback, *args,"],
};
pub static CALL_AT_NONE: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "call_at",
    line: 807,
    end_line: 807,
    column: 12,
    end_column: 50,
    text: &["            raise TypeError(\"when cannot be None\")"],
};
pub static WAIT_SET: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait",
    line: 445,
    end_line: 445,
    column: 9,
    end_column: 16,
    text: &["    fs = set(fs)"],
};
pub static WAIT_RETURN_WHEN: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "wait",
    line: 443,
    end_line: 443,
    column: 8,
    end_column: 69,
    text: &["        raise ValueError(f'Invalid return_when value: {return_when}')"],
};
pub static WAIT_CALL_LATER: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "_wait",
    line: 518,
    end_line: 518,
    column: 25,
    end_column: 74,
    text: &["        timeout_handle = loop.call_later(timeout, _release_waiter, waiter)"],
};
pub static AS_COMPLETED_SET: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "__init__",
    line: 582,
    end_line: 582,
    column: 55,
    end_column: 63,
    text: &["        todo = {ensure_future(aw, loop=loop) for aw in set(aws)}"],
};
pub static AS_COMPLETED_ENSURE: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "__init__",
    line: 582,
    end_line: 582,
    column: 16,
    end_column: 44,
    text: &["        todo = {ensure_future(aw, loop=loop) for aw in set(aws)}"],
};
pub static TIMEOUT_WHEN: Site = Site {
    file: "<stdlib>/asyncio/timeouts.py",
    function: "timeout",
    line: 162,
    end_line: 162,
    column: 19,
    end_column: 38,
    text: &["    return Timeout(loop.time() + delay if delay is not None else None)"],
};
pub static SEMAPHORE_COMPARE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "__init__",
    line: 368,
    end_line: 368,
    column: 11,
    end_column: 20,
    text: &["        if value < 0:"],
};
pub static BOUNDED_SUPER: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "__init__",
    line: 460,
    end_line: 460,
    column: 8,
    end_column: 31,
    text: &["        super().__init__(value)"],
};
pub static BARRIER_COMPARE: Site = Site {
    file: "<stdlib>/asyncio/locks.py",
    function: "__init__",
    line: 487,
    end_line: 487,
    column: 11,
    end_column: 22,
    text: &["        if parties < 1:"],
};
pub static THREADSAFE_CALL: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "run_coroutine_threadsafe",
    line: 1003,
    end_line: 1003,
    column: 4,
    end_column: 29,
    text: &["    loop.call_soon_threadsafe(callback)"],
};
pub static SET_EXCEPTION_HANDLER: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "set_exception_handler",
    line: 1806,
    end_line: 1807,
    column: 12,
    end_column: 47,
    text: &[
        "            raise TypeError(f'A callable object or None is expected, '",
        "                            f'got {handler!r}')",
    ],
};
pub static SET_TASK_FACTORY: Site = Site {
    file: "<stdlib>/asyncio/base_events.py",
    function: "set_task_factory",
    line: 494,
    end_line: 494,
    column: 12,
    end_column: 70,
    text: &["            raise TypeError('task factory must be a callable or None')"],
};
pub static SET_EVENT_LOOP: Site = Site {
    file: "<stdlib>/asyncio/events.py",
    function: "set_event_loop",
    line: 832,
    end_line: 832,
    column: 4,
    end_column: 48,
    text: &["    get_event_loop_policy().set_event_loop(loop)"],
};
pub static SET_EVENT_LOOP_UNIX: Site = Site {
    file: "<stdlib>/asyncio/unix_events.py",
    function: "set_event_loop",
    line: 1501,
    end_line: 1501,
    column: 8,
    end_column: 36,
    text: &["        super().set_event_loop(loop)"],
};
pub static SET_EVENT_LOOP_BASE: Site = Site {
    file: "<stdlib>/asyncio/events.py",
    function: "set_event_loop",
    line: 725,
    end_line: 725,
    column: 12,
    end_column: 114,
    text: &[
        "            raise TypeError(f\"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'\")",
    ],
};
pub static SET_POLICY: Site = Site {
    file: "<stdlib>/asyncio/events.py",
    function: "set_event_loop_policy",
    line: 810,
    end_line: 810,
    column: 8,
    end_column: 120,
    text: &[
        "        raise TypeError(f\"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'\")",
    ],
};
pub static RESCHEDULE_COMPARE: Site = Site {
    file: "<stdlib>/asyncio/timeouts.py",
    function: "reschedule",
    line: 68,
    end_line: 68,
    column: 15,
    end_column: 34,
    text: &["            if when <= loop.time():"],
};
pub static QUEUE_COMPARE: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "full",
    line: 120,
    end_line: 120,
    column: 11,
    end_column: 29,
    text: &["        if self._maxsize <= 0:"],
};
pub static QUEUE_PUT_FULL: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "put",
    line: 133,
    end_line: 133,
    column: 14,
    end_column: 25,
    text: &["        while self.full():"],
};
pub static QUEUE_NOWAIT_FULL: Site = Site {
    file: "<stdlib>/asyncio/queues.py",
    function: "put_nowait",
    line: 165,
    end_line: 165,
    column: 11,
    end_column: 22,
    text: &["        if self.full():"],
};
pub static GATHER_OUTER: Site = Site {
    file: "<stdlib>/asyncio/tasks.py",
    function: "gather",
    line: 907,
    end_line: 907,
    column: 12,
    end_column: 49,
    text: &["    outer = _GatheringFuture(children, loop=loop)"],
};
pub static SIGNAL_COROUTINE: Site = Site {
    file: "<stdlib>/asyncio/unix_events.py",
    function: "add_signal_handler",
    line: 98,
    end_line: 99,
    column: 12,
    end_column: 61,
    text: &[
        "            raise TypeError(\"coroutines cannot be used \"",
        "                            \"with add_signal_handler()\")",
    ],
};
pub static SIGNAL_CHECK: Site = Site {
    file: "<stdlib>/asyncio/unix_events.py",
    function: "add_signal_handler",
    line: 100,
    end_line: 100,
    column: 8,
    end_column: 31,
    text: &["        self._check_signal(sig)"],
};
pub static SIGNAL_NO_INT: Site = Site {
    file: "<stdlib>/asyncio/unix_events.py",
    function: "_check_signal",
    line: 184,
    end_line: 184,
    column: 12,
    end_column: 63,
    text: &["            raise TypeError(f'sig must be an int, not {sig!r}')"],
};
/// A line of asyncio's source, if it is one of these places.
pub fn source_line(file: &str, line: u32) -> Option<String> {
    ALL.iter().find_map(|site| site.line_of(file, line))
}

static ALL: &[&Site] = &[
    &GROUP_ENTERED,
    &GROUP_NO_PARENT,
    &TIMEOUT_ENTERED,
    &TIMEOUT_NO_TASK,
    &RESCHEDULE_UNENTERED,
    &RESCHEDULE_LATE,
    &NOTIFY_ALL,
    &SEMAPHORE_NEGATIVE,
    &BARRIER_PARTIES,
    &WAIT_NO_FUTURE,
    &AS_COMPLETED_NEXT,
    &THREADSAFE_NO_COROUTINE,
    &CALL_LATER_ADD,
    &CALL_AT_NONE,
    &EXECUTOR_SUBMIT,
    &EXECUTOR_NO_SUBMIT,
    &EXECUTOR_CLOSED,
    &EXECUTOR_CHECK,
    &EXECUTOR_SHUT,
    &TO_THREAD_CALL,
    &ENSURE_LOOP,
    &BARRIER_ENTER,
    &NO_CURRENT_LOOP,
    &RUN_WITH,
    &RUNNER_EXIT,
    &POLICY_MAKES_LOOP,
    &POLICY_SETS_LOOP,
    &NEW_EVENT_LOOP,
    &RUNNER_ENTER,
    &RUNNER_GET_LOOP,
    &RUNNER_RUN_INIT,
    &RUNNER_CLOSED,
    &RUNNER_NEW_LOOP,
    &RUNNER_SETS_LOOP,
    &RUNNER_LOOP_FACTORY,
    &NAMELESS_TASK,
    &NAMED_TASK,
    &RUNNER_CANCEL,
    &RUNNER_ASYNCGENS,
    &RUNNER_EXECUTOR,
    &CANCEL_ALL,
    &RUN_ONCE_DEBUG,
    &NEW_FUTURE,
    &NEW_TASK,
    &AS_COMPLETED,
    &AS_COMPLETED_TODO,
    &FACTORY_TASK,
    &FACTORY_TASK_IN,
    &EAGER_TASK,
    &ENSURED_TASK,
    &NEW_GATHERING,
    &RUNNER_TASK,
    &GROUP_TASK,
    &RUN,
    &RUN_RUNNING,
    &RUNNER_RUN,
    &RUNNER_RUN_INTERRUPTED,
    &RUNNER_RUN_NO_COROUTINE,
    &RUNNER_RUN_RUNNING,
    &RESULT,
    &UNTIL_FOREVER,
    &UNTIL_CHECK_CLOSED,
    &UNTIL_CHECK_RUNNING,
    &UNTIL_STOPPED,
    &CHECK_CLOSED,
    &CHECK_RUNNING,
    &CHECK_OTHER_RUNNING,
    &FOREVER,
    &SLEEP_NO_LOOP,
    &WAIT_NO_LOOP,
    &GROUP_NO_LOOP,
    &TIMEOUT_NO_LOOP,
    &TO_THREAD_NO_LOOP,
    &WAIT_FOR_TIMEOUT,
    &FOREVER_SETUP,
    &SETUP_CLOSED,
    &SETUP_RUNNING,
    &RUN_ONCE,
    &RUN_ONCE_RELEASE,
    &RUN_ONCE_SELECT,
    &SELECTOR_POLL,
    &HANDLE_RUN,
    &CLOSE,
    &SLEEP,
    &SLEEP_ZERO,
    &SLEEP_YIELD,
    &WAIT_FOR,
    &WAIT_FOR_CANCEL,
    &CANCEL_AND_WAIT,
    &WAIT_FOR_TIMEOUT,
    &WAIT_FOR_NOW,
    &WAIT_FOR_RESULT,
    &TIMEOUT_EXIT,
    &WAIT,
    &WAIT_WAITER,
    &WAIT_COROUTINES,
    &WAIT_EMPTY,
    &ONE_GET,
    &ONE_TIMEOUT,
    &ONE_RESULT,
    &QUEUE_GET_CANCEL,
    &QUEUE_PUT_CANCEL,
    &QUEUE_GET,
    &QUEUE_GET_SHUT_DOWN,
    &QUEUE_PUT,
    &QUEUE_PUT_SHUT_DOWN,
    &QUEUE_PUT_NOWAIT,
    &GET_LOOP,
    &LOCK_FUTURE,
    &EVENT_FUTURE,
    &CONDITION_FUTURE,
    &SEMAPHORE_FUTURE,
    &PUTTER,
    &GETTER,
    &HEAP_PUT,
    &HEAP_GET,
    &QUEUE_OWN_PUT,
    &QUEUE_OWN_GET,
    &QUEUE_GET_NOWAIT,
    &DEFAULT_EXECUTOR,
    &GATHER_FIND,
    &GATHER_ENSURE,
    &ENSURE_OTHER_LOOP,
    &ENSURE_REFUSED,
    &WAIT_REFUSED,
    &AS_COMPLETED_REFUSED,
    &SHIELD_ENSURE,
    &SLEEP_COMPARE,
    &DEFAULT_HANDLER_FAILED,
    &CALL_HANDLER,
    &UNCLOSED,
    &CALL_HANDLER_IN_CONTEXT,
    &CALL_LATER_NONE,
    &UNTIL_ENSURE,
    &LOOP_TASK,
    &QUEUE_FULL,
    &QUEUE_NOWAIT_SHUT_DOWN,
    &QUEUE_EMPTY,
    &QUEUE_EMPTY_SHUT_DOWN,
    &TASK_DONE,
    &JOIN,
    &LOCK_ENTER,
    &LOCK_EXIT,
    &LOCK_ACQUIRE,
    &LOCK_RELEASE_WAKE,
    &LOCK_WAKE,
    &SEMAPHORE_RELEASE_WAKE,
    &SEMAPHORE_WAKE,
    &EVENT_SET_WAKE,
    &NOTIFY_WAITERS,
    &NOTIFY_WAKE,
    &QUEUE_PUT_WAKE,
    &QUEUE_GET_WAKE,
    &QUEUE_WAKE,
    &LOCK_RELEASE,
    &EVENT_WAIT,
    &CONDITION_WAIT,
    &CONDITION_UNLOCKED,
    &CONDITION_LOCKED,
    &CONDITION_NOTIFY_OTHER,
    &CONDITION_ACQUIRE,
    &CONDITION_NOTIFY,
    &SEMAPHORE_ACQUIRE,
    &SEMAPHORE_RELEASE,
    &BARRIER_BLOCK,
    &BARRIER_BLOCKED,
    &BARRIER_WAIT,
    &BARRIER_FILLING,
    &BARRIER_BROKEN,
    &TO_THREAD,
    &CONDITION_WAIT_FOR,
    &CALL_SOON_CLOSED,
    &WAIT_FOR_SIGN,
    &CALL_SOON_THREAD,
    &CALL_SOON_CHECK,
    &CALL_AT_THREAD,
    &CALL_AT_CHECK,
    &THREADSAFE_CHECK,
    &EXECUTOR_REFUSED,
    &CHECK_THREAD,
    &CHECK_COROUTINE,
    &CHECK_CALLABLE,
    &CALL_AT_CLOSED,
    &CALL_LATER,
    &CREATE_TASK_CLOSED,
    &CREATE_TASK_NO_LOOP,
    &GROUP_NOT_ENTERED,
    &GROUP_FINISHED,
    &GROUP_SHUTTING_DOWN,
    &GROUP_WAIT,
    &GROUP_ERRORS,
    &GROUP_CANCELLED,
    &GROUP_BASE_ERROR,
    &RUN_THREADSAFE,
    &THREADSAFE_CLOSED,
    &SIGNAL_NOOP,
    &SIGNAL_UNCAUGHT,
    &WAIT_SET,
    &WAIT_RETURN_WHEN,
    &WAIT_CALL_LATER,
    &AS_COMPLETED_SET,
    &AS_COMPLETED_ENSURE,
    &TIMEOUT_WHEN,
    &SEMAPHORE_COMPARE,
    &BOUNDED_SUPER,
    &BARRIER_COMPARE,
    &THREADSAFE_CALL,
    &SET_EXCEPTION_HANDLER,
    &SET_TASK_FACTORY,
    &SET_EVENT_LOOP,
    &SET_EVENT_LOOP_UNIX,
    &SET_EVENT_LOOP_BASE,
    &SET_POLICY,
    &RESCHEDULE_COMPARE,
    &QUEUE_COMPARE,
    &QUEUE_PUT_FULL,
    &QUEUE_NOWAIT_FULL,
    &GATHER_OUTER,
    &SIGNAL_COROUTINE,
    &SIGNAL_CHECK,
    &SIGNAL_NO_INT,
];
