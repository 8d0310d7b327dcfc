//! Edits for calls of coroutine functions whose `await` was forgotten.

use super::around::Around;
use super::call_repairs::Edit;
use super::line_parts::{is_of_dotted, only, start_of_call};
use super::statements::{beginnings, end_of_call, left_open};

/// `f(…)` as `await f(…)`, and outside of functions as `asyncio.run(f(…))`: where the statement takes what the call gives
/// as it is. Handed to something, as in `gather(x())`, the line is right and the fault is elsewhere. `at`: the line, from 0.
pub(super) fn awaited(lines: &[&str], at: usize, name: &str, within: Around) -> Option<Edit> {
    let line = lines[at];
    let name = name.rsplit('.').next().unwrap_or(name);
    let named = only(line, &[name, "("].concat())?;
    let start = start_of_call(line, named);
    let before = line[..start].trim_end();
    let variable = before.strip_suffix('=').map(str::trim);
    let kept = variable.is_some_and(|name| is_used_whole(lines, at, name));
    if !takes_value(before) || kept || beginnings(lines, at)[at] != at || is_run_elsewhere(line, start) {
        return None;
    }
    let text = lines[at..].join("\n");
    let end = end_of_call(&text, named + name.len())?;
    let (call, alone) = (&text[start..end], end <= line.len());
    match within {
        Around::Coroutine(_) if !binds(&text[end..]) => Some((start, 0, "await ".to_string())),
        Around::Coroutine(_) => alone.then(|| (start, call.len(), with_await(call, &text[end..]))),
        // Nothing may be awaited outside coroutines: the event loop runs it.
        Around::Module if alone && lines.iter().any(|line| imports_asyncio(line)) => {
            Some((start, call.len(), ["asyncio.run(", call, ")"].concat()))
        }
        _ => None,
    }
}

/// An expression with `await` before it: in parentheses where what stands behind it binds more tightly.
pub(super) fn with_await(expression: &str, behind: &str) -> String {
    let [open, close] = if binds(behind) { ["(", ")"] } else { [""; 2] };
    [open, "await ", expression, close].concat()
}

/// Whether a text goes on with what belongs to the expression before it.
fn binds(behind: &str) -> bool {
    behind.starts_with(['.', '[', '('])
}

/// Whether a line makes `asyncio` a name of the program's.
pub(super) fn imports_asyncio(line: &str) -> bool {
    line.starts_with("import asyncio") && !line.contains(" as ") || line.contains(", asyncio")
}

/// Whether a place in a line is in a lambda or a generator expression: what stands there is not the function's own.
pub(super) fn is_run_elsewhere(line: &str, at: usize) -> bool {
    let open = left_open(&line[..at]).pop().filter(|open| line[*open..].starts_with('('));
    let generates = open.is_some_and(|open| line[at..end_of_call(line, open).unwrap_or(line.len())].contains(" for "));
    line[..at].contains("lambda") || generates
}

/// Whether another line does with a variable what is done with tasks, futures and coroutines: it awaits it, asks it for
/// something or hands it to what waits.
pub(super) fn is_used_whole(lines: &[&str], at: usize, name: &str) -> bool {
    const TAKERS: [&str; 7] =
        ["wait(", "wait_for(", "shield(", "gather(", "create_task(", "ensure_future(", "as_completed("];
    let uses = |line: &str| {
        let used = line.match_indices(name).any(|(at, _)| {
            line[..at].chars().next_back().is_none_or(|c| !is_of_dotted(c))
                && line[at + name.len()..].starts_with(['.', ')', ',', ']'])
        });
        let asked = line.contains(&[name, "."].concat()) || TAKERS.iter().any(|taker| line.contains(taker));
        line.contains(&["await ", name].concat()) || used && asked
    };
    !name.is_empty() && lines.iter().enumerate().any(|(other, line)| other != at && uses(line))
}

/// Functions that take what a coroutine gives, and not a coroutine.
const TAKE_VALUES: [&str; 14] =
    ["print", "len", "str", "int", "float", "bool", "repr", "sum", "min", "max", "sorted", "list", "set", "round"];

