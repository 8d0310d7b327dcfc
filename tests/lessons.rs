//! Every lesson in www/lessons prints what CPython 3.13 prints (tests/record_lessons.py recorded it), says so in both
//! languages, and has an exercise that its starter does not solve and its solution does.

use std::path::{Path, PathBuf};

use loopscope::player::{Recording, last_step};
use loopscope::session::{Options, Session, Status, describe};
use loopscope::trace::Stream;

const LONGEST_LINE: usize = 76;

fn lessons() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/lessons");
    let entries = std::fs::read_dir(root).expect("www/lessons is readable");
    let mut all: Vec<PathBuf> = entries.map(|entry| entry.expect("www/lessons is readable").path()).collect();
    all.retain(|path| path.is_dir());
    all.sort();
    all
}

fn name(lesson: &Path) -> String {
    lesson.file_name().expect("a lesson has a name").to_string_lossy().into_owned()
}

fn text(lesson: &Path, file: &str) -> String {
    let path = lesson.join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What a program writes to stdout and to stderr, the latter without the library's own frames and without addresses.
fn run(source: &str) -> (String, String) {
    let options = Options { file: "main.py".into(), ..Options::default() };
    let mut session = Session::new(source, options).expect("a lesson's program compiles");
    let (mut stdout, mut stderr) = (String::new(), String::new());
    loop {
        let status = session.advance(u64::MAX >> 1);
        for piece in session.take_output() {
            if piece.stream == Stream::Stdout { &mut stdout } else { &mut stderr }.push_str(&piece.text);
        }
        if let Status::Ended(ending) = status {
            if let Some(stop) = &ending.stop {
                stderr.push_str(&describe(stop));
            }
            assert_eq!(last_step(session.log()), Recording::of(session.log()).last_step(), "steps counted and kept");
            return (stdout, own(&stderr));
        }
    }
}

fn own(stderr: &str) -> String {
    let mut out = String::new();
    let mut foreign = false;
    for line in stderr.lines() {
        let bare = line.trim_start_matches([' ', '|', '+', '-']);
        foreign =
            bare.starts_with("File \"<") || (foreign && line.len() - bare.len() >= 4 && !bare.starts_with("File "));
        if !foreign {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[test]
fn a_lesson_prints_what_is_written_beside_it() {
    for lesson in lessons() {
        let (stdout, stderr) = run(&text(&lesson, "program.py"));
        assert_eq!(stdout, text(&lesson, "output.txt"), "{}/program.py", name(&lesson));
        let errors = std::fs::read_to_string(lesson.join("errors.txt")).unwrap_or_default();
        assert_eq!(stderr, errors, "{}/program.py, stderr", name(&lesson));
    }
}

#[test]
fn the_solution_of_an_exercise_prints_what_is_asked_for_and_its_starter_does_not() {
    for lesson in lessons() {
        let wanted = text(&lesson, "expected.txt");
        let (stdout, stderr) = run(&text(&lesson, "solution.py"));
        assert_eq!((stdout, stderr), (wanted.clone(), String::new()), "{}/solution.py", name(&lesson));
        assert_ne!(run(&text(&lesson, "starter.py")).0, wanted, "{}/starter.py", name(&lesson));
    }
}

#[test]
fn a_lesson_says_the_same_in_both_languages() {
    for lesson in lessons() {
        let parts = |file: &str, exercise: &str, hint: &str| {
            let text = text(&lesson, file);
            let (head, rest) = text.split_once(&format!("\n\n## {exercise}\n\n")).expect(exercise);
            let (task, hint) = rest.split_once(&format!("\n\n## {hint}\n\n")).expect(hint);
            assert!(head.starts_with("# ") && !task.is_empty() && !hint.is_empty(), "{}/{file}", name(&lesson));
            [head.split("\n\n").count(), task.split("\n\n").count(), hint.split("\n\n").count()]
        };
        let (en, zh) = (parts("en.md", "Exercise", "Hint"), parts("zh.md", "练习", "提示"));
        assert_eq!(en, zh, "paragraphs of {}", name(&lesson));
        for file in ["program.py", "starter.py", "solution.py"] {
            let long = text(&lesson, file).lines().find(|line| line.chars().count() > LONGEST_LINE).map(str::to_string);
            assert_eq!(long, None, "{}/{file}: a line too long for a phone", name(&lesson));
        }
    }
}

#[test]
fn the_list_of_lessons_names_each_of_them_once() {
    let index = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/lessons/index.json");
    let index = std::fs::read_to_string(index).expect("www/lessons/index.json is readable");
    for lesson in lessons() {
        let entry = format!("\"name\": \"{}\"", name(&lesson));
        assert_eq!(index.matches(&entry).count(), 1, "{entry}");
    }
    assert_eq!(index.matches("\"name\": ").count(), lessons().len());
}
