//! Edits of calls that beginners write otherwise than asyncio and threading take them, and of the functions they call.

use super::around::{Around, around};
use super::forgotten_await::{imports_asyncio, is_used_whole};
use super::line_parts::{behind, is_call, is_of_dotted, mentions, only, start_of_call};
use super::model::FixView;
use super::statements::{beginnings, end_of_argument};
use crate::modules::attached::path_of;

/// An edit of a line: at which byte, how many bytes, and what stands there then.
pub(super) type Edit = (usize, usize, String);

/// `run(f)` as `run(f())`, for what takes a coroutine, `await f` as `await f()`, and likewise what `async for` goes through:
/// where `f` is the program's and takes nothing. `at`: the line, from 0.
pub(super) fn called(lines: &[&str], at: usize) -> Option<Edit> {
    let line = lines[at];
    let loops = if line.trim_start().starts_with("async for ") { behind(line, &["in "]) } else { None };
    let takers = ["run(", "create_task(", "run_until_complete(", "wait_for(", "await "];
    let start = loops.or_else(|| behind(line, &takers))?;
    let end = end_of_argument(line, start).unwrap_or(line.trim_end().len());
    let name = line[start..end].trim_end().trim_end_matches(':');
    let begin = ["async def ", name.rsplit('.').next()?].concat();
    let taking = lines.iter().find_map(|line| line.trim_start().strip_prefix(&*begin))?;
    let alone = ["()", "(self)", "(cls)"].iter().any(|parameters| taking.starts_with(parameters));
    (alone && name.chars().all(is_of_dotted)).then(|| (start + name.len(), 0, "()".to_string()))
}

/// `thread.run()` as `thread.start()`, in the one line that has such a call of what line `at` (from 0) makes.
pub(super) fn started(lines: &[&str], at: usize) -> Option<FixView> {
    let (line, owner) = only_run(lines)?;
    // What a function is given may be another.
    if let Around::Function(def) | Around::Coroutine(def) = around(lines, line)
        && mentions(lines[def], owner)
    {
        return None;
    }
    let made = lines.get(at)?.trim();
    let made = made.split_once(" = ").or_else(|| made.split_once(".append(")).map_or("", |(name, _)| name);
    let each = ["for ", owner, " in ", made].concat();
    let is_its = line == at || !made.is_empty() && (owner == made || lines.iter().any(|line| line.contains(&each)));
    is_its.then(|| as_start(lines, line)).flatten()
}

/// The same of what line `at` joins.
pub(super) fn started_before_join(lines: &[&str], at: usize) -> Option<FixView> {
    let (line, owner) = only_run(lines)?;
    let joined = lines.get(at)?.find(".join(").map(|byte| &lines[at][start_of_call(lines[at], byte)..byte])?;
    (owner == joined && around(lines, line) == around(lines, at)).then(|| as_start(lines, line)).flatten()
}

const RUN: &str = ".run()";

/// The only line with a call of `run()`, and of what.
fn only_run<'a>(lines: &[&'a str]) -> Option<(usize, &'a str)> {
    let mut calls = lines.iter().enumerate().filter_map(|(line, text)| {
        let byte = text.find(RUN)?;
        (!text[..byte].contains(['#', '"', '\''])).then_some((line, byte))
    });
    let (line, byte) = calls.next().filter(|_| calls.next().is_none())?;
    Some((line, &lines[line][start_of_call(lines[line], byte)..byte]))
}

fn as_start(lines: &[&str], line: usize) -> Option<FixView> {
    let byte = lines[line].find(RUN)?;
    let column = lines[line][..byte].chars().count() as u32 + 1;
    let (line, end_column) = (line as u32 + 1, column + "run".len() as u32);
    Some(FixView { line, column, end_line: line, end_column, text: "start".into(), line_after: "".into() })
}

/// `gather(all)` as `gather(*all)`, if that is all it is given by position. `values`: it is a dict, of which the values are meant.
pub(super) fn gathered_apart(line: &str, values: bool) -> Option<Edit> {
    let at = behind(line, &["gather("])?;
    let end = end_of_argument(line, at)?;
    let next = line[end..].strip_prefix(',').map_or("", str::trim_start);
    let alone = line[end..].starts_with(')') || next.starts_with("return_exceptions") || next.starts_with(')');
    let given = line[at..end].trim_end();
    let generates = given.contains(" for ") && !given.starts_with(['(', '[', '{']);
    let parts = match values {
        _ if generates => ["*(", ")"],
        true if is_call(given) || given.starts_with('{') || given.chars().all(is_of_dotted) => ["*", ".values()"],
        true => return None,
        false => ["*", ""],
    };
    // The end need not be written anew where nothing is put behind it.
    let edit = || {
        if parts[1].is_empty() {
            (at, 0, "*".to_string())
        } else {
            (at, given.len(), [parts[0], given, parts[1]].concat())
        }
    };
    (alone && !given.starts_with('*')).then(edit)
}

