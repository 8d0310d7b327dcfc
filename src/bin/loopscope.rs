//! The terminal program: `loopscope run FILE.py` prints what CPython prints.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Stdin, Write};
use std::path::{Component, Path};
use std::process::ExitCode;
use std::rc::Rc;

use loopscope::compiler::decode_source;
use loopscope::compiler::lines::indent;
use loopscope::modules::Beside;
use loopscope::modules::attached::Attached;
use loopscope::objects::interp::Stop;
use loopscope::player::Recording;
use loopscope::scene::{self, Cast, Lang, Stage};
use loopscope::session::{self, Options, Session, Status};
use loopscope::trace::Stream;
use loopscope::vm::format_syntax_error;

const USAGE: &str = "\
usage: loopscope run [options] FILE.py [ARGS…]   FILE.py may be -, for standard input
       loopscope check [options] FILE.py     findings only; exit status 1 if there are any
       loopscope svg [options] FILE.py       the timeline as a picture

  --seed N               seed of `random` (default 42)
  --limit S              stop at S seconds of virtual time (default 10000)
  --times FILE           write each line of stdout with the virtual time at which it was completed
  --trace FILE           write the trace as JSON Lines
  --no-trace             record nothing
  --cpu-cost NS          nanoseconds an instruction costs (0: computing costs nothing)
  --switch-interval S    the threads' switch interval in seconds (0: after any instruction)
  --latency S            seconds until an outside host answers (0.2)
  --signal SIGINT@S      send a signal at S seconds of virtual time (may be repeated)
  --file FILE            a text that the program may open (may be repeated); one from outside its folder
                         is in the working directory, by its last name
  --stdin FILE           lines that input() reads (default: those of standard input)
";

/// What the call asks for.
#[derive(Default)]
struct Call {
    file: String,
    options: Options,
    /// The options have the lines of the program's input.
    has_input: bool,
    times: Option<String>,
    trace: Option<String>,
}

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
    let outcome = match words.next().as_deref() {
        Some("run") => parse(words).and_then(run),
        Some("check") => parse(words).and_then(|call| staged(&call, |stage| check(stage, &call.file))),
        Some("svg") => parse(words).and_then(|call| staged(&call, svg)),
        Some("--version") => {
            show(&format!("loopscope {}\n", env!("CARGO_PKG_VERSION")));
            Ok(0)
        }
        Some("--help" | "-h") => {
            show(USAGE);
            Ok(0)
        }
        Some(other) => Err(Failure::Usage(format!("unknown command '{other}'"))),
        None => Err(Failure::Usage("no command given".to_string())),
    };
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(Failure::Usage(message)) => {
            eprint!("loopscope: {message}\n{USAGE}");
            ExitCode::from(2)
        }
        Err(Failure::File(message)) => {
            eprintln!("loopscope: {message}");
            ExitCode::from(2)
        }
        Err(Failure::Source(message)) => {
            eprint!("{message}");
            ExitCode::from(1)
        }
    }
}

/// Writes to stdout. A closed pipe ends the program as it ends CPython's.
fn show(text: &str) {
    let done = io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush());
    end_if_closed(&done);
}

fn end_if_closed(written: &io::Result<()>) {
    if written.is_err() {
        std::process::exit(120);
    }
}

/// What keeps a call from being done.
enum Failure {
    /// It is not said right: the usage is shown.
    Usage(String),
    /// A file cannot be read or written.
    File(String),
    /// The program's bytes are no text: CPython's report.
    Source(String),
}

impl From<String> for Failure {
    fn from(message: String) -> Failure {
        Failure::Usage(message)
    }
}

/// A file's bytes; `-` is standard input.
fn read(path: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = match path {
        "-" => io::stdin().read_to_end(&mut bytes),
        path => File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)),
    };
    read.map_err(|e| Failure::File(format!("can't open file '{path}': {}", words(&e))))?;
    Ok(bytes)
}

/// The lines that a program's input has.
fn lines(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes).lines().map(str::to_string).collect()
}

/// An error of the system in Python's words.
fn words(error: &io::Error) -> String {
    let text = error.to_string();
    match (error.raw_os_error(), text.split_once(" (os error")) {
        (Some(number), Some((words, _))) => format!("[Errno {number}] {words}"),
        _ => text,
    }
}

