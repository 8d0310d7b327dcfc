//! The hint that the rounds of a `for` loop could overlap: each waits for what it began itself, before the next begins.

use super::around::loops;
use super::finding_texts as said;
use super::line_parts::is_of_dotted;
use super::model::{DiagnosticView, FixView};
use super::say::{Fill, Template, duration};
use super::sequential::Waited;
use super::stage::Stage;
use super::statements::end_of_call;
use crate::compiler::lines::{indent, indentation, is_of_name};
use crate::player::TaskState;
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
    let line = lines[round.line];
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
    DiagnosticView {
        code: "one-by-one",
        severity: Severity::Hint,
        line: waited.line,
        column: line[..indent(line)].chars().count() as u32,
        end_line: waited.line,
        end_column: line.trim_end().chars().count() as u32,
        title: stage.words(said::SEQUENTIAL, &fills),
        text: stage.say(why, &fills),
        step: waited.step,
        fix: together(lines, round),
    }
}

/// The loops whose rounds wait for what they began.
fn rounds<'a>(lines: &[&'a str]) -> Vec<Round<'a>> {
    let waits = |line: &&str| line.contains("await ") || line.contains(".join()") || line.contains(".result()");
    let found = lines.iter().enumerate().filter(|(_, line)| waits(line)).take(MOST);
    found.filter_map(|(at, _)| round(lines, at)).collect()
}

fn round<'a>(lines: &[&'a str], at: usize) -> Option<Round<'a>> {
    let (header, text) = loops(lines, at).next()?;
    let body = body(lines, header);
    let decides = |line: &str| DECIDES.iter().any(|word| line.trim_start().starts_with(word));
    if !text.starts_with("for ") || body.iter().any(|line| decides(line)) || at <= header {
        return None;
    }
    let before = &body[..at - header - 1];
    let found = awaited(lines, lines[at], body).or_else(|| started(lines[at], before));
    let (kind, what) = found.or_else(|| submitted(lines[at], before))?;
    Some(Round { header, line: at, kind, what })
}

/// The lines of a loop's body.
fn body<'a, 'b>(lines: &'b [&'a str], header: usize) -> &'b [&'a str] {
    let least = indent(lines[header]);
    let behind = &lines[header + 1..];
    let end = behind.iter().position(|line| !line.trim().is_empty() && indent(line) <= least);
    let inside = &behind[..end.unwrap_or(behind.len())];
    let written = inside.iter().rposition(|line| !line.trim().is_empty());
    &inside[..written.map_or(0, |last| last + 1)]
}

/// The call that a line awaits, if it takes nothing that a round before it made.
fn awaited<'a>(lines: &[&str], line: &'a str, body: &[&str]) -> Option<(Kind, &'a str)> {
    let (_, call) = line.split_once("await ")?;
    let call = &call[..end_of_call(call, call.find('(')?)?];
    let head = |call: &'a str| call.split('(').next().filter(|name| name.chars().all(is_of_dotted)).unwrap_or_default();
    let last = |head: &'a str| head.rsplit('.').next().unwrap_or_default();
    let name = match head(call) {
        "asyncio.wait_for" => last(head(call.split_once('(')?.1)),
        head => last(head),
    };
    let definition = ["async def ", name, "("].concat();
    let kind = match name {
        "create_task" | "ensure_future" => Kind::Task,
        "to_thread" | "run_in_executor" => Kind::Job,
        "" => return None,
        _ if lines.iter().any(|line| line.contains(&definition)) => Kind::Coroutine,
        _ => return None,
    };
    let made = |line: &str| {
        let (targets, _) = line.split_once('=')?;
        let targets = targets.trim().trim_end_matches(['+', '-', '*', '/', '|', '&']).trim_end();
        let own = targets.split(',').map(str::trim).any(|name| {
            let mut words = call.split(|c| !is_of_name(c));
            !name.is_empty() && name.chars().all(is_of_name) && words.any(|word| word == name)
        });
        own.then_some(())
    };
    body.iter().all(|line| made(line).is_none()).then_some((kind, call))
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
    let mut spent: SortedMap<(TaskId, ThreadId, u32), (u64, u32)> = SortedMap::new();
    let mut add = |who: (TaskId, ThreadId), line: u16, from: EventId, to: EventId| {
        let ns = stage.log.time_at(to).saturating_sub(stage.log.time_at(from));
        if is_asked(line.into()) && ns > 0 {
            spent.or_insert_with((who.0, who.1, line.into()), || (0, stage.recording.step_of(from))).0 += ns;
        }
    };
    for (index, of) in stage.facts().tasks.iter().enumerate() {
        for pair in stage.recording.lane(index).windows(2).filter(|pair| pair[0].state == TaskState::Waiting) {
            let Event::StepEnded { chain, .. } = stage.log.entry(pair[0].event.index()).event else { continue };
            for (_, line) in stage.log.chain_of(chain) {
                add((of.task, ThreadId::default()), line, pair[0].event, pair[1].event);
            }
        }
    }
    if rounds.iter().any(|round| matches!(round.kind, Kind::Thread | Kind::Future)) {
        let mut blocked: SortedMap<ThreadId, (EventId, u16)> = SortedMap::new();
        for (id, entry) in stage.log.entries_from(0) {
            match entry.event {
                Event::ThreadBlocked { thread, .. } if entry.task.is_none() => {
                    blocked.insert(thread, (id, entry.line));
                }
                Event::ThreadRunning { thread } => {
                    if let Some((from, line)) = blocked.remove(&thread) {
                        add((TaskId::default(), thread), line, from, id);
                    }
                }
                _ => {}
            }
        }
    }
    let mut waits: Vec<Waited> = Vec::new();
    for ((task, thread, line), (ns, step)) in spent.iter() {
        let times = times.get(&(*task, *thread, *line)).copied().unwrap_or(0);
        match waits.iter_mut().find(|waited| waited.line == *line) {
            Some(known) if known.ns >= *ns => {}
            Some(known) => *known = Waited { line: *line, times, ns: *ns, step: *step },
            None => waits.push(Waited { line: *line, times, ns: *ns, step: *step }),
        }
    }
    waits
}

/// The loop's rounds at once, where its body is nothing but the wait.
fn together(lines: &[&str], round: &Round) -> Option<FixView> {
    let margin = indentation(lines[round.header]);
    let (header, line) = (lines[round.header].trim(), lines[round.line].trim());
    let (head, of) = (header.strip_suffix(':')?, header.strip_suffix(':')?.split_once(" in ")?.1);
    let count = body(lines, round.header).len();
    let text = match round.kind {
        Kind::Coroutine | Kind::Task if count == 1 && line == ["await ", round.what].concat() => {
            ["await asyncio.gather(*[", round.what, " ", head, "])"].concat()
        }
        Kind::Thread if count == 2 && of.chars().all(is_of_name) => {
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
    }
}
