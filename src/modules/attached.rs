//! Files in one text with their program: a line `-- util.py --` begins one, as in Go's playground (the txtar format,
//! `golang.org/x/tools/txtar`). No program has such a line outside a string, since Python does not compile it.

use std::borrow::Cow;

use super::Beside;

/// A file that comes with a program: modules for its imports, data that it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// From the program's folder: `util.py`, `data/names.csv`.
    pub path: String,
    /// As it stands in the file. Before the text of a Python file are as many empty lines as are above it in the whole,
    /// so that reports name the lines which the reader sees.
    pub text: String,
    /// Whether its lines have the numbers of the whole.
    pub numbered: bool,
}

impl Attached {
    /// Where it is in the run.
    pub fn place(&self) -> String {
        [super::imports::HOME, "/", &self.path].concat()
    }
}

/// So many Python files have the lines above them as empty ones, which all together may be much text; those behind them
/// are numbered from their own first lines.
const NUMBERED: usize = 200;

/// The program of a text, and the files behind it. A program may stand behind files if it is named as one: `file` is its
/// name.
pub fn parted<'a>(text: &'a str, file: &str) -> (Cow<'a, str>, Vec<Attached>) {
    let Some(first) = marks(text).next() else { return (text.into(), Vec::new()) };
    let mut files = Vec::new();
    let mut all = marks(text).peekable();
    while let Some(mark) = all.next() {
        let own = &text[mark.end..all.peek().map_or(text.len(), |next| next.start)];
        let numbered = is_python(mark.path) && files.len() < NUMBERED;
        let above = if numbered { "\n".repeat(lines(&text[..mark.end])) } else { String::new() };
        files.push(Attached { path: mark.path.to_string(), text: above + own, numbered });
    }
    let before = &text[..first.start];
    let name = file.rsplit('/').next().unwrap_or_default();
    match files.iter().position(|one| one.path == name) {
        Some(at) if before.trim().is_empty() => (files.remove(at).text.into(), files),
        _ => (before.into(), files),
    }
}

/// What is beside a program: the files that came with it, then what its host has.
pub fn beside(files: &[Attached], host: Option<Beside>) -> Option<Beside> {
    if files.is_empty() {
        return host;
    }
    let files = files.to_vec();
    let read = move |path: &str| {
        let own = files.iter().find(|file| file.path == path).map(|file| file.text.clone().into_bytes());
        let folder = || (path.ends_with('/') && files.iter().any(|file| file.path.starts_with(path))).then(Vec::new);
        own.or_else(folder).or_else(|| host.as_ref().and_then(|Beside(read)| read(path)))
    };
    Some(Beside(std::rc::Rc::new(read)))
}

/// The line that begins a file.
pub fn mark(path: &str) -> String {
    format!("-- {path} --")
}

fn is_python(path: &str) -> bool {
    path.ends_with(".py")
}

fn lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// A line that begins a file: where it is, and where what follows is.
struct Mark<'a> {
    path: &'a str,
    start: usize,
    end: usize,
}

fn marks(text: &str) -> impl Iterator<Item = Mark<'_>> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let mark = Mark { path: path_of(line).unwrap_or_default(), start, end: start + line.len() };
        start = mark.end;
        (!mark.path.is_empty()).then_some(mark)
    })
}

/// The file that a line begins.
pub fn path_of(line: &str) -> Option<&str> {
    let path = line.trim_end().strip_prefix("-- ")?.strip_suffix(" --")?.trim();
    is_path(path).then_some(path)
}

/// Whether the last line of a text begins a file, of which nothing stands there yet.
pub fn just_begun(text: &str) -> bool {
    text.ends_with('\n') && text.lines().next_back().and_then(path_of).is_some()
}

/// Whether it names a file in the program's folder or below it; the name has an ending.
fn is_path(path: &str) -> bool {
    let fits = |part: &str| {
        let known = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
        !part.is_empty() && !part.starts_with('.') && part.chars().all(known)
    };
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.'));
    path.split('/').all(fits) && ending.is_some_and(|(_, ending)| !ending.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attached(path: &str, text: &str) -> Attached {
        Attached { path: path.into(), text: text.into(), numbered: path.ends_with(".py") && text.starts_with('\n') }
    }

    #[test]
    fn a_text_without_marks_is_a_program() {
        for text in [
            "",
            "x = 1\n",
            "-- a b.py --\n",
            "--util.py--\n",
            " -- util.py --\n",
            "-- ../util.py --\n",
            "-- /u.py --\n",
            "-- u --\n",
        ] {
            assert_eq!(parted(text, "main.py"), (text.into(), Vec::new()), "{text}");
        }
    }

    #[test]
    fn files_follow_their_program_and_keep_the_numbers_of_their_lines() {
        let (program, files) = parted("import util\n\n-- util.py --\nx = 1\n-- data/名.txt --\r\na\nb", "main.py");
        assert_eq!(program, "import util\n\n");
        assert_eq!(files, [attached("util.py", "\n\n\nx = 1\n"), attached("data/名.txt", "a\nb")]);
    }

    #[test]
    fn each_of_many_files_has_its_own_text() {
        let text: String = (0..300).map(|n| format!("-- m{n}.py --\nx = {n}\n")).collect();
        let (_, files) = parted(&text, "main.py");
        assert_eq!(files.len(), 300);
        assert_eq!(files[199], attached("m199.py", &("\n".repeat(399) + "x = 199\n")));
        assert_eq!(files[299], attached("m299.py", "x = 299\n"));
    }

    #[test]
    fn a_file_has_just_begun_where_the_last_line_names_it() {
        for (text, begun) in [
            ("import util\n-- util.py --\n", true),
            ("-- util.py --\n", true),
            ("import util\n-- util.py --", false),
            ("-- util.py --\n\n", false),
            ("x = 1  # -- done --\n", false),
            ("# ---- the end ----\n# --\n", false),
            ("", false),
        ] {
            assert_eq!(just_begun(text), begun, "{text}");
        }
    }

    #[test]
    fn a_text_of_nothing_but_marks_takes_no_room() {
        let text = "-- a.py --\n".repeat(100_000);
        let (program, files) = parted(&text, "main.py");
        let room: usize = files.iter().map(|file| file.text.len()).sum();
        assert_eq!((program.len(), files.len(), room), (0, 100_000, NUMBERED * (NUMBERED + 1) / 2));
    }

    #[test]
    fn a_program_may_stand_behind_its_files_under_its_name() {
        let (program, files) = parted("\n-- util.py --\nx = 1\n-- main.py --\nimport util\n", "/home/user/main.py");
        assert_eq!(program, "\n\n\n\nimport util\n");
        assert_eq!(files, [attached("util.py", "\n\nx = 1\n")]);
        let (program, files) = parted("y = 2\n-- main.py --\n", "main.py");
        assert_eq!((&*program, files.len()), ("y = 2\n", 1));
    }

    #[test]
    fn imports_find_files_and_folders_and_then_the_hosts() {
        let host = Beside(std::rc::Rc::new(|path: &str| (path == "other.py").then(|| b"z".to_vec())));
        let Some(Beside(read)) = beside(&[attached("a/b.py", "x")], Some(host)) else { unreachable!("there is one") };
        assert_eq!(
            ["a/b.py", "a/", "other.py"].map(|path| read(path)),
            [Some(b"x".to_vec()), Some(vec![]), Some(b"z".to_vec())]
        );
        assert_eq!(["a.py", "b/", "a/b"].map(|path| read(path)), [None, None, None]);
    }
}