/// The program, and the name that its tracebacks show.
fn program(call: &Call) -> Result<(String, String), Failure> {
    let name = if call.file == "-" { "<stdin>" } else { &call.file };
    let source = decode_source(&read(&call.file)?, name).map_err(Failure::Source)?;
    Ok((source, name.to_string()))
}

/// What stands beside a program for its imports: files in its folder, and around it where the program looks there. The
/// simulated working directory is the program's folder as well as the one in which this one runs.
fn beside(file: &str) -> Option<Beside> {
    let folder = Path::new(file).parent().filter(|_| file != "-")?.to_path_buf();
    Some(Beside(Rc::new(move |path| {
        let (path, is_folder) = path.strip_suffix('/').map_or((path, false), |path| (path, true));
        let near = folder.is_absolute() && folder.parent().is_some_and(|above| Path::new(path).starts_with(above));
        if path.starts_with('/') && !near {
            return None;
        }
        [folder.join(path), path.into()].iter().find_map(|place| match is_folder {
            true => place.is_dir().then(Vec::new),
            false => std::fs::read(place).ok(),
        })
    })))
}

fn parse(mut words: impl Iterator<Item = String>) -> Result<Call, Failure> {
    let mut call = Call::default();
    while let Some(word) = words.next() {
        if word == "-" || !word.starts_with('-') {
            call.file = word;
            call.options.args = words.collect();
            return Ok(call);
        }
        let (name, inline) = match word.split_once('=') {
            Some((name, value)) => (name.to_string(), Some(value.to_string())),
            None => (word, None),
        };
        if name == "--no-trace" {
            call.options.trace = false;
            continue;
        }
        let value = inline.or_else(|| words.next()).ok_or(format!("{name} wants a value"))?;
        let wrong = || format!("{name} wants a number from 0, not '{value}'");
        let number = || value.parse().ok().filter(|n: &f64| n.is_finite() && *n >= 0.0).ok_or_else(wrong);
        match name.as_str() {
            "--seed" => {
                call.options.seed = value.parse().map_err(|_| format!("--seed wants a whole number, not '{value}'"))?
            }
            "--limit" => call.options.limit = number()?,
            "--cpu-cost" => call.options.cpu_cost = Some(number()? as u64),
            "--latency" => call.options.latency = Some(number()?),
            "--switch-interval" => call.options.switch_interval = Some(number()?),
            "--times" => call.times = Some(value),
            "--trace" => call.trace = Some(value),
            "--signal" => call.options.signals.push(signal(&value)?),
            "--file" => call.options.files.push(attached(&value)?),
            "--stdin" => {
                call.options.stdin = lines(&read(&value)?);
                call.has_input = true;
            }
            _ => return Err(Failure::Usage(format!("unknown option {name}"))),
        }
    }
    Err(Failure::Usage("no file given".to_string()))
}

/// A file as it comes with a program: below the simulated working directory, or there if it lies elsewhere.
fn attached(path: &str) -> Result<Attached, Failure> {
    let own = Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let name = if own { path.trim_start_matches("./") } else { path.rsplit('/').next().unwrap_or(path) };
    let text = String::from_utf8(read(path)?).map_err(|_| format!("--file wants a text in UTF-8, not {path}"))?;
    Ok(Attached { path: name.to_string(), text, numbered: false })
}

/// `SIGINT@3.5`
fn signal(text: &str) -> Result<(f64, i32), String> {
    let wrong = || format!("--signal wants NAME@SECONDS such as SIGINT@3.5, not '{text}'");
    let (name, at) = text.split_once('@').ok_or_else(wrong)?;
    let names = [("HUP", 1), ("INT", 2), ("QUIT", 3), ("USR1", 10), ("USR2", 12), ("ALRM", 14), ("TERM", 15)];
    let bare = name.strip_prefix("SIG").unwrap_or(name);
    let known = names.iter().find(|(known, _)| *known == bare).map(|(_, number)| *number);
    let number = known.or_else(|| name.parse().ok()).ok_or_else(wrong)?;
    Ok((at.parse().map_err(|_| wrong())?, number))
}

/// A slice of work between two looks at the output.
const FUEL: u64 = 1_000_000;

/// So many events may happen beyond those that are recorded, where nobody has asked for the trace.
const UNRECORDED: u32 = 50_000_000;

