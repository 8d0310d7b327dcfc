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

/// What is around line `at` (from 0); a definition that begins in this line is.
pub(super) fn around(lines: &[&str], at: usize) -> Around {
    let begins = beginnings(lines, at);
    let Some(statement) = begins.get(at) else { return Around::Module };
    let mut around = usize::MAX;
    for (index, line) in lines.iter().enumerate().take(statement + 1).rev() {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if text.is_empty() || text.starts_with('#') || indent >= around || begins[index] != index {
            continue;
        }
        around = indent;
        if text.starts_with("async def ") {
            return Around::Coroutine(index);
        }
        if text.starts_with("def ") {
            return Around::Function(index);
        }
        if text.starts_with("class ") {
            return Around::Class;
        }
    }
    Around::Module
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
    }
}
