//! The lessons: what each shows, in both languages, and its program. The code shown is the code run.

use crate::scene::Lang;

pub struct Lesson {
    /// The last part of its address and the name of its file in www/lessons.
    pub slug: &'static str,
    pub code: &'static str,
    title: [&'static str; 2],
    text: [&'static str; 2],
}

impl Lesson {
    pub fn title(&self, lang: Lang) -> &'static str {
        self.title[(lang == Lang::Zh) as usize]
    }

    pub fn text(&self, lang: Lang) -> &'static str {
        self.text[(lang == Lang::Zh) as usize]
    }
}

/// The one that the page opens with.
pub const FIRST: usize = 6;

pub const ALL: [Lesson; 11] = [
    Lesson {
        slug: "await",
        code: include_str!("../../www/lessons/await.py"),
        title: ["One after another: await", "一个接一个：await"],
        text: [
            "await runs a coroutine until it is done and only then goes on. While boil sleeps the loop has nothing else to run, so the two waits add up to 3.5 s. Waiting is not yet doing several things at once.",
            "await 会等一个协程运行完，然后才往下走。boil 等待时，事件循环没有别的事可做，所以两次等待加起来是 3.5 秒。会等待，还不等于能同时做几件事。",
        ],
    },
    Lesson {
        slug: "tasks",
        code: include_str!("../../www/lessons/tasks.py"),
        title: ["Later, please: create_task", "稍后运行：create_task"],
        text: [
            "create_task puts the coroutine into the ready queue and returns at once; it begins when main next awaits. From then on both wait at the same time, and main needs 2 s, not 3.",
            "create_task 把协程放进就绪队列后立即返回；等 main 下一次 await 时它才开始运行。此后两个任务同时等待，main 只用 2 秒，而不是 3 秒。",
        ],
    },
    Lesson {
        slug: "gather",
        code: include_str!("../../www/lessons/gather.py"),
        title: ["Together: gather", "一起运行：gather"],
        text: [
            "gather makes a task of each coroutine and waits for all of them. They sleep at the same time, so the tray \
             is ready after 2.5 s, not after 4.25 s, and the results keep the order of the arguments.",
            "gather 把每个协程变成任务，并等待它们全部完成。它们同时等待，所以 2.5 秒就够了，不用 4.25 秒；结果仍按参数的顺序排列。",
        ],
    },
    Lesson {
        slug: "as_completed",
        code: include_str!("../../www/lessons/as_completed.py"),
        title: ["First come, first served: as_completed", "先完成先处理：as_completed"],
        text: [
            "as_completed hands out results in the order in which they arrive: mail after 0.5 s, then the map, then the \
             news. Watch main wake once for each of them.",
            "as_completed 按完成的先后交出结果：0.5 秒时是 mail，然后是 map，最后是 news。注意 main 每来一个结果就被唤醒一次。",
        ],
    },
    Lesson {
        slug: "timeout",
        code: include_str!("../../www/lessons/timeout.py"),
        title: ["Not for ever: wait_for and timeout", "不能一直等：wait_for 与 timeout"],
        text: [
            "A timeout is a timer that cancels. wait_for limits one awaitable, asyncio.timeout a whole block. The \
             cancelled coroutine gets CancelledError at its await and can tidy up; outside it becomes TimeoutError.",
            "超时就是一个到点会取消任务的定时器。wait_for 限制一个可等待对象，asyncio.timeout 限制整个代码块。被取消的协程在 await \
             处收到 CancelledError，可以做清理；到了外层就变成 TimeoutError。",
        ],
    },
    Lesson {
        slug: "cancel",
        code: include_str!("../../www/lessons/cancel.py"),
        title: ["Enough: cancel", "够了：cancel"],
        text: [
            "cancel only asks. At its next turn the task gets CancelledError at the await where it stands: it can tidy up, and should raise it again, so that whoever awaits it knows that it did not finish.",
            "cancel 只是提出请求。任务下次运行时，会在它停留的 await 处收到 CancelledError：它可以做清理，然后应当再次抛出，好让等待它的一方知道它没有完成。",
        ],
    },
    Lesson {
        slug: "producer_consumer",
        code: include_str!("../../www/lessons/producer_consumer.py"),
        title: ["Producer and consumers: a bounded queue", "生产者与消费者：有界队列"],
        text: [
            "The queue holds two items. When it is full, put waits until a consumer has taken one; that is how a fast \
             producer is slowed down. join waits until every item is marked with task_done.",
            "队列最多放两个元素。队列满时 put 会等待，直到消费者取走一个：过快的生产者就这样慢下来。join 等到每个元素都调用过 task_done。",
        ],
    },
    Lesson {
        slug: "semaphore",
        code: include_str!("../../www/lessons/semaphore.py"),
        title: ["At most two: Semaphore", "最多两个：Semaphore"],
        text: [
            "A semaphore has a number of places. Who finds none free waits in line, and is woken in that order when somebody leaves: five visitors at two desks need 3 s.",
            "信号量有固定数量的位置。没有空位时就排队等待，有人离开时按先后被唤醒：五位访客、两个窗口，一共需要 3 秒。",
        ],
    },
    Lesson {
        slug: "lock",
        code: include_str!("../../www/lessons/lock.py"),
        title: ["One at a time: Lock", "一次一个：Lock"],
        text: [
            "Between looking and taking there is an await, so without the lock all three would find the last one in stock. Take the lock away and run again: what is left?",
            "“查看”和“取走”之间有一个 await，所以没有锁的话，三个人都会看到最后一件还在。试着去掉锁再运行：还剩多少？",
        ],
    },
    Lesson {
        slug: "task_group",
        code: include_str!("../../www/lessons/task_group.py"),
        title: ["Together or not at all: TaskGroup", "同进同退：TaskGroup"],
        text: [
            "A task group waits for its tasks at the end of the block. When one fails it cancels the others and raises what went wrong as a group of exceptions: the roast is never served.",
            "任务组在代码块结束处等待所有任务。其中一个失败时，它会取消其余任务，并把错误作为异常组抛出：烤肉永远不会上桌。",
        ],
    },
    Lesson {
        slug: "blocking",
        code: include_str!("../../www/lessons/blocking.py"),
        title: ["The pitfall: a call that blocks", "陷阱：阻塞的调用"],
        text: [
            "time.sleep does not await: it holds the thread, and with it the whole loop. The clock should tick at 2 s and 3 s, but nobody can run until report lets go. The finding below offers the cure.",
            "time.sleep 不会让出：它占住线程，整个事件循环也就停了。时钟本该在 2 秒和 3 秒时响，但在 report 放手之前谁也无法运行。下方的诊断给出了修改办法。",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lesson_has_both_languages_and_a_program_that_starts_a_loop() {
        for lesson in &ALL {
            for lang in [Lang::En, Lang::Zh] {
                assert!(!lesson.title(lang).is_empty() && lesson.text(lang).len() > 40, "{}", lesson.slug);
            }
            assert!(lesson.code.contains("asyncio.run(main())"), "{}", lesson.slug);
        }
    }
}
