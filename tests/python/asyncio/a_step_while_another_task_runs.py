# A loop turned by hand within a task cannot step another task: its handle's failure is told, and the task is stuck.
import asyncio


def tell(loop, context):
    print(sorted(set(context) - {"source_traceback"}), type(context["handle"]).__name__)
    print(context["message"].split(" <")[0], "|", str(context["exception"]).split(" <")[0])
    frame = context["exception"].__traceback__
    while frame:
        print(frame.tb_frame.f_code.co_name)
        frame = frame.tb_next


async def other():
    print("never")


async def main(debug):
    loop = asyncio.get_running_loop()
    loop.set_debug(debug)
    loop.set_exception_handler(tell)
    stuck = loop.create_task(other(), name="stuck")
    loop.call_soon(print, "a callback runs")
    loop._run_once()
    # By hand, the failure comes to who calls.
    handle = asyncio.Handle(lambda: 1 / 0, (), loop)
    handle._run()
    print(stuck.done(), asyncio.current_task().get_name())
    loop.set_exception_handler(lambda loop, context: None)
    stuck._log_destroy_pending = False
    stuck.get_coro().close()


for debug in False, True:
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main(debug))
    loop.close()
