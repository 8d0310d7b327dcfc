//! What comes along with a program that is copied from a page: a session's prompts and output, line numbers, the marks
//! around a block of code, the block's indentation, a notebook's commands, HTML's way of writing characters.

use super::pieces::pieces;
use super::slips::compiles;
use super::statements::beginnings;
use super::syntax_repairs::Fault;
use crate::compiler::lines::{indent, indentation};

/// The program without what came along around its lines, as far as it must go for the program to compile; None: nothing of
/// the kind is there. The fault is what is seen first.
pub fn bare(source: &str) -> Option<(Fault, String)> {
    let ways: [(Fault, Clean); 6] = [
        (Fault::Fence, unfenced),
        (Fault::Fence, without_notice),
        (Fault::Fence, without_heading),
        (Fault::Prompts, without_prompts),
        (Fault::LineNumbers, without_numbers),
        (Fault::Commands, without_commands),
    ];
    let mut bared: Option<(Fault, String)> = None;
    for (fault, clean) in ways {
        let text = bared.as_ref().map_or(source, |(_, text)| text);
        if bared.is_some() && compiles(text) {
            return bared;
        }
        if let Some(text) = cleaned(text, clean) {
            bared = Some((bared.map_or(fault, |(first, _)| first), text));
        }
    }
    let text = bared.as_ref().map_or(source, |(_, text)| text);
    match unescaped(text).filter(|_| bared.is_none() || !compiles(text)) {
        Some(text) => Some((bared.map_or(Fault::Escaped, |(first, _)| first), text)),
        None => bared,
    }
}

/// The program without the indentation that all its lines have; None: they have none in common.
pub fn at_the_edge(source: &str) -> Option<(Fault, String)> {
    Some((Fault::Indented, cleaned(source, dedented)?))
}

type Clean = for<'a> fn(&[&'a str]) -> Option<Vec<&'a str>>;

pub(super) fn cleaned(source: &str, clean: Clean) -> Option<String> {
    let lines: Vec<&str> = source.lines().collect();
    Some(clean(&lines)?.iter().map(|line| [line, "\n"].concat()).collect())
}

/// Blanks at a line's end stay, since they may be within a string; a line of nothing else is an empty one.
fn is_blank(line: &str) -> bool {
    line.trim_start().is_empty()
}

/// Whether a line (from 0) begins a statement, as far as strings tell: what is within a text is the program's.
fn is_outside(lines: &[&str], at: usize) -> bool {
    beginnings(lines, at)[at] == at
}

/// What stands between ``` and ```, of all such blocks; of a single mark only itself goes.
fn unfenced<'a>(lines: &[&'a str]) -> Option<Vec<&'a str>> {
    let is_fence = |line: &&str| line.trim_start().starts_with("```");
    lines.iter().copied().position(|line| is_fence(&line)).filter(|at| is_outside(lines, *at))?;
    let marks = lines.iter().filter(|line| is_fence(line)).count();
    let blocks = lines.split(is_fence).enumerate();
    let within = blocks.filter(|(at, _)| marks == 1 || at % 2 == 1);
    Some(within.flat_map(|(_, block)| block.iter().copied()).collect())
}

/// What a page writes over a block of code: its language, and the button that copies it.
const HEADINGS: [&str; 4] = ["python", "py", "python3", "copy"];
/// The buttons whose words are hardly a name of a program's: they stand below a block as well.
const BUTTONS: [&str; 11] = [
    "copy code",
    "copied!",
    "代码解读",
    "复制",
    "复制代码",
    "一键复制",
    "登录后复制",
    "运行",
    "运行代码",
    "ai写代码",
    "ai生成项目",
];

/// The lines without those over the block and below it.
fn without_heading<'a>(lines: &[&'a str]) -> Option<Vec<&'a str>> {
    let is_button = |line: &str| {
        let line = line.trim().to_lowercase();
        let rest = line.strip_prefix("python").map(str::trim_start).filter(|rest| !rest.is_empty()).unwrap_or(&line);
        BUTTONS.contains(&rest)
    };
    let is_heading = |line: &str| is_button(line) || HEADINGS.contains(&&*line.trim().to_lowercase());
    let first = lines.iter().position(|line| !is_blank(line) && !is_heading(line))?;
    let last = lines.iter().rposition(|line| !is_blank(line) && !is_button(line))?;
    let end = if lines[last + 1..].iter().any(|line| !is_blank(line)) { last + 1 } else { lines.len() };
    let heads = lines[..first].iter().any(|line| !is_blank(line));
    (heads || end < lines.len()).then(|| lines[if heads { first } else { 0 }..end].to_vec())
}

/// The lines without the notice that a page puts behind what is copied: of whom it is, and where it stands.
fn without_notice<'a>(lines: &[&'a str]) -> Option<Vec<&'a str>> {
    let begins = |line: &&str| line.starts_with("版权声明") || line.starts_with("著作权归作者");
    let notice = lines.iter().position(begins).filter(|at| is_outside(lines, *at))?;
    let is_rule = |line: &&&str| line.trim().chars().all(|c| c == '—') || is_blank(line);
    let rules = lines[..notice].iter().rev().take_while(is_rule).count();
    (notice > rules).then(|| lines[..notice - rules].to_vec())
}

