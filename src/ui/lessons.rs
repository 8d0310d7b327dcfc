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
pub const FIRST: usize = 3;

pub const ALL: [Lesson; 4] = [
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
        slug: "producer_consumer",
        code: include_str!("../../www/lessons/producer_consumer.py"),
        title: ["Producer and consumers: a bounded queue", "生产者与消费者：有界队列"],
        text: [
            "The queue holds two items. When it is full, put waits until a consumer has taken one; that is how a fast \
             producer is slowed down. join waits until every item is marked with task_done.",
            "队列最多放两个元素。队列满时 put 会等待，直到消费者取走一个：过快的生产者就这样慢下来。join 等到每个元素都调用过 task_done。",
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
