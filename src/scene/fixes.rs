//! Where in its line a finding stands, and the edit that repairs it, if the line itself says so without doubt.

use super::around::{Around, around};
use super::call_repairs as calls;
use super::forgotten_await::{self, is_run_elsewhere, with_await};
use super::line_parts::{byte_of, is_call, is_of_dotted, only, start_of_call, word};
use super::model::{DiagnosticView, FixView};
use super::modernise;
use super::statements::end_of_argument;
use crate::compiler::lines::numbered;
use crate::modules::attached::{mark, path_of};
use std::rc::Rc;

/// Blocking calls and what stands for them in a coroutine.
const BLOCKING: [(&str, &str); 9] = [
    ("time.sleep(", "await asyncio.sleep("),
    ("requests.get(", "await asyncio.to_thread(requests.get, "),
    ("requests.post(", "await asyncio.to_thread(requests.post, "),
    ("requests.put(", "await asyncio.to_thread(requests.put, "),
    ("requests.delete(", "await asyncio.to_thread(requests.delete, "),
    ("requests.request(", "await asyncio.to_thread(requests.request, "),
    ("urlopen(", "await asyncio.to_thread(urlopen, "),
    ("urllib.request.urlopen(", "await asyncio.to_thread(urllib.request.urlopen, "),
    ("subprocess.run(", "await asyncio.to_thread(subprocess.run, "),
];

/// Sets the columns of a finding that knows its line only: all of the line but its blanks.
pub fn whole_line(source: &str, view: &mut DiagnosticView) {
    let Some(line) = numbered(source, view.line) else { return };
    view.column = (line.chars().count() - line.trim_start().chars().count()) as u32;
    view.end_column = line.trim_end().chars().count() as u32;
}