/// How HTML writes characters.
const ESCAPED: [(&str, &str); 7] =
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&nbsp;", " "), ("&amp;", "&")];

/// The text with the characters themselves, if one is written so outside of strings.
fn unescaped(source: &str) -> Option<String> {
    let is_escaped = |at: usize| ESCAPED.iter().any(|(escaped, _)| source[at..].starts_with(escaped));
    pieces(source)
        .any(|(at, piece)| piece == "&" && is_escaped(at))
        .then(|| ESCAPED.iter().fold(source.to_string(), |text, (escaped, character)| text.replace(escaped, character)))
}

/// What was typed behind the prompts of Python or IPython: what they answered goes.
fn without_prompts<'a>(lines: &[&'a str]) -> Option<Vec<&'a str>> {
    lines.iter().position(|line| typed(line, false).is_some()).filter(|at| is_outside(lines, *at))?;
    let mut kept = Vec::new();
    let mut is_open = false;
    for line in lines {
        let code = typed(line, is_open);
        is_open = code.is_some();
        kept.extend(code);
    }
    Some(kept)
}

/// What stands behind a prompt. `goes_on`: the line before has one, and this may have that of a statement's next line.
fn typed(line: &str, goes_on: bool) -> Option<&str> {
    let line = line.trim_start();
    let behind = |prompt: &str| {
        let rest = line.strip_prefix(prompt)?;
        if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
    };
    let ipython = || {
        let (number, rest) = line.strip_prefix("In [")?.split_once("]:")?;
        number.chars().all(|c| c.is_ascii_digit() || c == ' ').then(|| rest.strip_prefix(' ').unwrap_or(rest))
    };
    behind(">>>").or_else(ipython).or_else(|| if goes_on { behind("...").or_else(|| behind("...:")) } else { None })
}

/// The lines without the numbers that count them.
fn without_numbers<'a>(lines: &[&'a str]) -> Option<Vec<&'a str>> {
    let numbered = lines.iter().filter(|line| !is_blank(line));
    let ends: Vec<(usize, u32)> = numbered.clone().map(|line| number(line)).collect::<Option<_>>()?;
    let counts = ends.len() > 1 && ends.windows(2).all(|two| two[1].1 == two[0].1 + 1);
    if !counts {
        return None;
    }
    let widest = ends.iter().map(|(end, _)| *end).max()?;
    // Numbers of fewer digits may be filled up so that the code stands in one column.
    let code = numbered.clone().zip(&ends).filter(|(line, (end, _))| !is_blank(&line[*end..]));
    let column = code.map(|(line, (end, _))| end + indent(&line[*end..])).min()?;
    let starts = |end: usize| if column > widest { column } else { end + 1 };
    let mut ends = ends.iter();
    let strip = |line: &&'a str| {
        if is_blank(line) { "" } else { ends.next().map_or("", |(end, _)| line.get(starts(*end)..).unwrap_or("")) }
    };
    Some(lines.iter().map(strip).collect())
}

/// The number that a line begins with and where it ends, with what sets it off.
fn number(line: &str) -> Option<(usize, u32)> {
    let digits = line.trim_start();
    let first = line.len() - digits.len();
    let count = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let value = digits[..count].parse().ok()?;
    let end = first + count;
    let rest = &line[end..];
    let mark = rest.trim_start();
    let end = if mark.starts_with(['.', ':', '|', ')', '│']) {
        end + rest.len() - mark.len() + mark.chars().next()?.len_utf8()
    } else {
        end
    };
    let is_apart = line[end..].is_empty() || line[end..].starts_with([' ', '\t']);
    is_apart.then_some((end, value))
}

