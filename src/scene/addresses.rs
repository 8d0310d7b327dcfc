//! Addresses of the web as names of tasks: what tells them apart, in little room.

use std::collections::BTreeSet;

/// The addresses without their schemes and, where all are of one host, with an ellipsis in its place; `None` where one is
/// none, or they would no longer differ.
pub(super) fn shortened(texts: &[&str]) -> Option<Vec<String>> {
    let places: Vec<&str> = texts.iter().map(|text| without_scheme(text)).collect::<Option<_>>()?;
    let hosts: BTreeSet<&str> = places.iter().map(|place| host(place)).collect();
    let short = |place: &&str| match place.strip_prefix(host(place)) {
        Some(path) if hosts.len() == 1 && path.len() > 1 => ["…", path].concat(),
        _ => place.to_string(),
    };
    let shown: Vec<String> = places.iter().map(short).collect();
    let kinds = |count: usize| count == texts.iter().collect::<BTreeSet<_>>().len();
    kinds(shown.iter().collect::<BTreeSet<_>>().len()).then_some(shown)
}

fn without_scheme(text: &str) -> Option<&str> {
    text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))
}

fn host(place: &str) -> &str {
    place.split(['/', '?', '#']).next().unwrap_or(place)
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_host_that_all_share_tells_nothing() {
        let shown = shortened(&["https://example.com/posts/1", "https://example.com/posts/2", "https://example.com"]);
        assert_eq!(shown.unwrap(), ["…/posts/1", "…/posts/2", "example.com"]);
    }

    #[test]
    fn hosts_that_differ_stay() {
        let shown = shortened(&["https://example.com/a", "http://python.org/"]);
        assert_eq!(shown.unwrap(), ["example.com/a", "python.org/"]);
    }

    #[test]
    fn what_would_be_alike_and_what_is_no_address_stays_as_it_is() {
        assert_eq!(shortened(&["https://example.com/a", "http://example.com/a"]), None);
        assert_eq!(shortened(&["https://example.com/a", "tea"]), None);
    }
}