/// Whether what follows in a line is taken for a value: at the beginning of a statement, behind a word or a sign of an
/// expression, in an f-string, or given to a function that takes values.
fn takes_value(before: &str) -> bool {
    let last = before.chars().last();
    if last == Some('{') && ["f\"", "f'"].iter().any(|begin| before.contains(begin)) {
        return true;
    }
    let words = ["in", "return", "if", "elif", "while", "not", "and", "or", "is"];
    let word = words
        .iter()
        .any(|word| before.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '\t', '('])));
    let sign = matches!(last, None | Some('=' | ':' | ';' | '+' | '-' | '/' | '%' | '<' | '>'));
    match open_call(before) {
        Some(name) => TAKE_VALUES.contains(&name) && (word || sign || last == Some('(') || last == Some(',')),
        None => word || sign,
    }
}

/// The function whose call is open at the end of a text; empty: another bracket is.
fn open_call(before: &str) -> Option<&str> {
    let open = left_open(before).pop()?;
    Some(if before[open..].starts_with('(') { &before[start_of_call(before, open)..open] } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::around::around;

    /// The line with `fetch(` as it becomes.
    fn edited(source: &str) -> Option<String> {
        let lines: Vec<&str> = source.lines().collect();
        let at = lines.iter().position(|line| line.contains("fetch("))?;
        let (start, length, text) = awaited(&lines, at, "Client.fetch", around(&lines, at))?;
        Some([&lines[at][..start], &text, &lines[at][start + length..]].concat())
    }

    #[test]
    fn a_forgotten_await_is_put_before_the_call() {
        let fixed = |line: &str| edited(&["async def f(\n  a,\n) -> int:\n", line].concat());
        assert_eq!(fixed("  x = self.fetch(1)").as_deref(), Some("  x = await self.fetch(1)"));
        assert_eq!(fixed("    fetch()").as_deref(), Some("    await fetch()"));
        assert_eq!(fixed("  for x in fetch():").as_deref(), Some("  for x in await fetch():"));
        assert_eq!(fixed("  return self.fetch()").as_deref(), Some("  return await self.fetch()"));
        assert_eq!(fixed("  x += fetch(')')[0]  # y").as_deref(), Some("  x += (await fetch(')'))[0]  # y"));
        assert_eq!(fixed("  x = fetch(\n    1)").as_deref(), Some("  x = await fetch("));
        assert_eq!(fixed("  x = 1 + fetch(1)[0] # x").as_deref(), Some("  x = 1 + (await fetch(1))[0] # x"));
        assert_eq!(fixed("    print('(', fetch())").as_deref(), Some("    print('(', await fetch())"));
        assert_eq!(fixed("  log(f'{fetch()}')").as_deref(), Some("  log(f'{await fetch()}')"));
        assert_eq!(fixed("  if not fetch() > 1:").as_deref(), Some("  if not await fetch() > 1:"));
        for line in [
            "    jobs.append(fetch())",
            "    await gather(fetch(), 1)",
            "    run(job=fetch())",
            "    x = [fetch()]",
            "    print([fetch()])",
            "    print(sum(fetch(i) for i in x))",
            "    x = fetch()\n    if y: await x",
            "    x = fetch()\n    t = asyncio.create_task(x)",
            "    fetch(fetch(1))",
            "    gather(\n      fetch(1),\n    )",
            "    x = lambda: fetch()",
            "    x = {1: fetch()}",
            "    x = fetch(\n      1)[0]",
        ] {
            assert_eq!(fixed(line), None, "{line}");
        }
    }

    #[test]
    fn outside_functions_the_loop_runs_what_was_forgotten() {
        let fixed = |line: &str| edited(&["import asyncio\nasync def fetch_all():\n    pass\n", line].concat());
        assert_eq!(fixed("fetch()").as_deref(), Some("asyncio.run(fetch())"));
        assert_eq!(fixed("x = fetch()[0]  # y").as_deref(), Some("x = asyncio.run(fetch())[0]  # y"));
        assert_eq!(fixed("class A:\n    x = fetch()"), None);
        assert_eq!(fixed("add(lambda: fetch(), None)"), None);
    }
}
