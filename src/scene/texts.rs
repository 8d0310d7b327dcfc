//! The table of texts of the narration and of the scenes' words, English and Chinese side by side. Terms follow the
//! glossary: 协程 任务 事件循环 就绪队列 定时器 等待 让出 取消 信号量 阻塞 线程池.

use super::say::templates;

templates! {
    // -- stops --
    START: "Nothing has run yet. One step on, Python runs the first line.",
        "程序还没有开始。走一步，Python 就运行第一行。";
    FINISHED: "The program has ended after {time}, exit status {code}.", "程序在 {time} 结束，退出状态为 {code}。";
    FAILED: "The program has ended after {time} with exit status {code}: the end of stderr says why.",
        "程序在 {time} 结束，退出状态为 {code}：stderr 的末尾说明了原因。";
    STOPPED: "The run was stopped at {time}. What was recorded until then can be played.",
        "运行在 {time} 被停止。到此为止的记录可以回放。";
    DEADLOCK: "Deadlock at {time}: everybody waits, and nothing can wake anybody.",
        "在 {time} 发生死锁：所有人都在等待，没有什么能唤醒谁。";
    DEADLOCK_CIRCLE: "{all}.", "{all}。";
    TIME_LIMIT: "The run was stopped at its limit of virtual time, {time}.", "运行到达虚拟时间上限 {time}，已停止。";
    EVENT_LIMIT: "The run was stopped after {count} events. What was recorded until then can be played.",
        "运行在 {count} 个事件之后停止。到此为止的记录可以回放。";
    OUTPUT_LIMIT: "The run was stopped at the limit of its output.", "运行到达输出上限，已停止。";
    MEMORY_LIMIT: "The run was stopped at the limit of its memory.", "运行到达内存上限，已停止。";
    STEP_LIMIT: "The run was stopped: one operation computed for too long.", "一次操作计算得太久，运行已停止。";
    INTERNAL_ERROR: "The run was stopped by an error of Loopscope's own: {text}.", "运行因 Loopscope 自身的错误而停止：{text}。";
    NOT_SUPPORTED: "Not supported in Loopscope: {text}.", "Loopscope 不支持：{text}。";
    SYNTAX_ERROR: "The program does not compile: {text}.", "程序无法编译：{text}。";

    LINE: "{who} runs line {line}: {code}", "{who}运行第 {line} 行：{code}";
    LINE_AGAIN: "{who} runs line {line} again: {code}", "{who}又一次运行第 {line} 行：{code}";
    LINE_GENERATOR: "{who} runs the generator expression of line {line}: {code}", "{who}运行第 {line} 行的生成器表达式：{code}";
    LINE_AWAITS: "{who} runs line {line}: {code}. It goes on inside {function}: still the same task, the loop is not asked.",
        "{who}运行第 {line} 行：{code}。它进入 {function} 继续：仍是同一个任务，不经过事件循环。";
    DEFINES_COROUTINE: "{who} defines the coroutine function {name}. None of its code runs yet.",
        "{who}定义协程函数 {name}。其中的代码还不会运行。";
    DEFINES_FUNCTION: "{who} defines the function {name}. None of its code runs yet.",
        "{who}定义函数 {name}。其中的代码还不会运行。";
    DEFINES_CLASS: "{who} defines the class {name}.", "{who}定义类 {name}。";
    CLASS_BODY: "{who} runs the body of the class {name}, line by line.", "{who}逐行运行类 {name} 的类体。";
    LINE_PLAIN: "{who} runs line {line}.", "{who}运行第 {line} 行。";
    COUNTED: "{who} runs {count} more lines, the last of them line {line}.", "{who}又运行了 {count} 行，最后是第 {line} 行。";
    OTHER: "{who} goes on.", "{who}继续。";

    // -- clock and timers --
    CLOCK: "The clock moves on by {by} to {time}.", "时钟前进 {by}，到 {time}。";
    CLOCK_IDLE: "Nothing is ready, so the clock moves on by {by} to {time}.", "没有就绪的任务，时钟前进 {by}，到 {time}。";
    CLOCK_TIMER: "Nothing is ready, so the clock moves on by {by} to {time}: {what} of {who} is due.",
        "没有就绪的任务，时钟前进 {by}，到 {time}：{who}的 {what} 到期。";
    CLOCK_CALLBACK: "Nothing is ready, so the clock moves on by {by} to {time}, when {what} is due.",
        "没有就绪的任务，时钟前进 {by}，到 {time}：{what} 到期。";
    CLOCK_TIMERS: "Nothing is ready, so the clock moves on by {by} to {time}: {count} timers are due, of {who}.",
        "没有就绪的任务，时钟前进 {by}，到 {time}：{count} 个定时器到期，属于{who}。";
    CLOCK_CALL_OVER: "The clock moves on by {by} to {time}: the blocking {what} of {who} is over.",
        "时钟前进 {by}，到 {time}：{who}的阻塞调用 {what} 结束。";
    CLOCK_ANSWER: "The clock moves on by {by} to {time}: the answer to {what} of {who} has come.",
        "时钟前进 {by}，到 {time}：{who}的 {what} 的应答到了。";
    CLOCK_COMPUTING: "{who} has been computing: that takes {by}, and the clock reads {time}. Nothing else could run.",
        "{who}一直在计算，用去 {by}，时钟到 {time}。这段时间别的都不能运行。";
    TIMERS: "The timer of {who} is due, so its callback enters the ready queue.", "{who}的定时器到期，它的回调进入就绪队列。";
    TIMERS_LATE: "The timer of {who} was due at {due}; only now does the loop come to it, and its callback enters the ready queue.",
        "{who}的定时器在 {due} 就已到期；事件循环到现在才轮到它，它的回调进入就绪队列。";
    TIMERS_MANY: "{count} timers are due, of {who}: their callbacks enter the ready queue.",
        "{count} 个定时器到期，属于{who}：它们的回调进入就绪队列。";

    // -- the loop takes a handle --
    TAKEN_START: "The loop takes {who} from the ready queue, and it starts.", "事件循环从就绪队列取出{who}，它开始运行。";
    TAKEN_SLEEP: "{who} wakes: its {what} is over.", "{who}醒来：它的 {what} 结束了。";
    TAKEN_ANSWER: "{who} goes on: the answer to {what} has come.", "{who}继续：{what} 的应答到了。";
    TAKEN_YIELDED: "It is the turn of {who} again, and it goes on at line {line}.", "又轮到{who}，它从第 {line} 行继续。";
    TAKEN_TASK: "{who} goes on: {other}, for which it waited, has ended.", "{who}继续：它等待的{other}已经结束。";
    TAKEN_GATHER: "{who} goes on: all that {what} waited for has ended.", "{who}继续：{what} 等待的都结束了。";
    TAKEN_TASK_CANCELLED: "{who} goes on: {other}, for which it waited, was cancelled, so CancelledError is raised at line {line}.",
        "{who}继续：它等待的{other}被取消了，于是第 {line} 行抛出 CancelledError。";
    TAKEN_MEMBER: "{who} goes on: {other} of {what} has ended.", "{who}继续：{what} 中的{other}已经结束。";
    TAKEN_OBJECT: "{who} goes on: its wait for {what} is over.", "{who}继续：它对 {what} 的等待结束了。";
    TAKEN_CANCELLED_INSIDE: "{who} is woken by its cancellation: CancelledError is raised where it waits.",
        "{who}因为被取消而醒来：在它等待的地方抛出 CancelledError。";
    TAKEN_CANCELLED: "{who} is woken by its cancellation: at line {line} CancelledError is raised.",
        "{who}因为被取消而醒来：第 {line} 行抛出 CancelledError。";
    TAKEN_CANCELLED_UNSTARTED: "{who} was cancelled before it could start.", "{who}还没有开始就被取消了。";
    TAKEN_THROWN: "{who} goes on: what it waited for failed, and the exception is raised at line {line}.",
        "{who}继续：它等待的失败了，异常在第 {line} 行抛出。";
    TAKEN_CALLBACK: "The loop takes the callback {what} from the ready queue and calls it.",
        "事件循环从就绪队列取出回调 {what} 并调用它。";
    DOES_ACCEPT: "It accepts who wants to connect.", "它接受想要连接的一方。";
    DOES_CONNECT: "The connection stands.", "连接已经建立。";
    DOES_UNWATCH: "The loop need not watch that socket any more.", "事件循环不必再监视那个套接字。";
    DOES_TRY_AGAIN: "The socket is ready, so it does what the socket was waited for.", "套接字已就绪，于是它做等待时想做的事。";
    DOES_WATCH_PIPE: "From now on the loop watches whether the other side closes the pipe.", "从现在起事件循环留意对方是否关闭管道。";
    DOES_READ_CLOSED: "The other side has closed the pipe.", "对方关闭了管道。";
    DOES_CLOSE_PIPE: "It closes the pipe and tells the protocol so.", "它关闭管道，并告诉协议。";
    DOES_PROCESS_BEGUN: "It tells the protocol that the process runs.", "它告诉协议：进程已经启动。";
    DOES_TELL_EXITED: "It tells the protocol that the process has ended.", "它告诉协议：进程已经结束。";
    DOES_PROCESS_OVER: "The process has ended and its pipes are closed.", "进程已经结束，它的管道也都关闭了。";
    DOES_PIPE_MADE: "It tells the protocol that a pipe to the process stands.", "它告诉协议：通往进程的管道已经建立。";
    DOES_PIPE_READ: "It hands what the process has written to its reader.", "它把进程写出的内容交给读取者。";
    DOES_PIPE_END: "The process writes nothing more.", "进程不会再写出任何内容。";
    DOES_PIPE_LOST: "A pipe to the process is closed.", "通往进程的一个管道关闭了。";
    DOES_END: "The other side sends nothing more.", "对方不会再发送任何内容。";
    DOES_TELL_MADE: "It tells the protocol that the connection stands.", "它告诉协议：连接已经建立。";
    DOES_LOOK_AFTER: "It looks whether the task that served the connection has failed.", "它查看服务这个连接的任务是否失败了。";
    DOES_WATCH: "From now on the loop watches the socket for bytes.", "从现在起事件循环监视这个套接字，等待字节到来。";
    DOES_READ: "Bytes have come in, or their end.", "有字节到来，或者到了末尾。";
    DOES_READ_DATAGRAM: "A datagram has come in.", "有一个数据报到来。";
    DOES_WRITE: "The other side takes bytes again.", "对方又可以接收字节了。";
    DOES_CLOSE: "It closes the socket and tells the protocol that the connection is lost.", "它关闭套接字，并告诉协议连接已断开。";
    DOES_END_WAIT: "It ends a wait.", "它结束一次等待。";
    DOES_PROCESS_EXITED: "The process has ended.", "进程已经结束。";
    INTERNAL: "The loop runs a callback of asyncio's own: {what}.", "事件循环运行 asyncio 自己的回调：{what}。";
    INTERNAL_ANSWER: "The loop runs the timer's callback: the answer to {what} has come, so {who} enters the ready queue.",
        "事件循环运行定时器的回调：{what} 的应答到了，{who}进入就绪队列。";
    INTERNAL_SLEEP: "The loop runs the timer's callback: {what} is over, so {who} enters the ready queue.",
        "事件循环运行定时器的回调：{what} 结束，{who}进入就绪队列。";
    INTERNAL_RESULT: "The loop learns that {what} has ended.", "事件循环得知 {what} 已经结束。";
    INTERNAL_RESULT_WAKES: "The loop learns that {what} has ended: {who} enters the ready queue.",
        "事件循环得知 {what} 已经结束：{who}进入就绪队列。";
    INTERNAL_CREATES: "The loop runs a callback of asyncio's own, which makes the task {other}: it enters the ready queue.",
        "事件循环运行 asyncio 自己的一个回调，它创建任务{other}：任务进入就绪队列。";
    INTERNAL_TELLS_THREAD: "The loop passes on that {child} has ended: {other}, which waited for it, may run again.",
        "事件循环传达{child}已经结束：等待它的{other}可以继续运行。";
    INTERNAL_KEEPS_JOB: "The loop looks whether the wait for {what} was cancelled. It was not, so there is nothing to do.",
        "事件循环查看对 {what} 的等待是否被取消。没有，所以什么也不用做。";
    INTERNAL_CANCELS_JOB: "The wait for {what} was cancelled, so the loop tries to cancel the job too.",
        "对 {what} 的等待被取消，于是事件循环也试着取消这项工作。";
    INTERNAL_WAKES: "The loop runs a callback of asyncio's own, {what}: {who} enters the ready queue.",
        "事件循环运行 asyncio 自己的回调 {what}：{who}进入就绪队列。";
    INTERNAL_SHIELD_PASSES: "shield passes on that {child} has ended, so {who} enters the ready queue.",
        "shield 传达{child}已经结束，于是{who}进入就绪队列。";
    INTERNAL_SHIELD_LEFT: "shield notes that nobody waits any more; what it protects goes on.",
        "shield 记下已经没有谁在等待；它保护的任务继续运行。";
    INTERNAL_SHIELD_TIDIES: "shield has passed on what it protected, and tidies up.", "shield 已经传达了它保护的任务的结果，做最后的清理。";
    INTERNAL_TIME_UP: "The time of {what} is up: {who} enters the ready queue.", "{what} 的时间到了，{who}进入就绪队列。";
    INTERNAL_EXPIRES: "The time of {what} is up, so it cancels {who}.", "{what} 的时间到了，于是它取消{who}。";
    INTERNAL_CHILD: "{what} notes that {child} has ended; still to come: {left} of {all}.",
        "{what} 记下{child}已经结束；{all} 个中还差 {left} 个。";
    INTERNAL_CHILDREN: "{what} notes that {child} has ended. That was the last, so {who} enters the ready queue.",
        "{what} 记下{child}已经结束。这是最后一个，于是{who}进入就绪队列。";
    INTERNAL_CHILD_WAKES: "{what} notes that {child} has ended, so {who} enters the ready queue.",
        "{what} 记下{child}已经结束，于是{who}进入就绪队列。";
    INTERNAL_CHILD_LAST: "{what} notes that {child} has ended. That was the last.", "{what} 记下{child}已经结束。这是最后一个。";
    INTERNAL_CHILD_LATE: "{what} notes that {child} has ended, but is itself already done.",
        "{what} 记下{child}已经结束，但它自己早已完成。";
    INTERNAL_FAILS: "{what} notes that {child} failed, and passes the exception on: {who} enters the ready queue.",
        "{what} 记下{child}失败，把异常传下去：{who}进入就绪队列。";
    INTERNAL_ABORTS: "{what} notes that {child} failed, so it cancels the others: {others}.",
        "{what} 记下{child}失败，于是取消其他任务：{others}。";
    INTERNAL_STOP_PLAIN: "The loop stops.", "事件循环停止。";
    CANCELS_LEFT: "The main coroutine has ended, so asyncio.run cancels what is left: {others}.",
        "主协程已经结束，asyncio.run 取消剩下的：{others}。";
    INTERNAL_STOP: "{who} has ended, so the loop stops.", "{who}已经结束，事件循环停止。";

    // -- a task ends --
    ENDS: "{who} ends.", "{who}结束。";
    ENDS_RESULT: "{who} ends and returns {value}.", "{who}结束，返回 {value}。";
    ENDS_WAKES: "{who} ends; {other}, who waited for it, enters the ready queue.", "{who}结束；等待它的{other}进入就绪队列。";
    ENDS_RESULT_WAKES: "{who} ends and returns {value}; {other}, who waited for it, enters the ready queue.",
        "{who}结束，返回 {value}；等待它的{other}进入就绪队列。";
    FAILS: "{who} fails with {value}.", "{who}失败：{value}。";
    FAILS_WAKES: "{who} fails with {value}; {other}, who waited for it, enters the ready queue.",
        "{who}失败：{value}；等待它的{other}进入就绪队列。";
    IS_CANCELLED: "{who} is cancelled, and ends.", "{who}被取消，结束。";
    IS_CANCELLED_WAKES: "{who} is cancelled, and ends; {other}, who waited for it, enters the ready queue.",
        "{who}被取消，结束；等待它的{other}进入就绪队列。";

    // -- waits --
    WAITS_SLEEP: "{who} begins {what}: a timer will wake it at {time}. Until then the loop is free for others.",
        "{who}开始 {what}：定时器将在 {time} 唤醒它。在此之前事件循环可以运行别的任务。";
    WAITS_REQUEST: "{who} sends {what}: the answer comes at {time}. Until then the loop is free for others.",
        "{who}发出请求 {what}：应答将在 {time} 到来。在此之前事件循环可以运行别的任务。";
    WAITS_SLEEP_PLAIN: "{who} begins {what}. Until it wakes the loop is free for others.",
        "{who}开始 {what}。在它醒来之前事件循环可以运行别的任务。";
    WAITS_TASK: "{who} waits until {other} has ended.", "{who}等待{other}结束。";
    WAITS_GET: "{who} waits for {what}, which is empty.", "{who}等待 {what}，它是空的。";
    WAITS_PUT: "{who} waits to put {item} into {what}, which is full: {count} of {all}.",
        "{who}等待把 {item} 放入 {what}，它已满：{count}/{all}。";
    WAITS_JOIN: "{who} waits until {what} is done. Unfinished items: {count}.",
        "{who}等待 {what} 全部完成：还有 {count} 项未完成。";
    WAITS_LOCK: "{who} waits for {what}, which {other} holds.", "{who}等待 {what}，它由{other}持有。";
    WAITS_LOCK_FREE: "{who} waits for {what}.", "{who}等待 {what}。";
    WAITS_SEMAPHORE: "{who} waits for {what}: all places are taken, by {other}.", "{who}等待 {what}：名额已满，由{other}占用。";
    WAITS_EVENT: "{who} waits until {what} is set.", "{who}等待 {what} 被设置。";
    WAITS_CONDITION: "{who} waits to be notified by {what}, and gives its lock back meanwhile.",
        "{who}等待 {what} 的通知，期间释放它的锁。";
    WAITS_BARRIER: "{who} waits at {what}: {count} of {all} are there.", "{who}在 {what} 等待：{all} 个中到了 {count} 个。";
    WAITS_GATHER: "{who} waits for {what}: until all its members have ended.", "{who}等待 {what}：直到它的成员全部结束。";
    WAITS_GATHER_STARTS: "{who} starts {count} tasks with {what}, {others}, and waits until all have ended.",
        "{who}用 {what} 启动 {count} 个任务（{others}），并等待它们全部结束。";
    WAITS_GATHER_ONE: "{who} starts the task {others} with {what}, and waits until it has ended.",
        "{who}用 {what} 启动任务{others}，并等待它结束。";
    WAITS_WAIT: "{who} waits in {what} until all of its {all} tasks have ended.", "{who}在 {what} 中等待它的 {all} 个任务全部结束。";
    WAITS_WAIT_ONE: "{who} waits in {what} until its only task has ended.", "{who}在 {what} 中等待它唯一的任务结束。";
    WAITS_WAIT_FIRST: "{who} waits in {what} until the first of its {all} tasks has ended.",
        "{who}在 {what} 中等待它的 {all} 个任务中最先结束的一个。";
    WAITS_WAIT_FAILS: "{who} waits in {what} until one of its {all} tasks fails, or all have ended.",
        "{who}在 {what} 中等待它的 {all} 个任务中有一个失败，或者全部结束。";
    WAITS_AT_MOST: "At {time} it goes on in any case.", "到 {time} 它无论如何都会继续。";
    WAITS_SHIELD: "{who} waits for what shield protects: that goes on even if {who} is cancelled.",
        "{who}等待 shield 保护的任务：即使{who}被取消，它也会继续。";
    WAITS_GROUP: "{who} waits at the end of {what} until its tasks have ended.", "{who}在 {what} 的末尾等待其中的任务结束。";
    WAITS_NEXT: "{who} waits for the next of {what} to end.", "{who}等待 {what} 中下一个结束。";
    WAITS_JOB: "{who} waits for {what}, which runs in another thread; the loop is free for others.",
        "{who}等待 {what}，它在另一个线程中运行；事件循环可以运行别的任务。";
    WAITS_OUTSIDE: "{who} waits for {what}; meanwhile the loop is free for others.",
        "{who}等待 {what}；期间事件循环可以运行别的任务。";
    WAITS_FUTURE: "{who} waits for {what} to get its result.", "{who}等待 {what} 得到结果。";
    YIELDS: "{who} gives way: it goes to the end of the ready queue.", "{who}让出：它排到就绪队列的末尾。";

    // -- blocking --
    BLOCKS_TASK: "{who} calls {what}, which blocks the whole thread until {time}: no other task can run meanwhile.",
        "{who}调用 {what}，它阻塞整个线程直到 {time}：期间别的任务都不能运行。";
    BLOCKS_TASK_OPEN: "{who} calls {what}, which blocks the whole thread: no other task can run meanwhile.",
        "{who}调用 {what}，它阻塞整个线程：期间别的任务都不能运行。";
    BLOCKS_THREAD: "{who} is blocked by {what} until {time}.", "{who}被 {what} 阻塞，直到 {time}。";
    BLOCKS_THREAD_OPEN: "{who} is blocked by {what}.", "{who}被 {what} 阻塞。";
    BLOCKS_TASK_REQUEST: "{who} sends {what} and waits for the answer, which blocks the whole thread until {time}: no other task can run meanwhile.",
        "{who}发出请求 {what} 并等待应答，整个线程被阻塞直到 {time}：期间别的任务都不能运行。";
    BLOCKS_THREAD_REQUEST: "{who} sends {what} and is blocked until {time}, when the answer comes.",
        "{who}发出请求 {what}，被阻塞到 {time} 应答到来。";
    BLOCKS_TASK_RESULT: "{who} waits for the result of {what}, which blocks the whole thread: no other task can run meanwhile.",
        "{who}等待 {what} 的结果，整个线程被阻塞：期间别的任务都不能运行。";
    BLOCKS_THREAD_RESULT: "{who} is blocked until the result of {what} is there.", "{who}被阻塞，直到 {what} 的结果出来。";
    WAITS_POOL_ENDS: "The loop waits until the threads of its executor have ended.", "事件循环等待它的线程池中的线程全部结束。";
    WAITS_WORK: "{who} has nothing to do and waits for a job.", "{who}没有活干，等待下一项工作。";
    WAITS_STARTED: "{who} waits until the thread that it has started runs.", "{who}等待它启动的线程开始运行。";
    STARTS_AND_WAITS: "{who} starts the thread {other}, and waits until it runs.", "{who}启动线程{other}，等它开始运行。";
    WINDS_UP: "{who} has run to its end and winds up.", "{who}运行完毕，正在收尾。";
    STILL_EMPTY: "The queue is empty.", "队列是空的。";
    STILL_FULL: "The queue is full: {count} of {all}.", "队列已满：{count}/{all}。";
    STILL_UNFINISHED: "Unfinished items: {count}.", "还有 {count} 项未完成。";
    STILL_UNSET: "The event is not set yet.", "事件还没有被设置。";
    STILL_UNNOTIFIED: "It has given the lock back, until it is notified.", "它先放开了锁，等待通知。";
    STILL_PARTIES: "{count} of {all} are there.", "{all} 个中到了 {count} 个。";
    STILL_UNSIGNALLED: "No signal has come yet.", "还没有信号到来。";
    STILL_RUNS: "That thread has not ended yet.", "那个线程还没有结束。";
    BLOCKS_THREAD_LOCK: "{who} is blocked by {what}, which {other} holds.", "{who}被 {what} 阻塞，它由{other}持有。";

    // -- steps that playing passes too quickly to be read one by one --
    GATHERED_AT: "At {time}, {count} steps pass quickly.", "{time}：{count} 步很快走过。";
    GATHERED_SPAN: "From {time} to {until}, {count} steps pass quickly.", "{time} 到 {until}：{count} 步很快走过。";
    GATHERED_WHO: "Who runs: {who}.", "运行的有：{who}。";
    GATHERED_LINES: "Lines of output: {count}.", "输出 {count} 行。";

    // -- what a line does --
    PRINTS: "{who} prints “{text}”.", "{who}打印「{text}」。";
    PRINTS_EMPTY: "{who} prints an empty line.", "{who}打印一个空行。";
    PRINTS_MANY: "{who} prints {count} lines, the last of them “{text}”.", "{who}打印 {count} 行，最后是「{text}」。";
    WRITES_ERROR: "{who} writes to stderr: “{text}”.", "{who}写入 stderr：「{text}」。";
    RUNS_LOOP: "{code} makes an event loop and, of the coroutine, the task {who}; the task enters the ready queue.",
        "{code} 创建事件循环，并把协程做成任务{who}；任务进入就绪队列。";
    RUNS_LOOP_AGAIN: "{code} runs the event loop and makes, of the coroutine, the task {who}; the task enters the ready queue.",
        "{code} 运行事件循环，并把协程做成任务{who}；任务进入就绪队列。";
    MAKES_LOOP: "{who} makes an event loop.", "{who}创建一个事件循环。";
    CREATES_TASK: "{who} creates the task {other}; it enters the ready queue and {who} goes on.",
        "{who}创建任务{other}；它进入就绪队列，{who}继续运行。";
    CREATES_TASKS: "{who} creates {count} tasks: {others}. They enter the ready queue in this order.",
        "{who}创建 {count} 个任务：{others}。它们按此顺序进入就绪队列。";
    CREATES_EAGER: "{who} creates the task {other}, which starts at once.", "{who}创建任务{other}，它立即开始运行。";
    CANCELS: "{who} asks {other} to be cancelled.", "{who}请求取消{other}。";
    CANCELS_WAKES: "{who} asks {other} to be cancelled: its wait ends, and it enters the ready queue.",
        "{who}请求取消{other}：它的等待结束，进入就绪队列。";
    PUTS: "{who} puts {item} into {what}.", "{who}把 {item} 放入 {what}。";
    PUTS_WAKES: "{who} puts {item} into {what}; {other}, who waited for it, enters the ready queue.",
        "{who}把 {item} 放入 {what}；等待它的{other}进入就绪队列。";
    GETS: "{who} takes {item} from {what}.", "{who}从 {what} 取出 {item}。";
    GETS_WAKES: "{who} takes {item} from {what}; there is a free place, so {other} enters the ready queue.",
        "{who}从 {what} 取出 {item}；有了空位，{other}进入就绪队列。";
    TASK_DONE: "{who} says that an item of {what} is done; unfinished: {count}.",
        "{who}表示 {what} 的一项已完成；还有 {count} 项未完成。";
    TASK_DONE_WAKES: "{who} says that an item of {what} is done. That was the last, so {other} enters the ready queue.",
        "{who}表示 {what} 的一项已完成。这是最后一项，{other}进入就绪队列。";
    SHUTS_DOWN: "{who} shuts {what} down.", "{who}关闭 {what}。";
    ACQUIRES: "{who} takes {what}.", "{who}获得 {what}。";
    ACQUIRES_PLACE: "{who} takes a place of {what}; places left: {count}.", "{who}占用 {what} 的一个名额；还剩 {count} 个。";
    RELEASES: "{who} gives {what} back.", "{who}释放 {what}。";
    RELEASES_WAKES: "{who} gives {what} back; {other}, who waited for it, enters the ready queue.",
        "{who}释放 {what}；等待它的{other}进入就绪队列。";
    RELEASES_PLACE: "{who} gives a place of {what} back.", "{who}归还 {what} 的一个名额。";
    RELEASES_PLACE_WAKES: "{who} gives a place of {what} back; {other}, who waited for it, enters the ready queue.",
        "{who}归还 {what} 的一个名额；等待它的{other}进入就绪队列。";
    SETS: "{who} sets {what}.", "{who}设置 {what}。";
    SETS_WAKES: "{who} sets {what}: that puts {other} into the ready queue.",
        "{who}设置 {what}：{other}可以继续，进入就绪队列。";
    CLEARS: "{who} clears {what}.", "{who}清除 {what}。";
    NOTIFIES: "{who} notifies {count} of those who wait at {what}.", "{who}通知在 {what} 等待的 {count} 个。";
    NOTIFIES_WAKES: "{who} notifies {count} of those who wait at {what}: that puts {other} into the ready queue.",
        "{who}通知在 {what} 等待的 {count} 个：{other}进入就绪队列。";
    ARRIVES: "{who} arrives at {what}: {count} of {all} are there.", "{who}到达 {what}：{all} 个中到了 {count} 个。";
    TRIPS: "{who} is the last to arrive at {what}: all may go on.", "{who}最后到达 {what}：大家都可以继续。";
    ABORTS: "{what} is broken off by {who}.", "{who}中止 {what}。";
    ENTERS_GROUP: "{who} enters {what}: the tasks made in it will be waited for.",
        "{who}进入 {what}：在其中创建的任务都会被等待。";
    ENTERS_TIMEOUT: "{who} enters {what}: after {delay} s it would be cancelled.", "{who}进入 {what}：过 {delay} s 它会被取消。";
    ENTERS: "{who} enters {what}.", "{who}进入 {what}。";
    LEAVES: "{who} leaves {what}.", "{who}离开 {what}。";
    LEAVES_EXPIRED: "{who} leaves {what}, whose time was up: CancelledError becomes TimeoutError.",
        "{who}离开 {what}，它的时间已到：CancelledError 变成 TimeoutError。";
    RESCHEDULES: "{who} moves the deadline of {what}.", "{who}改动 {what} 的期限。";
    ADDS_MEMBER: "{who} adds {other} to {what}.", "{who}把{other}加入 {what}。";
    STARTS_JOB: "{who} takes {other} as its job.", "{who}开始执行{other}。";
    SUBMITS_JOB: "{who} hands {other} to {what}.", "{who}把{other}交给 {what}。";
    STATE: "{what}: {text}.", "{what}：{text}。";
    MAKES: "{who} makes {what}: {kind}.", "{who}创建 {what}：{kind}。";
    SETS_RESULT: "{who} sets the result of {what}.", "{who}设置 {what} 的结果。";
    SETS_RESULT_WAKES: "{who} sets the result of {what}, so {other} enters the ready queue.",
        "{who}设置 {what} 的结果，{other}进入就绪队列。";
    CALL_SOON: "{who} puts the callback {what} into the ready queue.", "{who}把回调 {what} 放入就绪队列。";
    CALL_LATER: "{who} sets a timer: the loop shall call {what} at {time}.", "{who}设定定时器：事件循环将在 {time} 调用 {what}。";
    DROPS_TIMER: "{who} cancels the callback {what}.", "{who}取消回调 {what}。";
    RAISES: "{who} raises {value}.", "{who}抛出 {value}。";
    CATCHES: "{who} catches {value}.", "{who}捕获 {value}。";
    STARTS_THREAD: "{who} starts the thread {other}.", "{who}启动线程{other}。";
    ASKS_INPUT: "{who} asks for input.", "{who}请求输入。";
    INPUT: "The line {text} is typed in.", "输入了一行：{text}。";
    SIGNAL: "The signal {what} arrives.", "信号 {what} 到达。";
    SIGNAL_CTRL_C: "The signal {what} arrives, as Ctrl+C sends it.", "信号 {what} 到达，按 Ctrl+C 发出的就是它。";
    SIGNAL_CANCELS: "The signal {what} arrives, as Ctrl+C sends it, and asyncio cancels {others}.", "信号 {what} 到达，按 Ctrl+C 发出的就是它；asyncio 取消{others}。";
    PROCESS_STARTS: "{who} starts the process {what}.", "{who}启动进程 {what}。";
    THREAD_RUNS: "{who} runs now.", "现在运行{who}。";
    THREAD_ENDS: "{who} ends.", "{who}结束。";
    THREAD_FAILS: "{who} ends with {value}.", "{who}因 {value} 结束。";

    // -- what comes next --
    NEXT_LINE: "Next: {who} runs line {line}.", "接下来：{who}运行第 {line} 行。";
    NEXT_CODE: "Next: {who} runs line {line}, {code}.", "接下来：{who}运行第 {line} 行 {code}。";
    NEXT_CLASS_BODY: "Next: {who} runs the body of the class {name}.", "接下来：{who}运行类 {name} 的类体。";
    NEXT_TAKEN: "Next: the loop takes {who} from the ready queue.", "接下来：事件循环从就绪队列取出{who}。";
    NEXT_CALLBACK: "Next: the loop calls {what}.", "接下来：事件循环调用 {what}。";
    NEXT_INTERNAL: "Next: the loop runs the callback for {who}.", "接下来：事件循环运行{who}的回调。";
    NEXT_INTERNAL_PLAIN: "Next: the loop runs a callback of asyncio's own.", "接下来：事件循环运行 asyncio 自己的一个回调。";
    PROCESS_ROW: "Process {pid}: {command}", "进程 {pid}：{command}";
    NEXT_EXPIRES: "Next: the time of {what} is up, so it cancels {who}.", "接下来：{what} 的时间到了，它取消{who}。";
    NEXT_WAKES: "Next: a callback of asyncio's own puts {who} into the ready queue.", "接下来：asyncio 自己的回调让{who}进入就绪队列。";
    NEXT_CLOCK: "Next: nothing is ready, so the clock moves on to {time}.", "接下来：没有就绪的任务，时钟前进到 {time}。";
    NEXT_CLOCK_CALL: "Next: the clock moves on to {time}: then {what} is over. Until then nothing else can run in this thread.",
        "接下来：时钟前进到 {time}，{what} 才结束。在此之前这个线程不能运行别的。";
    NEXT_CLOCK_CALL_OF: "Next: the clock moves on to {time}: then {what} of {who} is over.", "接下来：时钟前进到 {time}，{who}的 {what} 结束。";
    NEXT_CLOCK_TASK: "Next: the clock moves on to {time}: then {what} of {who} is over. Until then its event loop can run nothing else.",
        "接下来：时钟前进到 {time}，{who}的 {what} 才结束。在此之前它的事件循环不能运行别的。";
    NEXT_CLOCK_PLAIN: "Next: the clock moves on to {time}.", "接下来：时钟前进到 {time}。";
    NEXT_TIMERS: "Next: a timer is due.", "接下来：定时器到期。";
    NEXT_TASK_ENDS: "Next: {who} ends.", "接下来：{who}结束。";
    NEXT_TASK_FAILS: "Next: {who} fails with {value}.", "接下来：{who}失败：{value}。";
    NEXT_TASK_CANCELLED: "Next: {who} ends, cancelled.", "接下来：{who}被取消，结束。";
    NEXT_THREAD: "Next: {who} runs.", "接下来：运行{who}。";
    NEXT_END: "Next: the program ends.", "接下来：程序结束。";

    // -- states --
    STATE_CREATED: "not yet created", "尚未创建";
    STATE_READY: "in the ready queue", "在就绪队列中";
    STATE_RUNNING: "running", "运行中";
    STATE_BLOCKED: "blocks its thread", "阻塞线程";
    STATE_WAITING: "waiting for {what}", "等待 {what}";
    STATE_WAITS: "waiting", "等待中";
    STATE_DONE: "done", "已完成";
    STATE_FAILED: "failed", "已失败";
    STATE_CANCELLED: "cancelled", "已取消";

    STATE_READY_THREAD: "ready to run", "可以运行";
    STATE_BLOCKED_BY: "blocked by {what}", "被 {what} 阻塞";
    LOOP_IDLE: "not yet running", "尚未\u{200b}运行";
    LOOP_RUNNING: "runs a callback or a task's step", "正在运行\u{200b}回调或\u{200b}任务的一步";
    LOOP_CHOOSING: "takes the next from the ready queue", "从就绪队列\u{200b}取下一个";
    LOOP_WAITING: "nothing is ready: it waits for the next timer or event", "没有\u{200b}就绪的：\u{200b}等待\u{200b}下一个\u{200b}定时器\u{200b}或事件";
    LOOP_DEADLOCK: "nothing is ready, and nothing can make it so", "没有\u{200b}就绪的，\u{200b}也没有什么\u{200b}能让谁\u{200b}就绪";
    LOOP_STOPPED: "stopped", "已停止";
    LOOP_CLOSED: "closed", "已关闭";
    WHY_TIMER: "due at {time}", "{time} 到期";
    WHY_DONE: "{what} is done", "{what} 已完成";
    WHY_CANCELLED: "cancelled", "被取消";
    WHY_BY: "put there by {who}", "由{who}放入";

    NOTE_EMPTY: "empty", "空";
    NOTE_FULL: "full ({count} of {all})", "已满（{count}/{all}）";
    NOTE_HAS_OF: "{count} of {all}", "{count}/{all}";
    NOTE_HAS: "{count} items", "{count} 项";
    NOTE_HAS_ONE: "1 item", "1 项";
    NOTE_UNFINISHED: "{unfinished} unfinished", "{unfinished} 项未完成";
    NOTE_PLACES: "{count} of {all} places free", "空闲名额 {count}/{all}";
    NOTE_FREE: "free", "空闲";
    NOTE_HELD: "held", "被持有";
    NOTE_SET: "set", "已设置";
    NOTE_NOT_SET: "not set", "未设置";
    NOTE_THERE: "{count} of {all} are there", "到了 {count}/{all}";
    NOTE_WORKERS: "up to {all} workers", "最多 {all} 个工作线程";
    NOTE_DELAY: "{delay} s", "{delay} s";
    NOTE_PENDING: "pending", "未完成";
    NOTE_DONE: "done", "已完成";

    INSPECT_READY: "In the ready queue: the loop will take it when those before it have had their turn.",
        "在就绪队列中：前面的轮过之后，事件循环就会取它。";
    INSPECT_TASK: "Waits until {who} has ended.", "等待{who}结束。";
    INSPECT_HELD: "Waits for {what}, held by {who}.", "等待 {what}，由{who}持有。";
    INSPECT_DUE: "Waits for {what}, due at {time}.", "等待 {what}，{time} 到期。";
    INSPECT_WAITS: "Waits for {what}.", "等待 {what}。";
    INSPECT_THREAD_TASK: "Runs {who}.", "正在运行{who}。";
    INSPECT_THREAD_READY: "Could run: it waits for its turn.", "可以运行：正在等轮到它。";
    INSPECT_THREAD_LOOP: "Its event loop has nothing to run and waits for the next timer or for something from outside.",
        "它的事件循环无事可做，正在等待下一个定时器或外面的消息。";
    INSPECT_BLOCKED: "Blocked by {what}.", "被 {what} 阻塞。";
    INSPECT_BLOCKED_UNTIL: "Blocked by {what} until {time}.", "被 {what} 阻塞，直到 {time}。";
    INSPECT_STARTED: "Started by {who} in line {line}, at {time}.", "由{who}在第 {line} 行启动，{time}。";
    INSPECT_STARTED_MAIN: "The thread that the program begins with.", "程序从这个线程开始。";
    INSPECT_CREATED: "A task that runs the coroutine {coroutine}, created by {who} in line {line}, at {time}.",
        "运行协程 {coroutine} 的任务，由{who}在第 {line} 行创建，{time}。";
    INSPECT_CREATED_UNSEEN: "A task that runs the coroutine {coroutine}, created at {time}.",
        "运行协程 {coroutine} 的任务，创建于 {time}。";
    INSPECT_CREATED_PROGRAM: "A task that runs the coroutine {coroutine}, created by the program in line {line}, at {time}.",
        "运行协程 {coroutine} 的任务，由程序在第 {line} 行创建，{time}。";
    INSPECT_CANCELLED: "Cancelled by {who} in line {line}, at {time}.", "由{who}在第 {line} 行取消，{time}。";
    INSPECT_CANCELLED_LOOP: "Cancelled by asyncio at {time}.", "由 asyncio 在 {time} 取消。";
    INSPECT_TOTALS: "Runs: {runs} · computed {ran} · stood ready {ready} · waited {waited}", "运行：{runs} 次 · 计算 {ran} · 就绪 {ready} · 等待 {waited}";

    // -- why here? --
    BECAUSE_PRINTED: "“{text}”: printed by line {line}, run by {who}.", "「{text}」：由{who}运行第 {line} 行打印。";
    BECAUSE_RUNS: "{who} runs.", "{who}运行。";
    BECAUSE_BEGAN: "The program began in it.", "程序从它开始。";
    BECAUSE_TASK_ENDED: "{who} waited for {other}, which ended.", "{who}等待的{other}结束了。";
    BECAUSE_DUE: "{what} of {who} came due at {time}.", "{who}的 {what} 在 {time} 到期。";
    BECAUSE_DUE_HELD: "{what} of {who} was due at {due}, but {call} of {other} held the thread until {time}.",
        "{who}的 {what} 在 {due} 就已到期，但{other}的 {call} 占住线程直到 {time}。";
    BECAUSE_DUE_LATE: "{what} of {who} was due at {due}; the loop came to it only at {time}.",
        "{who}的 {what} 在 {due} 就已到期，事件循环到 {time} 才轮到它。";
    BECAUSE_OTHER_LATER: "{what} of {other} is due only at {time}.", "{other}的 {what} 要到 {time} 才到期。";
    BECAUSE_OTHER_SOONER: "{what} of {other} was due sooner, at {time}.", "{other}的 {what} 更早，在 {time} 到期。";
    BECAUSE_QUEUED_AFTER: "{other} was put into the ready queue before that.", "{other}在那之前就进入了就绪队列。";
    BECAUSE_QUEUED_BEFORE: "{other} was put into the ready queue after that.", "{other}在那之后才进入就绪队列。";
    BECAUSE_CALL_OVER: "{what} of {who} was over at {time}.", "{who}的 {what} 在 {time} 结束。";
    BECAUSE_GIVEN_WORK: "{other} gave {who} a job.", "{other}交给{who}一项工作。";
    BECAUSE_STARTED: "{other} started {who} in line {line}.", "{other}在第 {line} 行启动了{who}。";
    BECAUSE_STARTED_INSIDE: "{other} started {who}.", "{other}启动了{who}。";
    BECAUSE_OVER: "The wait of {who} for {what} was over.", "{who}对 {what} 的等待结束了。";
    BECAUSE_JOB_ENDED: "{who} waited for {what}, which ended.", "{who}等待的 {what} 结束了。";
    BECAUSE_JOB_TOLD: "{other} had done the job, and told the loop.", "{other}做完了这项工作，告诉了事件循环。";
    BECAUSE_SLEPT: "{who} began {what} at {time}, in line {line}.", "{who}在 {time}、第 {line} 行开始 {what}。";
    BECAUSE_SLEPT_INSIDE: "{who} began {what} at {time}.", "{who}在 {time} 开始 {what}。";
    BECAUSE_DONE: "{other} ended the wait of {who} for {what}.", "{other}结束了{who}对 {what} 的等待。";
    BECAUSE_MEMBER_ENDED: "{who} waited for {what}, and {other} ended.", "{who}等待 {what}，{other}结束了。";
    BECAUSE_CANCELLED: "{other} asked {who} to be cancelled.", "{other}请求取消{who}。";
    BECAUSE_MEMBER_FAILED: "{other} failed, so {who}, of the same task group, was cancelled.", "{other}失败，于是同一任务组的{who}被取消。";
    BECAUSE_LEFT: "The main coroutine had ended, so asyncio.run cancelled what was left: {who}.",
        "主协程已经结束，asyncio.run 取消了剩下的{who}。";
    BECAUSE_SIGNAL: "Ctrl+C was pressed, so asyncio cancelled {who}.", "按下了 Ctrl+C，asyncio 取消了{who}。";
    BECAUSE_EXPIRED: "The time of {what} was up at {time}.", "{what} 的时间在 {time} 用完。";
    BECAUSE_TIMER: "{other} set its timer in line {line}, at {time}.", "{other}在第 {line} 行、{time} 设定了它的定时器。";
    BECAUSE_CREATED: "{other} created {who} in line {line}: it entered the ready queue then.",
        "{other}在第 {line} 行创建了{who}：它那时进入就绪队列。";
    BECAUSE_CREATED_INSIDE: "{other} created {who}: it entered the ready queue then.", "{other}创建了{who}：它那时进入就绪队列。";
    BECAUSE_YIELDED: "{who} gave way, and went to the end of the ready queue.", "{who}让出，排到就绪队列的末尾。";
    BECAUSE_PUT: "{other} put {who} into the ready queue, in line {line}.", "{other}在第 {line} 行把{who}放入就绪队列。";
    BECAUSE_PUT_INSIDE: "{other} put {who} into the ready queue.", "{other}把{who}放入就绪队列。";
    BECAUSE_POLLED: "The loop saw that a socket was ready, and put {who} into the ready queue.",
        "事件循环看到一个套接字就绪，把{who}放入就绪队列。";

    // -- words --
    TABLE_HEADS: "Task\tState\tFor\tFrom\tFrom step\tTo\tTo step", "任务\t状态\t等待什么\t从\t从第几步\t到\t到第几步";
    SVG_TITLE: "Timeline of {count} tasks over {time} s", "{count} 个任务在 {time} s 内的时间线";
    COMPUTING: "computing", "计算";
    WAITS_HELD: "{who} waits for {what}, held by {other}", "{who}等待 {what}（由{other}持有）";
    WAITS_PLAIN: "{who} waits for {what}", "{who}等待 {what}";
    THE_PROGRAM: "the program", "程序";
    THE_PROGRAM_FIRST: "The program", "程序";
    A_FUTURE: "a future", "一个 Future";
    NO_JOB: "no job", "没有工作";
    NOBODY: "nobody", "无人";
    AND_MORE: "{count} more", "另外 {count} 个";

    KIND_QUEUE: "queue", "队列";
    KIND_LOCK: "lock", "锁";
    KIND_SEMAPHORE: "semaphore", "信号量";
    KIND_EVENT: "event", "事件";
    KIND_CONDITION: "condition", "条件变量";
    KIND_BARRIER: "barrier", "屏障";
    KIND_GATHER: "gather", "gather";
    KIND_WAIT: "wait", "wait";
    KIND_TIMEOUT: "timeout", "timeout";
    KIND_TASKGROUP: "task group", "任务组";
    KIND_EXECUTOR: "executor", "线程池";
    KIND_PROCESS_POOL: "executor", "进程池";
    KIND_SOCKET: "socket", "套接字";
    KIND_FILE: "file", "文件";
    KIND_PROCESS: "process", "进程";

    // -- what the engine has recorded in English, of sockets and of what threads wait for --
    SOCKET_AT_PORT: "listens at port {port}", "正在监听端口 {port}";
    SOCKET_AT: "listens at {path}", "正在监听 {path}";
    SOCKET_CLOSED: "closed", "已关闭";
    LOCK_HELD: "lock, held by {who}", "锁，由 {who} 持有";
    SEMAPHORE_HELD: "semaphore, held by {who}", "信号量，由 {who} 持有";
    PROCESS_NAMED: "process {name}", "进程 {name}";
    PIPE: "pipe", "管道";
}
