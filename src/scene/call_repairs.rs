//! Edits of calls that beginners write otherwise than asyncio and threading take them, and of the functions they call.

use super::around::{Around, around};
use super::fixes::{is_call, is_of_name, only};
use super::model::FixView;
use super::modernise::end_of_argument;

/// An edit of a line: at which byte, how many bytes, and what stands there then.
pub(super) type Edit = (usize, usize, String);

/// `run(f)` as `run(f())`, for what takes a coroutine, and `await f` as `await f()`.
pub(super) fn called(line: &str) -> Option<Edit> {
    let takers = ["run(", "create_task(", "run_until_complete(", "wait_for(", "ensure_future(", "await "];
    let at = takers.into_iter().find_map(|taker| Some(only(line, taker)? + taker.len()))?;
    let end = end_of_argument(line, at).unwrap_or(line.trim_end().len());
    let name = line[at..end].trim_end();
    name.chars().all(is_of_name).then(|| (at + name.len(), 0, "()".to_string()))
}

/// `gather(all)` as `gather(*all)`.
pub(super) fn gathered_apart(line: &str) -> Option<Edit> {
    let at = only(line, "gather(")? + "gather(".len();
    (!line[at..].starts_with('*')).then(|| (at, 0, "*".to_string()))
}

/// `asyncio.wait(task)` as `asyncio.wait([task])`.
pub(super) fn waited_in_list(line: &str) -> Option<Edit> {
    let at = only(line, "asyncio.wait(")? + "asyncio.wait(".len();
    let end = end_of_argument(line, at)?;
    Some((at, end - at, ["[", &line[at..end], "]"].concat()))
}

/// `args=(1)` as `args=(1,)`, and `args=1` likewise.
pub(super) fn in_tuple(line: &str) -> Option<Edit> {
    let at = only(line, "args=")? + "args=".len();
    let end = end_of_argument(line, at)?;
    let given = line[at..end].trim_end();
    let inner = given.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(given);
    (end_of_argument(&[inner, ")"].concat(), 0)? == inner.len() && !inner.is_empty())
        .then(|| (at, given.len(), ["(", inner, ",)"].concat()))
}

/// `global name` at the beginning of the function around a line (from 0).
pub(super) fn with_global(lines: &[&str], at: usize, name: &str) -> Option<FixView> {
    let def = match around(lines, at) {
        Around::Function(def) => def,
        Around::Coroutine => (0..=at).rev().find(|index| lines[*index].trim_start().starts_with("async def "))?,
        Around::Module | Around::Class => return None,
    };
    let first = lines.get(def + 1).filter(|_| lines[def].trim_end().ends_with(':'))?;
    let text = first.trim_start();
    if text.is_empty() || text.starts_with(['"', '\'', '#']) || def + 1 > at {
        return None;
    }
    let indent = &first[..first.len() - text.len()];
    Some(inserted(def + 2, 0, [indent, "global ", name, "\n"].concat()))
}

/// `async` before the `def` of the function whose call a line gives to what takes a coroutine.
pub(super) fn made_async(lines: &[&str], at: usize) -> Option<FixView> {
    let line = lines[at];
    let takers = ["asyncio.run(", "create_task(", "run_until_complete("];
    let start = takers.into_iter().find_map(|taker| Some(only(line, taker)? + taker.len()))?;
    let given = line[start..end_of_argument(line, start)?].trim();
    let name = given.split('(').next().filter(|name| is_call(given) && !name.contains('.'))?;
    let begin = ["def ", name, "("].concat();
    let mut defs = lines.iter().enumerate().filter(|(_, line)| line.starts_with(&begin));
    let (def, _) = defs.next().filter(|_| defs.next().is_none())?;
    Some(inserted(def + 1, 0, "async ".to_string()))
}

/// A text before a column of a line (from 1).
fn inserted(line: usize, column: u32, text: String) -> FixView {
    let line = line as u32;
    FixView { line, column, end_line: line, end_column: column, text: text.into(), line_after: "".into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(line: &str, edit: fn(&str) -> Option<Edit>) -> Option<String> {
        edit(line).map(|(at, length, text)| [&line[..at], &text, &line[at + length..]].concat())
    }

    #[test]
    fn calls_are_written_as_they_are_taken() {
        let cases: [(fn(&str) -> Option<Edit>, &str, &str); 8] = [
            (called, "asyncio.run(main)", "asyncio.run(main())"),
            (called, "    x = await work  ", "    x = await work()  "),
            (called, "await asyncio.wait_for(a.work, 1)", "await asyncio.wait_for(a.work(), 1)"),
            (gathered_apart, "await asyncio.gather(jobs, x=1)", "await asyncio.gather(*jobs, x=1)"),
            (waited_in_list, "await asyncio.wait(task)", "await asyncio.wait([task])"),
            (in_tuple, "Thread(target=f, args=(n))", "Thread(target=f, args=(n,))"),
            (in_tuple, "Thread(args=f(1, 2), target=f)", "Thread(args=(f(1, 2),), target=f)"),
            (in_tuple, "Thread(args=(g(1, 2)))", "Thread(args=(g(1, 2),))"),
        ];
        for (edit, line, after) in cases {
            assert_eq!(edited(line, edit).as_deref(), Some(after));
        }
        let none: [(fn(&str) -> Option<Edit>, &str); 5] = [
            (called, "asyncio.run(main())"),
            (called, "x = work"),
            (gathered_apart, "gather(*jobs)"),
            (in_tuple, "Thread(args=(1, 2))"),
            (in_tuple, "Thread(kwargs=1)"),
        ];
        for (edit, line) in none {
            assert_eq!(edited(line, edit), None, "{line}");
        }
    }

    #[test]
    fn functions_are_made_what_their_calls_need() {
        let lines = ["n = 0", "def f():", "    n += 1", "def g():", "    'd'", "    n += 1", "asyncio.run(f())"];
        let fix = with_global(&lines, 2, "n").expect("a function");
        assert_eq!((fix.line, &*fix.text), (3, "    global n\n"));
        assert_eq!(with_global(&lines, 5, "n"), None);
        assert_eq!(with_global(&lines, 0, "n"), None);
        let fix = made_async(&lines, 6).expect("a call");
        assert_eq!((fix.line, fix.column, &*fix.text), (2, 0, "async "));
        assert_eq!(made_async(&lines, 2), None);
    }
}
