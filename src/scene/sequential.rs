//! The hint that waits could overlap: calls awaited in neighbouring lines, each of which took time in this run, while
//! the program had no other task that could have used it.

use super::finding_texts;
use super::line_parts::{is_of_dotted, mentions};
use super::model::{DiagnosticView, FixView};
use super::say::{Fill, duration};
use super::stage::Stage;
use super::waited::waits_of_task;
use crate::compiler::lines::{is_of_name, numbered};
use crate::trace::*;

/// `target = await call`, alone in its line.
struct Awaited<'a> {
    /// From 1.
    line: u32,
    indent: usize,
    target: &'a str,
    call: &'a str,
}

/// A hint for each group of neighbours.
pub fn sequential_awaits(stage: &Stage) -> Vec<DiagnosticView> {
    let mut tasks = stage.facts().tasks.iter().enumerate().filter(|(_, task)| !task.internal);
    let (Some((index, _)), None) = (tasks.next(), tasks.next()) else { return Vec::new() };
    let waits = waits_of_task(stage, index, 1);
    let waited = |line: u32| waits.iter().find(|waited| waited.line == line).map_or(0, |waited| waited.ns);
    let mut hints = Vec::new();
    for group in groups(stage.source) {
        if group.iter().any(|awaited| waited(awaited.line) == 0) {
            continue;
        }
        let (first, last) = (&group[0], &group[group.len() - 1]);
        let total = group.iter().map(|awaited| waited(awaited.line)).sum::<u64>();
        let fills =
            [("line", Fill::from(first.line)), ("last", Fill::from(last.line)), ("time", duration(total).into())];
        let end = numbered(stage.source, last.line).map_or(0, |line| line.chars().count());
        let (column, end_column) = (first.indent as u32, end as u32);
        let step = waits.iter().find(|waited| waited.line == first.line).map_or(0, |waited| waited.step);
        let fix = together(&group).map(|text| FixView {
            line: first.line,
            column,
            end_line: last.line,
            end_column,
            line_after: text.as_str().into(),
            text: text.into(),
        });
        hints.push(DiagnosticView {
            code: "sequential-awaits",
            severity: Severity::Hint,
            line: first.line,
            column,
            end_line: last.line,
            end_column,
            title: stage.words(finding_texts::SEQUENTIAL, &fills),
            text: stage.say(finding_texts::SEQUENTIAL_WHY, &fills),
            step,
            fix,
        });
    }
    hints
}

/// Two or more awaited calls in lines that follow each other, none of which names what an earlier one gave.
fn groups(source: &str) -> Vec<Vec<Awaited<'_>>> {
    let mut groups: Vec<Vec<Awaited>> = vec![Vec::new()];
    for (index, line) in source.lines().enumerate() {
        let open = groups.last_mut().filter(|group| !group.is_empty());
        match awaited(source, line, index as u32 + 1) {
            Some(one) => match open {
                Some(group) if follows(group, &one) => group.push(one),
                _ => groups.push(vec![one]),
            },
            None => groups.push(Vec::new()),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

fn follows(group: &[Awaited], one: &Awaited) -> bool {
    group.iter().all(|before| {
        before.indent == one.indent
            && before.target.is_empty() == one.target.is_empty()
            && !mentions(one.call, before.target)
    })
}

fn awaited<'a>(source: &str, line: &'a str, number: u32) -> Option<Awaited<'a>> {
    let text = line.trim();
    let (target, call) = match text.split_once("await ") {
        Some(("", call)) => ("", call),
        Some((target, call)) => (target.trim_end().strip_suffix('=')?.trim_end(), call),
        None => return None,
    };
    let name: &str = call.split('(').next()?;
    let definition = ["async def ", name.rsplit('.').next()?, "("].concat();
    let own = source.contains(&definition);
    let whole = own && name.chars().all(is_of_dotted) && is_one_call(call);
    let indent = line.chars().take_while(|c| c.is_whitespace()).count();
    (whole && target.chars().all(is_of_name)).then_some(Awaited { line: number, indent, target, call })
}

/// `name(…)` with nothing after it.
fn is_one_call(call: &str) -> bool {
    let mut depth = 0;
    for (at, c) in call.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            '#' => return false,
            _ => {}
        }
        if depth == 0 && c == ')' {
            return at + 1 == call.len();
        }
    }
    false
}

/// The same in one wait.
fn together(group: &[Awaited]) -> Option<String> {
    let calls: Vec<&str> = group.iter().map(|one| one.call).collect();
    let gather = ["await asyncio.gather(", &calls.join(", "), ")"].concat();
    let targets: Vec<&str> = group.iter().map(|one| one.target).collect();
    if targets[0].is_empty() { Some(gather) } else { Some([&targets.join(", "), " = ", &gather].concat()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixes(body: &str) -> Vec<String> {
        let source = ["async def get(x):\n    pass\n\nasync def main():\n", body].concat();
        groups(&source).iter().filter_map(|group| together(group)).collect()
    }

    #[test]
    fn neighbours_that_do_not_need_each_other_can_wait_together() {
        assert_eq!(
            fixes("    a = await get(1)\n    b = await get(f(2))\n"),
            ["a, b = await asyncio.gather(get(1), get(f(2)))"]
        );
        assert_eq!(fixes("    await get(1)\n    await get(2)\n"), ["await asyncio.gather(get(1), get(2))"]);
    }

    #[test]
    fn one_that_uses_what_came_before_stays_behind_it() {
        assert!(fixes("    a = await get(1)\n    b = await get(a)\n").is_empty());
        assert!(fixes("    await get(1)\n    print()\n    await get(2)\n").is_empty());
        assert!(fixes("    await other(1)\n    await other(2)\n").is_empty());
        assert!(fixes("    await get(1)  # first\n    x = (await get(2))[0]\n").is_empty());
    }
}