/// `await` before a `gather` that stands alone or in a variable that is never awaited.
pub(super) fn gather_awaited(lines: &[&str], at: usize) -> Option<Edit> {
    let line = lines[at];
    let start = start_of_call(line, only(line, "gather(")?);
    let name = line[..start].trim().strip_suffix('=').map(str::trim);
    let is_plain = |name: &str| !name.is_empty() && name.chars().all(|c| is_of_dotted(c) && c != '.');
    let alone =
        line[..start].trim().is_empty() || name.is_some_and(|name| is_plain(name) && !is_used_whole(lines, at, name));
    alone.then(|| (start, 0, "await ".to_string()))
}

/// `asyncio.wait(task)` as `asyncio.wait([task])`.
pub(super) fn waited_in_list(line: &str) -> Option<Edit> {
    let start = behind(line, &["asyncio.wait("])?;
    let at = start + line[start..].strip_prefix("fs=").map_or(0, |_| "fs=".len());
    let end = end_of_argument(line, at)?;
    Some((at, end - at, ["[", &line[at..end], "]"].concat()))
}

/// `Thread(args=(1))` as `Thread(args=(1,))`, and `args=1` likewise.
pub(super) fn in_tuple(line: &str) -> Option<Edit> {
    let at = behind(line, &["args="])?;
    let makers = ["Thread(", "Process(", "Timer("];
    let call = makers.into_iter().find_map(|maker| Some(line[..at].rfind(maker)? + maker.len()))?;
    let mut before = call;
    while before < at {
        // Of this call, and not of one within it.
        before = end_of_argument(line, before).filter(|end| line[*end..].starts_with(',') || *end > at)? + 1;
    }
    let end = end_of_argument(line, at)?;
    let given = line[at..end].trim_end();
    let inner = given.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(given);
    (before == end + 1 && end_of_argument(&[inner, ")"].concat(), 0)? == inner.len() && !inner.is_empty())
        .then(|| (at, given.len(), ["(", inner, ",)"].concat()))
}

/// `target=f` as `target=asyncio.run, args=(f(),)`, and `submit(f)` as `submit(asyncio.run, f())`.
pub(super) fn run_as_target(source: &str, line: &str, name: &str) -> Option<Edit> {
    let imports = source.lines().any(imports_asyncio);
    let edit = |begin: &str, parts: [&str; 3]| {
        let at = behind(line, &[begin])?;
        let end = end_of_argument(line, at)?;
        (line[at..end].trim_end() == name).then(|| (at, end - at, parts.concat()))
    };
    // What follows the function in `submit` is for the coroutine.
    let submitted = || {
        let (at, length, _) = edit("submit(", [""; 3])?;
        let behind = at + length;
        let mut end = end_of_argument(line, at)?;
        while line[end..].starts_with(',') {
            end = end_of_argument(line, end + 1)?;
        }
        let given = line[behind..end].trim_start_matches(',').trim();
        Some((at, end - at, ["asyncio.run, ", name, "(", given, ")"].concat()))
    };
    let alone = !line.contains("args=") && imports;
    let target = || edit("target=", ["asyncio.run, args=(", name, "(),)"]);
    alone.then(|| target().or_else(submitted)).flatten()
}

/// `get_event_loop()` as `new_event_loop()` where the loop is run, and not another thread's that is asked for something.
pub(super) fn with_new_loop(lines: &[&str], at: usize) -> Option<Edit> {
    let line = lines[at];
    let start = only(line, "asyncio.get_event_loop()")?;
    let (before, behind) = (line[..start].trim(), &line[start + "asyncio.get_event_loop()".len()..]);
    let runs = |text: &str| text.starts_with(".run_until_complete(") || text.starts_with(".run_forever(");
    let name = before.strip_suffix('=').map(str::trim).filter(|name| name.chars().all(is_of_dotted));
    let later = |name: &str| lines[at + 1..].iter().any(|line| line.trim_start().strip_prefix(name).is_some_and(runs));
    (runs(behind) || behind.trim().is_empty() && name.is_some_and(later))
        .then(|| (start + "asyncio.".len(), "get".len(), "new".to_string()))
}

