//! The hint that the rounds of a `for` loop could overlap: each waits for what it began itself, before the next begins.

use super::around::loops;
use super::finding_texts as said;
use super::fixes::whole_line;
use super::line_parts::{is_of_dotted, mentions};
use super::model::{DiagnosticView, FixView};
use super::say::{Fill, Template, duration};
use super::stage::Stage;
use super::statements::{beginnings, end_of_argument, end_of_call};
use super::waited::{Waited, waits_of_task, waits_of_threads};
use crate::compiler::lines::{indent, indentation, is_of_name};
use crate::trace::sorted::SortedMap;
use crate::trace::*;

/// In so many lines a program's loops are looked for.
const MOST: usize = 100;
/// Statements that make a round decide whether there is another.
const DECIDES: [&str; 4] = ["break", "return", "raise", "yield"];

/// What a round begins and waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// `await fetch(n)`, of a coroutine function of the program's.
    Coroutine,
    /// `await asyncio.create_task(…)`
    Task,
    /// `await asyncio.to_thread(…)`
    Job,
    /// `thread.start()`, `thread.join()`
    Thread,
    /// `pool.submit(…).result()`
    Future,
}

/// A wait in a loop; lines from 0.
#[derive(Debug)]
struct Round<'a> {
    header: usize,
    line: usize,
    /// How many lines the loop's body has.
    length: usize,
    kind: Kind,
    /// What is called, or the variable of the thread.
    what: &'a str,
}

/// A hint for each such loop whose rounds took time in this run, where nothing else used it.
pub fn loops_of_waits(stage: &Stage) -> Vec<DiagnosticView> {
    let lines: Vec<&str> = stage.source.lines().collect();
    let rounds = rounds(&lines);
    if rounds.is_empty() {
        return Vec::new();
    }
    let alone = stage.facts().tasks.iter().filter(|task| !task.internal).count() == 1;
    let waits = waits(stage, &rounds);
    let is_slow = |round: &Round| {
        let waited = waits.iter().find(|waited| waited.line == round.line as u32 + 1)?;
        (waited.times > 1 && (alone || !matches!(round.kind, Kind::Coroutine | Kind::Job))).then_some(waited)
    };
    rounds.iter().filter_map(|round| Some(hint(stage, &lines, round, is_slow(round)?))).collect()
}

fn hint(stage: &Stage, lines: &[&str], round: &Round, waited: &Waited) -> DiagnosticView {
    let why: Template = match round.kind {
        Kind::Coroutine => said::ONE_BY_ONE_WHY,
        Kind::Task => said::TASK_BY_TASK_WHY,
        Kind::Job => said::JOB_BY_JOB_WHY,
        Kind::Thread => said::THREAD_BY_THREAD_WHY,
        Kind::Future => said::FUTURE_BY_FUTURE_WHY,
    };
    let fills = [
        ("line", Fill::from(waited.line)),
        ("count", Fill::from(waited.times)),
        ("time", Fill::from(duration(waited.ns))),
    ];
    let mut view = DiagnosticView {
        code: "one-by-one",
        severity: Severity::Hint,
        line: waited.line,
        column: 0,
        end_line: waited.line,
        end_column: 0,
        title: stage.words(said::SEQUENTIAL, &fills),
        text: stage.say(why, &fills),
        step: waited.step,
        fix: together(lines, round),
    };
    whole_line(stage.source, &mut view);
    view
}

/// The loops whose rounds wait for what they began.
fn rounds<'a>(lines: &[&'a str]) -> Vec<Round<'a>> {
    let waits = |line: &&str| line.contains("await ") || line.contains(".join()") || line.contains(".result()");
    let found = lines.iter().enumerate().filter(|(_, line)| waits(line)).take(MOST);
    let begins = beginnings(lines, lines.len());
    found.filter_map(|(at, _)| round(lines, &begins, at)).collect()
}

