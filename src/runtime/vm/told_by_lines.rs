//! What the program's own lines tell of an exception, or of a coroutine that was never awaited.

use super::core::Vm;
use super::explained::Known;
use super::traceback::Summary;
use crate::compiler::lines::{indent, is_of_name, numbered};
use crate::objects::exception::Exc;
use crate::objects::symbol::known;
use crate::objects::{Symbol, Value};

/// Whether a line runs an event loop and does not name a function, so that the loop has called it.
pub(super) fn is_called_by_loop(source: &str, line: u32, name: &str) -> bool {
    const RUN: [&str; 5] = ["asyncio.run(", "anyio.run(", "uvloop.run(", "run_until_complete(", "run_forever("];
    let by_runner = |text: &str| text.contains(".run(") && source.contains("Runner(");
    let runs = |text: &str| RUN.iter().any(|call| text.contains(call)) || by_runner(text);
    numbered(source, line).is_some_and(|text| runs(text) && !text.split(|c| !is_of_name(c)).any(|word| word == name))
}

/// The line that gives a coroutine function to an event loop or future as a callback.
pub(super) fn of_callback(source: &str, name: &str) -> Option<u32> {
    const GIVE: [&str; 5] = ["call_soon(", "call_later(", "call_at(", "call_soon_threadsafe(", "add_done_callback("];
    let names = |text: &str| {
        text.match_indices(name).any(|(at, _)| {
            let behind = &text[at + name.len()..];
            !text[..at].ends_with(is_of_name) && !behind.starts_with(is_of_name) && !behind.starts_with('(')
        })
    };
    let mut begins = 0;
    source.split('\n').zip(1..).find_map(|(text, number)| {
        let at = GIVE.iter().find_map(|call| Some(text.find(call)? + call.len()));
        let given =
            at.filter(|at| !text[..*at].contains('#')).is_some_and(|at| names(arguments(&source[begins + at..])));
        begins += text.len() + 1;
        given.then_some(number)
    })
}

/// What stands before the bracket that closes a call.
fn arguments(text: &str) -> &str {
    let mut depth = 0;
    let closes = |c: char| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth < 0
    };
    &text[..text.find(closes).unwrap_or(text.len())]
}

/// Whether the program itself has a class of this name, which is none of the library's.
pub(super) fn has_class(vm: &mut Vm, name: &str) -> bool {
    let Some(Value::Module(main)) = vm.module(Symbol::new("__main__")) else { return false };
    let Some(Value::Type(class)) = main.get(Symbol::new(name)) else { return false };
    class.attrs.borrow().get(known::MODULE).is_some_and(|module| module.text_or_empty() == "__main__")
}

/// Whether an exception is of a class of this name, which the program does not have itself.
pub(super) fn is_named(vm: &mut Vm, exc: &Exc, name: &str) -> bool {
    *exc.class().name() == *name && !has_class(vm, name)
}

/// A name is None since what `start()` returned was kept in place of the thread: `t = Thread(…).start()`.
pub(super) fn of_start(source: &str, words: &str, frames: &[Summary]) -> Option<Known> {
    let method = words.strip_prefix("'NoneType' object has no attribute '")?.split('\'').next()?;
    if !["join", "is_alive", "name", "terminate"].contains(&method) {
        return None;
    }
    let line = numbered(source, frames.last()?.line)?;
    let before = &line[..line.find(&[".", method].concat())?];
    // What `start()` starts: a thread, a process, or one of the program's classes of such.
    let is_thread = |maker: &str| ["Thread", "Process", "Timer"].iter().any(|class| maker.ends_with(class));
    let makes_thread = |value: &str| {
        let maker = value.split('(').next().unwrap_or_default().trim();
        let class = ["class ", maker, "("].concat();
        let own = source.lines().find_map(|text| text.trim().strip_prefix(&*class));
        is_thread(maker) || own.is_some_and(|bases| bases.split([',', ')']).any(is_thread))
    };
    let name = before.rsplit(|c| !is_of_name(c)).next()?;
    let mut lines = source.lines().zip(1..);
    let (_, at) = lines.find(|(text, _)| {
        let value = text.trim().strip_prefix(name).and_then(|rest| rest.trim_start().strip_prefix('='));
        let value = value.and_then(|value| value.split(['#', ';']).next());
        value.is_some_and(|value| value.trim_end().ends_with(".start()") && makes_thread(value))
    })?;
    let is_bare = !before[..before.len() - name.len()].ends_with('.');
    (!name.is_empty() && is_bare).then(|| ("start-gives-none", vec![name.into(), at.to_string()]))
}