/// Resident bytes of this process; 0 where the system doesn't tell.
fn memory_in_use() -> usize {
    memory_stats::memory_stats().map_or(0, |stats| stats.physical_mem)
}

fn run(call: Call) -> Result<u8, Failure> {
    let (source, name) = program(&call)?;
    let mut options = call.options;
    options.file = name;
    options.beside = beside(&call.file);
    options.meter = Some(memory_in_use);
    options.events.unrecorded = if call.trace.is_none() { UNRECORDED } else { 0 };
    let (limit, memory) = (options.limit, options.memory);
    let mut input = Input::default();
    options.asks = !call.has_input && call.file != "-";
    let mut printer = Printer::default();
    let (session, ending) = loop {
        let mut session = match Session::new(&source, options.clone()) {
            Ok(session) => session,
            Err(error) => {
                eprint!("{}", format_syntax_error(&error));
                write_file(&call.times, String::new())?;
                return Ok(1);
            }
        };
        let ending = loop {
            let status = session.advance(FUEL);
            printer.print(&mut session);
            if let Status::Ended(ending) = status {
                break ending;
            }
        };
        if !session.wants_input() {
            break (session, ending);
        }
        // Every run of a program is the same: from the start again, with the lines that have come.
        match input.lines() {
            Some(lines) => options.stdin.extend(lines),
            None => options.asks = false,
        }
        printer.begin_again();
    };
    if let Some(stop) = ending.stop.as_ref().filter(|stop| !session::is_silent(stop)) {
        match stop {
            Stop::TimeLimit => eprintln!("stopped at {limit} s of virtual time"),
            Stop::MemoryLimit => eprintln!("stopped: the program uses more than {} MB of memory", memory >> 20),
            stop => eprintln!("{}", session::describe(stop)),
        }
    }
    if call.times.is_some() {
        write_file(&call.times, printer.times.finish())?;
    }
    if call.trace.is_some() {
        write_file(&call.trace, session.log().to_json_lines())?;
    }
    // Everything has been reported: the process's end frees the rest faster than dropping does.
    std::mem::forget(session);
    Ok(ending.exit_code.clamp(0, 255) as u8)
}

/// Runs a program to its end without a word of its output.
fn record(call: &Call) -> Result<Result<(Session, String), u8>, Failure> {
    let (source, name) = program(call)?;
    let mut options = call.options.clone();
    options.file = name;
    options.beside = beside(&call.file);
    options.meter = Some(memory_in_use);
    match Session::new(&source, options) {
        Ok(mut session) => {
            while session.advance(FUEL) == Status::Running {
                session.take_output();
            }
            Ok(Ok((session, source)))
        }
        Err(error) => {
            let words = [error.kind.name(), ": ", &error.message].concat();
            let repair = scene::repair(&source, &words);
            let edit = repair.map_or(String::new(), |repair| line_edits(&source, &repair.source));
            eprint!("{}{edit}", format_syntax_error(&error));
            Ok(Err(1))
        }
    }
}

/// The lines that an edit takes away and puts in, as `check` shows them.
fn line_edits(was: &str, is: &str) -> String {
    let (was, is): (Vec<&str>, Vec<&str>) = (was.lines().collect(), is.lines().collect());
    let alike = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
    let first = alike(&mut was.iter().zip(&is));
    let (was, is) = (&was[first..], &is[first..]);
    let last = alike(&mut was.iter().rev().zip(is.iter().rev()));
    let shown = |sign: char, lines: &[&str]| -> String {
        let lines = lines.iter().filter(|line| !line.trim().is_empty());
        lines.map(|line| format!("    {sign} {line}\n")).collect()
    };
    shown('-', &was[..was.len() - last]) + &shown('+', &is[..is.len() - last])
}

/// Records a program and hands on what scenes are made of; the exit status.
fn staged(call: &Call, show: impl FnOnce(&Stage) -> u8) -> Result<u8, Failure> {
    let (session, source) = match record(call)? {
        Ok(recorded) => recorded,
        Err(code) => return Ok(code),
    };
    let log = session.log();
    let recording = Recording::of(log);
    let cast = Cast::of(log, &recording);
    Ok(show(&Stage { log, recording: &recording, cast: &cast, source: &source, lang: Lang::En }))
}

