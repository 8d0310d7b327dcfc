//! What the program's own lines tell of an exception, or of a coroutine that was never awaited.

use super::explained::Known;
use super::traceback::Summary;
use crate::compiler::lines::{is_of_name, numbered};
use crate::objects::exception::Exc;

/// The line that gives a coroutine function to an event loop or future as a callback, if that has called it and not `line`.
pub(super) fn of_callback(source: &str, line: u32, name: &str) -> Option<u32> {
    const GIVE: [&str; 5] = ["call_soon(", "call_later(", "call_at(", "call_soon_threadsafe(", "add_done_callback("];
    let name = name.rsplit('.').next().unwrap_or(name);
    let names = |text: &str| {
        text.match_indices(name).any(|(at, _)| {
            let behind = &text[at + name.len()..];
            !text[..at].ends_with(is_of_name) && !behind.starts_with(is_of_name) && !behind.starts_with('(')
        })
    };
    if numbered(source, line).is_none_or(|text| text.contains(name)) {
        return None;
    }
    let given = |text: &str| GIVE.iter().any(|call| text.find(call).is_some_and(|at| names(&text[at + call.len()..])));
    source.lines().zip(1..).find(|(text, _)| given(text)).map(|(_, number)| number)
}

/// A name is None since what `start()` returned was kept in place of the thread: `t = Thread(…).start()`.
pub(super) fn of_start(source: &str, words: &str, frames: &[Summary]) -> Option<Known> {
    let method = words.strip_prefix("'NoneType' object has no attribute '")?.split('\'').next()?;
    if !["join", "is_alive", "name", "terminate"].contains(&method) {
        return None;
    }
    let line = numbered(source, frames.last()?.line)?;
    let before = &line[..line.find(&[".", method].concat())?];
    let name = &before[before.rfind(|c: char| !is_of_name(c)).map_or(0, |at| at + 1)..];
    let mut lines = source.lines().zip(1..);
    let (_, at) = lines.find(|(text, _)| {
        let value = text.trim().strip_prefix(name).and_then(|rest| rest.trim_start().strip_prefix('='));
        value.is_some_and(|value| value.ends_with(".start()"))
    })?;
    (!name.is_empty()).then(|| ("start-gives-none", vec![name.into(), at.to_string()]))
}

/// The `except` of the `try` around a line that names a class of exceptions of which a group holds one.
pub(super) fn not_caught(source: &str, line: u32, inner: &[Exc]) -> Option<(u32, String)> {
    let lines: Vec<&str> = source.lines().collect();
    let indent = |text: &str| text.len() - text.trim_start().len();
    let (mut around, mut tries) = (indent(lines.get(line as usize - 1)?), None);
    for at in (0..line as usize - 1).rev() {
        let text = lines[at].trim();
        if !text.is_empty() && !text.starts_with('#') && indent(lines[at]) < around {
            around = indent(lines[at]);
            if text.starts_with("try:") {
                tries = Some(at);
                break;
            }
            if text.starts_with("def ") || text.starts_with("async def ") {
                return None;
            }
        }
    }
    let clauses = lines.iter().zip(1u32..).skip(tries? + 1).take_while(|(text, _)| {
        text.trim().is_empty() || indent(text) > around || indent(text) == around && text.trim().starts_with("except")
    });
    clauses.filter(|(text, _)| indent(text) == around).find_map(|(text, number)| {
        let classes = text.trim().strip_prefix("except ")?.split([':', ' ']).next()?;
        let names = |exc: &Exc| exc.class().mro().iter().any(|class| *class.name() == *classes);
        // Those catch the group as well.
        let is_general = ["Exception", "BaseException", "ExceptionGroup", "BaseExceptionGroup"].contains(&classes);
        (!is_general && inner.iter().any(names)).then(|| (number, classes.to_string()))
    })
}