/// A function of the program's changes a plain value of the module's, in a line that assigns it from itself: `n += 1`.
pub(super) fn of_unbound(vm: &mut Vm, words: &str, exc: &Exc) -> Option<Known> {
    let name = words.strip_prefix("cannot access local variable '")?.split('\'').next()?;
    let mut innermost = exc.data().traceback.borrow().clone()?;
    while let Some(next) = { innermost.next.borrow().clone() } {
        innermost = next;
    }
    let code = &innermost.frame.code;
    if *code.filename != *vm.main_file || code.code.qualname.contains("<locals>") {
        return None;
    }
    let line = numbered(&vm.source, innermost.line)?.trim();
    let rest = line.strip_prefix(name)?.trim_start();
    let operator = rest.trim_start_matches(['+', '-', '*', '/', '%', '|', '&', '^', '<', '>', '@']);
    let value = operator.strip_prefix('=').filter(|value| !value.starts_with('='))?;
    let assigns = operator.len() < rest.len() || value.contains(name);
    let Value::Module(main) = vm.module(Symbol::new("__main__"))? else { return None };
    let plain =
        matches!(main.get(Symbol::new(name))?, Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::Str(_));
    (assigns && plain).then(|| ("missing-global", vec![name.into()]))
}

/// The `except` of a `try` around a line that names a class of exceptions of which a group holds one.
pub(super) fn not_caught(source: &str, line: u32, inner: &[Exc]) -> Option<(u32, String)> {
    let lines: Vec<&str> = source.lines().collect();
    let stands = (line as usize).checked_sub(1)?;
    let mut around = indent(lines.get(stands)?);
    for at in (0..stands).rev() {
        let text = lines[at].trim();
        if text.is_empty() || text.starts_with('#') || indent(lines[at]) >= around {
            continue;
        }
        around = indent(lines[at]);
        if text.starts_with("def ") || text.starts_with("async def ") {
            return None;
        }
        if text.starts_with("try:")
            && let Some(found) = clauses(&lines, at).find_map(|(number, classes)| {
                let named = classes.trim_matches(['(', ')']).split(',').map(str::trim);
                let mut named = named.filter(|name| catches(name.rsplit('.').next().unwrap_or(name), inner));
                named.next().map(|name| (number, name.to_string()))
            })
        {
            return Some(found);
        }
    }
    None
}

/// The `except` clauses of a `try`: the line (from 1), and what it catches.
fn clauses<'a>(lines: &[&'a str], at: usize) -> impl Iterator<Item = (u32, &'a str)> {
    let around = indent(lines[at]);
    let own = lines.iter().zip(1u32..).skip(at + 1).take_while(move |(text, _)| {
        text.trim().is_empty() || indent(text) > around || indent(text) == around && text.trim().starts_with("except")
    });
    own.filter(move |(text, _)| indent(text) == around).filter_map(|(text, number)| {
        let classes = text.trim().strip_prefix("except ")?.split(':').next()?;
        Some((number, classes.split(" as ").next()?.trim()))
    })
}

/// Whether a class's name catches one of these, but not the group that has them.
fn catches(name: &str, inner: &[Exc]) -> bool {
    let is_general = ["Exception", "BaseException", "ExceptionGroup", "BaseExceptionGroup"].contains(&name);
    !is_general && inner.iter().any(|exc| exc.class().mro().iter().any(|class| *class.name() == *name))
}
