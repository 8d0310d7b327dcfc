//! Every program in tests/python prints what CPython 3.13 prints under a virtual clock: stdout with the virtual time of
//! each line, stderr, exit status. The recorded outputs stand beside the programs; tests/python/record.py renews them.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use loopscope::session::{Options, Session, Status, describe, is_silent};
use loopscope::trace::Stream;
use loopscope::vm::format_syntax_error;

fn programs(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("tests/python is readable") {
        let path = entry.expect("tests/python is readable").path();
        if path.is_dir() {
            programs(&path, found);
        } else if path.extension().is_some_and(|e| e == "py") && path.file_name().is_some_and(|n| n != "record.py") {
            found.push(path);
        }
    }
}

/// What a run shows, in the form of the recorded files.
#[derive(Default)]
struct Shown {
    stdout: String,
    stderr: String,
    line: String,
    exit_code: i32,
}

impl Shown {
    fn add(&mut self, stream: Stream, text: &str, time: u64) {
        if stream == Stream::Stderr {
            self.stderr.push_str(text);
            return;
        }
        for part in text.split_inclusive('\n') {
            self.line.push_str(part);
            if part.ends_with('\n') {
                let (seconds, micros) = (time / 1_000_000_000, time / 1000 % 1_000_000);
                self.stdout.push_str(&format!("{seconds}.{micros:06}\t{}", self.line));
                self.line.clear();
            }
        }
    }

    fn text(mut self) -> String {
        if !self.line.is_empty() {
            self.stdout.push_str(&format!("end\t{}\n", self.line));
        }
        let stderr = own_stderr(&self.stderr);
        format!("exit: {}\n--- stdout\n{}--- stderr\n{}", self.exit_code, self.stdout, stderr)
    }
}

/// stderr without addresses and without the library's own frames, as tests/python/record.py writes it.
fn own_stderr(text: &str) -> String {
    let mut out = String::new();
    let mut skip = false;
    for line in text.lines() {
        let bare = line.trim_start_matches([' ', '|', '+', '-']);
        if bare.starts_with("File \"<") || bare.starts_with("File \"/") {
            skip = true;
            continue;
        }
        if skip && line.len() - bare.len() >= 4 && !bare.starts_with("File ") {
            continue;
        }
        skip = false;
        out.push_str(&mask_addresses(line));
        out.push('\n');
    }
    out
}

/// `0x7f…` becomes `0xADDR`.
fn mask_addresses(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("0x") {
        let digits = rest[at + 2..].bytes().take_while(u8::is_ascii_hexdigit).count();
        out.push_str(&rest[..at]);
        out.push_str(if digits >= 6 { "0xADDR" } else { &rest[at..at + 2 + digits] });
        rest = &rest[at + 2 + digits..];
    }
    out + rest
}

fn run(path: &Path, fuel: u64) -> String {
    let source = std::fs::read_to_string(path).expect("a fixture is readable");
    let file = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
    let mut shown = Shown::default();
    match Session::new(&source, Options { file, ..Options::default() }) {
        Err(error) => {
            shown.stderr = format_syntax_error(&error);
            shown.exit_code = 1;
        }
        Ok(mut session) => loop {
            let status = session.advance(fuel);
            for piece in session.take_output() {
                shown.add(piece.stream, &piece.text, piece.time);
            }
            if let Status::Ended(ending) = status {
                shown.exit_code = ending.exit_code;
                if let Some(stop) = ending.stop.as_ref().filter(|stop| !is_silent(stop)) {
                    shown.stderr.push_str(&describe(stop));
                }
                break;
            }
        },
    }
    mask_addresses(&shown.text())
}

/// The first line that differs, with what was wanted and what came; of another exit status how the run ended.
fn difference(want: &str, got: &str) -> String {
    let (mut a, mut b) = (want.lines(), got.lines());
    let end = got.char_indices().rev().nth(600).map_or(0, |(at, _)| at);
    for number in 1.. {
        let (want, came) = (a.next(), b.next());
        if want != came || want.is_none() {
            let ending = if number == 1 { &got[end..] } else { "" };
            return format!("line {number}:\n  want {want:?}\n  got  {came:?}\n{ending}");
        }
    }
    unreachable!("counting does not end")
}

/// What is wrong with the fixture at `path`, if anything.
fn failure(root: &Path, path: &Path) -> Option<String> {
    let name = path.strip_prefix(root).expect("under the root").display();
    let Ok(want) = std::fs::read_to_string(path.with_extension("expected")) else {
        return Some(format!("{name}: no recorded output: run tests/python/record.py"));
    };
    let got = run(path, u64::MAX >> 1);
    (got != want).then(|| format!("{name}: {}", difference(&want, &got)))
}

#[test]
fn every_program_prints_what_cpython_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python");
    let mut all = Vec::new();
    programs(&root, &mut all);
    all.sort();
    let only = std::env::var("FIXTURE").unwrap_or_default();
    all.retain(|path| path.to_string_lossy().contains(&only));
    let next = AtomicUsize::new(0);
    let work = || {
        std::iter::from_fn(|| all.get(next.fetch_add(1, Ordering::Relaxed)))
            .filter_map(|path| failure(&root, path))
            .collect::<Vec<String>>()
    };
    let workers = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let mut failures: Vec<String> = std::thread::scope(|scope| {
        let started: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        started.into_iter().flat_map(|worker| worker.join().expect("a fixture ends in order")).collect()
    });
    failures.sort();
    assert!(failures.is_empty(), "{} of {} programs differ:\n{}", failures.len(), all.len(), failures.join("\n"));
}

#[test]
fn slices_of_any_size_change_nothing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python/seams");
    let mut all = Vec::new();
    programs(&root, &mut all);
    all.sort();
    for path in all {
        let source = std::fs::read_to_string(&path).expect("a fixture is readable");
        let traces: Vec<String> = [u64::MAX >> 1, 1000, 7]
            .into_iter()
            .map(|fuel| {
                let mut session = Session::new(&source, Options::default()).expect("the seams' programs compile");
                while session.advance(fuel) == Status::Running {}
                session.log().to_json_lines()
            })
            .collect();
        assert!(traces[0] == traces[1] && traces[0] == traces[2], "{}: traces differ", path.display());
    }
}
