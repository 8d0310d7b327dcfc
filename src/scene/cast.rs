//! What tasks, threads and objects are called, and their colours: dealt once for a recording, the same everywhere.

use super::addresses;
use super::model::{Chip, Who};
use super::own_part::own_parts;
use crate::player::{Facts, Recording, TaskFacts};
use crate::trace::sorted::{SortedMap, distinct};
use crate::trace::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Colours of the page: `--task-0` to `--task-7`.
pub const COLOURS: u32 = 8;
/// Longer labels are cut in the middle.
const LONGEST_LABEL: usize = 26;

/// Chips by index of task and by thread.
#[derive(Clone, Debug, PartialEq)]
pub struct Cast {
    tasks: Vec<Chip>,
    threads: Vec<Chip>,
    /// What calls handed to executors are called, by their texts in the trace.
    jobs: SortedMap<TextId, Rc<str>>,
}

impl Cast {
    pub fn of(log: &Log, recording: &Recording) -> Cast {
        let facts = recording.facts();
        let labels = labels(log, facts);
        let tasks = facts
            .tasks
            .iter()
            .zip(&labels)
            .map(|(task, label)| chip(Who::Task(task.task), label, Some((task.number % COLOURS) as u8)));
        // Beside tasks threads are grey; where there are none, theirs are the colours. The main one is the ground.
        let colour = |number: usize| (number as u32 % COLOURS) as u8;
        let of_thread = |index: usize| index.checked_sub(1).filter(|_| facts.tasks.is_empty()).map(colour);
        let threads = facts.threads.iter().enumerate();
        let threads =
            threads.map(|(index, thread)| chip(Who::Thread(thread.thread), &log.text(thread.name), of_thread(index)));
        Cast { tasks: told_apart(tasks.collect()), threads: told_apart(threads.collect()), jobs: jobs(log, facts) }
    }

    /// A call handed to an executor; `None`: it is none.
    pub fn job(&self, label: TextId) -> Option<&Rc<str>> {
        self.jobs.get(&label)
    }

    /// The chip of the task with this index in `Facts::tasks`.
    pub fn by_index(&self, index: usize) -> &Chip {
        &self.tasks[index]
    }

    pub fn task(&self, facts: &Facts, task: TaskId) -> Option<&Chip> {
        self.tasks.get(facts.task_index(task)?)
    }

    pub fn thread(&self, thread: ThreadId) -> Option<&Chip> {
        self.threads.get(thread.index())
    }
}

pub(super) fn chip(who: Who, label: &str, colour: Option<u8>) -> Chip {
    let full: Rc<str> = one_line(label).into();
    Chip { who, label: cut(&full).into(), own: full.clone(), full, colour }
}

/// The same with what tells each from the others.
fn told_apart(mut chips: Vec<Chip>) -> Vec<Chip> {
    let parts: Vec<Rc<str>> =
        own_parts(chips.iter().map(|chip| &*chip.full)).into_iter().map(|own| cut(&own).into()).collect();
    chips.iter_mut().zip(parts).for_each(|(chip, own)| chip.own = own);
    chips
}

/// A name without its line breaks: a process may be called by a whole program.
pub(super) fn one_line(name: &str) -> Cow<'_, str> {
    match name.contains(['\n', '\r', '\t']) {
        true => name.split_whitespace().collect::<Vec<_>>().join(" ").into(),
        false => name.into(),
    }
}

/// Cut in the middle, by characters.
fn cut(label: &str) -> String {
    let length = label.chars().count();
    if length <= LONGEST_LABEL {
        return label.to_string();
    }
    let head: String = label.chars().take(LONGEST_LABEL * 3 / 5).collect();
    let tail: String = label.chars().skip(length - (LONGEST_LABEL - LONGEST_LABEL * 3 / 5 - 1)).collect();
    head + "…" + &tail
}

