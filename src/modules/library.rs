//! The library's texts: modules in our own Python, compiled when they are first imported.

#[cfg(not(target_arch = "wasm32"))]
use super::texts::TEXTS;
use super::texts::{NAMES, PARTS};

/// The section that the text of a module is in; None: there is no such module.
pub(super) fn section(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(section, _)| *section)
}

/// The module that a text is a part of, if it is one.
pub(super) fn whole_of(name: &str) -> Option<&'static str> {
    PARTS.iter().find(|(part, _)| *part == name).map(|(_, whole)| *whole)
}

/// The text of a module.
#[derive(Clone, Copy)]
pub struct Text {
    pub source: &'static str,
    /// The module is a folder of modules: its text is the folder's `__init__.py`.
    pub package: bool,
}

/// The text of a module in Python; None: there is no such module; Err: the page has not fetched the texts yet.
pub fn text(name: &str) -> Option<Result<Text, Unfetched>> {
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

/// Before each text in a file of a section; then comes a line with its name, which ends in `.` if it is a package's.
#[cfg(target_arch = "wasm32")]
const MARK: char = '\u{1e}';

#[cfg(target_arch = "wasm32")]
thread_local! {
    /// Names and texts of the sections that have been fetched.
    static PROVIDED: std::cell::RefCell<Vec<(&'static str, Text)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Takes what is in `library-SECTION.txt`, for all runs of this instance of the wasm. Elsewhere the texts are part of the
/// program.
pub fn provide(library: String) {
    #[cfg(target_arch = "wasm32")]
    PROVIDED.with_borrow_mut(|texts| {
        let library: &'static str = library.leak();
        let named = |text: &'static str| {
            let (line, source) = text.split_once('\n')?;
            let name = line.strip_suffix('.');
            Some((name.unwrap_or(line), Text { source, package: name.is_some() }))
        };
        let mut all = library.split(MARK).filter_map(named).peekable();
        // Two runs at once have asked for the same.
        let again = all.peek().is_some_and(|(first, _)| texts.iter().any(|(name, _)| name == first));
        if !again {
            texts.extend(all);
        }
    });
    #[cfg(not(target_arch = "wasm32"))]
    drop(library);
}