/// `global name` at the beginning of the function around a line (from 0).
pub(super) fn with_global(lines: &[&str], at: usize, name: &str) -> Option<FixView> {
    let def = match around(lines, at) {
        Around::Function(def) | Around::Coroutine(def) => def,
        Around::Module | Around::Class => return None,
    };
    let first = lines.get(def + 1).filter(|_| lines[def].trim_end().ends_with(':'))?;
    let text = first.trim_start();
    let documents = text.trim_start_matches(['r', 'R', 'u', 'U']).starts_with(['"', '\'']);
    if text.is_empty() || documents || text.starts_with('#') || def + 1 > at {
        return None;
    }
    let indent = &first[..first.len() - text.len()];
    Some(inserted(def + 2, 0, [indent, "global ", name, "\n"].concat()))
}

/// `self` before the parameters of a method whose `def` is that line (from 1).
pub(super) fn with_self(lines: &[&str], def: usize) -> Option<FixView> {
    let line = lines.get(def.checked_sub(1)?)?;
    let name = line.find("def ")? + "def ".len();
    let name = name + line[name..].find(|c: char| !(is_of_dotted(c) || c == ' '))?;
    let at = line[name..].starts_with('(').then_some(name + 1)?;
    let text = match line[at..].trim_start() {
        rest if rest.starts_with(')') => "self",
        "" => "self,",
        _ => "self, ",
    };
    Some(inserted(def, line[..at].chars().count() as u32, text.to_string()))
}

/// `async` before the `def` of the function whose call a line gives to what takes a coroutine: if nobody else calls it,
/// and it neither yields nor runs a loop itself.
pub(super) fn made_async(lines: &[&str], at: usize) -> Option<FixView> {
    let line = lines[at];
    let start = behind(line, &["asyncio.run(", "create_task(", "run_until_complete("])?;
    let given = line[start..end_of_argument(line, start)?].trim();
    let name = given.split('(').next().filter(|name| is_call(given) && !name.contains('.'))?;
    let begin = ["def ", name, "("].concat();
    let def = lines.iter().position(|line| line.starts_with(&begin))?;
    let named = |line: &&&str| line.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == name);
    let body = lines[def + 1..].iter().take_while(|line| line.is_empty() || line.starts_with([' ', '\t']));
    let other = ["yield", "asyncio.run(", "run_until_complete("];
    let plain = !body.chain([&lines[def]]).any(|line| other.iter().any(|word| line.contains(word)));
    (plain && lines.iter().filter(named).count() == 2).then(|| inserted(def + 1, 0, "async ".to_string()))
}

