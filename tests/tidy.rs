//! Reads the sources themselves: floors, sizes, the line that says what a file is for.
use std::fs;
use std::path::{Path, PathBuf};

/// The floors, lowest first (docs/architecture.md): a module's code names only modules that stand before it here.
/// `bytecode` is plain data without values, which a code object (objects/) holds.
const FLOORS: [&str; 11] =
    ["trace", "bytecode", "objects", "machine", "asyncio", "compiler", "vm", "modules", "session", "player", "scene"];
/// What a floor must not know although it stands above.
const STRANGERS: [(&str, &str); 2] = [("machine", "bytecode"), ("asyncio", "bytecode")];
const ABOVE_ALL_FLOORS: [&str; 2] = ["ui", "bin"];
/// What renders: only `ui` and the page's entry point may know it.
const PAGE_CRATES: [&str; 6] = ["yew", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_timers"];
const MAX_LINES: usize = 500;
/// The library's own Python.
const TEXTS: &str = "src/modules/python";
/// What of it is longer: a length and a path in each line.
const LONG_TEXTS: &str = "tests/tables/long_texts.txt";
/// Tables made by a program open with a line that says so and may be long.
const GENERATED: &str = "enerated";
/// Has two enumerations that bear one name in CPython, in two modules.
const TWO_OF_A_NAME: &str = "asyncio/_states.py";
const UNFINISHED: [&str; 6] =
    ["todo!(", "unimplemented!(", "dbg!(", concat!("FIX", "ME"), concat!("XX", "X:"), "#[ignore]"];

#[test]
fn a_module_names_only_modules_of_floors_below_it() {
    let mut wrong = Vec::new();
    for file in sources() {
        let module = module_path(&file);
        let Some(floor) = FLOORS.iter().position(|name| *name == module[0]) else { continue };
        for (line, named) in named_modules(&code_of(&read(&file)), &module) {
            let allowed = match FLOORS.iter().position(|name| *name == named) {
                Some(_) if module[0] == "player" => named == "trace" || named == "player",
                Some(other) => other <= floor && !STRANGERS.contains(&(&module[0], &named)),
                None => !ABOVE_ALL_FLOORS.contains(&named.as_str()) && !PAGE_CRATES.contains(&named.as_str()),
            };
            if !allowed {
                wrong.push(format!("{}:{line}: {} must not know {named}", file.display(), module[0]));
            }
        }
    }
    report(wrong);
}

#[test]
fn every_file_opens_by_saying_what_it_is_for() {
    let opens = |file: &PathBuf| read(file).lines().next().is_some_and(|line| line.starts_with("//! "));
    report(
        sources().iter().filter(|file| !opens(file)).map(|file| format!("{}: no //! line", file.display())).collect(),
    );
}

#[test]
fn no_file_is_longer_than_500_lines() {
    let mut wrong = Vec::new();
    for file in sources() {
        let text = read(&file);
        let lines = text.lines().count();
        if lines > MAX_LINES && !text.lines().next().unwrap_or_default().contains(GENERATED) {
            wrong.push(format!("{}: {lines} lines", file.display()));
        }
    }
    report(wrong);
}

/// Those of the library that still are stand in a table with their lengths, which may only shrink.
#[test]
fn no_text_of_the_library_is_longer_than_500_lines_or_than_it_was() {
    let table = read(Path::new(LONG_TEXTS));
    let known: Vec<(usize, &str)> = table
        .lines()
        .map(|row| row.split_once(' ').expect("a length and a path"))
        .map(|(lines, path)| (lines.parse().expect("a length"), path))
        .collect();
    let mut wrong = Vec::new();
    for file in files_in(&[TEXTS], "py") {
        let path = file.strip_prefix(TEXTS).expect("a text").display().to_string();
        let lines = read(&file).lines().count();
        let was = known.iter().find(|(_, name)| *name == path).map(|(was, _)| *was);
        match was {
            None if lines > MAX_LINES => wrong.push(format!("{path}: {lines} lines")),
            Some(was) if lines > was => wrong.push(format!("{path}: {lines} lines, it had {was}")),
            Some(was) if lines < was && lines > MAX_LINES => {
                wrong.push(format!("{path}: {lines} lines now, {LONG_TEXTS} says {was}"));
            }
            Some(_) if lines <= MAX_LINES => wrong.push(format!("{path}: short enough, and still in {LONG_TEXTS}")),
            _ => {}
        }
    }
    for (_, path) in known.iter().filter(|(_, path)| !Path::new(TEXTS).join(path).exists()) {
        wrong.push(format!("{path}: in {LONG_TEXTS}, and not there"));
    }
    report(wrong);
}

/// A second definition replaces the first, as a paste or a merge gone wrong leaves them.
#[test]
fn no_text_of_the_library_defines_a_name_twice() {
    let mut wrong = Vec::new();
    for file in files_in(&[TEXTS], "py").into_iter().filter(|file| !file.ends_with(TWO_OF_A_NAME)) {
        let text = read(&file);
        let mut seen = std::collections::BTreeSet::new();
        for line in text.lines() {
            let named = ["class ", "def ", "async def "].iter().find_map(|word| line.strip_prefix(word));
            let name = named.and_then(|rest| rest.split(['(', ':', '[']).next());
            if let Some(name) = name.filter(|name| !seen.insert(*name)) {
                wrong.push(format!("{}: {name}", file.display()));
            }
        }
    }
    report(wrong);
}

#[test]
fn nothing_is_left_unfinished() {
    let mut wrong = Vec::new();
    for file in sources().into_iter().filter(|file| !file.ends_with("tidy.rs")) {
        for (number, line) in read(&file).lines().enumerate() {
            for word in UNFINISHED.iter().filter(|word| line.contains(**word)) {
                wrong.push(format!("{}:{}: {word}", file.display(), number + 1));
            }
        }
    }
    report(wrong);
}

#[test]
fn the_reader_of_names_sees_through_groups_supers_comments_and_strings() {
    let code = r#"
        use crate::{trace::{ids, log}, vm::Frame};
        use super::super::machine as m; // crate::ui
        fn f<'a>() -> crate::scene::View { let s = "crate::bin"; let c = 'x'; yew::html(s, c, self::ok, a::yew) }
    "#;
    let module = ["objects".to_string(), "list".to_string()];
    let names: Vec<String> = named_modules(&code_of(code), &module).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["trace", "vm", "machine", "scene", "yew"]);
}

