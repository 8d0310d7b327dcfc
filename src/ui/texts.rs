//! The texts of the page, English and 简体中文, in one table. Narration and diagnostics have theirs in `scene`.
//! `{0}`, `{1}` are filled by `fill`; a sentence is one template a language, never joined pieces.

use crate::scene::Lang;

/// `zh`, `zh-CN`, `zh-Hans-SG`… give Chinese, all else English.
pub fn lang_of_tag(tag: &str) -> Lang {
    let primary = tag.split(['-', '_']).next().unwrap_or("");
    if primary.eq_ignore_ascii_case("zh") { Lang::Zh } else { Lang::En }
}

/// The BCP 47 tag for `<html lang>`.
pub fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Zh => "zh-Hans",
    }
}

pub fn other(lang: Lang) -> Lang {
    match lang {
        Lang::En => Lang::Zh,
        Lang::Zh => Lang::En,
    }
}

pub fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

/// Puts the arguments into the template's `{0}`, `{1}`….
pub fn fill(template: &str, arguments: &[&str]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let place = rest[open + 1..].split('}').next().unwrap_or("");
        match place.parse::<usize>().ok().and_then(|index| arguments.get(index)) {
            Some(argument) => out.push_str(argument),
            None => out.push_str(&rest[open..open + place.len() + 2]),
        }
        rest = &rest[open + place.len() + 2..];
    }
    out.push_str(rest);
    out
}

