//! The terminal program reads standard input as CPython does, when a line is wanted; its arguments may be any bytes, its
//! output a closed pipe.

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = "\
import sys
name = input('name? ')
print('hello', name)
print('to stderr', file=sys.stderr)
print([line for line in sys.stdin])
try:
    input('more? ')
except EOFError as error:
    print(repr(error))
";

/// A folder with the program in it, and the command that runs it there.
fn command(name: &str, options: &[&str]) -> (std::path::PathBuf, Command) {
    command_of(PROGRAM, name, options)
}

fn command_of(program: &str, name: &str, options: &[&str]) -> (std::path::PathBuf, Command) {
    let folder = std::env::temp_dir().join(format!("loopscope-terminal-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the program");
    std::fs::write(folder.join("main.py"), program).expect("the program is written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_loopscope"));
    command.current_dir(&folder).arg("run").args(options).arg("main.py");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    (folder, command)
}

fn given(name: &str, options: &[&str], input: &str) -> Output {
    run(command(name, options), input)
}

fn run((folder, mut command): (std::path::PathBuf, Command), input: &str) -> Output {
    let mut child = command.spawn().expect("loopscope runs");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it is read");
    let output = child.wait_with_output().expect("it ends");
    std::fs::remove_dir_all(folder).expect("the folder goes");
    output
}

#[test]
fn lines_of_standard_input_are_read_and_nothing_is_printed_twice() {
    let Output { stdout, stderr, status } = given("lines", &[], "Ada\nfirst\nsecond\n");
    let wanted = "name? hello Ada\n['first\\n', 'second\\n']\nmore? EOFError('EOF when reading a line')\n";
    assert_eq!(String::from_utf8_lossy(&stdout), wanted);
    assert_eq!(String::from_utf8_lossy(&stderr), "to stderr\n");
    assert!(status.success());
}