fn round<'a>(lines: &[&'a str], begins: &[usize], at: usize) -> Option<Round<'a>> {
    let (header, text) = loops(lines, begins, at).next()?;
    let body = body(lines, begins, header);
    let before = at.checked_sub(header + 1).filter(|before| *before < body.len())?;
    let has = |part: &str| body.iter().filter(|line| line.contains(part)).count();
    let decides = |line: &str| DECIDES.iter().any(|word| mentions(line, word));
    // What waits elsewhere too, or holds something, has reasons of its own to go round by round.
    let is_alone = has("await ") < 2 && has("with ") == 0 && has("try:") == 0 && has("sleep(") == 0;
    if !text.starts_with("for ") || body.iter().any(|line| decides(line)) || !is_alone {
        return None;
    }
    let each = text.strip_prefix("for ")?.split(" in ").next()?;
    let takes_one = |call: &str| each.split(|c| !is_of_name(c)).any(|name| mentions(call, name));
    let found = awaited(lines, lines[at]).filter(|(_, call)| takes_one(call));
    let found = found.or_else(|| started(lines[at], &body[..before]).filter(|_| has(".start()") == 1));
    let found = found.or_else(|| submitted(lines[at], &body[..before]).filter(|_| has(".submit(") == 1));
    let (kind, what) = found?;
    let submits = body.iter().find(|line| line.contains(".submit("));
    let takes = if kind == Kind::Future { submits.copied().unwrap_or_default() } else { what };
    let given = takes.split_once('(').map_or("", |(_, given)| given);
    let is_free = kind == Kind::Thread || !body.iter().any(|line| changes(line).any(|name| mentions(given, name)));
    is_free.then_some(Round { header, line: at, length: body.len(), kind, what })
}

/// What a line may change: what it assigns to, and the objects whose methods it calls.
fn changes(line: &str) -> impl Iterator<Item = &str> {
    let text = line.trim().trim_start_matches("if ").trim_start_matches('(');
    let path = |text: &'_ str| text.find(|c| !is_of_dotted(c)).unwrap_or(text.len());
    let targets = text.split_once('=').map_or("", |(targets, _)| targets).split(',').map(str::trim);
    let assigned = targets.map(move |target| &target[..path(target)]);
    let called = text[..path(text)].rsplit_once('.').map(|(object, _)| object);
    assigned.chain(called).filter(|name| !matches!(*name, "" | "self" | "asyncio"))
}

/// The lines of a loop's body.
fn body<'a, 'b>(lines: &'b [&'a str], begins: &[usize], header: usize) -> &'b [&'a str] {
    let least = indent(lines[header]);
    let is_behind = |at: usize| {
        let line = lines[at].trim();
        begins.get(at) == Some(&at) && !line.is_empty() && !line.starts_with('#') && indent(lines[at]) <= least
    };
    let end = (header + 1..lines.len()).find(|at| is_behind(*at)).unwrap_or(lines.len());
    let inside = &lines[header + 1..end];
    let is_code = |line: &&str| !line.trim().is_empty() && !line.trim().starts_with('#');
    let written = inside.iter().rposition(is_code);
    &inside[..written.map_or(0, |last| last + 1)]
}

/// The call that a line awaits, if it is one of the program's functions or methods, or one of asyncio's that begins a task or
/// a job. What the methods of another object do may have its order.
fn awaited<'a>(lines: &[&str], line: &'a str) -> Option<(Kind, &'a str)> {
    let (_, call) = line.split_once("await ")?;
    let call = &call[..end_of_call(call, call.find('(')?)?];
    let head = |call: &'a str| call.split('(').next().unwrap_or_default();
    let own = |head: &'a str| {
        let name = head.strip_prefix("self.").unwrap_or(head);
        if !name.is_empty() && name.chars().all(is_of_name) { name } else { "" }
    };
    let name = match head(call) {
        "asyncio.wait_for" => own(head(call.split_once('(')?.1)),
        begun if begun.ends_with("create_task") || begun.ends_with("ensure_future") => return Some((Kind::Task, call)),
        begun if begun.ends_with("to_thread") || begun.ends_with("run_in_executor") => return Some((Kind::Job, call)),
        head => own(head),
    };
    let definition = ["async def ", name, "("].concat();
    let is_own = !name.is_empty() && lines.iter().any(|line| line.contains(&definition));
    is_own.then_some((Kind::Coroutine, call))
}