/// Sets the fix of a finding that knows its line only, and the columns of what that changes. `names`: its arguments' texts.
pub fn place_in_line(source: &str, names: &[String], view: &mut DiagnosticView) {
    let lines: Vec<&str> = source.lines().collect();
    let Some(line) = lines.get((view.line as usize).wrapping_sub(1)).copied() else { return };
    let whole = line.trim_start();
    let start = line.len() - whole.len();
    let file = names.first().and_then(|name| match view.code {
        "missing-package" => Some(imported_file(line, name)),
        "missing-file" => Some(name.strip_prefix("./").unwrap_or(name).to_string()),
        _ => None,
    });
    if let Some(file) = file {
        // What no line can name is to be made by the program.
        view.fix = path_of(&mark(&file)).map(|path| attaching(source, path));
        return;
    }
    if view.code == "outdated" && names.first().is_some_and(|name| name == "asyncio.coroutine") {
        view.fix = modernise::coroutines(source);
        return;
    }
    let at = view.line as usize - 1;
    match (view.code, names) {
        ("missing-global" | "flag-lost", [name, ..]) => view.fix = calls::with_global(&lines, at, name),
        ("missing-self", [_, def]) => view.fix = def.parse().ok().and_then(|def| calls::with_self(&lines, def)),
        ("not-started" | "several-not-started", _) => view.fix = calls::started(&lines, at),
        ("joined-unstarted", _) => view.fix = calls::started_before_join(&lines, at),
        ("not-a-coroutine", _) => view.fix = calls::made_async(&lines, at),
        ("not-imported", [module]) => view.fix = Some(calls::imported(&lines, at, &["import ", module].concat())),
        ("name-not-imported", [name, module]) => {
            view.fix = Some(calls::imported(&lines, at, &["from ", module, " import ", name].concat()));
        }
        _ => {}
    }
    let within = around(&lines, at);
    let in_coroutine = matches!(within, Around::Coroutine(_));
    let edit = match view.code {
        "blocked-loop" if in_coroutine => BLOCKING.iter().rev().find_map(|(call, repaired)| {
            let at = only(line, call)?;
            Some((at, call.len(), repaired.to_string()))
        }),
        "never-awaited" => names.first().and_then(|name| forgotten_await::awaited(&lines, at, name, within)),
        "result-not-set" if in_coroutine => {
            let mut all = line.match_indices(".result()");
            let dot = all.next().filter(|_| all.next().is_none()).map(|(at, _)| at);
            dot.map(|dot| (start_of_call(line, dot), dot))
                .filter(|(start, dot)| start < dot && !is_run_elsewhere(line, *start))
                .map(|(start, dot)| {
                    let end = dot + ".result()".len();
                    (start, end - start, with_await(&line[start..dot], &line[end..]))
                })
        }
        "never-retrieved" | "orphan-task" if in_coroutine => calls::gather_awaited(&lines, at),
        "misspelled" => match names {
            [wrong, meant] => word(line, wrong).map(|at| (at, wrong.len(), meant.clone())),
            _ => None,
        },
        "stray-word" => Some((start, line.trim().len(), String::new())),
        "loop-in-loop" if in_coroutine => awaited(line),
        "no-loop-in-thread" => calls::with_new_loop(&lines, at),
        "not-called" => calls::called(&lines, at),
        "gathered-whole" => calls::gathered_apart(line, names.get(1).is_some_and(|apart| apart.contains(".values()"))),
        "wait-for-one" if names.first().is_some_and(|got| got == "Task" || got == "Future") => {
            calls::waited_in_list(line)
        }
        "no-tuple" => calls::in_tuple(line),
        "async-target" => names.first().and_then(|name| calls::run_as_target(source, line, name)),
        "async-for" if in_coroutine && is_plain_loop(whole) => Some((start, 0, "async ".to_string())),
        "async-with" if in_coroutine && enters_one(whole, "with ") => Some((start, 0, "async ".to_string())),
        "plain-for" if whole.starts_with("async for ") => Some((start, "async ".len(), String::new())),
        "plain-with" if enters_one(whole, "async with ") => Some((start, "async ".len(), String::new())),
        "outdated" => match names {
            [outdated, since, instead] => modernise::edit(line, outdated, since, instead),
            _ => None,
        },
        _ => None,
    };
    let Some((at, length, text)) = edit else { return };
    let column = |byte: usize| line[..byte].chars().count() as u32;
    let end = match view.code {
        "blocked-loop" => at + length - 1,
        "outdated" | "loop-in-loop" | "misspelled" | "result-not-set" => at + length,
        _ => line.trim_end().len(),
    };
    (view.column, view.end_column) = (column(at), column(end));
    if view.fix.is_none() {
        view.fix = Some(FixView {
            line: view.line,
            column: column(at),
            end_line: view.line,
            end_column: column(at + length),
            text: text.into(),
            line_after: "".into(),
        });
    }
}

/// The lines that an edit touches, before and after it.
pub fn edited_lines(source: &str, fix: &FixView) -> (String, String) {
    let lines: Vec<&str> = source.split('\n').collect();
    let line = |number: u32| lines.get((number as usize).wrapping_sub(1)).copied().unwrap_or("");
    let (first, last) = (line(fix.line), line(fix.end_line));
    let kept = (&first[..byte_of(first, fix.column as usize)], &last[byte_of(last, fix.end_column as usize)..]);
    let was = (fix.line..=fix.end_line).map(line).collect::<Vec<_>>().join("\n");
    (was, [kept.0, &*fix.text, kept.1].concat())
}

/// The first line that an edit makes, without its indentation.
pub fn line_after(source: &str, fix: &FixView) -> Rc<str> {
    let after = edited_lines(source, fix).1;
    // What is put behind the program stands in a line of its own.
    let made = after.trim_start_matches('\n');
    let own = made.split("\n\n").last().filter(|_| fix.text.starts_with('\n')).unwrap_or(made);
    own.trim_start().lines().next().unwrap_or_default().trim_end().into()
}

