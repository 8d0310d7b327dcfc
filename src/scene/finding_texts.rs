//! What findings say, English and Chinese side by side: a title, then (`…_WHY`) why and what to do.

use super::say::templates;

templates! {
    NEVER_AWAITED: "{0} was never awaited", "{0} 从未被 await";
    NEVER_AWAITED_WHY: "Line {line} calls the coroutine function {0}: that only makes a coroutine object, and none of its code runs. Put await before the call, or make a task of it.",
        "第 {line} 行调用协程函数 {0}：这只创建协程对象，其中的代码都不会运行。在调用前加 await，或者用它创建任务。";
    BLOCKED_LOOP: "{0} blocks the event loop", "{0} 阻塞事件循环";
    BLOCKED_LOOP_WHY: "{0} in line {line} holds the whole thread for {1}: the loop could run nothing else meanwhile, although {2} was ready or due. Use the awaiting form, or asyncio.to_thread.",
        "第 {line} 行的 {0} 占住整个线程 {1}：{2} 已经就绪或到期，事件循环却什么也不能运行。请用可等待的写法，或 asyncio.to_thread。";
    DEADLOCKED: "Deadlock: everybody waits", "死锁：所有人都在等待";
    DEADLOCKED_WHY: "None of these can go on, so they wait for ever: {all}.",
        "谁都无法继续，它们会永远等下去：{all}。";
    IDLE_LOOP: "The event loop has nothing left to do", "事件循环已经无事可做";
    IDLE_LOOP_WHY: "Line {line} runs the event loop until somebody stops it: nothing is ready, no timer is set, and no stop() ended it, so the program stays here for ever. Call loop.stop() when the work is done (from another thread: loop.call_soon_threadsafe(loop.stop)), or run a coroutine with asyncio.run, which ends with it. If it is a server, give it a client in the same program.",
        "第 {line} 行让事件循环一直运行，直到有人停止它：没有就绪的任务，没有定时器，也没有 stop() 让它结束，程序会一直停在这里。工作完成后请调用 loop.stop()（在另一个线程里要写 loop.call_soon_threadsafe(loop.stop)），或者用 asyncio.run 运行协程，它结束时循环也结束。如果这是服务器，请在同一个程序里写一个客户端。";
    NO_CLIENT: "The server waits for clients", "服务器在等待客户端";
    NO_CLIENT_WHY: "Line {line} waits for clients for ever: nothing from outside the program connects to it here. A client in the same program, as a task or in a thread, shows it at work; close the server to end the program. ({all}.)",
        "第 {line} 行一直等待客户端：这里没有来自程序外部的连接。在同一个程序里用任务或线程写一个客户端，就能看到服务器工作；要让程序结束，请关闭服务器。（{all}。）";
    NO_MORE_CLIENTS: "The server goes on waiting for clients", "服务器继续等待客户端";
    NO_MORE_CLIENTS_WHY: "The clients in this program have been served, and line {line} waits for others for ever: nothing from outside the program connects to it here. Close the server when the last client is done to end the program. ({all}.)",
        "程序里的客户端都已得到服务，而第 {line} 行还在一直等待别的客户端：这里没有来自程序外部的连接。要让程序结束，请在最后一个客户端完成后关闭服务器。（{all}。）";
    NOT_WOKEN: "{0} did not wake the event loop", "{0} 没有唤醒事件循环";
    NOT_WOKEN_WHY: "Line {line} gives the event loop something to run ({1}), but the line runs in {0}, and the loop sleeps in another thread and does not notice: asyncio's objects may be used only in the thread of their loop. Let the loop make the call: loop.call_soon_threadsafe(event.set), for example, in place of event.set(), and its arguments behind it: loop.call_soon_threadsafe(queue.put_nowait, item).",
        "第 {line} 行让事件循环有事可做（{1}），但这一行在 {0} 里运行，而循环正在另一个线程里等待，不会察觉：asyncio 的对象只能在它的循环所在的线程里使用。请让循环去调用，例如用 loop.call_soon_threadsafe(event.set) 代替 event.set()；参数写在函数后面，由逗号隔开。";
    LOOP_HELD: "The event loop is held up for ever", "事件循环永远被占住了";
    LOOP_HELD_WHY: "In line {line} {0}, and that blocks the whole thread: no other task of its event loop can run, not even one that would end the wait. Use what can be awaited (asyncio's own Queue, Lock and Event), or asyncio.to_thread.",
        "第 {line} 行：{0}，而这会阻塞整个线程：同一个事件循环里的其他任务都无法运行，包括能结束这次等待的任务。请用可以 await 的写法（asyncio 自己的 Queue、Lock 和 Event），或者 asyncio.to_thread。";
    NOT_RELEASED: "{1} was never released", "{1} 从未被释放";
    NOT_RELEASED_WHY: "{0} took {1} in line {line} and ended without releasing it, so this can never end: {2}. Take it using with (async with in a coroutine), which also releases it when the block is left by return or by an exception.",
        "{0} 在第 {line} 行获取了 {1}，结束时却没有释放，所以这个等待永远不会结束：{2}。请用 with 获取它（协程里用 async with）：即使因 return 或异常离开代码块，它也会释放。";
    NOTHING_GOT: "Nobody is left who would take something out of {1}", "没有人会再从 {1} 里取出元素";
    NOTHING_GOT_WHY: "{0}: it is full ({2} in it), and nobody is left who would take something out. Let somebody get from it at the same time, in another task or thread, or make it without maxsize.",
        "{0}：它已经满了，里面有 {2} 项，但没有人会再取出元素。请在另一个任务或线程里同时从中取出元素，或者创建时不要设置 maxsize。";
    SIBLINGS_CUT: "gather failed, and {1} of its tasks did not come to an end", "gather 失败了，它的任务中有 {1} 个没有运行到结束";
    SIBLINGS_CUT_WHY: "gather in line {line} passed the first exception on at once and did not wait for the others. Then the main coroutine ended, and the event loop cancelled what was left ({0} first). With return_exceptions=True gather waits for all, and gives exceptions among the results; a TaskGroup cancels the others by itself.",
        "第 {line} 行的 gather 立即把第一个异常传出，没有等待其他任务。随后主协程结束，还没完成的任务也被取消（首先是 {0}）。使用 return_exceptions=True 时，gather 会等所有任务结束，并把异常放在结果里；而 TaskGroup 会自己取消其他任务。";
    JOINED_UNSTARTED: "It was joined before it was started", "还没有启动就 join";
    JOINED_UNSTARTED_WHY: "Line {line} waits for the end of what has not begun: nothing called its start(). (Calling run() starts nothing: it runs the function here, at once.) Call start() first.",
        "第 {line} 行等待它结束，但它还没有开始：没有调用它的 start()。（调用 run() 不会启动它，只是在当前线程里立即运行那个函数。）请先调用 start()。";
    JOINED_ITSELF: "A thread cannot join itself", "线程不能 join 自己";
    JOINED_ITSELF_WHY: "Line {line} runs in the very thread that it waits for, which would never end. Join it from another thread, usually the one that started it.",
        "第 {line} 行正运行在它要等待的线程里，那样永远等不到结束。请在另一个线程里 join 它，通常是启动它的线程。";
    DONE_TOO_OFTEN: "task_done() was called too often", "task_done() 调用次数过多";
    DONE_TOO_OFTEN_WHY: "Line {line} says that an item is done, and none is left that is not: call task_done() once for each item that get() gave.",
        "第 {line} 行表示又处理完一项，但已经没有未完成的项：get() 每取出一项，只调用一次 task_done()。";
    RELEASED_TOO_OFTEN: "The semaphore was released too often", "信号量释放次数过多";
    RELEASED_TOO_OFTEN_WHY: "Line {line} releases a semaphore more often than it was acquired. with (async with in a coroutine) releases it by itself: a release() of its own is then one too many.",
        "第 {line} 行释放信号量的次数超过了获取的次数。with（协程里用 async with）会自动释放它，再写 release() 就多了一次。";
    COMPLETED_NOT_AWAITED: "What as_completed gives is to be awaited", "as_completed 给出的要 await";
    COMPLETED_NOT_AWAITED_WHY: "What asyncio.as_completed gives in line {line} is no result but a coroutine that waits for the next one to end, and nobody awaited it. In a plain for loop: result = await item.",
        "第 {line} 行的 asyncio.as_completed 给出的不是结果，而是等待下一个任务结束的协程，却没有人 await 它。在普通的 for 循环里请写 result = await item。";
    START_GIVES_NONE: "{0} is not the thread", "{0} 不是线程";
    START_GIVES_NONE_WHY: "Line {1} sets {0} to what start() returns, which is None. Make the thread first, and start it in a line of its own: {0}.start().",
        "第 {1} 行把 start() 的返回值赋给 {0}，而它返回 None。请先创建线程，再单独写一行启动它：{0}.start()。";
    GROUP_NOT_CAUGHT: "except {0} does not catch a group", "except {0} 捕获不到异常组";
    GROUP_NOT_CAUGHT_WHY: "What came here is an ExceptionGroup (a TaskGroup raises the exceptions of its tasks so, together), and line {line} catches {0} alone. Write except* {0}, and except* in the other clauses of this try too: that catches those in the group. What it gives by as is a group again (its exceptions attribute has them), and return, break and continue may not stand in it.",
        "到这里的是 ExceptionGroup（TaskGroup 会这样把各个任务的异常一起抛出），而第 {line} 行只捕获单独的 {0}。请写 except* {0}，同一个 try 的其他子句也写成 except*：它会捕获组里的这种异常。as 给出的仍是一个组（异常在它的 exceptions 属性里），而且 except* 里不能写 return、break 和 continue。";
    ASYNC_CALLBACK: "{0} is a coroutine function", "{0} 是协程函数";
    ASYNC_CALLBACK_WHY: "Line {line} gives {0} to be called back: the event loop calls it, and that only makes a coroutine object, none of whose code runs. Give it a plain function (def), which makes a task if something is to be awaited: asyncio.create_task({0}(…)).",
        "第 {line} 行把 {0} 作为回调交出：事件循环只是调用它，这只创建协程对象，其中的代码都不会运行。请交出普通函数（def）；如果需要等待，让它创建任务：asyncio.create_task({0}(…))。";
    DAEMON_TOO_LATE: "daemon is set before the start", "daemon 要在启动前设置";
    DAEMON_TOO_LATE_WHY: "Line {line} sets daemon of a thread that runs already. Set it before start(), or make the thread with daemon=True.",
        "第 {line} 行给已经在运行的线程设置 daemon。请在 start() 之前设置，或者创建线程时写 daemon=True。";
    NO_INIT_OF_THREAD: "Thread's own __init__ was not called", "没有调用 Thread 自己的 __init__";
    NO_INIT_OF_THREAD_WHY: "Line {line} uses a thread whose class has an __init__ of its own, which takes the place of Thread's. Begin it with: super().__init__().",
        "第 {line} 行使用的线程，它的类有自己的 __init__，取代了 Thread 的。请在其中先写 super().__init__()。";
    GROUP_OVER: "The task group is over", "任务组已经结束";
    GROUP_OVER_WHY: "Line {line} gives a task to a TaskGroup whose async with block has been left: it takes tasks only within the block.",
        "第 {line} 行把任务交给 TaskGroup，但已经离开了它的 async with 块：只有在块内才能创建任务。";
    SET_TWICE: "This future is done already", "这个 Future 已经完成";
    SET_TWICE_WHY: "Line {line} gives a future a result or an exception, and it has one or was cancelled: it takes only one. Ask done() first, or set it in one place.",
        "第 {line} 行给 Future 设置结果或异常，但它已经有了，或者已被取消：只能设置一次。请先用 done() 检查，或只在一处设置。";
    SEVERAL_AWAITED: "A {0} cannot be awaited", "{0} 不能被 await";
    SEVERAL_AWAITED_WHY: "In line {line} await was given a {0}, and it takes one coroutine, task or future. If there are tasks or coroutines in it, gather waits for all: await asyncio.gather(*tasks). If it holds the results already, leave out await.",
        "第 {line} 行的 await 得到一个 {0}，而它一次只接受一个协程、任务或 Future。如果里面是任务或协程，请用 await asyncio.gather(*tasks) 等待全部；如果里面已经是结果，请去掉 await。";
    JOB_AWAITED: "An executor's Future cannot be awaited", "执行器的 Future 不能被 await";
    JOB_AWAITED_WHY: "Line {line} was given a Future of concurrent.futures, as submit() returns it, where asyncio needs a coroutine, a task or a future of its own. In a coroutine hand the job over by await loop.run_in_executor(pool, work), or await asyncio.wrap_future(future).",
        "第 {line} 行得到的是 concurrent.futures 的 Future，也就是 submit() 返回的对象，而 asyncio 需要协程、任务或它自己的 Future。在协程里请用 await loop.run_in_executor 提交作业，或者 await asyncio.wrap_future(future)。";
    FUTURE_GIVEN: "This is a future, not a coroutine", "这是 Future，不是协程";
    FUTURE_GIVEN_WHY: "Line {line} needs a coroutine and was given a task or future: gather, shield and create_task return one, and it is on its way already. Await it, within a coroutine.",
        "第 {line} 行需要协程，得到的却是任务或 Future：gather、shield 和 create_task 返回的就是它，它已经在运行。请在协程里 await 它。";
    ITEMS_COMPARED: "The items themselves were compared", "比较了元素本身";
    ITEMS_COMPARED_WHY: "Line {line} puts into a PriorityQueue an item that cannot be compared to another one. In tuples with the same priority Python compares what follows: put a number that differs each time between them, (priority, next(counter), item) with itertools.count() for instance. Priorities have to be of one kind, and what marks the end has to be such a tuple too.",
        "第 {line} 行往 PriorityQueue 里放入一个无法与其他元素比较的元素。元组的优先级相同时，Python 会接着比较后面的内容：请在中间放一个每次都不同的数字，例如用 next(counter)，其中 counter = itertools.count()。优先级要是同一种类型，结束标记也要是这样的元组。";
    WAITS_FOR_ITSELF: "{0} waits for itself", "{0} 在等待自己";
    WAITS_FOR_ITSELF_WHY: "The gather in line {line} has {0} itself among its tasks, and {0} waits for it: neither can end. asyncio.all_tasks() has the task that calls it too: leave out asyncio.current_task().",
        "第 {line} 行的 gather 包含 {0} 自己，而 {0} 又在等待它：两者都无法结束。asyncio.all_tasks() 也包含调用它的任务：请排除 asyncio.current_task()。";
    SEVERAL_NOT_STARTED: "{0} and others were never started", "{0} 等从未启动";
    SEVERAL_NOT_STARTED_WHY: "Of the threads or processes that line {line} makes, {1} were never started ({0} is one): in this run nothing called their start(), and only that lets them work beside the others.",
        "第 {line} 行创建的线程或进程中，有 {1} 个（例如 {0}）在这次运行中没有启动：没有调用它们的 start()，而只有 start() 才会让它们与其他线程同时工作。";
    NEVER_RETRIEVED: "The exception of {0} was never retrieved", "{0} 的异常从未被取出";
    NEVER_RETRIEVED_WHY: "{0} failed with {1}, and nobody awaited it: the failure would have passed unseen. Await the task, or gather it.",
        "{0} 因 {1} 失败，却没有人等待它：失败会悄悄过去。请 await 这个任务，或放进 gather。";
    UNSEEN_ERROR: "{0} failed, and nobody saw it", "{0} 失败了，却没有人看到";
    UNSEEN_ERROR_WHY: "Line {line} hands over {0}, which failed with {1}. Nobody asked for its result, so Python itself says nothing of it. Ask: by result() of what submit returned, by get() for a pool, or by going through what map returned.",
        "第 {line} 行交出的 {0} 因 {1} 失败。没有人取它的结果，所以 Python 自己什么也不说。请取结果：submit 返回的对象用 result()，进程池用 get()，map 的返回值要遍历一遍。";
    SWALLOWED_CANCEL: "{0} swallowed its cancellation", "{0} 吞掉了取消";
    SWALLOWED_CANCEL_WHY: "{0} was cancelled in line {line}, but CancelledError was caught and not raised again: the task counts as done, and whoever cancelled it cannot tell. Catch it only to tidy up, then raise.",
        "{0} 在第 {line} 行被取消，但 CancelledError 被捕获而没有再抛出：任务算作正常完成，取消它的一方无从得知。只在清理时捕获它，然后 raise。";
    ORPHAN_TASK: "{0} was left running", "{0} 没有等到结束";
    ORPHAN_TASK_WHY: "When the program's main coroutine ended, {0}, made in line {line}, had not: asyncio.run cancels what is left. Keep the task, and await it.",
        "主协程结束时，第 {line} 行创建的 {0} 还没有结束：asyncio.run 会取消剩下的任务。请保存任务并 await 它。";
    DESTROYED_PENDING: "{0} was destroyed while it was pending", "{0} 还未完成就被销毁";
    DESTROYED_PENDING_WHY: "Nobody held a reference to {0}, made in line {line}, so it was collected before it ended. Keep the task in a variable.",
        "没有人持有第 {line} 行创建的 {0} 的引用，它还没结束就被回收。请把任务保存在变量里。";
    LOOP_OVER: "{0} was left behind by its event loop", "{0} 被事件循环丢下了";
    LOOP_OVER_WHY: "The event loop did not run, or had stopped, before {0}, made in line {line}, could end. Let it run until then: await the task in the coroutine that asyncio.run runs.",
        "第 {line} 行创建的 {0} 还没结束，它的事件循环就停止了，或者根本没有运行。请让循环运行到它结束：在 asyncio.run 运行的协程里 await 这个任务。";
    QUEUE_NOT_JOINED: "{0} has unfinished items", "{0} 还有未完成的项";
    QUEUE_NOT_JOINED_WHY: "At the end {1} items of {0} had no task_done(), so its join() could never return. Call task_done() once for each get().",
        "结束时 {0} 有 {1} 项没有调用 task_done()，它的 join() 永远不会返回。每次 get() 之后调用一次 task_done()。";
    POOL_TOO_SMALL: "{0} has too few threads", "{0} 的线程太少";
    POOL_TOO_SMALL_WHY: "Each busy thread of {0} ({1}) waits for the result of a job that is still in the queue, and only a thread of {0} could do it. Give it more threads, or do not wait within a job for another job of the same executor.",
        "{0} 中忙碌的线程（{1} 个）都在等待仍在排队的作业的结果，而只有 {0} 的线程才能执行那些作业。请增加线程数，或不要在作业里等待同一线程池的另一个作业。";
    OWN_LOCK: "It waited for a lock that it holds itself", "等待了自己持有的锁";
    OWN_LOCK_WHY: "{0}. Nobody else could have released it: only a timeout or a cancellation ended the wait. Do not take a lock again that you hold, or let it be a threading.RLock, which its thread may take several times.",
        "{0}。没有别人能释放它：只有超时或取消才结束了等待。不要再次获取已经持有的锁；在线程中可以改用 threading.RLock，它允许同一线程多次获取。";
    WAIT_CIRCLE: "They waited for each other in a circle", "它们曾互相等待，形成环";
    WAIT_CIRCLE_WHY: "{all}. None of them could go on by itself: only a timeout or a cancellation ended it. Take locks in the same order everywhere.",
        "{all}。谁都无法自己继续：只有超时或取消才结束了等待。请在各处按同样的顺序获取锁。";
    NOT_STARTED: "{0} was never started", "{0} 从未启动";
    NOT_STARTED_WHY: "Line {line} makes {0}, and in this run nothing called its start(): only that lets it work beside the others.",
        "第 {line} 行创建了 {0}，但这次运行中没有调用它的 start()：只有 start() 才会让它与其他线程同时工作。";
    DAEMON_CUT: "{0} was cut off in the middle", "{0} 在中途被中断了";
    DAEMON_CUT_WHY: "When the program ended, {0} was at line {1}: Python does not wait for daemon threads. Join it before the end, or make it no daemon.",
        "程序结束时，{0} 正运行到第 {1} 行：Python 不会等待守护线程。请在结束前 join 它，或不要把它设为守护线程。";
    NEVER_YIELDS: "Line {line} never lets the loop run anything else", "第 {line} 行一直不让事件循环运行其他任务";
    NEVER_YIELDS_WHY: "Line {line} computed for {1} without an await, until the run was stopped: the loop could run nothing else meanwhile, although {2} was ready or due. Await what it waits for (an Event, a Queue, the task), or at least asyncio.sleep(0) in each round.",
        "第 {line} 行没有 await，连续计算了 {1}，直到运行被停止：这期间事件循环无法运行其他任务，尽管 {2} 已就绪或到期。请 await 它要等的东西（Event、Queue 或任务），或者至少在每次循环中 await asyncio.sleep(0)。";
    NOTHING_PUT: "Nobody is left who would put something into {1}", "没有人会再往 {1} 里放入元素";
    NOTHING_PUT_WHY: "{0}, and nobody is left who would put something into it. Put a last item for each who gets from it (None, say) by which it knows that all is over, or cancel those who wait once all items are done.",
        "{0}，但没有人会再放入元素。请为每个消费者放入一个结束标记（例如 None），或在所有项处理完之后取消仍在等待的任务。";
    NEVER_SET: "Nobody sets {1}", "没有人设置 {1}";
    NEVER_SET_WHY: "{0}, and no line has called set() on it. Let whoever brings about what it stands for call set().",
        "{0}，但没有任何一行调用过它的 set()。请在它所代表的事情发生之后调用 set()。";
    NEVER_NOTIFIED: "Nobody notifies {1}", "没有人通知 {1}";
    NEVER_NOTIFIED_WHY: "{0}, and no line has called notify() on it. Let whoever changes what is waited for call notify_all() in its with block.",
        "{0}，但没有任何一行调用过它的 notify()。请在改变了所等待的状态之后，在它的 with 块里调用 notify_all()。";
    NOTIFIED_FEW: "{1} has woken too few", "{1} 唤醒的太少";
    NOTIFIED_FEW_WHY: "Line {line} woke {0} of those who wait for {1}, and {2} still wait. notify() wakes one of them, notify_all() wakes all.",
        "第 {line} 行唤醒了 {0} 个等待 {1} 的任务或线程，还有 {2} 个在等待。notify() 只唤醒一个，notify_all() 唤醒所有。";
    TOO_FEW_PARTIES: "Too few come to {0}", "到达 {0} 的太少";
    TOO_FEW_PARTIES_WHY: "{0} lets nobody go on before {1} are there, and only {2} have come. Make it for as many as there are, or let the others come too.",
        "{0} 要等 {1} 个都到齐才会放行，而现在只来了 {2} 个。请把数目改成实际的个数，或者让其余的也到达。";
    NOTIFIED_BEFORE: "{1} was notified before anybody waited for it", "{1} 发出通知时还没有人在等待";
    NOTIFIED_BEFORE_WHY: "{0}. Line {2} notified it before, when nobody waited, and a notification is not kept. Let the one who notifies set a variable, and wait with wait_for(lambda: …), which looks at that first; or use an Event, which stays set.",
        "{0}。第 {2} 行此前已经发出通知，但当时没有人在等待，而通知不会保留。请让发出通知的一方设置一个变量，用 wait_for(lambda: …) 等待，它会先检查这个变量；或者改用 Event，它会保持已设置的状态。";
    SIBLINGS_LEFT: "gather failed, but {all} went on", "gather 失败了，但 {all} 仍在运行";
    SIBLINGS_LEFT_WHY: "gather passes the first exception on and does not cancel the others: {all}. A TaskGroup would.",
        "gather 把第一个异常传出，但不取消其他任务：{all}。TaskGroup 会取消它们。";
    SEQUENTIAL: "These waits could overlap", "这些等待可以同时进行";
    SEQUENTIAL_WHY: "Lines {line} to {last} wait one after another, {time} in all, and nothing else runs meanwhile. If none of them needs what another does, asyncio.gather waits for all at once.",
        "第 {line} 到 {last} 行一个接一个地等待，共 {time}，期间没有别的在运行。如果它们互不依赖，asyncio.gather 可以同时等待它们。";
    ONE_BY_ONE_WHY: "Line {line} waits {count} times, {time} in all: each round of the loop waits before the next begins, and nothing else runs meanwhile. If none needs what another gave, nor has to come after it: await asyncio.gather(*[… for …]) waits for all at once.",
        "第 {line} 行等待了 {count} 次，共 {time}：循环的每一轮都等完才开始下一轮，期间没有别的在运行。如果它们互不依赖，也没有先后要求，可以用 await asyncio.gather(*[… for …]) 同时等待。";
    TASK_BY_TASK_WHY: "Line {line} makes a task and waits for it at once, {count} times, {time} in all: the next is made only when it has ended. Make all tasks first, and await them then: await asyncio.gather(*tasks).",
        "第 {line} 行创建任务后立即等待它，共 {count} 次、{time}：要等它结束才会创建下一个。请先创建所有任务，再一起等待：await asyncio.gather(*tasks)。";
    JOB_BY_JOB_WHY: "Line {line} hands a job to a thread and waits for it at once, {count} times, {time} in all: no two run at the same time. await asyncio.gather(*[… for …]) hands over all first.",
        "第 {line} 行把作业交给线程后立即等待，共 {count} 次、{time}：没有任何两个作业同时运行。可以用 await asyncio.gather(*[… for …]) 先全部提交。";
    THREAD_BY_THREAD_WHY: "Line {line} joins each where it was started, {count} times, {time} in all: the next starts only when it has ended. Start all in one loop, and join them in a second.",
        "第 {line} 行在启动每一个之后立即 join，共 {count} 次、{time}：要等它结束才会启动下一个。请先在一个循环里全部启动，再在第二个循环里 join。";
    FUTURE_BY_FUTURE_WHY: "Line {line} asks for each result where the job was submitted, {count} times, {time} in all: the next is submitted only when it is there. Submit all first and keep the futures, or use map.",
        "第 {line} 行提交作业后立即取结果，共 {count} 次、{time}：要等结果出来才会提交下一个。请先全部提交并保存这些 future，或者使用 map。";
    CLOSED_LOOP: "The event loop is closed", "事件循环已经关闭";
    CLOSED_LOOP_WHY: "Line {line} uses a loop that was closed before. Make everything inside one asyncio.run.",
        "第 {line} 行使用了已经关闭的事件循环。把一切放在同一个 asyncio.run 里。";
    LOOP_IN_LOOP: "An event loop already runs here", "这里已经有事件循环在运行";
    LOOP_IN_LOOP_WHY: "Line {line} starts an event loop while one runs, and a thread runs one at a time. In a coroutine write await in place of asyncio.run or run_until_complete.",
        "第 {line} 行在一个事件循环运行时又启动事件循环，而一个线程同一时刻只能运行一个。在协程里请用 await 代替 asyncio.run 或 run_until_complete。";
    NO_RUNNING_LOOP: "No event loop runs here", "这里没有正在运行的事件循环";
    NO_RUNNING_LOOP_WHY: "Line {line} needs a running event loop. Move it into a coroutine, and start that with asyncio.run.",
        "第 {line} 行需要正在运行的事件循环。请把它移到协程里，再用 asyncio.run 启动那个协程。";
    NO_LOOP_IN_THREAD: "This thread has no event loop", "这个线程没有事件循环";
    NO_LOOP_IN_THREAD_WHY: "Line {line} needs the thread's event loop, which Python makes for the main thread only. Make one with asyncio.new_event_loop, or call asyncio.run. If the loop of another thread is meant, hand it over.",
        "第 {line} 行需要当前线程的事件循环，而 Python 只为主线程自动创建。请用 asyncio.new_event_loop 创建一个，或者调用 asyncio.run。如果要用另一个线程的循环，请把它传进来。";
    AWAITED_TWICE: "A coroutine can be awaited only once", "一个协程只能 await 一次";
    AWAITED_TWICE_WHY: "Line {line} awaits a coroutine that has ended already. Call its function again for a new one, or keep a task, which may be awaited again and again.",
        "第 {line} 行 await 的协程已经结束。请再调用一次函数得到新的协程，或者保存一个任务：任务可以反复 await。";
    NOT_CALLED: "The function was not called", "函数没有被调用";
    NOT_CALLED_WHY: "Line {line} passes the function itself where its coroutine is wanted. Call it: put () behind its name.",
        "第 {line} 行传入的是函数本身，而这里需要它的协程。请调用它：在名字后面加上 ()。";
    ASYNC_FOR: "This needs async for", "这里需要 async for";
    ASYNC_FOR_WHY: "Line {line} takes what is iterated asynchronously, as an async generator is, without async for. Each item is awaited: go through it with async for.",
        "第 {line} 行没有用 async for 取异步可迭代对象（例如异步生成器）的各项。它的每一项都要等待：请用 async for 遍历。";
    PLAIN_FOR: "This needs a plain for", "这里需要普通的 for";
    PLAIN_FOR_WHY: "In line {line} async for was given an ordinary iterable. Write for.",
        "第 {line} 行的 async for 遍历的是普通的可迭代对象，不需要等待。请写 for。";
    ASYNC_WITH: "This cannot be entered by with", "不能用 with 进入";
    ASYNC_WITH_WHY: "The object in line {line} has no __enter__ and __exit__. Asynchronous context managers, such as asyncio's locks and timeouts, are entered with async with.",
        "第 {line} 行的对象没有 __enter__ 和 __exit__。异步上下文管理器，例如 asyncio 的锁和超时，要用 async with 进入。";
    PLAIN_WITH: "This cannot be entered by async with", "不能用 async with 进入";
    PLAIN_WITH_WHY: "The object in line {line} has no __aenter__ and __aexit__. Ordinary context managers, such as files, are entered with plain with.",
        "第 {line} 行的对象没有 __aenter__ 和 __aexit__。普通的上下文管理器，例如文件，要用普通的 with 进入。";
    NOTHING_TO_RUN: "{0} has nothing to run", "{0} 没有可运行的函数";
    NOTHING_TO_RUN_WHY: "Line {line} starts {0}, whose target is None. Was its function called where it was to be passed? Write target=work, args=(1, 2) instead of target=work(1, 2).",
        "第 {line} 行启动 {0}，但它的 target 是 None。是不是把函数调用了，而不是传入函数？请写 target=work，参数放在 args 里，不要写 target=work(1)。";
    NOT_CALLABLE: "{0} is not a function", "{0} 不是函数";
    NOT_CALLABLE_WHY: "Line {line} hands {0} over to be called: the job fails with TypeError, which shows only where its result is asked for. Was the function called where it was to be passed? Pass the function and its arguments apart, as in submit(work, 1).",
        "第 {line} 行把 {0} 交出去调用：这个作业会以 TypeError 失败，而只有取结果时才看得到。是不是把函数调用了，而不是传入函数？请把函数和参数分开传：submit 先要函数，再要它的参数。";
    OTHER_LOOP: "This object belongs to another event loop", "它属于另一个事件循环";
    OTHER_LOOP_WHY: "Line {line} waits for an object on which somebody waited in another event loop. Make it within the coroutine that this asyncio.run runs.",
        "第 {line} 行等待的对象曾在另一个事件循环里被等待过。请在这个 asyncio.run 运行的协程里创建它。";
    STARTED_TWICE: "A thread can be started only once", "一个线程只能启动一次";
    STARTED_TWICE_WHY: "Line {line} starts a thread that was started before. Make a new Thread for each start.",
        "第 {line} 行启动的线程以前启动过。每次启动都要新建一个 Thread。";
    NOT_ACQUIRED: "The lock was not acquired", "没有先获取锁";
    NOT_ACQUIRED_WHY: "Line {line} needs a lock that is acquired, and it is not. with (async with in a coroutine) acquires and releases in pairs.",
        "第 {line} 行需要已经获取的锁，而它没有被获取。with（协程里用 async with）会成对地获取和释放。";
    ASYNC_TARGET: "{0} is a coroutine function", "{0} 是协程函数";
    ASYNC_TARGET_WHY: "Line {line} hands {0} over to be called elsewhere: that only makes a coroutine object, and none of its code runs. Hand over asyncio.run, and the coroutine {0}() as its argument.",
        "第 {line} 行把 {0} 交给别处去调用：这只创建协程对象，其中的代码都不会运行。请改为交出 asyncio.run，并把协程 {0}() 作为它的参数。";
    NOT_A_COROUTINE: "{0} is no coroutine", "{0} 不是协程";
    NOT_A_COROUTINE_WHY: "Line {line} needs a coroutine and was given {0}. Is the function that gives it missing async?",
        "第 {line} 行需要协程，得到的却是 {0}。是不是返回它的函数缺少 async？";
    WAIT_FOR_ONE: "asyncio.wait takes several", "asyncio.wait 需要一组任务";
    WAIT_FOR_ONE_WHY: "Line {line} gives asyncio.wait one {0} alone. Give it a list, as in asyncio.wait([task]); or await the one itself.",
        "第 {line} 行只给了 asyncio.wait 一个 {0}。请给它一个列表，例如 asyncio.wait([task])；只等一个时直接 await 它。";
    GATHERED_WHOLE: "gather was given one {0}", "gather 得到的是一个 {0}";
    GATHERED_WHOLE_WHY: "asyncio.gather takes each awaitable as an argument of its own, and line {line} gives it one {0} with all of them. Take them apart with *: {1}.",
        "asyncio.gather 要求每个可等待对象各是一个参数，而第 {line} 行把它们放在一个 {0} 里整个传入。请用 * 把它们展开：{1}。";
    WRONG_ARGUMENTS: "{0} is called with the wrong arguments", "{0} 的参数不对";
    WRONG_ARGUMENTS_WHY: "The call in line {line} does not fit. Python says: {0} {1}. Line {2} says what it takes: {3}.",
        "第 {line} 行的调用不符合要求，Python 说：{0} {1}。第 {2} 行定义了它的参数：{3}。";
    OTHER_ARGUMENTS_WHY: "The call in line {line} does not fit. Python says: {0} {1}.", "第 {line} 行的调用不符合要求，Python 说：{0} {1}。";
    MISSING_SELF: "{0} has no self", "{0} 缺少 self";
    MISSING_SELF_WHY: "Line {line} calls {0} as a method: Python gives it the object itself as the first argument, for which its def in line {1} has no parameter. Begin its parameters with self.",
        "第 {line} 行把 {0} 当作方法调用：Python 会把对象本身作为第一个参数传入，而第 {1} 行的 def 没有接收它的参数。请把 self 写成第一个参数。";
    FLAG_LOST: "{0} stays as it was", "{0} 没有改变";
    FLAG_LOST_WHY: "Line {line} gives the function a variable {0} of its own. The program's {0}, at which line {1} looks, stays as it was. Begin the function with: global {0}.",
        "第 {line} 行赋值的是这个函数自己的变量 {0}。第 {1} 行检查的是函数外的 {0}，它没有改变。请在函数开头写 global {0}。";
    JOIN_GIVES_NONE: "join() gives no result", "join() 不返回结果";
    JOIN_GIVES_NONE_WHY: "Line {line} uses what {0}.join() gives: that is always None, since join() only waits for the end. Let the thread put its result into a list or a queue; or submit the function to a ThreadPoolExecutor: result() of the future waits, and gives it.",
        "第 {line} 行使用了 {0}.join() 的返回值，但它永远是 None：join() 只是等待结束。可以让线程把结果放进列表或队列；也可以把函数交给 ThreadPoolExecutor，它返回的 future 的 result() 会等待并给出结果。";
    TIMEOUT_NOT_CAUGHT: "Nothing catches the timeout", "超时没有被捕获";
    TIMEOUT_NOT_CAUGHT_WHY: "What line {line} waits for took longer than it may, so TimeoutError is raised there, and nothing catches it. Put the line into a try block, and say behind except TimeoutError: what is to happen then.",
        "第 {line} 行等待的事没有在限定的时间内完成，因此这里抛出 TimeoutError，而没有代码捕获它。请把这一行放进 try 块，并在 except TimeoutError: 后面写明超时后怎么办。";
    TEXT_FOR_NUMBER: "A text is taken for a number", "把文本当成了数字";
    TEXT_FOR_NUMBER_WHY: "Line {line} needs a number where it has a text. int(…) or float(…) makes a number of a text; what input() gives is always a text.",
        "第 {line} 行需要数字，得到的却是文本。用 int(…) 或 float(…) 把文本变成数字；input() 得到的总是文本。";
    NUMBER_IN_TEXT: "A number is put to a text", "把数字和文本连在了一起";
    NUMBER_IN_TEXT_WHY: "Line {line} puts a text and a number together with +, which takes two of a kind. str(…) makes a text of the number; an f-string takes both.",
        "第 {line} 行用 + 连接文本和数字，而 + 两边必须是同一种。用 str(…) 把数字变成文本，或者改用 f 字符串。";
    MISSING_GLOBAL: "{0} is local here", "{0} 在这里是局部变量";
    MISSING_GLOBAL_WHY: "The function around line {line} assigns {0}, which makes it the function's own, without a value at first. To change the program's variable, begin the function with: global {0}.",
        "第 {line} 行所在的函数给 {0} 赋值，所以它是这个函数自己的变量，开始时没有值。要修改函数外的那个变量，请在函数开头写 global {0}。";
    NOT_PICKLABLE: "{0} cannot be handed to a process", "{0} 不能交给进程";
    NOT_PICKLABLE_WHY: "Line {line} hands {0} to another process, which finds functions by name in the module: not a lambda, nor one defined within a function. Define it with def at the top level.",
        "第 {line} 行把 {0} 交给另一个进程，而进程是按名字在模块里找函数的：找不到 lambda，也找不到在函数里定义的函数。请在模块顶层用 def 定义它。";
    AFTER_SHUTDOWN: "This executor is shut down", "线程池或进程池已经关闭";
    AFTER_SHUTDOWN_WHY: "Line {line} hands a job to an executor after its with block or its shutdown(). Do it before that, or make another executor.",
        "第 {line} 行在 with 块结束或 shutdown() 之后还提交作业。请在那之前提交，或者新建一个。";
    NO_TUPLE: "args is no tuple", "args 不是元组";
    NO_TUPLE_WHY: "Line {line} gives one {0} as args, where the arguments stand in a tuple. A tuple with one item needs a comma: args=(x,).",
        "第 {line} 行的 args 是一个 {0}，而参数要放在元组里。元组只有一项时，要写在括号里，并在它后面加一个英文逗号。";
    MISSPELLED: "There is no {0} here", "这里没有 {0}";
    MISSPELLED_WHY: "Line {line} says {0}, and nothing has that name here. Perhaps {1} is meant.",
        "第 {line} 行写的是 {0}，但这里没有这个名字。也许想写的是 {1}。";
    NOTEBOOK: "This is a notebook's file", "这是 notebook 文件";
    NOTEBOOK_WHY: "A notebook (.ipynb) holds its code in cells, among much else, and the whole is no program: Python runs none of the cells. Leave only their code.",
        "notebook（.ipynb）把代码放在单元格里，还带有许多别的内容。整个文件不是程序，Python 不会运行其中任何一个单元格。请只留下单元格里的代码。";
    STRAY_WORD: "{0} stands alone", "只有 {0} 的一行";
    STRAY_WORD_WHY: "Line {line} holds nothing but {0}, and nothing has that name here. Did it come along when the code was copied from a page? Then delete it.",
        "第 {line} 行只有 {0}，而这里没有这个名字。它是从网页复制代码时一起带来的吗？如果是，请删除它。";
    NOT_IMPORTED: "{0} is not imported", "没有导入 {0}";
    NOT_IMPORTED_WHY: "Line {line} uses the module {0}, which the program has not imported. Begin the program with: import {0}.",
        "第 {line} 行使用了模块 {0}，但程序没有导入它。请在程序开头写 import {0}。";
    NAME_NOT_IMPORTED_WHY: "Line {line} says {0}, which is in the module {1}, and the program has not imported it. Begin the program with: from {1} import {0}.",
        "第 {line} 行使用了 {0}。它在模块 {1} 里，但程序没有导入它。请在程序开头写 from {1} import {0}。";
    RESULT_NOT_SET: "There is no result yet", "还没有结果";
    RESULT_NOT_SET_WHY: "Line {line} asks for a result before it is there: result() does not wait. Await the task or future instead: await waits, and gives the result.",
        "第 {line} 行在得出结果之前就去取：result() 不会等待。请改为 await 这个任务或 future：await 会等待，并给出结果。";
    NOT_ITS_RESULT: "A {0} is not its result", "{0} 本身不是结果";
    NOT_ITS_RESULT_WHY: "Line {line} works with a {0} itself, not with what it gives. Await it first: await waits, and gives the result.",
        "第 {line} 行用的是 {0} 本身，而不是它的结果。请先 await 它：await 会等待，并给出结果。";
    NOT_AWAITABLE: "{0} cannot be awaited", "{0} 不能被 await";
    NOT_AWAITABLE_WHY: "In line {line} await was given {0}, which is no coroutine, task or future. Is the function missing async, or was it called with await by mistake?",
        "第 {line} 行的 await 得到了 {0}，它不是协程、任务或 Future。是函数缺少 async，还是多写了 await？";
    SYNTAX: "{0}", "{0}";
    SYNTAX_WHY: "Python cannot compile line {line}: {0}.", "Python 无法编译第 {line} 行：{0}。";
    UNSUPPORTED: "{0} is not supported in Loopscope", "Loopscope 不支持 {0}";
    UNSUPPORTED_WHY: "Line {line} needs {0}. {1}", "第 {line} 行需要 {0}。{1}";
    MISSING_PACKAGE: "There is no {0} here", "这里没有 {0}";
    MISSING_PACKAGE_WHY: "Line {line} imports {0}, which is not in Python's library. Is it a file of yours? Put its code behind the program, under a line with its name. Packages cannot be installed; a few are simulated, such as aiohttp, httpx, requests and aiofiles.",
        "第 {line} 行导入 {0}，它不在 Python 标准库中。如果它是你自己的文件，请把其中的代码放在程序后面，放在写有文件名的一行之下。这里不能安装包；只模拟了少数几个，例如 aiohttp、httpx、requests 和 aiofiles。";
    OUTDATED: "{0} is no longer in Python", "{0} 已不在 Python 中";
    OUTDATED_WHY: "Line {line} uses {0}, which Python {1} removed. Write {2} instead.", "第 {line} 行使用了 {0}，Python {1} 已将它移除。请改用 {2}。";
    MISSING_FILE: "There is no file {0} here", "这里没有文件 {0}";
    MISSING_FILE_WHY: "Line {line} wants {0}. A run's files are in memory, and at first there are none but the program's own. Put the text of yours behind the program, under a line with its name.",
        "第 {line} 行需要 {0}。运行时的文件都在内存里，开始时只有程序自带的文件。请把你的文件内容放在程序后面，放在写有文件名的一行之下。";
    FINDING: "{code}", "{code}";
    FINDING_WHY: "Line {line}: {all}", "第 {line} 行：{all}";
}