macro_rules! texts {
    ($($key:ident: $en:literal, $zh:literal;)*) => {
        /// One text a field.
        #[derive(PartialEq)]
        pub struct Texts { $(pub $key: &'static str,)* }
        const EN: Texts = Texts { $($key: $en,)* };
        const ZH: Texts = Texts { $($key: $zh,)* };
        /// Every text with its two versions, for tests.
        pub const ALL: &[(&str, &str, &str)] = &[$((stringify!($key), $en, $zh),)*];
    };
}

texts! {
    title: "Loopscope — watch asyncio run", "Loopscope — 看见 asyncio 怎样运行";
    lessons: "Lessons", "课程";
    practise: "Predict and practise", "预测与练习";
    reset: "Reset", "恢复原样";
    reset_name: "Reset the lesson’s program", "恢复原样：重新载入本课的程序";
    run: "Run", "运行";
    stop: "Stop", "停止";
    share: "Share and export", "分享与导出";
    other_language: "中文", "English";
    other_language_name: "中文：换成中文界面", "English: switch to English";
    to_dark: "Dark theme", "深色主题";
    to_light: "Light theme", "浅色主题";
    help: "Keyboard shortcuts", "键盘快捷键";
    close: "Close", "关闭";

    editor: "Program", "程序";
    editor_name: "Program, Python", "程序（Python）";
    editor_hint: "Tab indents; press Esc, then Tab to leave the editor. Ctrl+Enter runs.", "Tab 键缩进；按 Esc 再按 Tab 离开编辑器。Ctrl+Enter 运行。";
    run_to_line: "{0}: run to line {0}", "{0}：运行到第 {0} 行";
    edited: "Edited: run it to see the new recording.", "程序已修改：点「运行」看新的记录。";

    narration: "What happens", "发生了什么";
    nothing_yet: "Nothing has run yet. Press Run.", "还没有运行。请点「运行」。";
    shortened: "A wait of {0}, shown shorter", "等待 {0}，播放时缩短";
    at_once: "{0} steps at once", "{0} 步一起播放";
    why_here: "Why here?", "为什么是现在？";
    why_step: "step {0}", "第 {0} 步";
    earlier: "What came before?", "之前发生了什么？";
    who_next: "Who runs next?", "接下来谁运行？";
    who_next_hint: "The ready queue is first in, first out. What comes later is hidden until you answer.", "就绪队列先进先出。你回答之前，后面的内容都不显示。";
    guess_give_up: "Don’t ask", "不猜了";
    guess_right: "Right!", "答对了！";
    guess_wrong: "Not this time.", "这次不对。";
    next: "next", "下一个";
    hint_title: "New here?", "第一次来？";
    hint_play: "Press ▶, or → for one step: a sentence says what happens, and why.", "点 ▶ 播放，或按 → 走一步：每一步都有一句话，说明发生了什么、为什么。";
    hint_output: "Click a line of the output to go to the moment at which it was printed.", "点输出中的一行，就跳到打印它的那一刻。";
    hint_why: "“Why here?” leads back to what caused it.", "点「为什么是现在？」，可以一步步追到原因。";
    hint_close: "Got it", "知道了";
    computing: "Computing…", "正在计算……";

    tasks: "Tasks", "任务";
    timeline_name: "Timeline of the tasks", "任务的时间线";
    axis: "Axis", "横轴";
    axis_clock: "Clock", "时间";
    axis_steps: "Steps", "步骤";
    zoom_in: "Zoom in", "放大";
    zoom_out: "Zoom out", "缩小";
    zoom_fit: "Fit", "适合宽度";
    unfold: "{0}: show its lanes one by one", "{0}：逐条展开";
    follow: "Follow", "跟随";
    follow_hint: "Keep the lane that runs, and the playhead, in view", "让正在运行的泳道和播放头保持可见";
    fold: "Fold again", "重新折叠";
    search: "Find tasks", "查找任务";
    nothing_found: "No task has that name or state.", "没有这个名称或状态的任务。";
    choose_task: "{0}: choose this task", "{0}：选择此任务";
    choose_thread: "{0}: choose this thread", "{0}：选择此线程";
    lane_totals: "{0} steps in {1} runs · computing {2} · ready {3} · waiting {4} · blocked {5} · Python’s name {6}", "{1} 次运行共 {0} 步 · 计算 {2} · 就绪 {3} · 等待 {4} · 阻塞 {5} · Python 名称 {6}";
    kept_run: "Kept run: {0}. This run: {1}.", "对照的运行：{0}。这次运行：{1}。";
    let_go: "Stop comparing", "结束对照";
    as_table: "The timeline as a table", "时间线的表格";
    options: "What if…? Run it with other options, or beside another run", "如果……？换选项再运行，或与另一次运行对照";
    no_tasks: "No tasks yet: this program has not started an event loop.", "还没有任务：程序尚未启动事件循环。";
    state_created: "not yet created", "尚未创建";
    state_unstarted: "not yet started", "尚未启动";
    state_ready: "ready", "就绪";
    state_running: "running", "运行中";
    state_waiting: "waiting", "等待中";
    state_blocked: "blocked", "阻塞";
    state_done: "done", "已完成";
    state_failed: "failed", "失败";
    state_cancelled: "cancelled", "已取消";

    event_loop: "Event loop", "事件循环";
    threads: "Threads", "线程";
    threads_in_turn: "Threads", "线程调度";
    turn: "turn {0}", "第 {0} 轮";
    ready_queue: "Ready queue", "就绪队列";
    running: "Running", "正在运行";
    blocked: "Blocked", "阻塞中";
    timers: "Timers", "定时器";
    waiting: "Waiting for others", "等待中";
    empty: "empty", "空";
    nobody: "nobody", "无";
    no_timers: "No timer is set.", "没有定时器。";
    left: "in {0}", "还有 {0}";
    overdue: "late by {0}", "已晚 {0}";
    more: "+{0}", "+{0}";

    objects: "Objects", "对象";
    no_objects: "Queues, locks, events… appear here once they are used.", "队列、锁、事件等在用到时显示在这里。";

    wants_to_put: "wants to put {0}", "想放入 {0}";
    no_putters: "nobody waits to put", "没有谁\u{200b}等着放入";
    no_getters: "nobody waits to get", "没有谁\u{200b}等着取出";
    held_by: "held by", "持有者";
    free: "free", "空闲";
    is_set: "set", "已设置";
    is_not_set: "not set", "未设置";
    waits_here: "for", "等待者";
    in_line: "in line", "排队";
    runnable: "Runnable", "可运行";

    inspector: "Task", "任务";
    thread: "Thread", "线程";
    no_choice: "Choose a lane or a chip to look inside.", "点选一条泳道或一个标签，查看它的内部。";
    await_chain: "Await chain", "等待链";
    call_stack: "Call stack", "调用栈";
    locals: "Locals", "局部变量";
    locals_computing: "Computing locals…", "正在计算局部变量……";
    line: "line {0}", "第 {0} 行";
    due_at: "due at {0}", "{0} 到期";
    result: "Result", "结果";

    output: "Output", "输出";
    predict: "Predict", "预测顺序";
    press_interrupt: "Run again with Ctrl+C pressed at this moment", "重新运行，并在此刻按下 Ctrl+C";
    take_interrupt: "Ctrl+C was pressed at {0}: run again without it", "在 {0} 按下了 Ctrl+C：重新运行，不再按下";
    copy_all: "Copy all", "复制全部";
    copied: "Copied", "已复制";
    input: "The program waits for a line:", "程序在等待一行输入：";
    input_enter: "Enter", "输入";
    input_end: "No more input", "没有更多输入";
    no_output: "What the program prints appears here, with its time.", "程序的输出和时间会显示在这里。";
    no_output_at_all: "The program prints nothing.", "程序没有输出。";
    jump_to_output: "{1} {0}: go to the step that printed it", "{1} {0}：跳到打印它的步骤";
    empty_line: "empty line", "空行";
    more_lines: "{0} more lines", "还有 {0} 行";

    diagnostics: "Findings", "诊断";
    fix_it: "Apply this fix", "应用此修改";
    add_file: "Add this file", "添加此文件";
    go_to_line: "line {0}", "第 {0} 行";

    playback: "Playback", "播放";
    to_start: "To the start", "回到开头";
    back: "Back", "后退";
    play: "Play", "播放";
    pause: "Pause", "暂停";
    step: "Step", "前进";
    to_end: "To the end", "跳到结尾";
    granularity: "Step by", "步长";
    by_line: "line", "行";
    by_switch: "switch", "切换";
    by_turn: "turn", "轮";
    by_line_hint: "Stop at every line", "每一行都停";
    by_switch_hint: "Stop when another task begins to run", "换任务运行时停";
    by_turn_hint: "Stop once a turn of the event loop", "事件循环每轮停一次";
    speed: "Speed", "速度";
    speed_instant: "instantly", "立即";
    scrubber: "Position in the recording", "记录中的位置";
    scrubber_value: "step {0} of {1}, {2}. {3}", "第 {0} 步，共 {1} 步，{2}。{3}";
    clock: "Virtual clock", "虚拟时钟";
    steps: "Step", "步";

    tab_output: "Output", "输出";
    tab_code: "Code", "代码";
    tab_loop: "Loop", "循环";
    tab_objects: "Objects", "对象";
    tab_task: "Task", "任务";
    tabs: "Views", "视图";
    open_editor: "Open the editor at line {0}", "在编辑器中打开第 {0} 行";
    new_output: "new output", "有新输出";

    syntax_error: "This program cannot start", "程序无法启动";
    last_run_stays: "The last good run stays visible below.", "下面仍显示上一次成功的运行。";
    not_supported: "Not supported in Loopscope", "Loopscope 尚不支持";
    full_width: "{0} is a full-width character, as Chinese input writes it: Python wants {1}.", "{0} 是全角字符：Python 需要半角的 {1}。";
    invisible: "A character that does not show stands here: Python wants a plain space, or none.", "这里有一个看不见的字符：Python 需要普通空格，或者什么都没有。";
    print_statement: "In Python 2, print was a statement; now it is a function.", "在 Python 2 中 print 是语句，现在它是函数。";
    except_comma: "Since Python 3 the exception’s name stands behind “as”.", "从 Python 3 起，异常的名字写在 as 之后。";
    prompts: "This is a session at Python’s prompt: the program is what stands behind >>> and ... without what Python answered.", "这是在 Python 提示符下的对话：程序只是 >>> 和 ... 后面的内容，不含 Python 的回答。";
    line_numbers: "The line numbers have been copied with the program.", "行号跟程序一起被复制过来了。";
    commands: "Lines that begin with ! or % are commands of a notebook, not Python: what is installed there is mostly here already.", "以 ! 或 % 开头的行是笔记本的命令，不是 Python：那里安装的包，这里大多已经有了。";
    fence: "The marks around the block of code have been copied with the program.", "代码块前后的标记跟程序一起被复制过来了。";
    escaped: "Some characters stand here as HTML writes them, such as &lt; for <.", "这里有些字符是 HTML 的写法，例如用 &lt; 表示 <。";
    indented: "All lines are indented: a program begins at the left edge.", "所有的行都缩进了：程序从最左边开始。";
    plain_function: "Only in a coroutine function can anything be awaited: “async” is missing in front of “def {0}”.", "只有协程函数里才能 await：def {0} 前面少了 async。";
    await_at_top: "Outside of functions only a notebook can await: in a program asyncio.run runs the coroutine.", "在函数之外，只有 Jupyter 之类的笔记本才能 await；在程序里用 asyncio.run 运行协程。";
    perhaps: "Perhaps this is meant:", "也许想写的是：";
    way_round: "Way round: {0}", "替代办法：{0}";
    at_line: "Line {0}, column {1}", "第 {0} 行，第 {1} 列";
    stopped: "Stopped", "已停止";
    stopped_by_you: "You stopped the program. What was recorded can be played.", "你停止了程序，已记录的部分可以播放。";
    stopped_events: "Stopped after {0} events. What was recorded can be played.", "记录满 {0} 个事件后停止，已记录的部分可以播放。";
    stopped_time: "Stopped at the time limit of {0}. What was recorded can be played.", "到达时间上限 {0} 后停止，已记录的部分可以播放。";
    stopped_memory: "Stopped at the memory limit. What was recorded can be played.", "到达内存上限后停止，已记录的部分可以播放。";
    stopped_output: "Stopped: the program printed too much. What was recorded can be played.", "输出过多，程序已停止，已记录的部分可以播放。";
    stopped_computing: "Stopped: one uninterruptible operation took too long. What was recorded can be played.", "一个不可中断的操作耗时过长，程序已停止，已记录的部分可以播放。";
    deadlock: "Deadlock: nothing can ever run again.", "死锁：再也没有什么可以运行了。";
    internal_error: "Loopscope has a fault of its own", "Loopscope 自身出错";

    said_paused: "Paused at {0}, step {1} of {2}. {3}", "已暂停：{0}，第 {1} 步，共 {2} 步。{3}";
    said_playing: "Playing from {0}, step {1} of {2}.", "开始播放：{0}，第 {1} 步，共 {2} 步。";
    said_ended: "The end, {0}, {1} steps.", "播放结束：{0}，共 {1} 步。";
    said_output: "Output: {0}", "输出：{0}";

    key_space: "Play or pause", "播放或暂停";
    key_arrows: "One stop back or forward", "后退或前进一步";
    key_shift_arrows: "One switch back or forward", "后退或前进一次切换";
    key_pages: "One turn of the loop back or forward", "后退或前进一轮";
    key_ends: "To the start, to the end", "到开头、到结尾";
    key_run: "Run (in the editor)", "运行（在编辑器中）";
    key_help: "This list", "打开本列表";
    keys_on: "Use these keys on the page", "在本页使用这些快捷键";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fill_puts_each_argument_in_its_place() {
        assert_eq!(fill("{1} of {0}", &["9", "3"]), "3 of 9");
        assert_eq!(fill("{0}：运行到第 {0} 行", &["7"]), "7：运行到第 7 行");
        assert_eq!(fill("nothing to fill", &[]), "nothing to fill");
    }

    #[test]
    fn both_languages_have_every_text_with_the_same_places() {
        for (key, en, zh) in ALL {
            assert!(!en.is_empty() && !zh.is_empty(), "{key} is empty");
            for place in ["{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}"] {
                assert_eq!(en.contains(place), zh.contains(place), "{key}: {place}");
            }
        }
    }

    #[test]
    fn every_kind_of_chinese_tag_gives_chinese() {
        for tag in ["zh", "zh-CN", "zh-Hans", "ZH_tw"] {
            assert_eq!(lang_of_tag(tag), Lang::Zh);
        }
        assert_eq!(lang_of_tag("en-GB"), Lang::En);
    }
}
