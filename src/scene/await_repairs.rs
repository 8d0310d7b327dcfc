//! Edits for what awaits where nothing may be awaited: in a plain function, as is forgotten, or outside of functions, as
//! notebooks allow.

use super::around::{Around, around};
use super::pieces::{pieces, without_comment};
use super::statements::end_of_call;
use super::syntax_repairs::Fault;
use crate::compiler::lines::indent;
use crate::compiler::{Mode, compile};
use crate::modules::attached::{parted, path_of};

/// So many edits of one program at most.
const MOST: usize = 100;

/// Whether these words of CPython's are about such a place.
pub(super) fn is_about(message: &str) -> bool {
    let outside = message.ends_with("outside async function") || message == "'await' outside function";
    outside || message == "asynchronous comprehension outside of an asynchronous function"
}

/// The first such fault of a program, and the whole program without any.
pub(super) fn awaiting(source: &str) -> Option<(Fault, String)> {
    let mut text = source.to_string();
    let mut first = None;
    for _ in 0..MOST {
        let error = match compile(&parted(&text, "main.py").0, "main.py", Mode::Module) {
            Err(error) if is_about(&error.message) => error,
            _ => break,
        };
        let (fault, edited) = edit(&text, (error.line as usize).checked_sub(1)?)?;
        text = edited;
        first.get_or_insert(fault);
    }
    let imports = text.lines().any(|line| line.trim_start().starts_with("import asyncio"));
    match first? {
        Fault::AwaitAtTop if !imports => Some((Fault::AwaitAtTop, ["import asyncio\n", &text].concat())),
        fault => Some((fault, text)),
    }
}

/// What is wrong at a line (from 0), and the program without that.
fn edit(source: &str, at: usize) -> Option<(Fault, String)> {
    let lines: Vec<&str> = source.split('\n').collect();
    let def = match around(&lines, at) {
        Around::Function(def) => def,
        Around::Module => {
            let edited = run_in_line(&lines, at).unwrap_or_else(|| in_main(&lines, at));
            return Some((Fault::AwaitAtTop, edited));
        }
        // In a lambda or a comprehension of a coroutine's: nothing there can be made a coroutine function so.
        Around::Class | Around::Coroutine(_) => return None,
    };
    let line = lines[def];
    let (indent, rest) = line.split_at(indent(line));
    let name = rest.strip_prefix("def ")?.split('(').next()?.trim();
    let made = [indent, "async ", rest].concat();
    Some((Fault::PlainFunction(name.to_string()), with_line(&lines, def, &made)))
}

