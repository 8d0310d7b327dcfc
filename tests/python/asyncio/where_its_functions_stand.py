import asyncio
import inspect
import pickle

for name in ('sleep gather wait_for wait run create_task shield to_thread as_completed timeout timeout_at current_task '
             'get_event_loop get_running_loop iscoroutine iscoroutinefunction ensure_future wrap_future '
             'run_coroutine_threadsafe new_event_loop set_event_loop get_event_loop_policy open_connection '
             'start_server create_subprocess_exec create_eager_task_factory').split():
    f = getattr(asyncio, name)
    print(name, f.__module__, f.__qualname__, repr(f)[:11], inspect.isfunction(f), inspect.isbuiltin(f), inspect.isroutine(f),
          inspect.iscoroutinefunction(f), pickle.loads(pickle.dumps(f)) is f)
print(inspect.isbuiltin(len), inspect.isfunction(len), inspect.isbuiltin([].append))