/// The file in which a module is looked for that `line` imports; `top`: the first part of its name.
fn imported_file(line: &str, top: &str) -> String {
    let (kind, rest) = line.trim_start().split_once(' ').unwrap_or_default();
    let named = if kind == "from" { rest.split_once(" import").map_or("", |(name, _)| name) } else { rest };
    let modules = named.split([',', ';', '#']).filter_map(|one| one.split_whitespace().next());
    let module = modules.into_iter().find(|module| module.split('.').next() == Some(top)).unwrap_or(top);
    [&module.replace('.', "/"), ".py"].concat()
}

/// The edit that begins a file behind the program.
fn attaching(source: &str, path: &str) -> FixView {
    let (line, last) = source.split('\n').enumerate().last().unwrap_or_default();
    let (line, column) = (line as u32 + 1, last.chars().count() as u32);
    let between = if last.is_empty() { "\n" } else { "\n\n" };
    let text = [between, &mark(path), "\n"].concat().into();
    FixView { line, column, end_line: line, end_column: column, text, line_after: "".into() }
}

/// Built-in functions that go through what they are given.
const MADE_FROM: [&str; 8] = ["enumerate(", "zip(", "map(", "filter(", "sorted(", "reversed(", "list(", "iter("];

/// Whether a line is `for x in f():`: of what is made from something else that would be another thing.
fn is_plain_loop(line: &str) -> bool {
    let of = line.strip_prefix("for ").and_then(|rest| rest.split_once(" in ")).map(|(_, of)| of.trim_end());
    let of = of.and_then(|of| of.strip_suffix(':'));
    of.is_some_and(|of| {
        of.chars().all(is_of_dotted) || is_call(of) && !MADE_FROM.iter().any(|made| of.starts_with(made))
    })
}

/// Whether a line is such a statement with one context manager.
fn enters_one(line: &str, statement: &str) -> bool {
    let given = line.strip_prefix(statement).filter(|given| !given.starts_with('('));
    given.is_some_and(|given| end_of_argument(given, 0).is_none())
}

