//! Addresses of the web as names of tasks: what tells them apart, in little room.

use crate::trace::sorted::distinct;
use std::borrow::Cow;

/// The texts with their addresses without schemes and, where all of these are of one host, with an ellipsis in its place;
/// `None` where none is an address, or they would no longer differ.
pub(super) fn shortened(texts: &[&str]) -> Option<Vec<String>> {
    let places: Vec<Option<&str>> = texts.iter().map(|text| without_scheme(text)).collect();
    let hosts = distinct(places.iter().flatten().map(|place| host(place)));
    let alike = hosts.len() == 1 && places.iter().flatten().count() > 1;
    let short = |(text, place): (&&str, &Option<&str>)| match place {
        Some(place) => match place.strip_prefix(host(place)) {
            Some(path) if alike && path.len() > 1 => ["…", path].concat(),
            _ => place.to_string(),
        },
        None => text.to_string(),
    };
    let shown: Vec<String> = texts.iter().zip(&places).map(short).collect();
    let kinds = |count: usize| count == distinct(texts).len();
    (!hosts.is_empty() && kinds(distinct(&shown).len())).then_some(shown)
}

/// So many characters of a request have room in a bar.
const IN_BAR: usize = 18;

/// A request to a host with the end of its address, a statement with its beginning, as far as a bar has room.
pub(super) fn request_in_bar(request: &str) -> String {
    let length = request.chars().count();
    if length <= IN_BAR {
        return request.to_string();
    }
    let Some((verb, place)) = request_to(request) else {
        return request.chars().take(IN_BAR - 1).chain(['…']).collect();
    };
    [verb, " …", end(place, IN_BAR.saturating_sub(verb.len() + 2))].concat()
}

/// So many characters have room in a queue's cell between those who wait.
pub const IN_CELL: usize = 10;

/// An item of a queue: of an address what tells it from others of its host.
pub fn item_in_cell(item: &str) -> Cow<'_, str> {
    let text = item.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
    match text.and_then(without_scheme) {
        Some(place) if place.chars().count() > IN_CELL => ["…", end(place, IN_CELL - 1)].concat().into(),
        Some(place) => place.into(),
        None => item.into(),
    }
}

/// The end of an address, from a slash on if one is within so many characters.
fn end(place: &str, room: usize) -> &str {
    let ends = place.match_indices('/').map(|(at, _)| &place[at..]);
    let whole = ends.into_iter().find(|end| end.chars().count() <= room);
    let last = place.char_indices().rev().nth(room - 1).map_or(place, |(at, _)| &place[at..]);
    whole.filter(|end| end.len() > 1).unwrap_or(last)
}

/// What stands for a callback in narrow places: of a request to a host its end, anything else as it is.
pub(super) fn callback_in_row(label: &str) -> Cow<'_, str> {
    if request_to(label).is_some() { request_in_bar(label).into() } else { label.into() }
}

/// The verb and the address of a request to a host.
fn request_to(text: &str) -> Option<(&str, &str)> {
    text.split_once(' ').filter(|(verb, place)| is_verb(verb) && !place.contains(' '))
}

/// `GET`, `POST`
fn is_verb(word: &str) -> bool {
    (3..=7).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn without_scheme(text: &str) -> Option<&str> {
    text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))
}

fn host(place: &str) -> &str {
    place.split(['/', '?', '#']).next().unwrap_or(place)
}

#[cfg(test)]
mod tests {
    use super::{item_in_cell, request_in_bar, shortened};

    #[test]
    fn a_host_that_all_share_tells_nothing() {
        let shown = shortened(&["https://example.com/posts/1", "https://example.com/posts/2", "https://example.com"]);
        assert_eq!(shown.unwrap(), ["…/posts/1", "…/posts/2", "example.com"]);
    }

    #[test]
    fn bars_show_the_ends_of_addresses_and_the_beginnings_of_statements() {
        for (request, shown) in [
            ("GET example.com", "GET example.com"),
            ("GET jsonplaceholder.typicode.com/posts/1", "GET …/posts/1"),
            ("POST example.com/a-page-with-a-long-name.html", "POST …ng-name.html"),
            ("GET a-host-without-a-path.example.com/", "GET ….example.com/"),
            ("select name from employees", "select name from …"),
            ("SET counter 1000000", "SET counter 10000…"),
        ] {
            assert_eq!(request_in_bar(request), shown);
        }
    }

    #[test]
    fn cells_show_the_ends_of_addresses() {
        for (item, shown) in [
            ("'https://jsonplaceholder.typicode.com/posts/1'", "…/posts/1"),
            ("'https://a.example.com/'", "…mple.com/"),
            ("'http://a.com'", "a.com"),
            ("'tea'", "'tea'"),
            ("7", "7"),
        ] {
            assert_eq!(item_in_cell(item), shown);
        }
    }

    #[test]
    fn hosts_that_differ_stay() {
        let shown = shortened(&["https://example.com/a", "http://python.org/"]);
        assert_eq!(shown.unwrap(), ["example.com/a", "python.org/"]);
    }

    #[test]
    fn what_would_be_alike_and_what_is_no_address_stays_as_it_is() {
        assert_eq!(shortened(&["https://example.com/a", "http://example.com/a"]), None);
        assert_eq!(shortened(&["coffee", "tea"]), None);
        assert_eq!(shortened(&["https://example.com/a", "tea"]).unwrap(), ["example.com/a", "tea"]);
    }
}
