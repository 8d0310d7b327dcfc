//! In what a line of a program stands, by indentation.

use super::statements::beginnings;

/// The innermost definition around a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    Module,
    Class,
    /// A plain function, whose `def` is this line (from 0).
    Function(usize),
    /// A coroutine function, likewise.
    Coroutine(usize),
}

/// The statements in which line `at` (from 0) stands, from its own outward: their lines, without indentation.
/// `begins`: where the statements of the lines begin (`beginnings`), at least up to this one.
pub(super) fn enclosing<'a>(lines: &[&'a str], begins: &[usize], at: usize) -> Vec<(usize, &'a str)> {
    let Some(statement) = begins.get(at) else { return Vec::new() };
    let (mut around, mut found) = (usize::MAX, Vec::new());
    for (index, line) in lines.iter().enumerate().take(statement + 1).rev() {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if !text.is_empty() && !text.starts_with('#') && indent < around && begins[index] == index {
            around = indent;
            found.push((index, text));
        }
    }
    found
}

/// What is around line `at` (from 0); a definition that begins in this line is.
pub(super) fn around(lines: &[&str], at: usize) -> Around {
    let definition = |(index, text): (usize, &str)| match text {
        _ if text.starts_with("async def ") => Some(Around::Coroutine(index)),
        _ if text.starts_with("def ") => Some(Around::Function(index)),
        _ if text.starts_with("class ") => Some(Around::Class),
        _ => None,
    };
    enclosing(lines, &beginnings(lines, at), at).into_iter().find_map(definition).unwrap_or(Around::Module)
}

/// The loops (`while`, `for`, `async for`) of its own function in which line `at` (from 0) stands, from the innermost outward;
/// `begins` as in `enclosing`.
pub(super) fn loops<'a>(lines: &[&'a str], begins: &[usize], at: usize) -> impl Iterator<Item = (usize, &'a str)> {
    let is_definition = |text: &str| ["def ", "async def ", "class "].iter().any(|begin| text.starts_with(begin));
    let is_loop = |text: &str| ["while ", "while(", "for ", "async for "].iter().any(|begin| text.starts_with(begin));
    let inside = enclosing(lines, begins, at).into_iter().skip(1).take_while(move |(_, text)| !is_definition(text));
    inside.filter(move |(_, text)| is_loop(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stands_in_the_innermost_definition() {
        let lines = [
            "class A:",
            "    x = 1",
            "    async def f(self):",
            "",
            "        if x:",
            "            y",
            "z",
            "def g(): h()",
            "async def h(",
            "    a,",
            ") -> int:",
            "# z",
            "    b",
        ];
        assert_eq!(around(&lines, 1), Around::Class);
        assert_eq!(around(&lines, 5), Around::Coroutine(2));
        assert_eq!(around(&lines, 6), Around::Module);
        assert_eq!(around(&lines, 7), Around::Function(7));
        assert_eq!(around(&lines, 9), Around::Coroutine(8));
        assert_eq!(around(&lines, 12), Around::Coroutine(8));
        let lines =
            ["while a:", "    def f():", "        for x in y:", "            while b:", "                g(", "z)"];
        let begins = beginnings(&lines, lines.len());
        assert_eq!(loops(&lines, &begins, 5).collect::<Vec<_>>(), [(3, "while b:"), (2, "for x in y:")]);
        assert_eq!(loops(&lines, &begins, 3).collect::<Vec<_>>(), [(2, "for x in y:")]);
    }
}
