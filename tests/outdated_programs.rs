//! Programs of older Pythons: what the page says of the error that ends them, and the edits that bring them up to date.

use loopscope::scene::{DiagnosticView, FixView, diagnostics, edited_lines, output_text};
use told::Told;

mod told;

fn outdated(source: &str) -> Option<DiagnosticView> {
    diagnostics(&Told::of(source).stage()).into_iter().find(|one| one.code == "outdated")
}

fn with(source: &str, fix: &FixView) -> String {
    let lines: Vec<&str> = source.split('\n').collect();
    let (before, behind) = (&lines[..fix.line as usize - 1], &lines[fix.end_line as usize..]);
    let made = edited_lines(source, fix).1;
    [before, &[&*made], behind].concat().join("\n")
}

#[test]
fn a_program_is_brought_up_to_date_fix_by_fix() {
    let mut source = "import asyncio
import Queue
import time
from collections import deque, Iterable

@asyncio.coroutine
def fetch(n):
    yield from asyncio.sleep(n, loop=loop)
    return n

@asyncio.coroutine
def main():
    start = time.clock()
    queue = Queue.Queue()
    for n in xrange(2):
        queue.put((yield from fetch(n)))
    print(queue.get(), queue.get(), isinstance(deque(), Iterable), asyncio.Task.current_task() is None)

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
"
    .to_string();
    let mut names = Vec::new();
    while let Some(finding) = outdated(&source) {
        names.push(finding.title.to_string());
        let Some(fix) = finding.fix else { break };
        source = with(&source, &fix);
    }
    let gone = |name: &str| format!("{name} is no longer in Python");
    let wanted = ["Queue", "collections.Iterable"].map(gone);
    assert_eq!(names, wanted);
    // What stands in another module is for the reader to import.
    source = source
        .replace("deque, Iterable", "deque")
        .replace("import time", "import time\nfrom collections.abc import Iterable");
    names.clear();
    while let Some(finding) = outdated(&source) {
        names.push(finding.title.to_string());
        source = with(&source, &finding.fix.expect("the line says all"));
    }
    let wanted = ["asyncio.coroutine", "time.clock", "xrange", "sleep(…, loop=…)", "Task.current_task"].map(gone);
    assert_eq!(names, wanted);
    assert_eq!(&*output_text(&Told::of(&source).stage(), None), "0 1 True False\n");
}

#[test]
fn each_kind_of_name_is_known_by_its_error() {
    for (source, text) in [
        ("import imp", "Line 1 uses imp, which Python 3.12 removed. Write importlib instead."),
        (
            "from asyncio import coroutine",
            "Line 1 uses asyncio.coroutine, which Python 3.11 removed. Write async def instead.",
        ),
        (
            "class T(__import__('threading').Thread): pass\nT().isAlive()",
            "Line 2 uses Thread.isAlive, which Python 3.9 removed. Write is_alive instead.",
        ),
        ("print({}.has_key(1))", "Line 1 uses dict.has_key, which Python 3.0 removed. Write in instead."),
        (
            "import asyncio\nasyncio.Queue(loop=None)",
            "Line 2 uses Queue(…, loop=…), which Python 3.10 removed. Write Queue(…) instead.",
        ),
    ] {
        assert_eq!(outdated(source).map(|one| one.text.plain()).as_deref(), Some(text));
    }
    for other in [
        "import nosuch",
        "x",
        "object().isAlive()",
        "import time\ntime.clocks()",
        "try:\n    xrange\nexcept NameError:\n    pass",
        "def f(): f(loop=1)\nf()",
    ] {
        assert!(outdated(other).is_none(), "{other}");
    }
}
