//! Edits that make a line of an older Python one of today's.

use super::line_parts::{behind, is_of_dotted, only};
use super::model::FixView;
use super::statements::end_of_argument;
use crate::compiler::lines::{indent, is_of_name};

/// The edit of `line` that writes `instead` in place of what Python has no more: byte, length, new text. None: there is
/// more to change than the line says.
pub fn edit(line: &str, outdated: &str, since: &str, instead: &str) -> Option<(usize, usize, String)> {
    if outdated.ends_with("loop=…)") {
        let (at, length) = argument(line, "loop=")?;
        return Some((at, length, String::new()));
    }
    if outdated == "asyncio.wait([coroutine])" {
        return tasks_waited_for(line);
    }
    let known = |text: &str| text.split('.').all(|part| !part.is_empty() && part.chars().all(is_of_name));
    if !known(instead) || instead.starts_with("__") || instead == "in" {
        return None;
    }
    let start = indent(line);
    let named = |kind: &str| line[start..].strip_prefix(kind)?.strip_prefix(outdated);
    // What Python 3.0 named anew has what it had; what stands in for other modules has names of its own.
    let renamed = || if outdated == "thread" { "_thread" } else { instead };
    if let Some(rest) = named("from ").filter(|rest| rest.starts_with(" import ")) {
        return (since == "3.0")
            .then(|| (line.len() - rest.len() - outdated.len(), outdated.len(), renamed().to_string()));
    }
    if let Some(rest) = named("import ").filter(|rest| rest.trim().is_empty() || rest.trim().starts_with('#')) {
        // Under the name that the lines below know.
        let made = [renamed(), " as ", outdated].concat();
        return (since == "3.0").then(|| (line.len() - rest.len() - outdated.len(), outdated.len(), made));
    }
    let (of, name) = outdated.rsplit_once('.').unwrap_or(("", outdated));
    let (home, plain) = instead.rsplit_once('.').unwrap_or(("", instead));
    // `asyncio.Task.all_tasks`
    let whole = ["asyncio.", outdated].concat();
    if let Some(at) = only(line, &whole) {
        return Some((at, whole.len(), instead.to_string()));
    }
    // `time.clock`, `xrange`; what stands in another module is not imported.
    if let Some(at) = only(line, outdated) {
        let imports = line[start..].starts_with("import ") && of.is_empty();
        return (!imports && (home.is_empty() || home == of)).then(|| (at, outdated.len(), instead.to_string()));
    }
    // `from time import clock`
    let imported = line[start..].strip_prefix("from ").and_then(|rest| rest.split_once(" import "));
    if let Some((module, names)) = imported {
        let at = line.len() - names.len() + only(names, name)?;
        return (module == of && home == of).then(|| (at, name.len(), plain.to_string()));
    }
    // A method.
    let method = [".", name, "("].concat();
    let mut found = line.match_indices(&method);
    let (at, _) = found.next()?;
    (found.next().is_none() && home.is_empty()).then(|| (at + 1, name.len(), instead.to_string()))
}

/// `asyncio.wait(coroutines)` as one of tasks, which are made where a loop runs, or by the loop that is to run.
fn tasks_waited_for(line: &str) -> Option<(usize, usize, String)> {
    let at = behind(line, &["wait("])?;
    let given = &line[at..end_of_argument(line, at)?];
    let maker = match line.split_once(".run_until_complete(") {
        Some((before, _)) => before.rsplit(|c| !is_of_dotted(c)).next().filter(|owner| !owner.is_empty())?,
        None if line[..at].contains("await ") => "asyncio",
        None => return None,
    };
    Some((at, given.len(), format!("[{maker}.create_task(one) for one in {given}]")))
}

/// Where the only argument with that name stands, with the comma before or behind it.
fn argument(line: &str, named: &str) -> Option<(usize, usize)> {
    let at = only(line, named)?;
    let end = end_of_argument(line, at)?;
    let before = line[..at].trim_end();
    Some(match before.strip_suffix(',') {
        Some(kept) => (kept.len(), end - kept.len()),
        None => (at, end + line[end..].len() - line[end..].trim_start_matches([',', ' ']).len() - at),
    })
}