/// A label for each task: the program's name for it, else its coroutine with what tells it from its sisters.
fn labels(log: &Log, facts: &Facts) -> Vec<String> {
    let mut labels = vec![String::new(); facts.tasks.len()];
    let mut sisters: SortedMap<&str, Vec<usize>> = SortedMap::new();
    for (index, task) in facts.tasks.iter().enumerate() {
        if task.named {
            labels[index] = log.text(task.name).to_string();
        } else {
            sisters.or_default(coroutine(log, task)).push(index);
        }
    }
    for (name, members) in sisters {
        if let [only] = members[..] {
            labels[only] = name.to_string();
            continue;
        }
        let texts: Vec<_> = members.iter().map(|index| log.text(facts.tasks[*index].args)).collect();
        let (shown, unique) = sisters_labels(name, texts.iter().map(|text| &**text));
        members.iter().zip(shown).for_each(|(index, shown)| labels[*index] = shown);
        if unique {
            continue;
        }
        // Those that are still alike are numbered.
        let mut twins: BTreeMap<String, u32> = BTreeMap::new();
        for index in &members {
            *twins.entry(labels[*index].clone()).or_default() += 1;
        }
        let mut dealt: BTreeMap<String, u32> = BTreeMap::new();
        for index in members {
            if twins[&labels[index]] > 1 {
                let number = dealt.entry(labels[index].clone()).or_default();
                *number += 1;
                labels[index].extend([" #", &number.to_string()]);
            }
        }
    }
    labels
}

/// Calls of one function, each with what tells it from the others; and whether that tells all apart.
fn sisters_labels<'a>(name: &str, calls: impl Iterator<Item = &'a str>) -> (Vec<String>, bool) {
    let arguments: Vec<Vec<&str>> = calls.map(arguments).collect();
    let (positions, unique) = telling(&arguments);
    let columns: Vec<_> = positions.iter().map(|at| shown_alike(arguments.iter().map(|all| all.get(*at)))).collect();
    let label = |row: usize| {
        let shown: Vec<&str> = columns.iter().filter_map(|column| column[row].as_deref()).collect();
        if positions.is_empty() { name.to_string() } else { [name, "(", &shown.join(", "), ")"].concat() }
    };
    ((0..arguments.len()).map(label).collect(), unique)
}

/// What calls handed to executors are called: their functions, with what tells one call from another.
fn jobs(log: &Log, facts: &Facts) -> SortedMap<TextId, Rc<str>> {
    let texts: Vec<_> = facts.jobs().map(|job| (job, log.text(job))).collect();
    let mut sisters: SortedMap<&str, Vec<(TextId, &str)>> = SortedMap::new();
    for (job, text) in &texts {
        if let Some((function, arguments)) = text.strip_suffix(')').and_then(|call| call.split_once('(')) {
            sisters.or_default(short_name(function)).push((*job, arguments));
        }
    }
    let mut jobs = SortedMap::new();
    for (name, calls) in sisters {
        let shown = match &calls[..] {
            [_] => vec![name.to_string()],
            calls => sisters_labels(name, calls.iter().map(|(_, arguments)| *arguments)).0,
        };
        calls.iter().zip(shown).for_each(|((job, _), shown)| drop(jobs.insert(*job, cut(&shown).into())));
    }
    jobs
}

/// The coroutine's name as its author would say it: without the functions it is nested in.
pub(super) fn coroutine<'a>(log: &'a Log, task: &TaskFacts) -> &'a str {
    short_name(log.name(task.code))
}

pub(super) fn short_name(qualname: &str) -> &str {
    qualname.rsplit("<locals>.").next().unwrap_or(qualname)
}

/// Positions of arguments that tell sisters apart: one if one suffices, else the first few that together do, else the
/// one that tells most of them apart. None if none does. And whether they tell all apart.
fn telling(arguments: &[Vec<&str>]) -> (Vec<usize>, bool) {
    let most = arguments.iter().map(Vec::len).max().unwrap_or(0);
    let alone = |at: usize| distinct(arguments.iter().map(|all| all.get(at))).len();
    let together = |positions: &[usize]| {
        let shown = arguments.iter().map(|all| positions.iter().map(|at| all.get(*at)).collect::<Vec<_>>());
        distinct(shown).len()
    };
    // A long dictionary says nothing once it is cut.
    let is_mute = |text: &&str| text.starts_with('<') || text.starts_with('{') && text.len() > LONGEST_LABEL;
    let speaks = |at: &usize| arguments.iter().all(|all| all.get(*at).is_none_or(|text| !is_mute(text)));
    let usable: Vec<usize> = (0..most).filter(speaks).collect();
    let kinds: Vec<usize> = usable.iter().map(|at| alone(*at)).collect();
    if let Some(one) = kinds.iter().position(|kinds| *kinds == arguments.len()) {
        return (vec![usable[one]], true);
    }
    let several = (2..=usable.len()).map(|count| &usable[..count]).find(|several| together(several) == arguments.len());
    if let Some(several) = several {
        return (several.to_vec(), true);
    }
    let best = (0..usable.len()).rev().max_by_key(|at| kinds[*at]);
    (best.filter(|at| kinds[*at] > 1).map_or(Vec::new(), |at| vec![usable[at]]), false)
}

