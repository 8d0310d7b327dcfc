//! Documents that are made of the code: docs/trace-format.md of the trace's tables, docs/python-support.md of what the
//! engine answers when it is asked for each public name of CPython's. `RENEW=1 cargo test --test documents` writes them.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use loopscope::modules;
use loopscope::modules::absent::{self, Absent};
use loopscope::objects::interp::Stop;
use loopscope::session::{Options, Session, Status, describe};
use loopscope::trace::{self, Stream};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The file in the repository is this text, or becomes it.
fn check(name: &str, text: &str) {
    let path = root().join(name);
    if std::env::var_os("RENEW").is_some() {
        std::fs::write(&path, text).expect("the file can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let line = kept.lines().zip(text.lines()).position(|(kept, made)| kept != made);
    assert!(kept == text, "{name} is not what the code says (line {line:?}): RENEW=1 cargo test --test documents");
}

/// Lines of documentation as one sentence for a table; what rustdoc links is only named.
fn prose(lines: &[&str]) -> String {
    let text = lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    text.replace("[`", "`").replace("`]", "`").replace("super::", "").replace('|', "\\|")
}

/// How a field's type is written in JSON.
fn written(ty: &str) -> &'static str {
    match ty {
        "TextId" => "text",
        "When" => "ns, or null: never",
        "bool" => "true or false",
        "i32" | "u16" | "u32" => "number",
        "ProcessId" => "number of a process",
        "ThreadId" => "number of a thread",
        "LoopId" => "number of a loop",
        "TaskId" => "number of a task",
        "FutureId" => "number of a future or task",
        "HandleId" => "number of a handle",
        "ObjectId" => "number of an object",
        "ChainId" => "number of an await chain",
        _ => "",
    }
}

const TRACE: &str = "# The trace

<!-- Made of src/runtime/trace/event.rs by `RENEW=1 cargo test --test documents`. -->

`loopscope run --trace FILE`, `getTrace()` and `run(source, { trace: true })` give the recording of a run as JSON Lines:
one object a line. This is version VERSION. New events and fields do not raise it; readers ignore what they don't know.
The version rises when a field goes away or means something else.

- The first line: `{\"format\":\"loopscope-trace\",\"version\":VERSION,\"events\":N,\"lines\":N}`.
- Then `{\"type\":\"code\",\"code\",\"qualname\",\"file\",\"line\"}` for each code object, numbered from 1.
- Then events and lines in the order in which they happened. A line that was run:
  `{\"type\":\"line\",\"line\",\"code\",\"thread\",\"task\"?,\"count\"?}`; `count` stands for so many lines that are
  counted, not listed.

Each event has `event`, its number from 0; `type`; and `ns`, the virtual time since the run began. Where they are known,
`by_thread` and `by_task` say who acted, `at_line` where, and `cause` is the number of the event that brought it about.
Numbers of processes, threads, loops, tasks, futures, handles and objects count from 1 in order of creation; 0 means none.
Tasks are futures: both are numbered by one counter. `step-ended` with an await chain has `frames` as well, pairs of a
qualified name and a line, outermost first; `output` has `text`; `diagnostic` has `code`, `severity`, `line` (0: that of the
first argument's creation) and `args`.

## Events
";

#[test]
fn the_documented_trace_is_the_one_that_is_written() {
    let mut text = TRACE.replace("VERSION", &trace::VERSION.to_string());
    for event in trace::SCHEMA {
        writeln!(text, "\n### `{}`\n", event.word).expect("a text grows");
        if !event.about.is_empty() {
            writeln!(text, "{}\n", prose(event.about)).expect("a text grows");
        }
        for field in event.fields {
            let vocabulary = trace::WORDS.iter().any(|words| words.name == field.ty);
            let kind = match written(field.ty) {
                "" if vocabulary => format!("a word of [{0}](#{1})", field.ty, field.ty.to_lowercase()),
                "" => panic!("{}: how is a {} written?", event.word, field.ty),
                kind => kind.to_string(),
            };
            let about = prose(field.about);
            let about = if about.is_empty() { about } else { format!(". {about}") };
            writeln!(text, "- `{}`: {kind}{about}", field.name).expect("a text grows");
        }
    }
    text.push_str("\n## Words\n");
    for words in trace::WORDS {
        writeln!(text, "\n### {}\n\n{}\n", words.name, prose(words.about)).expect("a text grows");
        for (word, about) in words.words {
            let about = prose(about);
            let about = if about.is_empty() { about } else { format!(": {about}") };
            writeln!(text, "- `{word}`{about}").expect("a text grows");
        }
    }
    check("docs/trace-format.md", &text);
}

const SUPPORT: &str = "# What of Python is here

<!-- Made by asking the engine, by `RENEW=1 cargo test --test documents`. -->

The language is that of Python 3.13. Of its library there are the modules below: how many of CPython's public names
each has, counted by asking for every one of them, and which it lacks. A program that uses something missing stops with
«not supported in Loopscope: …», its place and, if there is one, a way round it; it is never answered wrongly. A name
that is here may refuse some of its uses in the same way. What is here and behaves differently is in
[differences.md](differences.md).
";

/// Which of the names `subject` has, by asking a run of the engine; None: the module itself cannot be imported.
fn present(subject: &str, names: &[&str]) -> Option<Vec<bool>> {
    let (import, value) = match subject.strip_prefix("type ") {
        Some(ty) => (String::new(), ty.to_string()),
        None => (format!("import {subject}\n"), subject.to_string()),
    };
    let mut present: Vec<bool> = Vec::new();
    while present.len() < names.len() {
        let rest = names[present.len()..].join(" ");
        let source = format!("{import}print('#')\nfor n in '{rest}'.split(): print(hasattr({value}, n))\n");
        let mut session = Session::new(&source, Options::default()).expect("the question compiles");
        let mut out = String::new();
        loop {
            let status = session.advance(u64::MAX >> 1);
            out.extend(session.take_output().iter().filter(|p| p.stream == Stream::Stdout).map(|p| p.text.as_str()));
            if let Status::Ended(_) = status {
                break;
            }
        }
        let answers = out.strip_prefix("#\n")?;
        present.extend(answers.lines().map(|answer| answer == "True"));
        // The run has ended at a name that is known, and not supported.
        if present.len() < names.len() {
            present.push(false);
        }
    }
    Some(present)
}

#[test]
fn the_documented_library_is_the_one_that_answers() {
    let table = std::fs::read_to_string(root().join("tests/tables/public_names.txt")).expect("the table is readable");
    let (mut of_modules, mut of_types, mut missing) = (String::new(), String::new(), Vec::new());
    let (mut known, mut lacked) = (Vec::new(), String::new());
    for line in table.lines() {
        let (subject, names) = line.split_once(": ").unwrap_or((line.trim_end_matches(':'), ""));
        let names: Vec<&str> = names.split_whitespace().collect();
        known.push(subject);
        let Some(present) = present(subject, &names) else {
            missing.push(subject);
            continue;
        };
        let count = present.iter().filter(|there| **there).count();
        let lacking: Vec<&str> =
            names.iter().zip(&present).filter(|(_, there)| !**there).map(|(name, _)| *name).collect();
        if !lacking.is_empty() && !subject.starts_with("type ") {
            writeln!(lacked, "    '{subject}':\n{},", wrapped(&lacking)).expect("a text grows");
        }
        let lacking = lacking.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" ");
        let count = if lacking.is_empty() { format!("all {count}") } else { format!("{count} of {}", names.len()) };
        let (out, name) = match subject.strip_prefix("type ") {
            Some(ty) => (&mut of_types, ty),
            None => (&mut of_modules, subject),
        };
        writeln!(out, "| `{name}` | {count} | {lacking} |").expect("a text grows");
    }
    let head = "names | missing |\n|---|---|---|\n";
    let mut text = format!("{SUPPORT}\n## Modules\n\n| module | {head}{of_modules}");
    write!(
        text,
        "\n## Built-in types\n\nTheir methods; what operators need is not counted.\n\n| type | {head}{of_types}"
    )
    .expect("a text grows");
    let own = |name: &&&str| !known.contains(*name) && !name.split('.').any(|part| part.starts_with('_'));
    let all = modules::names();
    let others: Vec<String> = all.iter().filter(own).map(|name| format!("`{name}`")).collect();
    write!(
        text,
        "\n## Further modules\n\nOf the standard library without a count, and libraries of others, simulated:\n\n{}\n",
        others.join(", ")
    )
    .expect("a text grows");
    text.push_str("\n## Missing modules\n\n| module | instead |\n|---|---|\n");
    let absent: Vec<_> = absent::all().into_iter().flatten().collect();
    let row = |module: &Absent| format!("| `{}` | {} |\n", module.name, module.instead.unwrap_or_default());
    text.extend(absent.iter().filter(|module| module.standard).map(row));
    for name in missing.iter().filter(|name| !absent.iter().any(|module| module.name == **name)) {
        writeln!(text, "| `{name}` | |").expect("a text grows");
    }
    text.push_str(OF_OTHERS);
    let others: Vec<_> = absent.iter().filter(|module| !module.standard && !all.contains(&module.name)).collect();
    for alike in others.chunk_by(|a, b| a.instead == b.instead) {
        let names: Vec<_> = alike.iter().map(|module| format!("`{}`", module.name)).collect();
        writeln!(text, "| {} | {} |", alike[0].instead.unwrap_or_default(), names.join(" ")).expect("a text grows");
    }
    check("docs/python-support.md", &text);
    check("src/modules/python/common/_missing_names.py", &format!("{MISSING_NAMES}{lacked}}}\n"));
}

#[test]
fn a_module_that_is_said_to_be_absent_is_listed_once_and_is_not_there() {
    let names = modules::names();
    let mut seen = std::collections::BTreeSet::new();
    let wrong: Vec<_> = absent::all()
        .into_iter()
        .flatten()
        // Of a library of others a part may be there.
        .filter(|module| module.standard && names.contains(&module.name) || !seen.insert(module.name))
        .map(|module| module.name)
        .collect();
    assert!(wrong.is_empty(), "there, or listed twice: {wrong:?}");
}

const OF_OTHERS: &str = "
## Libraries of others that are missing

A program that imports one of these where it handles `ImportError` goes on as on a machine without it; any other ends
there, with these words. Of those that are simulated, modules that are not listed above are missing in the same way.

| instead | libraries |
|---|---|
";

const MISSING_NAMES: &str = "\"\"\"Names of CPython's that modules here lack: who asks for one is told so.

Made by `RENEW=1 cargo test --test documents` with docs/python-support.md.
\"\"\"
NAMES = {
";

/// The names as string literals, one below the other.
fn wrapped(names: &[&str]) -> String {
    let mut lines = vec![String::new()];
    for name in names {
        if lines.last().is_some_and(|line| line.len() + name.len() > 105) {
            lines.push(String::new());
        }
        let line = lines.last_mut().expect("there is a line");
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(name);
    }
    let last = lines.len() - 1;
    let quoted =
        lines.iter().enumerate().map(|(at, line)| format!("        '{line}{}'", if at < last { " " } else { "" }));
    quoted.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_name_that_a_module_lacks_is_not_supported_at_its_line() {
    for (source, line) in [("import zipfile\n\nzipfile.PyZipFile", 3), ("\nfrom zipfile import PyZipFile", 2)] {
        let mut session = Session::new(source, Options::default()).expect("the program compiles");
        let Status::Ended(ending) = session.advance(u64::MAX >> 1) else { panic!("the run ends") };
        let Some(Stop::NotSupported { what, line: found, .. }) = ending.stop else { panic!("{:?}", ending.stop) };
        assert_eq!((what.as_str(), found), ("zipfile.PyZipFile", line));
    }
}

#[test]
fn a_library_of_others_is_missing_in_words_or_as_a_module_where_the_program_handles_that() {
    let ends = |source: &str| {
        let mut session = Session::new(source, Options::default()).expect("the program compiles");
        let Status::Ended(ending) = session.advance(u64::MAX >> 1) else { panic!("the run ends") };
        let out: String = session.take_output().iter().map(|piece| piece.text.as_str()).collect();
        (ending.stop.map(|stop| describe(&stop)), out)
    };
    let (stop, out) = ends("import time\nimport pymongo.errors\n");
    let words = "import pymongo (main.py, line 2); a dict with time.sleep(…) in front of each query";
    assert!(out.is_empty() && stop.as_ref().is_some_and(|stop| stop.contains(words)), "{stop:?}");
    let (stop, _) =
        ends("def load():\n    from aiohttp.worker import BasicAuth\ntry:\n    load()\nfinally:\n    print(1)\n");
    assert!(stop.is_some_and(|stop| stop.contains("import aiohttp.worker (main.py, line 2)")));
    for handled in [
        "try:\n    import numpy\nexcept ImportError as e:\n    print(e)",
        "import contextlib\nwith contextlib.suppress(ImportError):\n    import numpy\nprint(\"No module named 'numpy'\")",
        "def has(name):\n    try:\n        __import__(name)\n    except ImportError as e:\n        print(e)\nhas('numpy')",
        "import importlib\ntry: importlib.import_module('numpy.linalg')\nexcept ModuleNotFoundError as e: print(e)",
    ] {
        assert_eq!(ends(handled), (None, "No module named 'numpy'\n".to_string()), "{handled}");
    }
    let (stop, out) = ends("import utils");
    assert!(stop.is_none() && out.ends_with("ModuleNotFoundError: No module named 'utils'\n"), "{out}");
}
