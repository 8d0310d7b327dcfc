//! In what a line of a program stands, by indentation.

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
    let mut around = usize::MAX;
    for (index, line) in lines.iter().enumerate().take(at + 1).rev() {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if text.is_empty() || indent >= around {
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
        ];
        assert_eq!(around(&lines, 1), Around::Class);
        assert_eq!(around(&lines, 5), Around::Coroutine(2));
        assert_eq!(around(&lines, 6), Around::Module);
        assert_eq!(around(&lines, 7), Around::Function(7));
    }
}