/// What is wrong with the program: file, line, column, why, and the edit that repairs it; what a line does wrong each time
/// it runs is said once.
fn check(stage: &Stage, file: &str) -> u8 {
    let found = scene::diagnostics(stage);
    let (mut all, mut told) = (String::new(), HashSet::new());
    for finding in &found {
        let mut report = String::new();
        let (severity, text) = (finding.severity.as_str(), finding.text.plain());
        let place = format!("{file}:{}:{}", finding.line, finding.column + 1);
        report += &format!("{place}: {severity}: {text} [{}]\n", finding.code);
        if let Some(fix) = &finding.fix {
            let (was, is) = scene::edited_lines(stage.source, fix);
            for (sign, text) in [('-', was), ('+', is)] {
                let margin = text.lines().map(indent).min().unwrap_or(0);
                for line in text.lines().filter(|line| !line.trim().is_empty()) {
                    report += &format!("    {sign} {}\n", &line[margin..]);
                }
            }
        }
        if !told.contains(&report) {
            all += &report;
            told.insert(report);
        }
    }
    show(&all);
    u8::from(!found.is_empty())
}

/// The timeline as an SVG on stdout.
fn svg(stage: &Stage) -> u8 {
    show(&scene::timeline_svg(stage));
    0
}

fn write_file(path: &Option<String>, text: String) -> Result<(), Failure> {
    match path {
        Some(path) => {
            std::fs::write(path, text).map_err(|e| Failure::File(format!("can't write '{path}': {}", words(&e))))
        }
        None => Ok(()),
    }
}

/// Standard input, which is read when the program wants a line: much at once, since it runs from its start again for it.
#[derive(Default)]
struct Input(Option<BufReader<Stdin>>);

impl Input {
    /// The next line, once it has come, and those that came with it; `None`: there are no more.
    fn lines(&mut self) -> Option<Vec<String>> {
        let reader = self.0.get_or_insert_with(|| BufReader::with_capacity(1 << 20, io::stdin()));
        let mut bytes = Vec::new();
        if !matches!(reader.read_until(b'\n', &mut bytes), Ok(1..)) {
            return None;
        }
        let ready = reader.buffer();
        let whole = ready.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        bytes.extend_from_slice(&ready[..whole]);
        reader.consume(whole);
        Some(lines(&bytes))
    }
}

/// Prints what a program writes, once, however often it is run.
#[derive(Default)]
struct Printer {
    times: Times,
    /// How many bytes have been printed of stdout and stderr.
    printed: [usize; 2],
    /// How many this run has written.
    written: [usize; 2],
}

impl Printer {
    fn print(&mut self, session: &mut Session) {
        for piece in session.take_output() {
            let stream = usize::from(piece.stream == Stream::Stderr);
            let known = (self.printed[stream] - self.written[stream]).min(piece.text.len());
            let new = &piece.text.as_bytes()[known..];
            self.written[stream] += piece.text.len();
            self.printed[stream] += new.len();
            let done = match piece.stream {
                Stream::Stdout => {
                    self.times.add(&piece.text, piece.time);
                    io::stdout().write_all(new).and_then(|()| io::stdout().flush())
                }
                Stream::Stderr => io::stderr().write_all(new),
            };
            end_if_closed(&done);
        }
    }

    /// The program runs from its start once more.
    fn begin_again(&mut self) {
        (self.times, self.written) = (Times::default(), [0; 2]);
    }
}

/// Lines of stdout with the virtual time at which each was completed.
#[derive(Default)]
struct Times {
    out: String,
    line: String,
    last: u64,
}

impl Times {
    fn add(&mut self, text: &str, time: u64) {
        self.last = time;
        for part in text.split_inclusive('\n') {
            self.line.push_str(part.trim_end_matches('\n'));
            if part.ends_with('\n') {
                self.complete();
            }
        }
    }

    fn complete(&mut self) {
        // Whole microseconds, cut off: a time shown has come.
        let (seconds, micros) = (self.last / 1_000_000_000, self.last / 1000 % 1_000_000);
        self.out.push_str(&format!("{seconds}.{micros:06}\t{}\n", self.line));
        self.line.clear();
    }

    fn finish(mut self) -> String {
        if !self.line.is_empty() {
            self.complete();
        }
        self.out
    }
}
