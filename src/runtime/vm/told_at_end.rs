//! Faults that raise nothing and that a program's own text shows: told when it has ended or was stopped.

use std::ops::Range;

use super::core::Vm;
use crate::compiler::lines::{has_word, indent, is_of_name};
use crate::trace::{Diagnostic, Severity};

/// That the text has been looked at.
#[derive(Default)]
struct Looked(bool);

/// Records the findings of the program's text, once.
pub(super) fn look(vm: &mut Vm) {
    if !vm.log.records() || std::mem::replace(&mut vm.states.get::<Looked>().0, true) {
        return;
    }
    let source = vm.source.clone();
    for (code, line, args) in joins_kept(&source).into_iter().chain(flags_lost(&source)) {
        let args = args.iter().map(|arg| vm.log.intern(arg)).collect();
        vm.log.diagnose(Diagnostic { code, severity: Severity::Warning, line, args });
    }
}

/// The finding's code, its line, and what it speaks of.
type Found = (&'static str, u32, Vec<String>);

/// The lines of a text by number, but for comments.
fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> + Clone {
    (1..).zip(text.lines()).filter(|(_, line)| !line.trim_start().starts_with('#'))
}

/// What `join()` of a thread or process gives is kept, printed or collected, as if it was its result.
fn joins_kept(text: &str) -> Vec<Found> {
    const JOIN: &str = ".join()";
    let has_threads = ["Thread(", "Process("].iter().any(|made| text.contains(made));
    if !has_threads || text.contains("def join(") {
        return Vec::new();
    }
    let kept = |line: &str| {
        let name = line[..line.find(JOIN)?].rsplit(|c: char| !is_of_name(c)).next().filter(|name| !name.is_empty())?;
        let before = line[..line.find(JOIN)? - name.len()].trim_end();
        let assigned =
            |before: &str| before.strip_suffix('=').is_some_and(|before| !before.ends_with(['=', '!', '<', '>']));
        let collected = before.strip_suffix('[').is_some_and(|before| assigned(before.trim_end()));
        (assigned(before) || collected || before.ends_with("print(") || before.ends_with(".append("))
            .then(|| name.to_string())
    };
    lines(text).filter_map(|(number, line)| Some(("join-gives-none", number, vec![kept(line)?]))).collect()
}

/// So many flags of a module are looked at, and so many lines that may set one.
const MOST: usize = 100;

/// A function gives a variable of its own the name of one of the module's, for which a loop looks, and does nothing with it.
fn flags_lost(text: &str) -> Vec<Found> {
    let flag = |line: &str| {
        let (name, value) = line.trim().split_once(" = ")?;
        let value = value.split('#').next()?.trim_end();
        (["True", "False"].contains(&value) && name.chars().all(is_of_name)).then(|| name.to_string())
    };
    let of_module = lines(text).filter(|(_, line)| indent(line) == 0).filter_map(|(_, line)| flag(line));
    let of_module: Vec<String> = of_module.take(MOST).collect();
    let all: Vec<&str> = text.lines().collect();
    let set = lines(text).filter(|(_, line)| indent(line) > 0);
    let set = set.filter_map(|(number, line)| Some((number, flag(line).filter(|name| of_module.contains(name))?)));
    let mut found = Vec::new();
    for (number, name) in set.take(MOST) {
        let Some(own) = function_around(&all, number as usize - 1) else { continue };
        // A parameter, a declaration or another use is none of it.
        if all[own.clone()].iter().any(|line| has_word(line, &name) && flag(line).as_ref() != Some(&name)) {
            continue;
        }
        let waits = |line: &str| line.trim_start().starts_with("while ") && has_word(line, &name);
        if let Some((looks, _)) = lines(text).find(|(at, line)| !own.contains(&(*at as usize - 1)) && waits(line)) {
            found.push(("flag-lost", number, vec![name, looks.to_string()]));
        }
    }
    found
}

/// The lines of the innermost function around line `at` (from 0), that of its `def` first.
fn function_around(lines: &[&str], at: usize) -> Option<Range<usize>> {
    let mut depth = indent(lines.get(at)?);
    for def in (0..at).rev().filter(|at| !lines[*at].trim().is_empty()) {
        if indent(lines[def]) >= depth {
            continue;
        }
        depth = indent(lines[def]);
        let head = lines[def].trim_start();
        if head.starts_with("def ") || head.starts_with("async def ") {
            let body = lines[def + 1..].iter().take_while(|line| line.trim().is_empty() || indent(line) > depth);
            return Some(def..def + 1 + body.count());
        }
    }
    None
}