/// The arguments of a call's text, split at the commas outside brackets and quotes.
fn arguments(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let (mut depth, mut quote, mut escaped, mut start) = (0, None, false, 0);
    // All marks are ASCII, which is part of no other character.
    for (at, byte) in text.bytes().enumerate() {
        if escaped {
            escaped = false;
            continue;
        }
        match (quote, byte) {
            (Some(_), b'\\') => escaped = true,
            (Some(open), close) if open == close => quote = None,
            (Some(_), _) => {}
            (None, b'\'' | b'"') => quote = Some(byte),
            (None, b'(' | b'[' | b'{' | b'<') => depth += 1,
            (None, b')' | b']' | b'}' | b'>') => depth -= 1,
            (None, b',') if depth == 0 => {
                all.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    let last = text[start..].trim();
    if !last.is_empty() {
        all.push(last);
    }
    all
}

/// How an argument is shown of each sister: addresses without what tells nothing.
fn shown_alike<'a>(texts: impl Iterator<Item = Option<&'a &'a str>>) -> Vec<Option<String>> {
    let texts: Vec<Option<&str>> = texts.map(|text| text.copied()).collect();
    let plain: Vec<&str> = texts.iter().map(|text| text.and_then(quoted_part).unwrap_or_default()).collect();
    let shorter = addresses::shortened(&plain);
    let shown = |(row, text): (usize, &Option<&str>)| {
        let text = (*text)?;
        Some(match &shorter {
            Some(shorter) if quoted_part(text).is_some() => ["\"", &shorter[row], "\""].concat(),
            _ => double_quoted(text),
        })
    };
    texts.iter().enumerate().map(shown).collect()
}

/// What stands between the quotes of a plain text.
fn quoted_part(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
    (!inner.contains(['"', '\\', '\''])).then_some(inner)
}

/// 'x' is shown as "x".
fn double_quoted(text: &str) -> String {
    quoted_part(text).map_or_else(|| text.to_string(), |inner| ["\"", inner, "\""].concat())
}

/// A text that is shared by many models.
pub(super) fn shared(text: &str) -> Rc<str> {
    Rc::from(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_argument_that_differs_tells_sisters_apart() {
        let sisters = [arguments("'tea', 2.5"), arguments("'coffee', 2.5")];
        assert_eq!(telling(&sisters), (vec![0], true));
        assert_eq!(double_quoted(sisters[1][0]), "\"coffee\"");
    }

    #[test]
    fn arguments_that_only_differ_together_are_both_shown() {
        let sisters = [arguments("1, 'a'"), arguments("1, 'b'"), arguments("2, 'a'")];
        assert_eq!(telling(&sisters), (vec![0, 1], true));
    }

    #[test]
    fn equal_sisters_are_numbered() {
        assert_eq!(telling(&[arguments("<Queue>"), arguments("<Queue>")]), (vec![], false));
    }

    #[test]
    fn commas_inside_brackets_and_quotes_do_not_split() {
        assert_eq!(arguments("(1, 2), 'a, b', x=[3, 4]"), ["(1, 2)", "'a, b'", "x=[3, 4]"]);
    }

    #[test]
    fn long_labels_are_cut_in_the_middle() {
        let label = cut("download_everything(\"https://example.org/a/very/long/path\")");
        assert_eq!(label.chars().count(), LONGEST_LABEL);
        assert!(label.starts_with("download_everyt") && label.ends_with("path\")"));
    }
}