/// `asyncio.run(f())` or `loop.run_until_complete(f())` as `await f()`.
fn awaited(line: &str) -> Option<(usize, usize, String)> {
    const RUNS: [&str; 5] = [
        "asyncio.get_running_loop().run_until_complete(",
        "asyncio.get_event_loop().run_until_complete(",
        "asyncio.new_event_loop().run_until_complete(",
        "asyncio.run(",
        "run_until_complete(",
    ];
    let call = RUNS.into_iter().find(|call| only(line, call).is_some())?;
    let at = only(line, call)?;
    let (start, inner) = (start_of_call(line, at), at + call.len());
    let before = line[..start].trim_end();
    if line[start..].starts_with('.')
        || before.ends_with([')', ']'])
        || before.ends_with("await")
        || before.contains("lambda")
    {
        return None;
    }
    let end = end_of_argument(line, inner).filter(|end| line[*end..].starts_with(')'))?;
    let given = Some(line[inner..end].trim()).filter(|given| is_call(given))?;
    Some((start, end + 1 - start, with_await(given, &line[end + 1..])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Sentence;
    use crate::trace::Severity;

    fn view(code: &'static str, source: &str, names: &[&str]) -> DiagnosticView {
        let line = source.lines().count() as u32;
        let mut view = DiagnosticView {
            code,
            severity: Severity::Warning,
            line,
            column: 0,
            end_line: line,
            end_column: 0,
            title: "".into(),
            text: Sentence::default(),
            step: 0,
            fix: None,
        };
        whole_line(source, &mut view);
        place_in_line(source, &names.iter().map(|name| name.to_string()).collect::<Vec<_>>(), &mut view);
        view
    }

    /// The last line of a source as its fix makes it.
    fn repaired(code: &'static str, source: &str, names: &[&str]) -> Option<String> {
        let fix = view(code, source, names).fix?;
        let characters: Vec<char> = source.lines().last()?.chars().collect();
        let (start, end) = (fix.column as usize, fix.end_column as usize);
        let text = |part: &[char]| part.iter().collect::<String>();
        Some(text(&characters[..start]) + &fix.text + &text(&characters[end..]))
    }

    #[test]
    fn a_blocking_call_is_replaced_by_its_awaiting_form() {
        let fixed = |line: &str| repaired("blocked-loop", &["async def f():\n    if x:\n", line].concat(), &[]);
        assert_eq!(fixed("        time.sleep(2)  # 睡").as_deref(), Some("        await asyncio.sleep(2)  # 睡"));
        let get = fixed("    r = requests.get(url)");
        assert_eq!(get.as_deref(), Some("    r = await asyncio.to_thread(requests.get, url)"));
        assert_eq!(fixed("    my_time.sleep(2)"), None);
        assert_eq!(repaired("blocked-loop", "def f():\n    time.sleep(2)", &[]), None, "nothing is awaited in a def");
    }

    #[test]
    fn a_fix_is_shown_as_the_whole_line_it_makes() {
        let source = "async def f():\n    time.sleep(2)  # 睡";
        let fix = view("blocked-loop", source, &[]).fix.unwrap();
        assert_eq!(&*line_after(source, &fix), "await asyncio.sleep(2)  # 睡");
    }

    #[test]
    fn names_and_results_are_what_is_meant() {
        let fixed = |code, line: &str, names: &[&str]| repaired(code, &["async def f():\n", line].concat(), names);
        let name = |line: &str| fixed("misspelled", line, &["slep", "sleep"]);
        assert_eq!(name("  await asyncio.slep(1)  # sleeps").as_deref(), Some("  await asyncio.sleep(1)  # sleeps"));
        assert_eq!(name("  slep(slep)"), None);
        let result = |line: &str| fixed("result-not-set", line, &[]);
        assert_eq!(result("  print(task.result())").as_deref(), Some("  print(await task)"));
        assert_eq!(result("  x = task.result()[0]").as_deref(), Some("  x = (await task)[0]"));
        assert_eq!(result("  x = tasks[0].result()"), None);
        assert_eq!(result("  x = sorted(ts, key=lambda t: t.result())"), None);
        assert_eq!(result("  x = sum(t.result() for t in ts)"), None);
        for (source, place) in [
            ("import os\nx", 1),
            ("# x\n\nx", 3),
            ("\"\"\"Of\n\nfrom a to b.\n\"\"\"\nx", 5),
            ("y\n-- util.py --\nimport os\nx", 3),
            ("from __future__ import a\n\nx", 3),
        ] {
            let fix = view("not-imported", source, &["asyncio"]).fix.map(|fix| (fix.line, fix.text.to_string()));
            assert_eq!(fix, Some((place, "import asyncio\n".to_string())), "{source}");
        }
    }

    #[test]
    fn a_gather_that_nobody_awaits_is_awaited() {
        let fixed = |lines: &str| repaired("orphan-task", &["async def f():\n", lines].concat(), &[]);
        assert_eq!(fixed("  r = asyncio.gather(a(), b())").as_deref(), Some("  r = await asyncio.gather(a(), b())"));
        assert_eq!(fixed("  asyncio.gather(a())").as_deref(), Some("  await asyncio.gather(a())"));
        assert_eq!(fixed("  x = await r\n  r = asyncio.gather(a(), b())"), None);
        assert_eq!(fixed("  r = await asyncio.gather(a(), b())"), None);
        assert_eq!(fixed("  f(asyncio.gather(a(), b()))"), None);
        for use_ in ["r.cancel()", "await asyncio.wait([r])", "await asyncio.shield(r)"] {
            assert_eq!(fixed(&["  ", use_, "\n  r = asyncio.gather(a(), b())"].concat()), None, "{use_}");
        }
        assert!(fixed("  print(r)\n  r = asyncio.gather(a(), b())").is_some());
    }

    #[test]
    fn a_loop_in_a_loop_is_awaited_in_its_place() {
        let fixed = |line: &str| repaired("loop-in-loop", &["async def f():\n", line].concat(), &[]);
        assert_eq!(fixed("  x = asyncio.run(g(1, 2))  # x").as_deref(), Some("  x = await g(1, 2)  # x"));
        assert_eq!(fixed("  print(loop.run_until_complete(g())[0])").as_deref(), Some("  print((await g())[0])"));
        let running = fixed("  x = asyncio.get_running_loop().run_until_complete(g())");
        assert_eq!(running.as_deref(), Some("  x = await g()"));
        for line in [
            "  asyncio.run(g(), debug=True)",
            "  x = await asyncio.run(g())",
            "  f = lambda: asyncio.run(g())",
            "  asyncio.run(main=g())",
            "  asyncio.run(g)",
            "  loops[0].run_until_complete(g())",
        ] {
            assert_eq!(fixed(line), None, "{line}");
        }
        assert_eq!(repaired("loop-in-loop", "def f():\n  asyncio.run(g())", &[]), None, "nothing is awaited in a def");
    }

    #[test]
    fn asynchronous_and_plain_statements_are_exchanged() {
        let fixed = |code, line: &str| repaired(code, &["async def f():\n", line].concat(), &[]);
        assert_eq!(fixed("async-for", "  for x in g():").as_deref(), Some("  async for x in g():"));
        assert_eq!(fixed("plain-for", "  async for x in [1]:").as_deref(), Some("  for x in [1]:"));
        assert_eq!(fixed("async-with", "  with lock:").as_deref(), Some("  async with lock:"));
        assert_eq!(fixed("plain-with", "  async with open(p) as f:").as_deref(), Some("  with open(p) as f:"));
        assert_eq!(repaired("async-with", "def f():\n  with lock:", &[]), None, "nothing is awaited in a def");
        for (code, line) in [
            ("async-for", "  sum(n async for n in nums())"),
            ("async-for", "  for i, x in enumerate(nums()):"),
            ("async-for", "  return list(nums())  # for x"),
            ("async-with", "  with open(p) as f, asyncio.Lock() as l:"),
            ("plain-with", "  async with (open(p) as f, lock):"),
        ] {
            assert_eq!(fixed(code, line), None, "{line}");
        }
    }

    #[test]
    fn a_module_that_is_not_there_is_put_behind_the_program() {
        let attached = |line: &str| {
            let view = view("missing-package", line, &["util"]);
            let fix = view.fix.unwrap();
            (fix.text.to_string(), line_after(line, &fix).to_string(), (fix.line, fix.column))
        };
        let begun = |path: &str, at| (format!("\n\n-- {path} --\n"), format!("-- {path} --"), at);
        assert_eq!(attached("import util"), begun("util.py", (1, 11)));
        assert_eq!(attached("    from util.timing import timed  # 计时"), begun("util/timing.py", (1, 39)));
        assert_eq!(attached("import os, util.a.b as b, time"), begun("util/a/b.py", (1, 30)));
        assert_eq!(attached("__import__('util')"), begun("util.py", (1, 18)));
        let missing = |file: &str| view("missing-file", "open(name)", &[file]).fix.map(|fix| fix.text.to_string());
        assert_eq!(missing("./data/a.txt").as_deref(), Some("\n\n-- data/a.txt --\n"));
        assert_eq!([missing("/etc/passwd"), missing("../a.txt"), missing("folder")], [None, None, None]);
        let fix = attaching("import util\n", "util.py");
        assert_eq!((&*fix.text, fix.line, fix.column), ("\n-- util.py --\n", 2, 0));
    }

    #[test]
    fn a_finding_without_a_fix_covers_its_line() {
        let view = view("orphan-task", "    t = create_task(f())  ", &[]);
        assert_eq!((view.column, view.end_column, view.fix), (4, 24, None));
    }
}