/// `import module` before the first statement of the file in which line `at` stands (from 0), behind what must come first.
pub(super) fn imported(lines: &[&str], at: usize, statement: &str) -> FixView {
    // Of the file in which the line stands.
    let file = lines[..at].iter().rposition(|line| path_of(line).is_some()).map_or(0, |mark| mark + 1);
    let begins = beginnings(lines, lines.len());
    let statements = (file..lines.len()).filter(|at| begins.get(*at) == Some(at) && !lines[*at].trim().is_empty());
    let after = |line: &str| line.starts_with(['#', '"', '\'']) || line.contains("__future__");
    let at = statements.into_iter().find(|at| !after(lines[*at])).unwrap_or(file);
    inserted(at + 1, 0, [statement, "\n"].concat())
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
        fn apart(line: &str) -> Option<Edit> {
            gathered_apart(line, false)
        }
        fn values_apart(line: &str) -> Option<Edit> {
            gathered_apart(line, true)
        }
        let cases: [(fn(&str) -> Option<Edit>, &str, &str); 10] = [
            (apart, "gather(f(i) for i in all)", "gather(*(f(i) for i in all))"),
            (values_apart, "gather(jobs)", "gather(*jobs.values())"),
            (values_apart, "gather({1: f(1), 2: g()})", "gather(*{1: f(1), 2: g()}.values())"),
            (
                apart,
                "await asyncio.gather(jobs, return_exceptions=True)",
                "await asyncio.gather(*jobs, return_exceptions=True)",
            ),
            (apart, "gather([f(','), g()])", "gather(*[f(','), g()])"),
            (waited_in_list, "await asyncio.wait(task)", "await asyncio.wait([task])"),
            (waited_in_list, "await asyncio.wait(fs=task, timeout=1)", "await asyncio.wait(fs=[task], timeout=1)"),
            (in_tuple, "Thread(target=f, args=(n))", "Thread(target=f, args=(n,))"),
            (in_tuple, "Thread(args=f(1, 2), target=f)", "Thread(args=(f(1, 2),), target=f)"),
            (
                in_tuple,
                "t = threading.Thread(target=f, args=('a, b'))",
                "t = threading.Thread(target=f, args=('a, b',))",
            ),
        ];
        for (edit, line, after) in cases {
            assert_eq!(edited(line, edit).as_deref(), Some(after));
        }
        let none: [(fn(&str) -> Option<Edit>, &str); 7] = [
            (apart, "gather(*jobs)"),
            (apart, "gather(first, rest)"),
            (apart, "gather(w(0), [w(1)])"),
            (in_tuple, "Thread(args=(1, 2))"),
            (in_tuple, "Thread(kwargs=1)"),
            (in_tuple, "Thread(None, partial(g, args=(1)), None, 5)"),
            (in_tuple, "super().__init__(args=(1))"),
        ];
        for (edit, line) in none {
            assert_eq!(edited(line, edit), None, "{line}");
        }
    }

    #[test]
    fn what_is_called_takes_nothing_and_is_the_programs_own() {
        let edited = |source: &str| {
            let lines: Vec<&str> = source.lines().collect();
            let last = lines.len() - 1;
            called(&lines, last)
                .map(|(at, length, text)| [&lines[last][..at], &text, &lines[last][at + length..]].concat())
        };
        let main = "async def main():\n    ";
        assert_eq!(edited(&[main, "pass\nasyncio.run(main)"].concat()).as_deref(), Some("asyncio.run(main())"));
        assert_eq!(edited(&[main, "x = await main "].concat()).as_deref(), Some("    x = await main() "));
        assert_eq!(
            edited("async def f(self): pass\nt = g.create_task(self.f, name=1)").as_deref(),
            Some("t = g.create_task(self.f(), name=1)")
        );
        assert_eq!(edited("async def f(): yield 1\nasync for x in f:").as_deref(), Some("async for x in f():"));
        for none in [
            "await job",
            "async def f(n): pass\nasyncio.run(f)",
            "asyncio.run(main())",
            "await asyncio.sleep",
            "asyncio.run(lambda: 1)",
        ] {
            assert_eq!(edited(none), None, "{none}");
        }
    }

    #[test]
    fn a_loop_is_made_only_where_it_is_run() {
        let edited = |source: &str| with_new_loop(&source.lines().collect::<Vec<_>>(), 0).is_some();
        assert!(edited("asyncio.get_event_loop().run_until_complete(f())"));
        assert!(edited("loop = asyncio.get_event_loop()\nloop.run_forever()"));
        assert!(!edited("asyncio.get_event_loop().call_soon_threadsafe(f)"));
        assert!(!edited("run_coroutine_threadsafe(w(), asyncio.get_event_loop())"));
        assert!(!edited("loop = asyncio.get_event_loop()\nloop.call_soon(f)"));
    }

    #[test]
    fn functions_are_made_what_their_calls_need() {
        let lines = ["n = 0", "def f():", "    n += 1", "def g():", "    r'd'", "    n += 1", "asyncio.run(f())"];
        let fix = with_global(&lines, 2, "n").expect("a function");
        assert_eq!((fix.line, &*fix.text), (3, "    global n\n"));
        assert_eq!(with_global(&lines, 5, "n"), None);
        assert_eq!(with_global(&lines, 0, "n"), None);
        let fix = made_async(&lines, 6).expect("a call");
        assert_eq!((fix.line, fix.column, &*fix.text), (2, 0, "async "));
        assert_eq!(made_async(&lines, 2), None);
        for body in ["yield from asyncio.sleep(1)", "asyncio.run(x())"] {
            assert_eq!(made_async(&["def f():", &["    ", body].concat(), "asyncio.run(f())"], 2), None);
        }
        assert_eq!(made_async(&["def f():", "    pass", "f()", "asyncio.run(f())"], 3), None);
        let inner = ["async def f():", "    async def g():", "        pass", "    n += 1"];
        assert_eq!(with_global(&inner, 3, "n").map(|fix| fix.line), Some(2));
    }
}