/// A thread or process that a line joins and an earlier one of the body starts.
fn started<'a>(line: &'a str, before: &[&str]) -> Option<(Kind, &'a str)> {
    let name = line.trim().strip_suffix(".join()").filter(|name| name.chars().all(is_of_name))?;
    before.iter().any(|line| line.trim() == [name, ".start()"].concat()).then_some((Kind::Thread, name))
}

/// A future whose result a line asks for, which it or an earlier one of the body got from `submit`.
fn submitted<'a>(line: &'a str, before: &[&str]) -> Option<(Kind, &'a str)> {
    let (of, _) = line.split_once(".result()")?;
    let name = of.rsplit(|c| !is_of_name(c)).next().filter(|name| !name.is_empty());
    let gave = |line: &&str| name.is_some_and(|name| line.trim().starts_with(&[name, " = "].concat()));
    let own = of.ends_with(')') && of.contains(".submit(");
    (own || before.iter().any(|line| gave(line) && line.contains(".submit("))).then_some((Kind::Future, of))
}

/// How often and how long those lines waited, by the task or thread that waited there most.
fn waits(stage: &Stage, rounds: &[Round]) -> Vec<Waited> {
    let is_asked = |line: u32| rounds.iter().any(|round| round.line as u32 + 1 == line);
    // Tasks and threads have numbers of their own; 0 is none.
    let mut times: SortedMap<(TaskId, ThreadId, u32), u32> = SortedMap::new();
    for line in (0..stage.log.lines().len()).filter_map(|at| stage.log.lines().get(at)) {
        if is_asked(line.line.into()) && !line.counted {
            let thread = if line.task.is_some() { ThreadId::default() } else { line.thread };
            *times.or_insert_with((line.task, thread, line.line.into()), || 0) += 1;
        }
    }
    let mut most: Vec<Waited> = Vec::new();
    let mut take = |(task, thread): (TaskId, ThreadId), waits: Vec<Waited>| {
        for mut waited in waits.into_iter().filter(|waited| is_asked(waited.line)) {
            waited.times = waited.times.min(times.get(&(task, thread, waited.line)).copied().unwrap_or(0));
            match most.iter_mut().find(|known| known.line == waited.line) {
                Some(known) if known.ns >= waited.ns => {}
                Some(known) => *known = waited,
                None => most.push(waited),
            }
        }
    };
    for (index, of) in stage.facts().tasks.iter().enumerate() {
        take((of.task, ThreadId::default()), waits_of_task(stage, index, usize::MAX));
    }
    if rounds.iter().any(|round| matches!(round.kind, Kind::Thread | Kind::Future)) {
        for (thread, waits) in waits_of_threads(stage) {
            take((TaskId::default(), thread), waits);
        }
    }
    most
}

