//! What tells a name from its sisters, where there is room for no more: its arguments, its number, or the word of it that
//! the others don't have.

use crate::trace::sorted::sort_by;
use std::borrow::Cow;

/// What words of a name stand between.
const BETWEEN: [char; 3] = ['-', '_', ' '];

/// That part of each of these names.
pub(super) fn own_parts<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Vec<Cow<'a, str>> {
    let mut all = sorted(names.clone());
    all.dedup();
    let outer: Vec<Words> = all.into_iter().filter_map(words).collect();
    let fronts = sorted(outer.iter().map(|words| words.before_last));
    let backs = sorted(outer.iter().map(|words| words.after_first));
    let part = |name: &'a str| {
        if let Some(own) = own_part(name) {
            return own;
        }
        match words(name) {
            Some(Words { before_last, last, .. }) if !last.is_empty() && is_shared(&fronts, before_last) => last,
            Some(Words { first, after_first, .. }) if !first.is_empty() && is_shared(&backs, after_first) => first,
            _ => name,
        }
        .into()
    };
    names.map(part).collect()
}

fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut words: Vec<&str> = words.collect();
    sort_by(&mut words, Ord::cmp);
    words
}

/// Whether more than one of these sorted words is this one.
fn is_shared(words: &[&str], word: &str) -> bool {
    let at = words.partition_point(|other| *other < word);
    words.get(at + 1).is_some_and(|next| *next == word)
}

/// A name's arguments or its number, if it has them.
fn own_part(name: &str) -> Option<Cow<'_, str>> {
    let name = plain(name);
    let own = name.find(['(', '#']).filter(|from| *from > 0).map(|from| &name[from..]);
    // A twin's number stands behind its arguments.
    if let Some((arguments, number)) = own.and_then(|own| own.strip_prefix('(')?.rsplit_once(") #")) {
        return Some([arguments.trim_matches('"'), " #", number].concat().into());
    }
    let words = own.map(|own| own.trim_start_matches('(').trim_end_matches(')'));
    let words = words.or(name.rsplit('-').next().filter(|last| last.contains(|c: char| c.is_ascii_digit())));
    words.map(|words| words.trim_matches('"').into()).filter(|words: &Cow<str>| !words.is_empty())
}

/// A thread's function, in brackets after a space, is no part of what tells it.
fn plain(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name)
}

struct Words<'a> {
    first: &'a str,
    after_first: &'a str,
    before_last: &'a str,
    last: &'a str,
}

/// The outer words of a name of several.
fn words(name: &str) -> Option<Words<'_>> {
    let name = plain(name);
    let (first, after_first) = name.split_once(BETWEEN)?;
    let (before_last, last) = name.rsplit_once(BETWEEN)?;
    Some(Words { first, after_first, before_last, last })
}

#[cfg(test)]
mod tests {
    use super::own_parts;

    fn parts(names: &[&str]) -> Vec<String> {
        own_parts(names.iter().copied()).into_iter().map(|own| own.into_owned()).collect()
    }

    #[test]
    fn arguments_and_numbers_tell() {
        let names = ["brew(\"tea\")", "brew(2, 3)", "poll #2", "get(\"…/a\") #2", "Task-7", "Thread-1 (run)", "main"];
        assert_eq!(parts(&names), ["tea", "2, 3", "#2", "…/a #2", "7", "1", "main"]);
    }

    #[test]
    fn the_word_that_sisters_do_not_share_tells() {
        assert_eq!(parts(&["ann-listener", "bob-listener"]), ["ann", "bob"]);
        assert_eq!(parts(&["worker-alice", "worker-bob", "main"]), ["alice", "bob", "main"]);
        assert_eq!(parts(&["slow producer", "slow consumer", "fast consumer"]), ["producer", "consumer", "fast"]);
    }

    #[test]
    fn a_name_without_sisters_stays_whole() {
        assert_eq!(parts(&["clean-up", "clean-up", "log_writer", "-"]), ["clean-up", "clean-up", "log_writer", "-"]);
    }
}
