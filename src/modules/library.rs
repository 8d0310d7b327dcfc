//! The library's texts: modules in our own Python, compiled when they are first imported.

use super::texts::NAMES;
#[cfg(not(target_arch = "wasm32"))]
use super::texts::TEXTS;

/// The section that the text of a module is in; None: there is no such module.
fn section(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(section, _)| *section)
}

/// The text of a module in Python; None: there is no such module; Err: the page has not fetched the texts yet.
pub fn text(name: &str) -> Option<Result<&'static str, Unfetched>> {
    #[cfg(not(target_arch = "wasm32"))]
    let found = TEXTS.iter().flat_map(|(_, texts)| *texts).find(|(n, _)| *n == name).map(|(_, text)| *text);
    #[cfg(target_arch = "wasm32")]
    let found = PROVIDED.with_borrow(|texts| texts.iter().find(|(n, _)| *n == name).map(|(_, text)| *text));
    match found {
        Some(text) => Some(Ok(text)),
        None => section(name).map(|section| Err(Unfetched { section })),
    }
}

/// The names of all modules that there are texts of.
#[cfg(not(target_arch = "wasm32"))]
pub fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().flat_map(|(_, names)| *names).copied()
}

/// The text is one of this section's, which has not been fetched.
pub struct Unfetched {
    pub section: &'static str,
}

/// In an interpreter's states: the section of a text that a program has asked for and that was not there. It can run from
/// its start after [`provide`].
#[derive(Default)]
pub struct Wanted(pub Option<&'static str>);

/// Before each text in a file of a section; then comes a line with its name.
#[cfg(target_arch = "wasm32")]
const MARK: char = '\u{1e}';

#[cfg(target_arch = "wasm32")]
thread_local! {
    /// Names and texts of the sections that have been fetched.
    static PROVIDED: std::cell::RefCell<Vec<(&'static str, &'static str)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Takes what is in `library-SECTION.txt`, for all runs of this instance of the wasm. Elsewhere the texts are part of the
/// program.
pub fn provide(library: String) {
    #[cfg(target_arch = "wasm32")]
    PROVIDED.with_borrow_mut(|texts| {
        let library: &'static str = library.leak();
        let mut all = library.split(MARK).filter_map(|text| text.split_once('\n')).peekable();
        // Two runs at once have asked for the same.
        let again = all.peek().is_some_and(|(first, _)| texts.iter().any(|(name, _)| name == first));
        if !again {
            texts.extend(all);
        }
    });
    #[cfg(not(target_arch = "wasm32"))]
    drop(library);
}

/// The sections that a program surely wants and that are not there, so that they are fetched side by side before it runs.
/// What else it comes to want is asked for by its run.
pub fn wanted_by(source: &str) -> Vec<&'static str> {
    let mut wanted = sections_of(source);
    wanted.retain(|section| !is_there(section));
    wanted
}

fn sections_of(source: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    for line in source.split('\n') {
        for section in imported(line.trim_start()).filter_map(section) {
            let rests_on: &[&str] = match section {
                "others" => &["common", "system", "others"],
                "common" => &["common"],
                section => &["common", section],
            };
            for section in rests_on {
                if !found.contains(section) {
                    found.push(section);
                }
            }
        }
    }
    found
}

/// The modules that a line imports, if it is one that does.
fn imported(line: &str) -> impl Iterator<Item = &str> {
    let names = match line.split_once(' ') {
        Some(("import", names)) => names,
        Some(("from", rest)) => rest.split_once(" import").map_or("", |(name, _)| name),
        _ => "",
    };
    names.split(',').map(|name| name.trim_start().split(' ').next().unwrap_or_default())
}

fn is_there(section: &str) -> bool {
    let first = NAMES.iter().find(|(name, _)| *name == section).and_then(|(_, names)| names.first());
    first.is_none_or(|name| matches!(text(name), Some(Ok(_))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_most_programs_import_is_there_after_one_fetch() {
        for name in NAMES.iter().filter(|(section, _)| *section == "common").flat_map(|(_, names)| *names) {
            let Some(Ok(text)) = text(name) else { unreachable!("it is part of the program") };
            let elsewhere = |name: &&str| section(name).is_some_and(|section| section != "common");
            let wanted: Vec<_> = text.split('\n').flat_map(imported).filter(elsewhere).collect();
            assert!(wanted.is_empty(), "{name} imports {wanted:?}, which are in other sections");
        }
    }

    #[test]
    fn a_programs_lines_tell_which_sections_it_wants() {
        assert_eq!(sections_of("import asyncio\nprint('import json')"), [""; 0]);
        assert_eq!(sections_of("import sys, time as t, json\n"), ["common"]);
        assert_eq!(sections_of("async def f():\n    import os.path as p, subprocess"), ["common", "system"]);
        assert_eq!(sections_of("from concurrent.futures import wait\nfrom unittest import (\n"), ["common", "more"]);
        assert_eq!(sections_of("from aiohttp import web"), ["common", "system", "others"]);
        assert_eq!(sections_of("from . import json\nimport\nfrom\nimport ,"), [""; 0]);
    }
}