/// The loop's rounds at once, where its body is nothing but the wait.
fn together(lines: &[&str], round: &Round) -> Option<FixView> {
    let margin = indentation(lines[round.header]);
    let (header, line) = (lines[round.header].trim(), lines[round.line].trim());
    let (head, of) = (header.strip_suffix(':')?, header.strip_suffix(':')?.split_once(" in ")?.1);
    let behind = lines.get(round.line + 1..)?.iter().find(|line| !line.trim().is_empty());
    let goes_on = behind.is_some_and(|line| line.trim().starts_with("else"));
    let is_bare = end_of_argument(of, 0).is_some();
    if goes_on || is_bare || header.contains('#') {
        return None;
    }
    let text = match round.kind {
        Kind::Coroutine | Kind::Task if round.length == 1 && line == ["await ", round.what].concat() => {
            ["await asyncio.gather(*[", round.what, " ", head, "])"].concat()
        }
        Kind::Thread if round.length == 2 && of.chars().all(is_of_name) => {
            let (start, join) = ([round.what, ".start()"].concat(), [round.what, ".join()"].concat());
            let step = &indentation(lines[round.line])[margin.len()..];
            [header, "\n", margin, step, &start, "\n", margin, header, "\n", margin, step, &join].concat()
        }
        _ => return None,
    };
    let end = lines[round.line].trim_end().chars().count() as u32;
    let line_after = text.lines().next().unwrap_or_default().into();
    Some(FixView {
        line: round.header as u32 + 1,
        column: margin.chars().count() as u32,
        end_line: round.line as u32 + 1,
        end_column: end,
        text: text.into(),
        line_after,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Option<(Kind, Option<String>)> {
        let source = ["async def get(x):\n    pass\n\n", source].concat();
        let lines: Vec<&str> = source.lines().collect();
        let round = rounds(&lines).into_iter().next()?;
        Some((round.kind, together(&lines, &round).map(|fix| fix.text.to_string())))
    }

    #[test]
    fn rounds_that_wait_for_what_they_began_can_overlap() {
        let all = |text: &str| Some(text.to_string());
        assert_eq!(
            found("    for n in range(3):\n        await get(n)\n\n    x()\n"),
            Some((Kind::Coroutine, all("await asyncio.gather(*[get(n) for n in range(3)])")))
        );
        assert_eq!(
            found("for n in a:\n    if n:\n        print(await asyncio.wait_for(get(n), 1))\n"),
            Some((Kind::Coroutine, None))
        );
        assert_eq!(found("for n in a:\n    x = await asyncio.create_task(get(n))\n"), Some((Kind::Task, None)));
        assert_eq!(
            found("for t in ts:\n  t.start()\n  t.join()\n"),
            Some((Kind::Thread, all("for t in ts:\n  t.start()\nfor t in ts:\n  t.join()")))
        );
        assert_eq!(
            found("for n in a:\n    f = pool.submit(g, n)\n    print(f.result())\n"),
            Some((Kind::Future, None))
        );
        assert_eq!(found("for n in a:\n    print(pool.submit(g, n).result())\n"), Some((Kind::Future, None)));
    }

    #[test]
    fn rounds_that_need_each_other_cannot() {
        assert_eq!(found("for n in a:\n    x = await get(x)\n"), None);
        assert_eq!(found("for n in a:\n    if await get(n):\n        break\n"), None);
        assert_eq!(found("while a:\n    await get(n)\n"), None);
        assert_eq!(found("async for n in a:\n    await get(n)\n"), None);
        assert_eq!(found("for n in a:\n    await other(n)\n"), None);
        assert_eq!(found("for t in ts:\n    t.join()\n"), None);
        assert_eq!(found("for f in fs:\n    print(f.result())\n"), None);
        for own in [
            "for n in a:\n    self.at = await get(n, self.at)\n",
            "for n in a:\n    said.append(await get(n, said))\n",
            "for n in a:\n    x = await get(n, said)\n    said.append(x)\n",
            "for n in a:\n    if (x := await get(n, x)): pass\n",
            "for n in a:\n    x = pool.submit(get, n, x).result()\n",
            "for n in a:\n    t.start()\n    u.start()\n    t.join()\n",
            "for n in a:\n    if n: break\n    await get(n)\n",
            "for n in a:\n    await get(n)\n    await asyncio.sleep(1)\n",
            "for n in a:\n    async with lock:\n        await get(n)\n",
            "for _ in a:\n    await get(1)\n",
            "for n in a:\n    await s.get(n)\n",
        ] {
            assert_eq!(found(own), None, "{own}");
        }
    }

    #[test]
    fn a_loop_goes_as_far_as_its_statements() {
        assert_eq!(found("for n in [\n 1,\n]:\n    await get(n)\n"), Some((Kind::Coroutine, None)));
        assert_eq!(found("for n in a:\n# all\n    await get(n)\n"), Some((Kind::Coroutine, None)));
        assert_eq!(found("for n in a:\n    x = \"\"\"\ny\n\"\"\"\n    await get(n)\n"), Some((Kind::Coroutine, None)));
        assert_eq!(found("for n in a:\n    await get(n)\nelse:\n    b\n"), Some((Kind::Coroutine, None)));
        assert_eq!(found("for n in 1, 2:\n    await get(n)\n"), Some((Kind::Coroutine, None)));
    }
}