/// The lines without a notebook's commands (`!pip install aiohttp`, `%timeit`).
pub(super) fn without_commands<'a>(lines: &[&'a str]) -> Option<Vec<&'a str>> {
    let is_command = |line: &&str| {
        let command = line.trim_start().strip_prefix(['!', '%']).map(|rest| rest.trim_start_matches('%'));
        command.is_some_and(|command| command.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    lines.iter().any(is_command).then(|| lines.iter().copied().filter(|line| !is_command(line)).collect())
}

/// The lines without the indentation that all of them have.
fn dedented<'a>(lines: &[&'a str]) -> Option<Vec<&'a str>> {
    let mut written = lines.iter().filter(|line| !is_blank(line));
    let common = indentation(written.next()?);
    if common.is_empty() || !written.all(|line| line.starts_with(common)) {
        return None;
    }
    Some(lines.iter().map(|line| line.strip_prefix(common).unwrap_or("")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notebooks_commands_go() {
        let cell = "!pip install aiohttp\n%%time\nx = (7\n     % 4)\n  %matplotlib inline\n";
        assert_eq!(bare(cell), Some((Fault::Commands, "x = (7\n     % 4)\n".to_string())));
        assert_eq!(bare("x = (\n% 4\n"), None);
    }

    #[test]
    fn the_prompts_of_a_session_go_and_what_it_answered() {
        let session = ">>> import asyncio\n>>> async def main():\n...     print('a')\n...\n...     return 1\n...\n>>> asyncio.run(main())\na\n1\n... no\n>>> x\n";
        let program = "import asyncio\nasync def main():\n    print('a')\n\n    return 1\n\nasyncio.run(main())\nx\n";
        assert_eq!(bare(session), Some((Fault::Prompts, program.to_string())));
        let ipython = "In [1]: def f():\n   ...:     return 2\n   ...:\n\nIn [12]: f()\nOut[12]: 2\n";
        assert_eq!(bare(ipython), Some((Fault::Prompts, "def f():\n    return 2\n\nf()\n".to_string())));
    }

    #[test]
    fn line_numbers_go_however_they_are_set_off() {
        let program = "if x:\n    y\n\nz\n";
        for numbered in [
            "1 if x:\n2     y\n3\n4 z\n",
            "1. if x:\n2.     y\n3.\n4. z\n",
            "01 | if x:\n02 |     y\n03 |\n04 | z",
            "1\tif x:\n2\t    y\n3\t\n4\tz",
            " 9: if x:\n10:     y\n11:\n12: z",
            "9  if x:\n10     y\n11\n12 z",
            "9 if x:\n10     y\n11\n12 z",
        ] {
            assert_eq!(bare(numbered), Some((Fault::LineNumbers, program.to_string())), "{numbered}");
        }
        assert_eq!(bare("1 + 2\n3 + 4\n"), None);
    }

    #[test]
    fn the_marks_around_a_block_go() {
        assert_eq!(bare("```python\nx = (\n```\n"), Some((Fault::Fence, "x = (\n".to_string())));
        assert_eq!(bare("x\n```\n"), Some((Fault::Fence, "x\n".to_string())));
        assert_eq!(bare("First:\n```py\nx\n```\nThen:\n```\ny"), Some((Fault::Fence, "x\ny\n".to_string())));
    }

    #[test]
    fn what_stands_over_a_block_goes_and_how_html_writes_characters() {
        for heading in ["python\nCopy code\n", "python 复制代码\n\n", "代码解读\n复制代码\n"] {
            assert_eq!(bare(&format!("{heading}x\npython\n")), Some((Fault::Fence, "x\npython\n".to_string())));
        }
        for below in ["复制代码\n", "\nCopy code\n\n", "————————\n版权声明：本文为原创文章。\n原文链接：https://a.b\n"]
        {
            assert_eq!(bare(&format!("x\n{below}")), Some((Fault::Fence, "x\n".to_string())), "{below}");
        }
        assert_eq!(bare("1 x\n2 y\n复制代码\n"), Some((Fault::Fence, "x\ny\n".to_string())));
        assert_eq!(
            bare("if a &lt; b &amp;&nbsp;c: x = &quot;&#39;&quot;"),
            Some((Fault::Escaped, "if a < b & c: x = \"'\"".to_string()))
        );
        assert_eq!(bare("x = a & b\n"), None);
    }

    #[test]
    fn the_indentation_that_all_lines_have_goes() {
        assert_eq!(
            at_the_edge("    if x:\n        y\n\n    z"),
            Some((Fault::Indented, "if x:\n    y\n\nz\n".to_string()))
        );
        // Blanks at lines' ends may be within a string.
        let text = "    x = \"\"\"a  \n      \n    b\"\"\" \n  \n";
        assert_eq!(at_the_edge(text), Some((Fault::Indented, "x = \"\"\"a  \n  \nb\"\"\" \n\n".to_string())));
        assert_eq!(bare(">>> x = 'a \\\n... b'  \n"), Some((Fault::Prompts, "x = 'a \\\nb'  \n".to_string())));
        assert_eq!(bare("1 x \n2 \n3 y\n"), Some((Fault::LineNumbers, "x \n\ny\n".to_string())));
    }

    #[test]
    fn what_stands_in_texts_is_the_programs() {
        for source in [
            "\"\"\"\n>>> f(1)\n\"\"\"\ndef f(x)\n",
            "x = \"\"\"\n```\n\"\"\"\ndef f(x)\n",
            "\"\"\"\n版权声明：x\n\"\"\"\ndef f(x)\n",
            "x = \"&lt;\"\ndef f(x)\n",
        ] {
            assert_eq!(bare(source), None, "{source}");
        }
        let program = "def f(x):\n    \"\"\"\n    >>> f(1)\n    \"\"\"\n\nprint(\"&lt;\")\n";
        assert_eq!(bare(&["```python\n", program, "```\n"].concat()), Some((Fault::Fence, program.to_string())));
        assert_eq!(at_the_edge("    x\ny\n"), None);
        assert_eq!(at_the_edge(""), None);
    }
}