fn with_line(lines: &[&str], at: usize, made: &str) -> String {
    let line = |(index, line): (usize, &&str)| if index == at { made.to_string() } else { line.to_string() };
    lines.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// `await f(…)` as `asyncio.run(f(…))`, where all that a line awaits is calls of the program's coroutine functions.
fn run_in_line(lines: &[&str], at: usize) -> Option<String> {
    let code = without_comment(lines[at]);
    let (mut made, mut rest) = (String::new(), lines[at]);
    while let Some(found) = rest[..code.len() - (lines[at].len() - rest.len())].find("await ") {
        let call = &rest[found + "await ".len()..];
        let name = call.split('(').next()?;
        let coroutine = ["async def ", name, "("].concat();
        let end = end_of_call(call, name.len())?;
        lines.iter().any(|line| line.starts_with(&coroutine)).then_some(())?;
        for part in [&rest[..found], "asyncio.run(", &call[..end], ")"] {
            made.push_str(part);
        }
        rest = &call[end..];
    }
    (!made.is_empty()).then(|| with_line(lines, at, &[&made, rest].concat()))
}

/// The statement in which a line stands, and all behind it, in a `main` of its own that is run.
fn in_main(lines: &[&str], at: usize) -> String {
    let begins = |line: &&str| {
        let again = ["else", "elif ", "except", "finally", ")", "]", "}", "#"];
        !line.trim().is_empty() && !line.starts_with([' ', '\t']) && !again.iter().any(|word| line.starts_with(word))
    };
    let start = (0..=at).rev().find(|index| begins(&lines[*index])).unwrap_or(at);
    let end = (at..lines.len()).find(|index| path_of(lines[*index]).is_some()).unwrap_or(lines.len());
    let (head, rest) = lines.split_at(start);
    let (tail, files) = rest.split_at(end - start);
    let taken = |name: &&&str| lines.iter().any(|line| line.contains(&["def ", name, "("].concat()));
    let name = ["main", "program"].iter().find(|name| !taken(name)).unwrap_or(&"run_all");
    let body = indented(tail.join("\n").trim_end());
    let mut made = head.join("\n");
    if !head.is_empty() {
        made.push('\n');
    }
    for part in ["async def ", name, "():\n", &body, "\n\nasyncio.run(", name, "())\n"] {
        made.push_str(part);
    }
    if !files.is_empty() {
        made = [&made, "\n", &files.join("\n")].concat();
    }
    made
}

/// Four spaces before each line that begins outside of strings.
fn indented(text: &str) -> String {
    let (mut made, mut begins) = (String::new(), true);
    for (_, piece) in pieces(text) {
        if begins && piece != "\n" {
            made.push_str("    ");
        }
        begins = piece == "\n";
        made.push_str(piece);
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modules::attached::mark;

    fn repaired(source: &str) -> (Fault, String) {
        awaiting(source).expect(source)
    }

    #[test]
    fn a_function_that_awaits_is_made_a_coroutine_function() {
        let program = "import asyncio\n\ndef main():\n    for n in 1, 2:\n        await asyncio.sleep(\n  n)\nasyncio.run(main())\n";
        let (fault, made) = repaired(program);
        assert_eq!(fault, Fault::PlainFunction("main".to_string()));
        assert_eq!(made, program.replace("def main", "async def main"));
        let (fault, made) = repaired("class A:\n    def f(self):\n        async with x: pass\n\ndef g(): await h()\n");
        assert_eq!(fault, Fault::PlainFunction("f".to_string()));
        assert_eq!(made, "class A:\n    async def f(self):\n        async with x: pass\n\nasync def g(): await h()\n");
        assert_eq!(awaiting("class A:\n    await f()\n"), None);
        assert_eq!(awaiting("async def f():\n    return lambda: await g()\n"), None);
        assert_eq!(awaiting("x = (\n"), None);
    }

    #[test]
    fn what_a_notebook_awaits_is_run_by_the_loop() {
        let cell =
            "import asyncio\nasync def main(a):\n    pass\n\nx = await main(\")\")  # now\nprint(await main(x))\n";
        let (fault, made) = repaired(cell);
        assert_eq!(fault, Fault::AwaitAtTop);
        let program = "x = asyncio.run(main(\")\"))  # now\nprint(asyncio.run(main(x)))\n";
        assert_eq!(made, ["import asyncio\nasync def main(a):\n    pass\n\n", program].concat());
    }

    #[test]
    fn other_statements_of_a_notebook_are_put_into_a_main() {
        let cell = "async def f():\n    pass\n\nfor n in 1, 2:\n    await asyncio.gather(f(), f())\n    x = '''a\nb'''\nprint(1)\n\n";
        let files = [&mark("data.txt"), "\nold\n"].concat();
        let (fault, made) = repaired(&[cell, &files].concat());
        assert_eq!(fault, Fault::AwaitAtTop);
        let body = "    for n in 1, 2:\n        await asyncio.gather(f(), f())\n        x = '''a\nb'''\n    print(1)\n";
        let head = "import asyncio\nasync def f():\n    pass\n\nasync def main():\n";
        assert_eq!(made, [head, body, "\nasyncio.run(main())\n\n", &files].concat());
    }
}
