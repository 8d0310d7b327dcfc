//! Errors of asyncio's and of threads that end a program and that CPython words always alike: what they come from is said
//! in a finding, at the line of the program's that raised.

use super::findings::Finding;
use crate::trace::{Event, EventId, Log, Severity, Stream};

/// What the last line of a traceback holds: the finding's code.
const ERRORS: [(&str, &str); 18] = [
    ("RuntimeError: Event loop is closed", "closed-loop"),
    ("RuntimeError: asyncio.run() cannot be called from a running event loop", "loop-in-loop"),
    ("RuntimeError: This event loop is already running", "loop-in-loop"),
    ("RuntimeError: Cannot run the event loop while another loop is running", "loop-in-loop"),
    ("RuntimeError: no running event loop", "no-running-loop"),
    ("RuntimeError: There is no current event loop in thread", "no-running-loop"),
    ("RuntimeError: cannot reuse already awaited coroutine", "awaited-twice"),
    (" is bound to a different event loop", "other-loop"),
    ("Error: a coroutine was expected, got <function ", "not-called"),
    ("TypeError: 'async_generator' object is not iterable", "async-for"),
    ("TypeError: 'async for' requires an object with __aiter__ method", "plain-for"),
    ("object does not support the context manager protocol", "async-with"),
    ("object does not support the asynchronous context manager protocol", "plain-with"),
    ("RuntimeError: threads can only be started once", "started-twice"),
    ("RuntimeError: Lock is not acquired.", "not-acquired"),
    ("RuntimeError: release unlocked lock", "not-acquired"),
    ("RuntimeError: cannot release un-acquired lock", "not-acquired"),
    ("RuntimeError: cannot notify on un-acquired lock", "not-acquired"),
];
/// So many events at most lie between the traceback and the end of the run.
const LAST: u32 = 12;

/// The finding for the traceback that was printed shortly before the run ended with exit status 1.
pub(super) fn explained(log: &Log, end: EventId) -> Option<Finding> {
    let known = |text: &str| {
        let last = text.trim_end().rsplit('\n').next()?;
        ERRORS.iter().find(|(words, _)| last.contains(words)).map(|(_, code)| *code)
    };
    (end.0.saturating_sub(LAST)..end.0).rev().find_map(|at| {
        let Event::Output { stream: Stream::Stderr, start, length } = log.get(EventId(at))?.event else { return None };
        let text = &log.output()[start as usize..(start + length) as usize];
        let (code, line) = (known(text)?, raised_at(text)?);
        Some(Finding { code, severity: Severity::Error, line, event: end, args: Vec::new() })
    })
}

/// The innermost line of the program's own file in the last traceback of a text.
fn raised_at(text: &str) -> Option<u32> {
    let last = text.rfind("Traceback (most recent call last):").map_or(text, |start| &text[start..]);
    let mut frames = last.lines().filter_map(|line| line.strip_prefix("  File \"")?.split_once("\", line "));
    let (program, first) = frames.find(|(file, _)| !file.starts_with('<'))?;
    let innermost = frames.rfind(|(file, _)| *file == program).map_or(first, |(_, line)| line);
    innermost.split(',').next()?.parse().ok()
}