fn report(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Every Rust file of the package, by paths from its root, in order.
fn sources() -> Vec<PathBuf> {
    files_in(&["src", "tests", "benches"], "rs")
}

/// The files below some folders whose names end so.
fn files_in(folders: &[&str], ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = folders.iter().map(PathBuf::from).collect();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.expect("a readable folder").path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// `src/runtime/objects/str/mod.rs` is `["objects", "str"]`; never empty.
fn module_path(file: &Path) -> Vec<String> {
    let mut parts: Vec<String> =
        file.with_extension("").iter().skip(1).map(|part| part.to_string_lossy().into()).collect();
    // A crate of its own for where programs run, but its modules are floors as the others.
    if parts.len() > 1 && parts[0] == "runtime" {
        parts.remove(0);
    }
    if parts.len() > 1 && parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    parts
}

/// The text with comments and the insides of strings and characters blanked; lines stay where they are.
fn code_of(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = skipped_length(rest, out.chars().last());
        if skipped > 0 {
            out.extend(rest[..skipped].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            rest = &rest[skipped..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// How many bytes at the start of `rest` are a comment or a literal.
fn skipped_length(rest: &str, before: Option<char>) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return rest.find("*/").map_or(rest.len(), |end| end + 2);
    }
    let in_name = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if rest.starts_with('r') && !in_name {
        let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
        if rest[1 + hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let body = hashes + 2;
            return rest[body..].find(&end).map_or(rest.len(), |at| body + at + end.len());
        }
    }
    if let Some(body) = rest.strip_prefix('"') {
        return 1 + until_quote(body, '"');
    }
    if let Some(body) = rest.strip_prefix('\'') {
        let one = body.chars().next().map_or(0, char::len_utf8);
        // 'a' and '\n' are characters, 'a alone is a lifetime.
        if body.starts_with('\\') || body[one..].starts_with('\'') {
            return 1 + until_quote(body, '\'');
        }
    }
    0
}

fn until_quote(body: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in body.char_indices() {
        if !escaped && c == quote {
            return at + 1;
        }
        escaped = !escaped && c == '\\';
    }
    body.len()
}

/// The top-level modules and foreign crates that the code names, with their lines: by `crate::`, by `super::` that
/// climbs to the root, in groups, and by paths that begin with a crate's name.
fn named_modules(code: &str, module: &[String]) -> Vec<(usize, String)> {
    let tokens = tokens_of(code);
    let text = |at: usize| tokens.get(at).map_or("", |(_, token)| token.as_str());
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if at > 0 && text(at - 1) == "::" || text(at + 1) != "::" {
            continue;
        }
        let mut after = at;
        let mut climbed = 0;
        while text(after) == "super" && text(after + 1) == "::" {
            climbed += 1;
            after += 2;
        }
        if text(at) == "crate" || text(at) == "loopscope" {
            after = at + 2;
        } else if PAGE_CRATES.contains(&text(at)) {
            found.push((tokens[at].0, text(at).to_string()));
            continue;
        } else if climbed == 0 || climbed < module.len() {
            continue;
        }
        if text(after) == "{" {
            found.extend(heads_of_group(&tokens, after));
        } else if text(after + 1) != "!" {
            found.push((tokens[after].0, text(after).to_string()));
        }
    }
    found
}

/// The first name of each member of the group that opens at `open`.
fn heads_of_group(tokens: &[(usize, String)], open: usize) -> Vec<(usize, String)> {
    let mut heads = Vec::new();
    let mut depth = 0;
    for at in open..tokens.len() {
        let before = if at > 0 { tokens[at - 1].1.as_str() } else { "" };
        match tokens[at].1.as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => break,
            "}" => depth -= 1,
            "," => {}
            _ if depth == 1 && (before == "{" || before == ",") => heads.push(tokens[at].clone()),
            _ => {}
        }
    }
    heads
}

/// Names, `::` and single other characters, each with its line.
fn tokens_of(code: &str) -> Vec<(usize, String)> {
    let mut tokens: Vec<(usize, String)> = Vec::new();
    for (line, text) in code.lines().enumerate() {
        let mut rest = text.trim_start();
        while let Some(c) = rest.chars().next() {
            let length = match c {
                _ if c.is_alphanumeric() || c == '_' => {
                    rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
                }
                ':' if rest.starts_with("::") => 2,
                _ => c.len_utf8(),
            };
            tokens.push((line + 1, rest[..length].to_string()));
            rest = rest[length..].trim_start();
        }
    }
    tokens
}