/// Coroutines of generators (`@asyncio.coroutine`, `yield from`) as `async def` and `await`; None: there are none.
pub fn coroutines(source: &str) -> Option<FixView> {
    let lines: Vec<&str> = source.split('\n').collect();
    let (mut made, mut within, mut changed) = (Vec::new(), None, Vec::new());
    let mut decorated = None;
    for (number, line) in lines.iter().enumerate() {
        let text = line.trim();
        if within.is_some_and(|around| !text.is_empty() && indent(line) <= around) {
            within = None;
        }
        if matches!(text, "@asyncio.coroutine" | "@coroutine" | "@asyncio.coroutine()") {
            decorated = Some(indent(line));
            changed.push(number);
            continue;
        }
        let mut line = line.to_string();
        if decorated == Some(indent(&line)) && text.starts_with("def ") {
            within = decorated.take();
            line = line.replacen("def ", "async def ", 1);
            changed.push(number);
        } else if within.is_some() && line.contains("yield from ") {
            line = line.replace("yield from ", "await ");
            changed.push(number);
        }
        made.push((number, line));
    }
    let (first, last) = (*changed.first()?, *changed.last()?);
    let kept: Vec<String> =
        made.into_iter().filter(|(at, _)| (first..=last).contains(at)).map(|(_, line)| line).collect();
    Some(FixView {
        line: first as u32 + 1,
        column: 0,
        end_line: last as u32 + 1,
        end_column: lines[last].chars().count() as u32,
        text: kept.join("\n").into(),
        line_after: "".into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line as it becomes, as if Python 3.0 had removed the name.
    fn edited(line: &str, outdated: &str, instead: &str) -> Option<String> {
        edit(line, outdated, "3.0", instead)
            .map(|(at, length, text)| [&line[..at], &text, &line[at + length..]].concat())
    }

    #[test]
    fn names_are_replaced_where_the_line_says_all() {
        let good =
            |line, outdated, instead, made: &str| assert_eq!(edited(line, outdated, instead).as_deref(), Some(made));
        good("a = time.clock()  # 计时", "time.clock", "time.perf_counter", "a = time.perf_counter()  # 计时");
        good(
            "from time import clock, sleep",
            "time.clock",
            "time.perf_counter",
            "from time import perf_counter, sleep",
        );
        good("import time; time.clock()", "time.clock", "time.perf_counter", "import time; time.perf_counter()");
        good("for i in xrange(3):", "xrange", "range", "for i in range(3):");
        good("while t.isAlive():", "Thread.isAlive", "is_alive", "while t.is_alive():");
        good(
            "all = asyncio.Task.all_tasks(loop)",
            "Task.all_tasks",
            "asyncio.all_tasks",
            "all = asyncio.all_tasks(loop)",
        );
        good("await asyncio.sleep(1, loop=f(a, b))", "sleep(…, loop=…)", "sleep(…)", "await asyncio.sleep(1)");
        good("q = Queue(loop=loop, maxsize=2)", "Queue(…, loop=…)", "Queue(…)", "q = Queue(maxsize=2)");
        good("import urllib2  # old", "urllib2", "urllib.request", "import urllib.request as urllib2  # old");
        good("from Queue import Queue, Empty", "Queue", "queue", "from queue import Queue, Empty");
        good("from thread import start_new_thread", "thread", "threading", "from _thread import start_new_thread");
        let wait = |line, made| good(line, "asyncio.wait([coroutine])", "asyncio.create_task(…)", made);
        wait(
            "done, _ = await asyncio.wait([f(1, 2), g()], timeout=1)",
            "done, _ = await asyncio.wait([asyncio.create_task(one) for one in [f(1, 2), g()]], timeout=1)",
        );
        wait(
            "    my.loop.run_until_complete(asyncio.wait(tasks))",
            "    my.loop.run_until_complete(asyncio.wait([my.loop.create_task(one) for one in tasks]))",
        );
        good("q = Queue(loop=loop)", "Queue(…, loop=…)", "Queue(…)", "q = Queue()");
    }

    #[test]
    fn what_needs_more_than_the_line_is_left() {
        for (line, outdated, instead) in [
            ("print(gcd(4, 6))", "fractions.gcd", "math.gcd"),
            ("fractions.gcd(4, 6)", "fractions.gcd", "math.gcd"),
            ("from fractions import gcd", "fractions.gcd", "math.gcd"),
            ("if d.has_key(1):", "dict.has_key", "in"),
            ("asyncio.run(asyncio.wait(tasks))", "asyncio.wait([coroutine])", "asyncio.create_task(…)"),
            ("xrange(1), xrange(2)", "xrange", "range"),
            ("import os, Queue", "Queue", "queue"),
            ("sleep(1, **{'loop': 1})", "sleep(…, loop=…)", "sleep(…)"),
        ] {
            assert_eq!(edited(line, outdated, instead), None, "{line}");
        }
        assert_eq!(edit("from asyncore import dispatcher", "asyncore", "3.12", "asyncio.start_server"), None);
    }

    #[test]
    fn coroutines_of_generators_become_async_functions() {
        let source = "import asyncio\n\n@asyncio.coroutine\ndef f(n):\n    x = yield from g(n)\n\n    return x\n\ndef h():\n    yield from range(3)\n\nclass A:\n    @asyncio.coroutine\n    def f(self):\n        yield from f(1)\n";
        let made = "import asyncio\n\nasync def f(n):\n    x = await g(n)\n\n    return x\n\ndef h():\n    yield from range(3)\n\nclass A:\n    async def f(self):\n        await f(1)\n";
        let fix = coroutines(source).unwrap();
        let lines: Vec<&str> = source.split('\n').collect();
        let (before, behind) = (&lines[..fix.line as usize - 1], &lines[fix.end_line as usize..]);
        assert_eq!([&before.join("\n"), "\n", &fix.text, "\n", &behind.join("\n")].concat(), made);
        assert_eq!(coroutines("def f():\n    yield from g()\n"), None);
    }
}