#[test]
fn what_does_not_compile_is_checked_with_its_repair() {
    let (folder, _) = command_of("import asyncio\nif x = 1:\n    print(x)\n", "repair", &[]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_loopscope"));
    let Output { stdout, stderr, status } =
        command.current_dir(&folder).args(["check", "main.py"]).output().expect("loopscope runs");
    std::fs::remove_dir_all(folder).expect("the folder goes");
    let told = String::from_utf8_lossy(&stderr);
    assert!(told.ends_with("instead of '='?\n    - if x = 1:\n    + if x == 1:\n"), "{told}");
    assert!(stdout.is_empty() && status.code() == Some(1));
}

#[test]
fn without_a_line_input_is_at_its_end() {
    let Output { stdout, stderr, .. } = given("empty", &[], "");
    assert_eq!(String::from_utf8_lossy(&stdout), "name? ");
    assert!(String::from_utf8_lossy(&stderr).ends_with("EOFError: EOF when reading a line\n"));
}

#[test]
fn what_is_printed_before_a_line_is_there_before_it_comes() {
    let (folder, mut command) = command("typed", &[]);
    let mut child = command.spawn().expect("loopscope runs");
    let (mut input, mut output) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let mut prompt = [0; 6];
    output.read_exact(&mut prompt).expect("the prompt comes");
    assert_eq!(&prompt, b"name? ");
    input.write_all(b"Ada\n").expect("it is read");
    let mut answer = [0; 10];
    output.read_exact(&mut answer).expect("the answer comes");
    assert_eq!(&answer, b"hello Ada\n");
    drop(input);
    child.wait().expect("it ends");
    std::fs::remove_dir_all(folder).expect("the folder goes");
}

#[test]
fn children_read_the_same_input_one_after_the_other() {
    let program = "\
import subprocess, sys
for _ in range(2):
    print(subprocess.run(['cat'], capture_output=True).stdout)
print(repr(sys.stdin.read()))
";
    let Output { stdout, .. } = run(command_of(program, "shared", &[]), "hi\n");
    assert_eq!(String::from_utf8_lossy(&stdout), "b'hi\\n'\nb''\n''\n");
}

#[test]
fn a_transport_closes_the_standard_stream_that_it_is_given() {
    let program = "\
import asyncio, sys
async def main():
    loop, reader = asyncio.get_running_loop(), asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    print(await reader.read(), sys.stdin.closed)
    transport, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, sys.stdout)
    transport.close()
    await asyncio.sleep(0)
    try:
        print('lost')
    except ValueError as error:
        print(error, file=sys.stderr)
asyncio.run(main())
";
    let Output { stdout, stderr, .. } = run(command_of(program, "closed", &[]), "hi\n");
    assert_eq!(String::from_utf8_lossy(&stdout), "b'hi\\n' True\n");
    assert_eq!(String::from_utf8_lossy(&stderr), "I/O operation on closed file.\n");
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_an_argument() {
    use std::os::unix::ffi::OsStrExt;
    let (folder, mut command) = command_of("import sys\nprint(len(sys.argv[1]))\n", "bytes", &[]);
    command.arg(std::ffi::OsStr::from_bytes(b"a\xff"));
    let Output { stdout, status, .. } = run((folder, command), "");
    assert_eq!(String::from_utf8_lossy(&stdout), "2\n");
    assert!(status.success());
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_a_picture_as_it_ends_a_program() {
    let (folder, _) = command_of("print(1)\n", "picture", &[]);
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let mut command = Command::new(env!("CARGO_BIN_EXE_loopscope"));
    command.current_dir(&folder).args(["svg", "main.py"]).stdout(writer);
    let Output { stderr, status, .. } = command.output().expect("it ends");
    std::fs::remove_dir_all(folder).expect("the folder goes");
    assert_eq!((String::from_utf8_lossy(&stderr).as_ref(), status.code()), ("", Some(120)));
}

#[test]
fn what_is_lacking_ends_the_run_where_it_is_asked_for() {
    let said = |program: &str, name: &str| {
        let Output { stdout, stderr, status } = run(command_of(program, name, &[]), "");
        assert!(!status.success());
        (String::from_utf8_lossy(&stdout).into_owned(), String::from_utf8_lossy(&stderr).into_owned())
    };
    let asked = "ensurepip.bootstrap()";
    let program =
        format!("import ensurepip, xml.dom.xmlbuilder\nprint('on')\ntry:\n    {asked}\nexcept Exception:\n    pass\n");
    let (stdout, stderr) = said(&program, "ensurepip");
    assert_eq!(stdout, "on\n");
    assert_eq!(stderr, "not supported in Loopscope: ensurepip.bootstrap (main.py, line 4)\n");
    let (_, stderr) = said("from xml.dom.xmlbuilder import DOMBuilder\n", "xmlbuilder");
    let wanted =
        "not supported in Loopscope: xml.dom.xmlbuilder.DOMBuilder (main.py, line 1); xml.dom.minidom or xml.sax\n";
    assert_eq!(stderr, wanted);
    let (_, stderr) = said("import django\n", "django");
    assert!(stderr.starts_with("not supported in Loopscope: import django (main.py, line 1); http.server"), "{stderr}");
}

#[test]
fn what_is_not_recorded_costs_as_much_and_gives_way_where_it_would() {
    let program = "\
import threading
import time

def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

def one(n):
    if n == 1:
        return 7
    return n

def work(name):
    for k in range(3):
        fib(12)
        print(name, k, one(1), time.perf_counter())

threads = [threading.Thread(target=work, args=(name,)) for name in 'ab']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";
    for interval in ["0.005", "0.00001", "0.0000003"] {
        let options = ["--cpu-cost", "10", "--switch-interval", interval];
        let recorded = run(command_of(program, "cost", &options), "");
        let [a, b, c, d] = options;
        let plain = run(command_of(program, "cost", &[a, b, c, d, "--no-trace"]), "");
        assert!(recorded.status.success());
        assert_eq!(String::from_utf8_lossy(&recorded.stdout), String::from_utf8_lossy(&plain.stdout), "{interval}");
    }
}

#[test]
fn cycles_that_hold_much_make_room_for_others() {
    let program = "\
class Big:
    pass
for number in range(40_000):
    big = Big()
    big.me, big.data = big, [number] * 2_000
print('done')
";
    let Output { stdout, stderr, .. } = run(command_of(program, "cycles", &["--no-trace"]), "");
    assert_eq!(String::from_utf8_lossy(&stdout), "done\n", "{}", String::from_utf8_lossy(&stderr));
}

#[test]
fn a_run_without_a_trace_goes_on_where_its_log_would_be_full() {
    let program = "\
import asyncio

async def turn():
    for _ in range(40_000):
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(*(turn() for _ in range(20)))
    print('done')

asyncio.run(main())
";
    let Output { stdout, stderr, .. } = run(command_of(program, "full", &[]), "");
    assert_eq!(String::from_utf8_lossy(&stdout), "done\n");
    assert_eq!(String::from_utf8_lossy(&stderr), "");
    let Output { stderr, status, .. } = run(command_of(program, "full-trace", &["--trace", "trace.jsonl"]), "");
    assert_eq!(String::from_utf8_lossy(&stderr), "stopped at the limit of recorded events\n");
    assert_eq!(status.code(), Some(124));
}

#[test]
fn a_text_that_is_named_can_be_opened() {
    const READER: &str =
        "import json, os\nprint(json.load(open('data/ages.json')), open('names.txt').read(), os.listdir('.'))\n";
    let (folder, command) = command_of(READER, "files", &[]);
    std::fs::create_dir_all(folder.join("data")).expect("a folder for the data");
    std::fs::write(folder.join("data/ages.json"), "{\"Ada\": 36}").expect("the data are written");
    std::fs::write(folder.join("names.txt"), "Ada").expect("the names are written");
    std::fs::write(folder.join("picture"), [0xff, 0xd8]).expect("no text is written");
    let calls = |files: &[&str]| {
        let options = files.iter().flat_map(|file| ["--file", file]);
        let args = ["run"].into_iter().chain(options).chain(["main.py"]);
        let output =
            Command::new(command.get_program()).current_dir(&folder).args(args).output().expect("loopscope runs");
        (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let names = folder.join("names.txt");
    let (stdout, _) = calls(&["./data/ages.json", names.to_str().expect("a path in UTF-8")]);
    assert_eq!(stdout, "{'Ada': 36} Ada ['main.py', 'data', 'names.txt']\n");
    assert!(calls(&["picture"]).1.contains("--file wants a text in UTF-8, not picture"));
    assert!(calls(&["nothing"]).1.contains("can't open file 'nothing'"));
    std::fs::remove_dir_all(folder).expect("the folder goes");
}
